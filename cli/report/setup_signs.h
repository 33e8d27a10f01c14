/* The short words of the warning signs that limber setup asks about. */
#ifndef LIMBER_SETUP_SIGNS_H
#define LIMBER_SETUP_SIGNS_H

#include "cli/report/signs.h"

struct brief_sign {
	int screen;       /* from 1 on */
	const char *ids;  /* of the signs (signs.h) that it stands for, with blanks between */
	const char *text; /* marked for gettext */
};

extern const struct brief_sign brief_signs[];
extern const size_t brief_signs_count;

/* How urgent a yes to a screen is. */
enum urgency brief_urgency(int screen);

#endif
