/* The warning signs of limber setup in short words. */
#ifndef LIMBER_SETUP_SIGNS_H
#define LIMBER_SETUP_SIGNS_H

#include "cli/report/signs.h"

struct brief_sign {
	int screen;       /* from 1 on */
	const char *ids;  /* of its signs (signs.h), separated by blanks */
	const char *text; /* marked for gettext */
};

extern const struct brief_sign brief_signs[];
extern const size_t brief_signs_count;

/* How urgent a yes to a screen is. */
enum urgency brief_urgency(int screen);

#endif
