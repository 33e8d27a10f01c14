/*
 * A row of history as text, the same in limber log --json, limber export and limber import. One
 * table has its fields.
 */
#ifndef LIMBER_ROW_H
#define LIMBER_ROW_H

#include "store/store.h"

/* The format version in the first line of an export. */
enum { ROW_FORMAT = 1, ROW_SIZE = 1536 };

struct row {
	char origin[ORIGIN_ID_SIZE];
	struct record record;
};

/* Write a row as a line; return its length. */
size_t row_json(const struct row *row, char out[ROW_SIZE]);
size_t row_csv(const struct row *row, char out[ROW_SIZE]);

/* The first line of each. */
size_t row_head_json(const struct origin *origin, char out[ROW_SIZE]);
size_t row_head_csv(char out[ROW_SIZE]);

enum row_line {
	ROW_LINE_ROW,   /* ret->row */
	ROW_LINE_HEAD,  /* ret->head and ret->format */
	ROW_LINE_NEWER, /* a row with a word in ret->word that a newer version wrote */
	ROW_LINE_BAD,   /* ret->wrong, in the user's language */
};

struct row_reading {
	struct row row;
	struct origin head;
	int64_t format;
	char wrong[160];
	int32_t last_day;
	char word[32];
	uint32_t seen; /* which fields */
	bool is_head;
};

/* Read a line of `length` bytes, which a NUL follows. No row is of a day after `last_day`. The line
 * is changed. */
enum row_line row_read(char *line, size_t length, int32_t last_day, struct row_reading *ret);

#endif
