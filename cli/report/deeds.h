/* What was done in a range: how often each item, and for how long. */
#ifndef LIMBER_DEEDS_H
#define LIMBER_DEEDS_H

#include "cli/report/history.h"

enum { DEEDS_MAX = 64 };

struct deeds {
	int count; /* the most frequent first */
	struct deed {
		char item[NAME_SIZE], reminder[NAME_SIZE]; /* of no item: the reminder's name */
		int64_t times, seconds;
	} deed[DEEDS_MAX];
	int64_t others; /* of items beyond these */
	uint64_t rows;
};

/* Return 0, negative errno, or 1: the user pressed Ctrl-C. */
int deeds_read(const struct history *history, int32_t first, int32_t last, struct deeds *ret);

#endif
