/*
 * Good moments: a reminder in its wait speaks at the first one. A card keeps which it came at, so
 * that `limber explain` can tell.
 */
#ifndef LIMBER_GOOD_H
#define LIMBER_GOOD_H

#include "core/model/state.h"

/* Long enough to read the microphones in it, no more. */
#define GOOD_LASTS USEC_PER_SEC

/* One is now. */
void good_moment_note(struct state *state, enum moment_kind kind, struct moment now);

/* The one that is now; MOMENT_NONE where none is. */
enum moment_kind good_now(const struct state *state, struct moment now);

/* What a card of this reminder, which may speak, comes at. */
enum moment_kind good_of(const struct plan *plan, const struct state *state, int index,
			 struct moment now);

/* Its word on the bus and in --json: "pause"; "" for none. */
const char *good_word(enum moment_kind kind);

/* "at a pause in your typing", an English pattern marked for gettext. */
const char *good_say(enum moment_kind kind);

#endif
