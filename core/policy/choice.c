/* The due reminder whose card is shown. */
#include "core/policy/choice.h"

#include "core/policy/hold.h"

/* Whether nothing holds it, or only the wait for a good moment, if this is one. */
static bool may_show(const struct plan *plan, const struct state *state, int index, bool good,
		     struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(plan, state, index, now, holds);
	return count == 0 || (good && count == 1 && holds[0].kind == HOLD_WAITING);
}

/* Calendar reminders before those of occasions, and both before `every`. */
static int rank(const struct plan *plan, int index)
{
	enum trigger trigger = plan->reminders[index].trigger;
	return trigger == TRIGGER_AT ? 0 : trigger == TRIGGER_ON ? 1 : 2;
}

static int first_of(const struct plan *plan, const struct state *state, bool good,
		    struct moment now)
{
	int found = -1;
	for (int i = 0; i < plan->count; i++) {
		if (state->reminders[i].due.us == 0 || plan->reminders[i].with >= 0 ||
		    !may_show(plan, state, i, good, now))
			continue;
		if (found < 0 || rank(plan, i) < rank(plan, found))
			found = i;
	}
	return found;
}

/* A calendar reminder that waits for a good moment is the main one of a card that is shown now,
 * because it would be merged onto it. */
int choice_find(const struct plan *plan, const struct state *state, bool good, struct moment now)
{
	int found = first_of(plan, state, good, now);
	if (found < 0 || good || rank(plan, found) == 0)
		return found;
	int leads = first_of(plan, state, true, now);
	return rank(plan, leads) < rank(plan, found) ? leads : found;
}
