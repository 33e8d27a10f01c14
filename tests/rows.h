/*
 * Tests are tables with a row for each case. A row that fails is printed, and the test continues
 * with the next; rows_end() fails the test if a row failed.
 *
 *	static void lengths(void **state)
 *	{
 *		struct rows rows = rows_begin(state);
 *		for (size_t i = 0; i < ROWS(cases); i++)
 *			row_check(&rows, length_is(&cases[i]), "%s: …", cases[i].text);
 *		rows_end(&rows);
 *	}
 */
#ifndef LIMBER_ROWS_H
#define LIMBER_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#define ROWS(array) (sizeof(array) / sizeof((array)[0]))

struct rows {
	int count, failed;
};

static inline struct rows rows_begin(void **state)
{
	(void)state;
	return (struct rows){ 0, 0 };
}

__attribute__((format(printf, 3, 4))) static inline bool row_check(struct rows *rows, bool good,
								   const char *format, ...)
{
	rows->count++;
	if (good)
		return true;
	rows->failed++;
	char text[1024];
	va_list list;
	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	print_error("  row %d: %s\n", rows->count, text);
	return false;
}

static inline void rows_end(const struct rows *rows)
{
	if (rows->count == 0)
		fail_msg("no row was tried");
	if (rows->failed > 0)
		fail_msg("%d of %d rows failed", rows->failed, rows->count);
}

#endif
