/*
 * The wire to limber-voice, in the form of card_wire.h.
 *
 *   to it     cue (voice or tone), say (the text to speak; without it none), clock (as of a card:
 * it counts the last seconds and the repetitions), last 1 (say it and exit). Each message takes the
 * place of the one before. End of input: be silent and exit. from it   "shown 1" after each,
 * "closed last" after the last, "error TEXT"
 */
#ifndef LIMBER_CUE_WIRE_H
#define LIMBER_CUE_WIRE_H

#include "core/codec/card_wire.h"
#include "core/model/plan.h"
#include "core/words/play_text.h"

struct cue {
	enum cues cues;
	char say[PLAY_TEXT_SIZE];
	struct player_clock clock; /* length 0: nothing runs */
	bool last;
};

/* False: it does not fit. */
bool cue_write(struct wire_writer *writer, const struct cue *cue);

/* False: the message is none of these. */
bool cue_read(const struct wire_message *message, struct cue *ret);

#endif
