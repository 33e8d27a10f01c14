/*
 * The warning signs: when to see someone instead of stretching. This table is used by limber
 * warnings, limber cramp and limber setup; limber-catalogue(5) lists the same signs.
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
	const char *text; /* the sign and what to do; all texts are marked for gettext */
	enum urgency urgency;
	const char *worse;  /* the worse form; NULL: none */
	enum urgency then;  /* the urgency of the worse form */
	const char *source; /* NULL: general knowledge, not checked against a source */
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

/* Print one sign in sentences from column `indent` on, with what to do in an emergency, or the
 * worse form. */
void sign_tell(FILE *out, const struct sign *sign, int indent);

/* Print all signs, the most urgent first. */
void signs_print(FILE *out, const char *number);

/* Print them in parts of at most 24 lines in any language, and ask after each whether one fits. A
 * yes ends it. */
enum ask signs_ask(const char *number);

#endif
