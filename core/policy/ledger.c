/*
 * A ledger is an amount at a moment. By presence it grew since then until the absence began, if
 * that counts by now, and shrank from there on.
 */
#include "core/policy/ledger.h"

#include "core/policy/rules.h"

static usec usec_min(usec a, usec b)
{
	return a < b ? a : b;
}

static usec usec_max(usec a, usec b)
{
	return a > b ? a : b;
}

usec presence_least(const struct presence *presence, const struct plan *plan)
{
	/* A lid is shut for two minutes on a train: the machine reports nothing of its user. */
	const uint32_t quiet = ABSENT_IDLE | ABSENT_DOWN | ABSENT_ASLEEP;
	bool reported = presence->absences & ~quiet;
	if (presence->counts)
		return 0;
	return reported && plan->still_sitting > REPORTED_COUNTS ? REPORTED_COUNTS
								 : plan->still_sitting;
}

bool presence_away(const struct presence *presence, const struct plan *plan, struct boottime now)
{
	return presence->absences != 0 &&
	       boottime_since(now, presence->absent_since) > presence_least(presence, plan);
}

bool presence_unseen(const struct presence *presence, const struct plan *plan, struct boottime now)
{
	bool others = presence->absences & ~(uint32_t)ABSENT_IDLE;
	if (!(presence->absences & ABSENT_IDLE))
		return false;
	return others ? boottime_since(now, presence->idle_since) > plan->still_sitting
		      : presence_away(presence, plan, now);
}

/* Computed in milliseconds, so that the product of two days fits into 64 bits. */
usec ledger_pay(usec away, usec every, usec pays_back)
{
	if (away >= pays_back)
		return every;
	const usec ms = 1000;
	return (away / ms) * (every / ms) / (pays_back / ms) * ms;
}

usec ledger_read(const struct ledger *ledger, usec every, const struct plan *plan,
		 const struct presence *presence, struct boottime now)
{
	bool away = presence_away(presence, plan, now);
	if (presence->frozen)
		return usec_min(every, ledger->amount);
	struct boottime sat_until = away ? presence->absent_since : now;
	usec sat = usec_max(0, boottime_since(sat_until, ledger->since));
	usec amount = usec_min(every, ledger->amount + sat);
	if (!away)
		return amount;
	usec gone = usec_min(boottime_since(now, presence->absent_since),
			     boottime_since(now, ledger->since));
	return usec_max(0, amount - ledger_pay(usec_max(0, gone), every, plan->pays_back));
}

bool ledger_full_at(const struct ledger *ledger, usec every, const struct plan *plan,
		    const struct presence *presence, struct boottime now, struct boottime *ret)
{
	usec left = usec_max(0, every - ledger->amount);
	struct boottime full = { ledger->since.us + left };
	if (presence_away(presence, plan, now) || (presence->frozen && left > 0))
		return false;
	if (presence->absences != 0 &&
	    boottime_since(full, presence->absent_since) > presence_least(presence, plan))
		return false;
	*ret = full;
	return true;
}

bool ledger_paid_back(const struct ledger *ledger, usec every, const struct plan *plan,
		      const struct presence *presence, struct boottime now)
{
	return ledger_read(ledger, every, plan, presence, now) < every;
}
