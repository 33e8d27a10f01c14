/* A row is a user's file and the exact lines it earns. */
#ifndef LIMBER_LOAD_ROWS_H
#define LIMBER_LOAD_ROWS_H

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "config/config.h"
#include "tests/rows.h"

/* All error lines, each with its end of line; "" for none. */
static inline char *errors_join(const struct config_errors *errors)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	assert_non_null(stream);
	for (size_t i = 0; i < errors->count; i++)
		fprintf(stream, "%s\n", errors->lines[i]);
	fclose(stream);
	return text;
}

/* Loads a text; the error lines, and the plan or NULL. The caller frees both. */
static inline char *load(const char *text, size_t length, struct config **ret)
{
	struct config_errors errors;
	*ret = NULL;
	int r = config_load_text(NULL, "f", text, length, ret, &errors);
	assert_int_equal(r, errors.count > 0 ? -EINVAL : 0);
	assert_true((*ret != NULL) == (r == 0));
	char *lines = errors_join(&errors);
	config_errors_finish(&errors);
	return lines;
}

static inline void check_rows(struct rows *rows, const char *text, size_t length,
			      const char *wanted)
{
	struct config *config;
	char *lines = load(text, length, &config);
	row_check(rows, strcmp(lines, wanted) == 0, "%.60s\n  got    %s  wanted %s", text, lines,
		  wanted);
	free(lines);
	config_free(config);
}

struct row {
	const char *text, *errors;
};

static inline void check_table(void **state, const struct row table[], size_t count)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < count; i++)
		check_rows(&rows, table[i].text, strlen(table[i].text), table[i].errors);
	rows_end(&rows);
}

#endif
