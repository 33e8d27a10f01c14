/* Like a ledger that does not shrink: an amount of one day, at a moment. */
#include "core/policy/work.h"

#include "core/policy/ledger.h"

/* Standing is work, too. */
static bool is_away(const struct plan *plan, const struct presence *presence, struct moment now)
{
	return presence->absences != ABSENT_STANDING && presence_away(presence, plan, now.boot);
}

static usec work_read(const struct plan *plan, const struct state *state, struct moment now)
{
	const struct work *work = &state->work;
	int32_t today = state_day(plan, state, now.real);
	struct boottime from = moment_boot_of(now, state_day_begins(plan, state, today));
	struct boottime until = now.boot;
	if (is_away(plan, &state->presence, now))
		until = state->presence.absent_since;
	from = boottime_max(from, work->since);
	usec since = boottime_since(until, from);
	return (work->day == today ? work->amount : 0) + (since > 0 ? since : 0);
}

void work_settle(const struct plan *plan, struct state *state, struct moment now)
{
	usec amount = work_read(plan, state, now);
	int32_t today = state_day(plan, state, now.real);
	state->work = (struct work){ today, amount, now.boot };
}

struct realtime work_enough(const struct plan *plan, const struct state *state, struct moment now)
{
	usec left = WORK_BEFORE_CHECK_IN - work_read(plan, state, now);
	if (left > 0 && is_away(plan, &state->presence, now))
		return REALTIME_OPEN;
	return (struct realtime){ now.real.us + (left > 0 ? left : 0) };
}
