/* The sums of a range of days, in parts: days, or weeks, months or years where it is long. */
#ifndef LIMBER_SUMS_H
#define LIMBER_SUMS_H

#include "cli/report/history.h"
#include "cli/shared/json.h"
#include "core/words/words.h"

enum sums_unit { SUMS_DAY, SUMS_WEEK, SUMS_MONTH, SUMS_YEAR };

enum { SUMS_MAX = 200, SUMS_LABEL_SIZE = 64 };

struct sums {
	enum sums_unit unit;
	int32_t first, last; /* days of the range: from its first one with rows to today */
	int count; /* 0: no rows in that range, `first` and `last` are as they were asked */
	struct sums_part {
		int32_t first, last;
		struct day day;
	} parts[SUMS_MAX];
	struct day all;
	int scored;  /* days with a score; another store may have one of the same day */
	bool ounces; /* the unit of water */
};

/*
 * Read the sums of a range: `text` such as "month", NULL: `preset`. Days after today are left out,
 * and those before the first one with rows. Failures are reported.
 */
enum exit_code sums_read(struct command *command, const struct history *history, const char *text,
			 const char *preset, struct sums *ret);

/* "Mon 23 Nov", "23 Nov" of a week, "Nov 2026", "2026"; and the range, "Sat 21 Nov - Fri 27 Nov
 * 2026". */
void sums_label(const struct sums *sums, int part, char out[SUMS_LABEL_SIZE]);
void sums_range(const struct sums *sums, char out[SUMS_LABEL_SIZE]);

/* When a row ended, on the clock of its place: "Mon 23 Nov 2026 03:10". */
void sums_moment(const struct record *row, char out[SUMS_LABEL_SIZE]);

/* The same without the weekday: "23 Nov". */
void sums_label_short(const struct sums *sums, int part, char out[SUMS_LABEL_SIZE]);

/* A sentence about the range, without a full stop, and its label. False: nothing is known of
 * that, or for the hours too little. */
enum sums_line {
	SUMS_BREAKS,
	SUMS_SITTING,
	SUMS_WATER,
	SUMS_CRAMPS,
	SUMS_PAIN,
	SUMS_HOURS,
	SUMS_LINES
};
enum { SUMS_SAY_SIZE = 256 };
const char *sums_line_label(enum sums_line line);
bool sums_say(const struct sums *sums, enum sums_line line, char out[SUMS_SAY_SIZE]);

/* The value of each part, by which it is drawn: the longest sitting in seconds, millilitres,
 * cramps, tenths of the mean score; -1: nothing is known. Returns the highest. */
int64_t sums_values(const struct sums *sums, enum sums_line line, int64_t ret[SUMS_MAX]);

/* All numbers of a day as the members of an open object; and of a range, as one line. */
void day_json(struct json *json, const struct day *day);
void sums_json(FILE *out, const struct sums *sums);

#endif
