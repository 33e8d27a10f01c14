/* What a place of a template names, "card.title", and its text. */
#ifndef LIMBER_FORMAT_VALUE_H
#define LIMBER_FORMAT_VALUE_H

#include "cli/limber/waybar.h"
#include "cli/shared/status_rows.h"

/* What a template is filled from: the status, NULL where limberd is not there, and the texts made
 * for bars. */
struct view {
	const struct status *status;
	const char *text, *tooltip, *class;
	uint32_t percentage;
};

struct value {
	const struct status_row *field; /* NULL: there is none of that name */
	const void *base;               /* the struct it is in; NULL: empty */
	const uint32_t *count;          /* of one outcome, instead */
	const struct status_row *among; /* what there is in its place */
	const char *within;             /* where that is, "card."; "" at the top */
	const char *stranger;           /* a reminder that limberd does not have, up to its dot */
};

/* What a name means; view NULL: all is empty. */
struct value place_find(const char *path, size_t length, const struct view *view);

/* Its text, "" of what is empty; to be freed; NULL: no memory. */
char *place_text(const struct value *value, const struct view *view);

/* The fields that are made for bars: text, tooltip, class, percentage. A row without a name ends
 * them. */
extern const struct status_row place_bar_fields[];

/* All names without a key in them, in braces, a line each. */
void place_names(FILE *out);

#endif
