/*
 * Absence is a set of reasons with one beginning: the earliest second of them. It is over when
 * the last reason is gone, and only then do the ledgers take it in.
 */
#include "core/presence.h"

#include "core/due.h"
#include "core/ledger.h"
#include "core/work.h"

static void settle(const struct plan *plan, const struct state *state, int index,
		   struct ledger *ledger, struct moment now)
{
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return;
	ledger->amount = ledger_read(ledger, due_every(plan, state, index, now), plan,
				     &state->presence, now.boot);
	ledger->since = now.boot;
}

void presence_settle(const struct plan *plan, struct state *state, struct moment now)
{
	work_settle(plan, state, now);
	for (int i = 0; i < plan->count; i++)
		settle(plan, state, i, &state->reminders[i].ledger, now);
	/* What `limber undo` would bring back has sat and been away as well. */
	for (int i = 0; i < state->undo.count; i++)
		settle(plan, state, state->undo.reminders[i], &state->undo.before[i].ledger, now);
}

void presence_absent(struct state *state, enum absence why, struct boottime since,
		     struct moment now)
{
	struct presence *presence = &state->presence;
	if (since.us > now.boot.us)
		since = now.boot;
	if (presence->absences == 0 || since.us < presence->absent_since.us)
		presence->absent_since = since;
	presence->absences |= (uint32_t)why;
}

void presence_present(const struct plan *plan, struct state *state, uint32_t why, struct moment now)
{
	struct presence *presence = &state->presence;
	if (presence->absences == 0)
		return;
	if ((presence->absences & ~why) != 0) {
		presence->absences &= ~why;
		return;
	}
	if (presence_away(presence, plan, now.boot)) {
		presence_settle(plan, state, now);
		presence->sitting_since = now.boot;
		if (boottime_since(now.boot, presence->absent_since) > USEC_PER_DAY)
			presence->long_back = now.real;
		presence->returned = presence->absences != ABSENT_STANDING;
	}
	presence->absences = 0;
}

static void correct(const struct plan *plan, usec every, struct ledger *ledger, usec sat)
{
	usec amount = ledger->amount + sat;
	if (sat < 0)
		amount -= ledger_pay(-sat, every, plan->pays_back);
	amount = amount < every ? amount : every;
	ledger->amount = amount > 0 ? amount : 0;
}

void presence_correct(const struct plan *plan, struct state *state, usec sat, struct moment now)
{
	if (state->presence.absences == 0)
		presence_settle(plan, state, now);
	for (int i = 0; i < plan->count; i++)
		if (plan->reminders[i].trigger == TRIGGER_SITTING)
			correct(plan, due_every(plan, state, i, now), &state->reminders[i].ledger,
				sat);
}
