/* Read the words of `limber cramp 3am left 7 woke`: in any order, in English or as translated. */
#ifndef LIMBER_DIARY_READ_H
#define LIMBER_DIARY_READ_H

#include "core/model/ago.h"
#include "core/model/diary.h"

struct diary_entry {
	struct ago when;                /* now, unless it was given */
	const struct diary_word *place; /* NULL: none was given */
	uint32_t sides;
	int32_t strength; /* with DIARY_RATED */
	uint32_t marks;
};

enum diary_error {
	DIARY_OK,
	DIARY_UNKNOWN,   /* no such word */
	DIARY_BAD_TIME,  /* text_error: why */
	DIARY_BAD_SCORE, /* a number that is none of 0 to 10 */
	DIARY_TWICE,     /* a second time, place, kind, strength or side */
};

struct diary_fault {
	enum diary_error error;
	enum text_error time;
	char word[DIARY_WORD_SIZE]; /* that was not read, truncated */
	char near[DIARY_WORD_SIZE]; /* the nearest known word, "" for none */
};

/* A number from 0 to 10, also "7/10". False: none. */
bool diary_score(const char *text, int32_t *ret);

bool diary_read(const char *const words[], int count, words_translate *translate,
		struct diary_entry *ret, struct diary_fault *fault);

#endif
