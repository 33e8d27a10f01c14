/* One row of limber log: a line for people, or JSON. */
#ifndef LIMBER_LOG_ROW_H
#define LIMBER_LOG_ROW_H

#include <stdbool.h>

#include "cli/shared/json.h"
#include "core/model/outcome.h"

/* Widths of the columns, of all rows that are printed. */
struct log_columns {
	int number, subject, result;
	bool ounces; /* how water is written */
};

/* Make the columns as wide as a row needs. */
void log_measure(struct log_columns *columns, const struct record *row);

/* Print a row; `host` NULL: of this machine. Rows of others have no number here. */
void log_row_print(FILE *out, const struct record *row, const struct log_columns *columns,
		   const char *host);

/* The members of an open object. `origin`: the id of the store. */
void log_row_json(struct json *json, const struct record *row, const char *origin);

#endif
