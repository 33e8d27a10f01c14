/* The fields of a row of history as text: cli/report/row.c writes them, row_read.c reads them. */
#ifndef LIMBER_ROW_FIELD_H
#define LIMBER_ROW_FIELD_H

#include <stddef.h>

enum field_type {
	TYPE_ORIGIN,
	TYPE_SEQUENCE,
	TYPE_REVISION,
	TYPE_KIND,
	TYPE_OUTCOME,
	TYPE_NAME,
	TYPE_DAY,
	TYPE_MOMENT,
	TYPE_INT,
	TYPE_ZONE,
	TYPE_SIDES,
	TYPE_MARKS,
};

struct row_field {
	const char *name;
	enum field_type type;
	size_t offset; /* in struct row */
};

enum { ROW_FIELDS = 16 };
extern const struct row_field row_fields[ROW_FIELDS];

#endif
