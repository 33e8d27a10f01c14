/* Lines that the screens of status and show have in common: "  Label     …". */
#ifndef LIMBER_SCREEN_H
#define LIMBER_SCREEN_H

#include "cli/shared/status.h"

enum { SCREEN_LABEL = 12 }; /* columns before what is said */

struct screen {
	FILE *out;
	const struct style *style;
	const struct status *status;
};

void screen_label(FILE *out, const char *name);

/* How much is counted, as a bar, and how to make it zero. */
void screen_ledger(const struct screen *screen, const struct status_reminder *reminder);

/* When its card comes, and `what` it is. */
void screen_next(const struct screen *screen, const struct status_reminder *reminder,
		 const char *what);

/* That it has backed off. */
void screen_slower(const struct screen *screen, const struct status_reminder *reminder);

/* What to type next, the last line. */
void screen_hints(const struct screen *screen, const char *text);

/* Cards and what became of them, and what there is to say behind that. */
void screen_today(FILE *out, uint32_t cards, const uint32_t outcomes[OUTCOME_COUNT],
		  const char *behind);

#endif
