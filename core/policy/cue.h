/*
 * Cues: the voice or the tones that lead through a routine while it is played. Nothing is heard in
 * `quiet`, on a locked screen, during what never_during names, and in any case during a call.
 */
#ifndef LIMBER_CUE_H
#define LIMBER_CUE_H

#include "core/model/event.h"
#include "core/policy/hold_kind.h"

/*
 * The cues of a routine of reminder `index`, or of none (REMINDER_ANY); voice: speak it even with
 * `cues` off. CUES_OFF with *why: the hold that silences them, or HOLD_COUNT if they are off.
 */
enum cues cue_of(const struct plan *plan, const struct state *state, int index, bool voice,
		 struct moment now, enum hold_kind *why);

/* What is to be heard of the card: a new value is a new announcement. Zero: nothing. */
struct cue_place {
	uint64_t card;
	enum cues cues;
	int32_t part; /* of its player; its count: the end */
	int32_t runs, hurt;
	usec at;               /* of its play */
	struct boottime since; /* of its play */
};

void cue_place(const struct plan *plan, const struct state *state, struct moment now,
	       struct cue_place *ret);

bool cue_place_same(const struct cue_place *a, const struct cue_place *b);

/* Whether a routine runs whose cues a call or quiet hours that begin must silence. */
bool cue_runs(const struct plan *plan, const struct state *state, struct moment now);

#endif
