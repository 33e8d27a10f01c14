/* What is heard within a part of a routine: its repetitions, and its last seconds. */
#ifndef LIMBER_VOICE_COUNT_H
#define LIMBER_VOICE_COUNT_H

#include <stddef.h>

#include "core/model/player.h"

enum count_kind {
	COUNT_BEGIN, /* its time begins, after the change-over */
	COUNT_AGAIN, /* repetition `number` begins */
	COUNT_LEFT,  /* `number` seconds are left */
};

struct count {
	usec at; /* in the part, from its change-over on, as player_clock.at */
	enum count_kind kind;
	int number;
};

/* A part shorter than this has no last seconds. */
#define COUNT_LEAST (6 * USEC_PER_SEC)
enum { COUNT_FROM = 3 };

/*
 * The first one after a place in the part; false: there is none. A voice says no begin, no fast
 * repetitions, and nothing that would cut its announcement off, of so many bytes; tones have no
 * last seconds.
 */
bool count_next(const struct player_clock *clock, bool voice, size_t announced, usec after,
		struct count *ret);

#endif
