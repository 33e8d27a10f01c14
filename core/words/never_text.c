#include "core/words/never_text.h"

#include "core/policy/deck.h"
#include "core/policy/due.h"

/* A time within its hours that quiet leaves open; "" where there is none. */
static void open_print(const struct plan *plan, const struct state *state, int index,
		       struct moment now, char out[CLOCK_SIZE])
{
	struct realtime open = due_open_from(plan, state, index, now.real);
	out[0] = '\0';
	if (open.us == REALTIME_OPEN.us)
		return;
	struct civil at = zone_civil(&state->zone, open);
	clock_print(at.hour * 60 + at.minute, out);
}

/* NULL: its card can come. */
static const char *never_words(const struct plan *plan, const struct state *state, int index,
			       struct moment now)
{
	/* A reminder for the days of a fact waits for the next such days. */
	bool timed =
		plan->reminders[index].trigger == TRIGGER_AT && !plan->reminders[index].days.given;
	bool shut = due_open_from(plan, state, index, now.real).us == REALTIME_OPEN.us;
	if (timed && due_next(plan, state, index, now).us == REALTIME_OPEN.us)
		return N_("{name} never comes: its time is over.");
	if (shut)
		return N_("{name} never comes: quiet covers all its times. Another quiet: "
			  "limber set quiet=FROM-TO");
	if (timed && due_in_vain(plan, state, index, now))
		return N_("{name} never comes: quiet covers all its times. Another time: "
			  "limber set {name} at={at}");
	return NULL;
}

bool never_say(const struct plan *plan, const struct state *state, int index, struct moment now,
	       words_translate *translate, char out[SENTENCE_SIZE])
{
	const struct reminder *its = &plan->reminders[index];
	bool off =
		!its->enabled || plan_internal(plan, index) || deck_is_barred(plan, state, index);
	const char *words = off ? NULL : never_words(plan, state, index, now);
	char at[CLOCK_SIZE];
	out[0] = '\0';
	if (!words)
		return false;
	open_print(plan, state, index, now, at);
	words_fill(out, SENTENCE_SIZE, translate(words), "name", its->name, "at", at, NULL);
	return true;
}
