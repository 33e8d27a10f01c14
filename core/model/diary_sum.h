/*
 * Four weeks of the diary, summed row by row, and whether they are a reason to see somebody: no
 * diagnosis, only what the diary has.
 */
#ifndef LIMBER_DIARY_SUM_H
#define LIMBER_DIARY_SUM_H

#include "core/model/diary.h"

enum { DIARY_WEEKS = 4, DIARY_WEEK = 7, DIARY_DAYS = DIARY_WEEKS * DIARY_WEEK };

/* Seven days. */
struct diary_week {
	int32_t cramps;
	int32_t rated, worst; /* cramps with a strength; the highest */
	int32_t nights;       /* woken in; of the night that a day begins with, and the next one */
	int32_t scores, score_sum;
};

struct diary_sum {
	int32_t today;                        /* day number */
	int32_t night;                        /* of the present moment, see diary_night() */
	struct diary_week weeks[DIARY_WEEKS]; /* the one that ends today first */
	uint32_t woken;                       /* bit N: woken N nights ago */
	uint32_t signs;                       /* warning signs of the last week */
};

/* The day number on whose evening a night begins: nights change at noon. */
int32_t diary_night(struct realtime at, int32_t zone);

/* Begin with nothing; add rows of any kind and day. */
struct diary_sum diary_sum_begin(int32_t today, int32_t night);
void diary_sum_add(struct diary_sum *sum, const struct record *row);

/* Whether an entry was noted after the user had seen somebody at `seen`, when `row` was the next
 * sequence of this store; one of another store, whether it is of a later moment. */
bool diary_is_new(const struct record *entry, struct realtime seen, uint64_t row);

/* Nights of the last seven that a cramp woke the user in. */
int diary_nights(const struct diary_sum *sum);

/* Reasons to see somebody; a set. */
enum diary_reason {
	DIARY_SIGN = 1 << 0,   /* a warning sign within the last week */
	DIARY_NIGHTS = 1 << 1, /* woken in three of the last seven nights */
	DIARY_WORSE = 1 << 2,  /* each of the last two weeks was worse than the one before it */
};
uint32_t diary_reasons(const struct diary_sum *sum);

#endif
