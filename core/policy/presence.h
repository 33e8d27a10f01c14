/*
 * Absences begin and end here; a ledger is settled when the user returns.
 *
 * Where those who tell disagree, the surest is right: a machine that sleeps or a locked screen has
 * nobody at it, whatever else is said; then what the user says, `limber away` and a workout before
 * `limber standing`; no input says least of all. So an absence is over when the last reason for it
 * is gone, who stands is at the machine without a key pressed, and a film or a call excuses no
 * input and nothing else.
 */
#ifndef LIMBER_PRESENCE_H
#define LIMBER_PRESENCE_H

#include "core/model/event.h"

/* `why`: one reason or several, without ABSENT_IDLE: that is presence_follow()'s. */
void presence_absent(struct state *state, uint32_t why, struct boottime since, struct moment now);

/* No input since then. What that means is up to presence_follow(). */
void presence_idle(struct state *state, struct boottime since, struct moment now);

/* ABSENT_STANDING for so long; 0: without a time it ends by itself with the next other absence that
 * counts, when the day ends, or after STANDING_MOST. */
void presence_stand(const struct plan *plan, struct state *state, usec length, struct moment now);

/* Whether standing without a time is over when these reasons end. */
bool presence_stood(const struct plan *plan, const struct state *state, uint32_t why,
		    struct moment now);

/* `why`: one reason or several that are gone. */
void presence_present(const struct plan *plan, struct state *state, uint32_t why,
		      struct moment now);

/*
 * After each event: what no input means now. While an application keeps the session awake, or in a
 * call, for awake_limit at most, `video` says: sitting; an absence like any other; or neither,
 * the ledgers stand still. When that ends and there is still no input, the absence begins then;
 * where only the limit ends it, which is no sign of anybody, early enough to count at once.
 * One that counts already goes on: a program that starts brings nobody back.
 *
 * True: nothing is decided yet, the microphones must be read first. Nobody tells of a call, and
 * who listens in one types nothing.
 */
bool presence_follow(const struct plan *plan, struct state *state, struct moment now);

/* No input is sitting, for a call alone may be: then its end has to be looked for. */
bool presence_listens(const struct plan *plan, const struct state *state, struct moment now);

/* Whether a workout was begun within a day and its end not told, also where the user was seen to be
 * back since. */
bool presence_works_out(const struct state *state, struct moment now);

/* The ledgers run again, from `since` on, if they stood still. */
void presence_thaw(const struct plan *plan, struct state *state, struct boottime since);

/* Make every ledger's amount that of `now`. Only while nobody is absent, or to end an absence. */
void presence_settle(const struct plan *plan, struct state *state, struct moment now);

/* The ledgers were wrong: `sat` more; negative: so long not sat but stood, which pays back. */
void presence_correct(const struct plan *plan, struct state *state, usec sat, struct moment now);

#endif
