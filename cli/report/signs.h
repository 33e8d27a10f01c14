/*
 * The warning signs: when to see someone instead of stretching. Constant data in words for
 * people, the one place that limber warnings, limber cramp and limber setup take them from; the
 * same signs stand in limber-catalogue(5).
 */
#ifndef LIMBER_SIGNS_H
#define LIMBER_SIGNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "cli/report/ask.h"

enum urgency { URGENCY_EMERGENCY, URGENCY_DAY, URGENCY_APPOINTMENT, URGENCY_COUNT };

struct sign {
	const char *id;   /* R01 to R10: common ones; E1 to E11: the rare and grave */
	const char *text; /* what it is and what to do; all texts are marked for gettext */
	enum urgency urgency;
	const char *worse;  /* what makes it more urgent; NULL: nothing */
	enum urgency then;  /* how urgent it is then */
	const char *source; /* who says so; NULL: general knowledge, not checked against one */
};

extern const struct sign signs[];
extern const size_t signs_count;

/* The sign of an id; NULL: there is none. */
const struct sign *sign_find(const char *id);

/* "emergency", "day", "appointment": for scripts. */
extern const char *const urgency_words[URGENCY_COUNT];

/*
 * What to do, as a sentence. `number`: the user's emergency number, "" for none; no country's is
 * built in.
 */
enum { URGENCY_SIZE = 128 };
void urgency_say(enum urgency urgency, const char *number, char out[URGENCY_SIZE]);

/* One by itself, in whole sentences from column `indent` on: with what to do if it is an emergency,
 * and with what makes it one. */
void sign_tell(FILE *out, const struct sign *sign, int indent);

/* All of them, the most urgent first. */
void signs_print(FILE *out, const char *number);

/* The same at a terminal, in parts that fit 24 lines in any language: whether one of them fits. A
 * yes ends the asking. */
enum ask signs_ask(const char *number);

#endif
