/*
 * Counted sitting. Grows while the user sits at the machine, is paid back while away.
 *
 * An absence counts once it is longer than presence_least(), and then from its first second; a
 * shorter one was sitting. Away for `pays_back` clears a whole `every`, half as long clears
 * half. A ledger stops growing once it stands at `every`, and never goes below 0. While
 * presence.frozen it stands still.
 */
#ifndef LIMBER_LEDGER_H
#define LIMBER_LEDGER_H

#include "core/model/state.h"

/* How long the absence that there is must be to count: TOLD_COUNTS where anything but the keys
 * tells of it, else still_sitting. */
usec presence_least(const struct presence *presence, const struct plan *plan);

/* Whether no input alone is an absence that counts at `now`. */
bool presence_unseen(const struct presence *presence, const struct plan *plan, struct boottime now);

/* Whether the user counts as away at `now`. */
bool presence_away(const struct presence *presence, const struct plan *plan, struct boottime now);

/* What being up for `away` takes off a ledger of `every`. */
usec ledger_pay(usec away, usec every, usec pays_back);

/* The ledger's amount at `now`, at most `every` (of its reminder). */
usec ledger_read(const struct ledger *ledger, usec every, const struct plan *plan,
		 const struct presence *presence, struct boottime now);

/*
 * When it will stand at `every` if nothing changes. False when it will not: the user is away,
 * or was while it is read, or it stands still.
 */
bool ledger_full_at(const struct ledger *ledger, usec every, const struct plan *plan,
		    const struct presence *presence, struct boottime now, struct boottime *ret);

/*
 * Whether an absence has paid some of it back since it stood at `every`: then what was due is
 * due no longer.
 */
bool ledger_paid_back(const struct ledger *ledger, usec every, const struct plan *plan,
		      const struct presence *presence, struct boottime now);

#endif
