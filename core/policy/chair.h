/*
 * Whether the user is at the machine: if there is a source of input, a card is shown only if the
 * last input is younger than KEY_FRESH, or the user has just returned.
 *
 * Sources report the lack of input, not input, and Wayland counts from the request on. So
 * result.idle_after is KEY_FRESH from at least that long before a card is due, and while a card
 * waits for something without a known end.
 */
#ifndef LIMBER_CHAIR_H
#define LIMBER_CHAIR_H

#include "core/model/state.h"
#include "core/policy/result.h"

enum chair {
	CHAIR_TAKEN,
	CHAIR_UNKNOWN, /* a lack of input for KEY_FRESH could not have been reported yet */
	CHAIR_EMPTY,
};

enum chair chair_of(const struct plan *plan, const struct state *state, struct moment now);

/* Whether a card of reminder `index` is held until the user is known to be at the machine: not if
 * its occasion proves that. */
bool chair_asked(const struct plan *plan, const struct state *state, int index, struct moment now);

/* When CHAIR_UNKNOWN ends without a report. */
struct boottime chair_known(const struct state *state, struct moment now);

/* Input, or another sign that the user is at the machine. */
void chair_key(struct state *state, struct moment now);

/* After each step: note whether the source reports KEY_FRESH without input from now on. */
void chair_watch(struct state *state, struct moment now, const struct result *result);

#endif
