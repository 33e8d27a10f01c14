/*
 * Whether somebody is at the machine: where keys are seen, no card comes to a chair that may be
 * empty. The last key must be younger than KEY_FRESH, or somebody has just returned.
 *
 * No source tells of keys, only of their absence, and those of Wayland count it from when they are
 * asked. So result.idle_after asks for KEY_FRESH at least that long before a card is due, and as
 * long as one waits for something that has no known end.
 */
#ifndef LIMBER_CHAIR_H
#define LIMBER_CHAIR_H

#include "core/model/state.h"
#include "core/policy/result.h"

enum chair {
	CHAIR_TAKEN,
	CHAIR_UNKNOWN, /* no input for KEY_FRESH would not have been told yet */
	CHAIR_EMPTY,
};

enum chair chair_of(const struct plan *plan, const struct state *state, struct moment now);

/* Whether a card of reminder `index` needs somebody to be known there: not if what it comes on is a
 * sign of that. */
bool chair_asked(const struct plan *plan, const struct state *state, int index, struct moment now);

/* When CHAIR_UNKNOWN ends, if nothing is told. */
struct boottime chair_known(const struct state *state, struct moment now);

/* A key, or something else that nobody does from afar. */
void chair_key(struct state *state, struct moment now);

/* After each step: whether no input for KEY_FRESH is told from now on. */
void chair_watch(struct state *state, struct moment now, const struct result *result);

#endif
