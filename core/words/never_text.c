#include "core/words/never_text.h"

#include "core/policy/due.h"

/* NULL: it comes. */
static const char *never_words(const struct plan *plan, const struct state *state, int index,
			       struct moment now)
{
	/* One for the days of a fact waits for the next one. */
	bool timed =
		plan->reminders[index].trigger == TRIGGER_AT && !plan->reminders[index].days.given;
	bool shut = due_open_from(plan, state, index, now.real).us == REALTIME_OPEN.us;
	if (timed && due_next(plan, state, index, now).us == REALTIME_OPEN.us)
		return N_("{name} never comes: its time is over.");
	if (shut || (timed && due_in_vain(plan, state, index, now)))
		return N_("{name} never comes: quiet covers all its times.");
	return NULL;
}

bool never_say(const struct plan *plan, const struct state *state, int index, struct moment now,
	       words_translate *translate, char out[SENTENCE_SIZE])
{
	const struct reminder *its = &plan->reminders[index];
	bool off = !its->enabled || due_silent(plan, state, index);
	const char *words = off ? NULL : never_words(plan, state, index, now);
	out[0] = '\0';
	if (words)
		words_fill(out, SENTENCE_SIZE, translate(words),
			   (const struct word[]){ { "name", its->name }, { NULL, NULL } });
	return words;
}
