/* The spoken texts of a routine: short sentences without signs. */
#ifndef LIMBER_CUE_TEXT_H
#define LIMBER_CUE_TEXT_H

#include "core/policy/cue.h"
#include "core/words/play_text.h"

/* A part: "Step 1 of 2, left side. Bend the front knee. 2 times 25 seconds." discreet: without the
 * text of the step. */
void cue_part_say(const struct player *player, int part, bool discreet, words_translate *translate,
		  char out[PLAY_TEXT_SIZE]);

/* A play that stands still, and the end of one. */
const char *cue_paused(void);
const char *cue_over(void);

/* The card that is played, at a place that is not zero. */
void cue_say(const struct plan *plan, const struct state *state, const struct cue_place *place,
	     words_translate *translate, char out[PLAY_TEXT_SIZE]);

/* Why nothing is heard: "a microphone is in use"; "" for HOLD_COUNT. */
const char *cue_silence(enum hold_kind why);

#endif
