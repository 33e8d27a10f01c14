/* A good moment lasts GOOD_LASTS, because the microphones may be read before its card. */
#include "core/policy/good.h"

#include "core/base/translate.h"
#include "core/policy/busy.h"

void good_moment_note(struct state *state, enum moment_kind kind, struct moment now)
{
	state->good = (struct good_moment){ kind, now.boot };
}

enum moment_kind good_now(const struct state *state, struct moment now)
{
	bool over = boottime_since(now.boot, state->good.at) > GOOD_LASTS;
	return over ? MOMENT_NONE : state->good.kind;
}

enum moment_kind good_of(const struct plan *plan, const struct state *state, int index,
			 struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	const struct reminder *reminder = &plan->reminders[index];
	enum moment_kind good = good_now(state, now);
	if (good != MOMENT_NONE)
		return good;
	bool waited = boottime_since(now.boot, its->unheld_since) >= reminder->wait;
	return its->unheld && waited && reminder->wait > 0 && state->input ? MOMENT_WAITED
									   : MOMENT_FREE;
}

static const struct {
	const char *word, *say;
} moments[MOMENT_COUNT] = {
	[MOMENT_NONE] = { "", N_("at a moment that is not known") },
	[MOMENT_FREE] = { "free", N_("as soon as nothing held it") },
	[MOMENT_WAITED] = { "waited", N_("when its wait was over") },
	[MOMENT_PAUSE] = { "pause", N_("at a pause in your typing") },
	[MOMENT_UNLOCK] = { "unlock", N_("after a short lock") },
	[MOMENT_BACK] = { "back", N_("after a short absence") },
	[MOMENT_REQUESTED] = { "called", N_("because it was called for") },
};

/* The level whose end it is; BUSY_COUNT: none. */
static enum busy busy_of(enum moment_kind kind)
{
	bool busy = kind >= MOMENT_CALL && kind < MOMENT_CALL + (int)BUSY_COUNT;
	return busy ? (enum busy)((int)kind - MOMENT_CALL) : BUSY_COUNT;
}

const char *good_word(enum moment_kind kind)
{
	enum busy busy = busy_of(kind);
	return busy != BUSY_COUNT ? busy_words[busy].word
				  : moments[kind < MOMENT_COUNT ? kind : MOMENT_NONE].word;
}

const char *good_say(enum moment_kind kind)
{
	enum busy busy = busy_of(kind);
	return busy != BUSY_COUNT ? busy_words[busy].ended
				  : moments[kind < MOMENT_COUNT ? kind : MOMENT_NONE].say;
}
