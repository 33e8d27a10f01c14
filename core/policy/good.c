/* A good moment lasts GOOD_LASTS, because the microphones may be read before its card. */
#include "core/policy/good.h"

#include "core/base/translate.h"
#include "core/policy/busy.h"

void good_note(struct state *state, enum good_kind kind, struct moment now)
{
	state->good = (struct good_moment){ kind, now.boot };
}

enum good_kind good_now(const struct state *state, struct moment now)
{
	bool over = boottime_since(now.boot, state->good.at) > GOOD_LASTS;
	return over ? GOOD_NONE : state->good.kind;
}

enum good_kind good_of(const struct plan *plan, const struct state *state, int index,
		       struct moment now)
{
	const struct reminder_state *its = &state->reminders[index];
	const struct reminder *reminder = &plan->reminders[index];
	enum good_kind good = good_now(state, now);
	if (good != GOOD_NONE)
		return good;
	bool waited = boottime_since(now.boot, its->unheld_since) >= reminder->wait;
	return its->unheld && waited && reminder->wait > 0 && state->input ? GOOD_WAITED
									   : GOOD_FREE;
}

struct good_words {
	const char *word, *say;
};

static const struct good_words words[GOOD_COUNT] = {
	[GOOD_NONE] = { "", N_("at a moment that is not known") },
	[GOOD_FREE] = { "free", N_("as soon as nothing held it") },
	[GOOD_WAITED] = { "waited", N_("when its wait was over") },
	[GOOD_PAUSE] = { "pause", N_("at a pause in your typing") },
	[GOOD_UNLOCK] = { "unlock", N_("after a short lock") },
	[GOOD_BACK] = { "back", N_("after a short absence") },
	[GOOD_REQUESTED] = { "called", N_("because it was called for") },
};

static struct good_words words_of(enum good_kind kind)
{
	enum busy busy = busy_of((int)kind, GOOD_CALL);
	if (busy != BUSY_COUNT)
		return (struct good_words){ busy_words[busy].word, busy_words[busy].ended };
	return words[kind < GOOD_COUNT ? kind : GOOD_NONE];
}

const char *good_word(enum good_kind kind)
{
	return words_of(kind).word;
}

const char *good_say(enum good_kind kind)
{
	return words_of(kind).say;
}
