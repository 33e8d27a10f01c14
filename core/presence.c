/*
 * Absence is a set of reasons with one beginning: the earliest second of them. It is over when
 * the last reason is gone, and only then do the ledgers take it in.
 */
#include "core/presence.h"

#include "core/ledger.h"

static void settle(struct ledger *ledger, const struct reminder *reminder, const struct plan *plan,
		   const struct presence *presence, struct boottime now)
{
	ledger->amount = ledger_read(ledger, reminder, plan, presence, now);
	ledger->since = now;
}

void presence_settle(const struct plan *plan, struct state *state, struct boottime now)
{
	for (int i = 0; i < plan->count; i++)
		settle(&state->reminders[i].ledger, &plan->reminders[i], plan, &state->presence,
		       now);
	/* What `limber undo` would bring back has sat and been away as well. */
	if (state->undo.kind == UNDO_ANSWER || state->undo.kind == UNDO_SNOOZE)
		settle(&state->undo.before.ledger, &plan->reminders[state->undo.reminder], plan,
		       &state->presence, now);
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
		presence_settle(plan, state, now.boot);
		presence->sitting_since = now.boot;
	}
	presence->absences = 0;
}
