/*
 * Absences and the presence of the user; a ledger is settled when the user returns.
 *
 * Where reasons disagree, the most certain wins: sleep and a lock; then the commands of the user,
 * `limber away` and a workout before `limber standing`; last a lack of input. So an absence ends
 * with its last reason, standing is at the machine without input, and a film or a call explains
 * only a lack of input.
 */
#ifndef LIMBER_PRESENCE_H
#define LIMBER_PRESENCE_H

#include "core/model/event.h"

/* why: a set of reasons, without ABSENT_IDLE, which presence_follow() handles. */
void presence_absent(struct state *state, uint32_t why, struct boottime since, struct moment now);

/* No input since then; presence_follow() decides whether that is an absence. */
void presence_idle(struct state *state, struct boottime since, struct moment now);

/* ABSENT_STANDING for `length`; 0: until the next other absence that counts, the end of the day, or
 * STANDING_MOST. */
void presence_stand(const struct plan *plan, struct state *state, usec length, struct moment now);

/* Whether standing without a time ends with these reasons. */
bool presence_stood(const struct plan *plan, const struct state *state, uint32_t why,
		    struct moment now);

/* why: a set of reasons that end. */
void presence_present(const struct plan *plan, struct state *state, uint32_t why,
		      struct moment now);

/*
 * After each event: decide what a lack of input means. In a film or a call, for awake_limit at
 * most, `video` has it: sitting; an absence; or frozen ledgers. When the film or call ends without
 * input, the absence begins then; if only awake_limit ended it, early enough to count at once. An
 * absence that counts already continues when a film or call begins.
 *
 * True: undecided, the microphones must be read first, because the user may listen in a call.
 */
bool presence_follow(const struct plan *plan, struct state *state, struct moment now);

/* Whether a lack of input counts as sitting only because of a call, whose end has to be read. */
bool presence_listens(const struct plan *plan, const struct state *state, struct moment now);

/* Whether a workout began within a day without a reported end, also if the user returned since. */
bool presence_works_out(const struct state *state, struct moment now);

/* If the ledgers are frozen, continue them from `since` on. */
void presence_thaw(const struct plan *plan, struct state *state, struct boottime since);

/* Settle every ledger at `now`. Only without an absence, or to end one. */
void presence_settle(const struct plan *plan, struct state *state, struct moment now);

/* The ledgers were wrong: `sat` more; negative: so long not sat but stood, which pays back. */
void presence_correct(const struct plan *plan, struct state *state, usec sat, struct moment now);

#endif
