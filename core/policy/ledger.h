/*
 * Counted sitting: grows while the user sits at the machine, shrinks while away.
 *
 * An absence counts once it is longer than presence_least(), and then from its first second; a
 * shorter one is sitting. An absence of `pays_back` clears a whole `every`, half as long half of
 * it. A ledger is between 0 and `every`, and does not change while presence.frozen.
 */
#ifndef LIMBER_LEDGER_H
#define LIMBER_LEDGER_H

#include "core/model/state.h"

/* How long the present absence must be to count: still_sitting if there is only no input, else
 * REPORTED_COUNTS. */
usec presence_least(const struct presence *presence, const struct plan *plan);

/* Whether no input alone is an absence that counts at `now`. */
bool presence_unseen(const struct presence *presence, const struct plan *plan, struct boottime now);

/* Whether the user counts as away at `now`. */
bool presence_away(const struct presence *presence, const struct plan *plan, struct boottime now);

/* By how much an absence of `away` reduces a ledger of `every`. */
usec ledger_pay(usec away, usec every, usec pays_back);

/* The ledger's amount at `now`, at most `every` (of its reminder). */
usec ledger_read(const struct ledger *ledger, usec every, const struct plan *plan,
		 const struct presence *presence, struct boottime now);

/*
 * When it reaches `every` if nothing changes. False if it does not: the user is away, or it is
 * frozen.
 */
bool ledger_full_at(const struct ledger *ledger, usec every, const struct plan *plan,
		    const struct presence *presence, struct boottime now, struct boottime *ret);

/*
 * Whether an absence reduced it since it was full: then the reminder is no longer due.
 */
bool ledger_paid_back(const struct ledger *ledger, usec every, const struct plan *plan,
		      const struct presence *presence, struct boottime now);

#endif
