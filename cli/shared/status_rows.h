/*
 * The rows of core/codec/status_fields.h with their places in the structs of status.h: for the
 * reader, for JSON and for templates.
 */
#ifndef LIMBER_STATUS_ROWS_H
#define LIMBER_STATUS_ROWS_H

#include "cli/shared/status.h"

struct status_row {
	const char *name; /* in JSON and templates; NULL ends a table */
	const char *key, *type;
	enum status_kind kind;
	size_t offset;
};

extern const struct status_row status_rows[], status_reminder_rows[], status_card_rows[],
	status_source_rows[];

/* A row of `rows` by its name, or NULL. */
const struct status_row *status_row_find(const struct status_row rows[], const char *name,
					 size_t length);

#endif
