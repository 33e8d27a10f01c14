/* The lines "  Label     …" of the screens of status and show. */
#ifndef LIMBER_SCREEN_H
#define LIMBER_SCREEN_H

#include "cli/shared/status.h"

enum { SCREEN_LABEL = 12 }; /* columns before the text */

struct screen {
	FILE *out;
	const struct style *style;
	const struct status *status;
};

void screen_label(FILE *out, const char *name);

/* A label, and a text wrapped beside it. */
void screen_line(FILE *out, const char *name, const char *text);

/* The ledger as a bar, and how long the user has to be up to clear it. */
void screen_ledger(const struct screen *screen, const struct status_reminder *reminder);

/* When the next card is expected, and `what` it is. */
void screen_next(const struct screen *screen, const struct status_reminder *reminder,
		 const char *what);

/* That a reminder has backed off. */
void screen_slower(const struct screen *screen, const struct status_reminder *reminder);

/* The last line: commands to type next. */
void screen_hints(const struct screen *screen, const char *text);

/* The cards of today and their outcomes; `behind` is appended. */
void screen_today(FILE *out, uint32_t cards, const uint32_t outcomes[OUTCOME_COUNT],
		  const char *behind);

#endif
