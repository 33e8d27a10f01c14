/* A row: the files, the request of a command, and the result. */
#ifndef LIMBER_CHANGE_ROWS_H
#define LIMBER_CHANGE_ROWS_H

#include "tests/config/home.h"

#define HEAD                                                                                       \
	"# Written by limber set, unset, add and remove. Comments here do not last; your own\n"    \
	"# lines belong into ../limber.conf.\n"
#define USER "limber/limber.conf"
#define FILE_90 "limber/limber.conf.d/" CHANGE_FILE

enum verb { SET, UNSET, ADD, REMOVE };

struct change_row {
	const char *user, *before; /* NULL: no such file; `before` without its head */
	enum verb verb;
	const char *reminder;
	const char *changes[7]; /* KEY, VALUE, … */
	const char *after;      /* of the file 90, without its head; NULL: gone, or as before */
	const char *lines;      /* of notes or, where there is none of `after`, of errors */
};

#define DESK(keys) "reminders : {\n  desk : {\n" keys "  };\n};\n"
#define TEA "reminders : {\n  tea : {\n    at = [ \"16:00\" ];\n    say = \"Tea\";\n  };\n};\n"

static inline int change_result(const struct change_row *row)
{
	return row->after || !*row->lines ? 0 : -EINVAL;
}

static inline int change_do(struct home *home, bool runtime, const struct change_row *row,
			    struct config_changed *ret, struct config_errors *errors)
{
	struct config_change changes[3];
	size_t count = 0;
	for (; row->changes[2 * count]; count++)
		changes[count] =
			(struct config_change){ row->reminder, row->changes[2 * count],
						row->verb == UNSET ? NULL
								   : row->changes[2 * count + 1] };
	switch (row->verb) {
	case SET:
	case UNSET:
		return change_set(&home->layers, runtime, changes, count, ret, errors);
	case ADD:
		return change_add(&home->layers, runtime, row->reminder, changes, count, ret,
				  errors);
	case REMOVE:
		break;
	}
	return change_remove(&home->layers, runtime, row->reminder, ret, errors);
}

/* A text of the file 90, with its head; NULL stays NULL. */
static inline char *with_head(const char *text)
{
	char *whole = NULL;
	if (text)
		assert_true(asprintf(&whole, "%s%s", HEAD, text) > 0);
	return whole;
}

static inline bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static inline void change_check(struct rows *rows, struct home *home, const struct change_row *row)
{
	const char *what = row->changes[0] ? row->changes[0] : row->reminder;
	struct config_changed changed = { .config = NULL };
	struct config_errors errors;
	char *before = with_head(row->before), *after = with_head(row->after);
	if (row->user)
		home_write(home, USER, row->user);
	if (before)
		home_write(home, FILE_90, before);
	int r = change_do(home, false, row, &changed, &errors);
	char *lines = home_lines(home, r == 0 ? &changed.notes : &errors);
	char *is = home_read(home, FILE_90), *user = home_read(home, USER);
	row_check(rows, r == change_result(row), "%s: %d", what, r);
	row_check(rows, strcmp(lines, row->lines) == 0, "%s:\n  got    %s  wanted %s", what, lines,
		  row->lines);
	row_check(rows, same(is, r < 0 ? before : after), "%s: %s", what, is);
	row_check(rows, same(user, row->user), "%s: the user's file was written", what);
	row_check(rows, r < 0 || (changed.config && same(changed.before, before)), "%s: before %s",
		  what, changed.before);
	free(is);
	free(user);
	free(lines);
	free(before);
	free(after);
	config_errors_finish(&errors);
	config_changed_finish(&changed);
}

/* Run the rows on file 90; no other file may change. */
static inline void changes_of_the_file(const struct change_row table[], size_t count)
{
	struct rows rows = { 0, 0 };
	for (size_t i = 0; i < count; i++) {
		struct home *home = home_new();
		change_check(&rows, home, &table[i]);
		home_free(home);
	}
	rows_end(&rows);
}

/* Run the rows on the runtime layer: the same text without a head, and no file. */
static inline void changes_of_the_run(const struct change_row table[], size_t count)
{
	struct rows rows = { 0, 0 };
	for (size_t i = 0; i < count; i++) {
		struct config_changed changed = { .config = NULL };
		struct config_errors errors;
		const struct change_row *row = &table[i];
		struct home *home = home_new();
		if (row->user)
			home_write(home, USER, row->user);
		home->layers.runtime = row->before ? strdup(row->before) : NULL;
		int r = change_do(home, true, row, &changed, &errors);
		char *file = home_read(home, FILE_90);
		row_check(&rows, r == change_result(row), "%s: %d", row->changes[0], r);
		row_check(&rows, same(home->layers.runtime, r < 0 ? row->before : row->after),
			  "%s: %s", row->changes[0], home->layers.runtime);
		row_check(&rows, !file, "%s: a file", row->changes[0]);
		free(file);
		config_errors_finish(&errors);
		config_changed_finish(&changed);
		home_free(home);
	}
	rows_end(&rows);
}

#endif
