/* The sums of a day, row by row, and of several days. */
#include <string.h>

#include "core/model/day.h"
#include "tests/rows.h"

/* What the sums of a day are compared with; all other fields are 0. */
struct sum {
	enum day_field field;
	int64_t value;
};

enum { ROWS_MOST = 4, SUMS_MOST = 12 };

#define AT(hour, minute) (((hour)*60 + (minute)) * USEC_PER_MIN)
#define CARD(what, at)                                                                             \
	{                                                                                          \
		.kind = RECORD_CARD, .outcome = OUTCOME_##what, .shown = { 1 }, .ended = { at }    \
	}
#define CALLED(what, at)                                                                           \
	{                                                                                          \
		.kind = RECORD_CARD, .outcome = OUTCOME_##what, .ended = { at }                    \
	}
#define SPAN(what, length)                                                                         \
	{                                                                                          \
		.kind = RECORD_##what, .outcome = OUTCOME_DONE, .shown = { 1 }, .ended = { 9 },    \
		.seconds = (length)                                                                \
	}
#define BOOKED(what, much)                                                                         \
	{                                                                                          \
		.kind = RECORD_##what, .outcome = OUTCOME_DONE, .ended = { AT(9, 0) },             \
		.amount = (much)                                                                   \
	}
#define OF(what) (DAY_OUTCOMES + OUTCOME_##what)
#define ASKED(hour) (DAY_HOURS_ASKED + (hour))
#define TAKEN(hour) (DAY_HOURS_TAKEN + (hour))

static const struct {
	const char *name;
	struct record rows[ROWS_MOST];
	int count;
	struct sum sums[SUMS_MOST];
	int asked, taken;
} cases[] = {
	{ "no row", { { 0 } }, 0, { { 0 } }, 0, 0 },
	{ "a card that was done",
	  { CARD(DONE, AT(9, 59)) },
	  1,
	  { { DAY_ROWS, 1 }, { OF(DONE), 1 }, { ASKED(9), 1 }, { TAKEN(9), 1 } },
	  1,
	  1 },
	{ "done without a card: unasked, and not of those asked for",
	  { CALLED(DONE, AT(10, 0)) },
	  1,
	  { { DAY_ROWS, 1 }, { OF(DONE), 1 }, { DAY_UNASKED, 1 } },
	  0,
	  0 },
	{ "partly without a card",
	  { CALLED(PARTLY, 0) },
	  1,
	  { { DAY_ROWS, 1 }, { OF(PARTLY), 1 }, { DAY_UNASKED, 1 } },
	  0,
	  0 },
	{ "booked without a card, then amended to skipped: nothing asked for it",
	  { CALLED(SKIPPED, AT(10, 0)) },
	  1,
	  { { DAY_ROWS, 1 } },
	  0,
	  0 },
	{ "skipped while it was due, before its card",
	  { { .kind = RECORD_CARD,
	      .outcome = OUTCOME_SKIPPED,
	      .due = { 1 },
	      .ended = { AT(10, 0) } } },
	  1,
	  { { DAY_ROWS, 1 }, { OF(SKIPPED), 1 }, { ASKED(10), 1 } },
	  1,
	  0 },
	{ "skipped and unanswered are asked for",
	  { CARD(SKIPPED, AT(8, 0)), CARD(UNANSWERED, AT(8, 30)) },
	  2,
	  { { DAY_ROWS, 2 }, { OF(SKIPPED), 1 }, { OF(UNANSWERED), 1 }, { ASKED(8), 2 } },
	  2,
	  0 },
	{ "perhaps lowers nothing; natural is taken",
	  { CARD(PERHAPS, AT(8, 0)), CARD(NATURAL, AT(8, 30)) },
	  2,
	  { { DAY_ROWS, 2 },
	    { OF(PERHAPS), 1 },
	    { OF(NATURAL), 1 },
	    { ASKED(8), 1 },
	    { TAKEN(8), 1 } },
	  1,
	  1 },
	{ "snoozed, not shown and offered lower nothing",
	  { CARD(SNOOZED, AT(8, 0)), CALLED(NOT_SHOWN, AT(8, 0)), CARD(OFFERED, AT(8, 0)) },
	  3,
	  { { DAY_ROWS, 3 }, { OF(SNOOZED), 1 }, { OF(NOT_SHOWN), 1 }, { OF(OFFERED), 1 } },
	  0,
	  0 },
	{ "taken back: a row, and nothing else",
	  { CARD(NONE, AT(8, 0)),
	    { .kind = RECORD_SITTING, .seconds = 9 },
	    { .kind = RECORD_CRAMP, .amount = 9 } },
	  3,
	  { { DAY_ROWS, 3 } },
	  0,
	  0 },
	{ "spans of sitting",
	  { SPAN(SITTING, 600), SPAN(SITTING, 900), SPAN(SITTING, 60) },
	  3,
	  { { DAY_ROWS, 3 }, { DAY_SPANS, 3 }, { DAY_SAT, 1560 }, { DAY_LONGEST, 900 } },
	  0,
	  0 },
	{ "absences",
	  { SPAN(AWAY, 600), SPAN(AWAY, 900) },
	  2,
	  { { DAY_ROWS, 2 }, { DAY_ABSENCES, 2 }, { DAY_AWAY, 1500 } },
	  0,
	  0 },
	{ "water without a card",
	  { BOOKED(DRINK, 250), BOOKED(DRINK, 300) },
	  2,
	  { { DAY_ROWS, 2 },
	    { OF(DONE), 2 },
	    { DAY_UNASKED, 2 },
	    { DAY_DRINKS, 2 },
	    { DAY_WATER, 550 } },
	  0,
	  0 },
	{ "cramps: the worst",
	  { BOOKED(CRAMP, 3), BOOKED(CRAMP, 7), BOOKED(CRAMP, 5) },
	  3,
	  { { DAY_ROWS, 3 }, { DAY_CRAMPS, 3 }, { DAY_CRAMP_WORST, 7 } },
	  0,
	  0 },
	{ "scores: their sum",
	  { BOOKED(SCORE, 3), BOOKED(SCORE, 8) },
	  2,
	  { { DAY_ROWS, 2 }, { DAY_SCORES, 2 }, { DAY_SCORE_SUM, 11 } },
	  0,
	  0 },
	{ "the hour is that of the row's own zone: east",
	  { { .outcome = OUTCOME_SKIPPED, .shown = { 1 }, .ended = { AT(23, 30) }, .zone = 3600 } },
	  1,
	  { { DAY_ROWS, 1 }, { OF(SKIPPED), 1 }, { ASKED(0), 1 } },
	  1,
	  0 },
	{ "west, before 1970",
	  { { .outcome = OUTCOME_SKIPPED, .shown = { 1 }, .ended = { AT(0, 30) }, .zone = -3600 } },
	  1,
	  { { DAY_ROWS, 1 }, { OF(SKIPPED), 1 }, { ASKED(23), 1 } },
	  1,
	  0 },
	{ "half an hour off",
	  { { .outcome = OUTCOME_SKIPPED, .shown = { 1 }, .ended = { AT(8, 30) }, .zone = 19800 } },
	  1,
	  { { DAY_ROWS, 1 }, { OF(SKIPPED), 1 }, { ASKED(14), 1 } },
	  1,
	  0 },
	{ "as far off as a number goes",
	  { { .outcome = OUTCOME_SKIPPED,
	      .shown = { 1 },
	      .ended = { INT64_MIN },
	      .zone = INT32_MIN } },
	  1,
	  { { DAY_ROWS, 1 }, { OF(SKIPPED), 1 }, { ASKED(16), 1 } },
	  1,
	  0 },
};

static int64_t expected(const struct sum *sums, int field)
{
	for (int i = 0; i < SUMS_MOST && sums[i].value != 0; i++)
		if ((int)sums[i].field == field)
			return sums[i].value;
	return 0;
}

static void rows_are_added(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct day day = { 0 };
		for (int j = 0; j < cases[i].count; j++)
			day_add(&day, &cases[i].rows[j]);
		for (int field = 0; field < DAY_FIELDS; field++)
			row_check(&rows, day.fields[field] == expected(cases[i].sums, field),
				  "%s: field %d is %lld", cases[i].name, field,
				  (long long)day.fields[field]);
		row_check(&rows,
			  day_asked(&day) == cases[i].asked && day_taken(&day) == cases[i].taken,
			  "%s: asked %lld, taken %lld", cases[i].name, (long long)day_asked(&day),
			  (long long)day_taken(&day));
	}
	rows_end(&rows);
}

/* Joined days are the sums of all their rows; the longest and the worst are those of all. */
static void days_are_joined(void **state)
{
	struct rows rows = rows_begin(state);
	struct day all = { 0 }, joined = { 0 };
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct day day = { 0 };
		for (int j = 0; j < cases[i].count; j++) {
			day_add(&day, &cases[i].rows[j]);
			day_add(&all, &cases[i].rows[j]);
		}
		day_join(&joined, &day);
	}
	row_check(&rows, memcmp(&all, &joined, sizeof(all)) == 0, "the sums differ");
	row_check(&rows, joined.fields[DAY_LONGEST] == 900, "longest %lld",
		  (long long)joined.fields[DAY_LONGEST]);
	row_check(&rows, joined.fields[DAY_CRAMP_WORST] == 7, "worst %lld",
		  (long long)joined.fields[DAY_CRAMP_WORST]);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_added),
		cmocka_unit_test(days_are_joined),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
