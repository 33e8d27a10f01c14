/*
 * Good moments: the card of a reminder that waits is shown at the first one. A card keeps which
 * one, for `limber explain`.
 */
#ifndef LIMBER_GOOD_H
#define LIMBER_GOOD_H

#include "core/model/state.h"

/* Just long enough to read the microphones. */
#define GOOD_LASTS USEC_PER_SEC

/* Note a good moment. */
void good_note(struct state *state, enum good_kind kind, struct moment now);

/* The present good moment, or GOOD_NONE. */
enum good_kind good_now(const struct state *state, struct moment now);

/* The moment of a card of this reminder, which nothing holds. */
enum good_kind good_of(const struct plan *plan, const struct state *state, int index,
		       struct moment now);

/* Its word on the bus and in --json: "pause"; "" for none. */
const char *good_word(enum good_kind kind);

/* "at a pause in your typing", an English pattern marked for gettext. */
const char *good_say(enum good_kind kind);

#endif
