/* Absences begin and end here; a ledger is settled when the user returns. */
#ifndef LIMBER_PRESENCE_H
#define LIMBER_PRESENCE_H

#include "core/event.h"

void presence_absent(struct state *state, enum absence why, struct boottime since,
		     struct moment now);

/* `why`: one reason or several that are gone. */
void presence_present(const struct plan *plan, struct state *state, uint32_t why,
		      struct moment now);

/* Make every ledger's amount that of `now`. Only while nobody is absent, or to end an absence. */
void presence_settle(const struct plan *plan, struct state *state, struct moment now);

/* The ledgers were wrong: `sat` more; negative: so long not sat but stood, which pays back. */
void presence_correct(const struct plan *plan, struct state *state, usec sat, struct moment now);

#endif
