/*
 * The diary: a row of history for each cramp, and one for the score of a day. A cramp has its place
 * in `item`, its strength in `amount`, and the rest in `marks`.
 */
#ifndef LIMBER_DIARY_H
#define LIMBER_DIARY_H

#include <stddef.h>

#include "core/base/translate.h"
#include "core/model/health.h"
#include "core/model/outcome.h"

/*
 * The store has these bits. From bit 0: what was felt, in the order of the table in diary.c, twenty
 * symptoms of cramps and two further signs. DIARY_RATED: `amount` is a strength, also 0.
 */
enum { DIARY_SYMPTOMS = 22 };
#define DIARY_SYMPTOM_BITS ((UINT32_C(1) << DIARY_SYMPTOMS) - 1)
#define DIARY_WOKE (UINT32_C(1) << 22)
#define DIARY_RATED (UINT32_C(1) << 23)
#define DIARY_KIND_SHIFT 24 /* four bits: enum cramp + 1; 0: none was given */

/* Strength and score: 0 is no trouble, this the worst the user knows. */
enum { DIARY_MOST = 10 };

/* No entry is made for a moment that is longer ago. */
#define DIARY_PAST (7 * USEC_PER_DAY)

/* Whether `amount` is a strength; rows of other programs have no DIARY_RATED. */
static inline bool diary_is_rated(const struct record *row)
{
	return row->amount > 0 || row->marks & DIARY_RATED;
}

/* The kind of cramp; CRAMP_COUNT: none was given. */
enum cramp diary_kind(uint32_t marks);
uint32_t diary_kind_bits(enum cramp cramp);

enum diary_group {
	DIARY_SIDE,    /* value: enum sides */
	DIARY_PLACE,   /* the id is the place */
	DIARY_SYMPTOM, /* value: its bit; DIARY_WOKE is one of them */
	DIARY_KIND,    /* value: enum cramp */
	DIARY_TIME,    /* the id is a word of ago.h */
	DIARY_FILLER,  /* means nothing */
	DIARY_GROUPS
};

/* A word that may describe a cramp. */
struct diary_word {
	enum diary_group group;
	const char *id; /* in commands, on the bus and in --json */
	uint32_t value;
	/* What people read and, after each '|', others that they may type, with '-' or a blank
	 * between words; marked for gettext. */
	const char *words;
	bool sign; /* a warning sign */
};

extern const struct diary_word diary_words[];
extern const size_t diary_words_count;

/* The symptoms among `marks` that are warning signs. */
uint32_t diary_signs(uint32_t marks);

/* The row of an id; NULL: none. */
const struct diary_word *diary_id(enum diary_group group, const char *id);

/* The row of a set of sides, which is not empty. */
const struct diary_word *diary_side(uint32_t sides);

/* The row of what a user typed, of `length` bytes: an id, or a word in English or as translated. A
 * blank is the same as '-'. NULL: none. */
const struct diary_word *diary_find(const char *text, size_t length, words_translate *translate);

/* What people read: the first of the words, translated. */
enum { DIARY_WORD_SIZE = 64 };
void diary_say(const struct diary_word *word, words_translate *translate,
	       char out[DIARY_WORD_SIZE]);

#endif
