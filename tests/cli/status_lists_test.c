/* The screens of limber list, show and next. */
#include "tests/cli/status_day.h"

#include <time.h>

static char *table_of(void (*change)(struct status *status))
{
	static struct status status;
	char *out = NULL;
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	status = day;
	change(&status);
	status_table(stream, &style_none, &status, STATUS_ITEM);
	fclose(stream);
	return out;
}

static void lists(void **state)
{
	(void)state;
	char *screen = table_of(as_it_is);
	assert_string_equal(screen,
			    "  REMINDER  WHEN                     NEXT   ITEM\n"
			    "  desk      every 50 min of sitting  14:18  walk-break\n"
			    "  bedtime   every day 21:30          21:30  bedtime-stretch\n");
	free(screen);
	screen = table_of(long_words);
	assert_true(narrow(screen));
	free(screen);
}

static const char *const deck[] = { "walk-break", "hip-flexor-stretch", "micro-pause", NULL };

static char *one_of(void (*change)(struct status *status), int number, const char *const items[])
{
	static struct status status;
	char *out = NULL;
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	status = day;
	change(&status);
	status_print_one(stream, &style_none, &status, &status.reminders[number], items);
	fclose(stream);
	return out;
}

static void ended(struct status *status)
{
	due(status);
	status->reminders[0].last_outcome = "done";
	status->reminders[0].last_ended = NOW - 45 * MINUTE;
	status->reminders[0].outcomes[OUTCOME_DONE] = 3;
}

static void ones(void **state)
{
	static const struct {
		const char *name;
		void (*change)(struct status *status);
		int number;
		const char *const *items;
		const char *screen;
	} screens_of_one[] = {
		{ "desk", ended, 0, deck,
		  "desk: every 50 min of sitting\n\n"
		  "  Sitting   50 of 50 min     ####################\n"
		  "  Next      about 14:21      Walk two minutes\n"
		  "  Waiting   the last card came at 13:51, the next not before 14:21\n"
		  "  Last      13:21: done\n"
		  "  Today     7 cards, 3 done\n"
		  "  Items     walk-break, hip-flexor-stretch, micro-pause\n\n"
		  "  Change: limber set desk KEY=VALUE    Why: limber explain desk\n" },
		{ "bedtime", unasked, 1, NULL,
		  "bedtime: every day 21:30\n\n"
		  "  Next      21:30            Stretch in bed\n"
		  "  Today     1 done\n\n"
		  "  Change: limber set bedtime KEY=VALUE    Why: limber explain bedtime\n" },
		{ "bedtime", as_it_is, 1, NULL,
		  "bedtime: every day 21:30\n\n"
		  "  Next      21:30            Stretch in bed\n"
		  "  Today     no card yet\n\n"
		  "  Change: limber set bedtime KEY=VALUE    Why: limber explain bedtime\n" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(screens_of_one); i++) {
		char *screen = one_of(screens_of_one[i].change, screens_of_one[i].number,
				      screens_of_one[i].items);
		row_check(&rows, strcmp(screen, screens_of_one[i].screen) == 0, "%s:\n%s",
			  screens_of_one[i].name, screen);
		free(screen);
	}
	rows_end(&rows);
}

/* The soonest first, without riders and those that are off. */
static void coming(void **state)
{
	static struct status status;
	const struct status_reminder *found[REMINDERS_MAX];
	(void)state;
	status = day;
	whole(&status);
	status.reminders[0].speaks = NOW + 500 * MINUTE;
	assert_int_equal(status_coming(&status, found), 2);
	assert_string_equal(found[0]->name, "bedtime");
	assert_string_equal(found[1]->name, "desk");
	status.reminders[1].enabled = false;
	assert_int_equal(status_coming(&status, found), 1);
	/* What waits for the end of something has no time of its own, and yet is next. */
	status = day;
	status.reminders[0].due = NOW - 2 * MINUTE;
	status.reminders[0].speaks = 0;
	assert_int_equal(status_coming(&status, found), 2);
	assert_string_equal(found[0]->name, "desk");
	char *out = NULL;
	size_t size;
	FILE *stream = open_memstream(&out, &size);
	status_print_next(stream, &status, 5);
	fclose(stream);
	assert_string_equal(out, "due, waits  desk     Walk two minutes\n"
				 "21:30       bedtime  Stretch in bed\n");
	free(out);
	/* While the user is away, a reminder that counts sitting is last, without a time. */
	status.sitting = false;
	status.reminders[0].due = 0;
	assert_int_equal(status_coming(&status, found), 2);
	stream = open_memstream(&out, &size);
	status_print_next(stream, &status, 5);
	fclose(stream);
	assert_string_equal(out, "21:30         bedtime  Stretch in bed\n"
				 "when you sit  desk     Walk two minutes\n");
	free(out);
}

/* Colour is only for terminals; here nothing is one. */
static void colour(void **state)
{
	(void)state;
	char *out = NULL;
	size_t size;
	FILE *stream = fopen("/dev/null", "w");
	setenv("TERM", "xterm", 1);
	assert_ptr_equal(style_of(stream), &style_none);
	fclose(stream);
	stream = open_memstream(&out, &size);
	lines_pad(stream, "a\tb\x1b[1m", 10);
	fclose(stream);
	assert_string_equal(out, "a?b?[1m   ");
	free(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists),
		cmocka_unit_test(ones),
		cmocka_unit_test(coming),
		cmocka_unit_test(colour),
	};
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
