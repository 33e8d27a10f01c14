/* The line for a status bar, and when it would be another one. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/limber/waybar.h"
#include "tests/cli/bar_day.h"

#define MIDNIGHT (NOW + 594 * MINUTE)

static void silent(struct status *status)
{
	unwell(status);
	status->silent_since = NOW - 2 * 24 * 60 * MINUTE;
}

static const struct {
	const char *name;
	void (*change)(struct status *status);
	const char *class, *text, *tooltip;
	uint64_t changes;
} cases[] = {
	{ "as it is", as_it_is, "on", "14:18", "14:18: desk, Walk\nToday 7 cards, 3 done",
	  NOW + 12 * MINUTE },
	{ "paused", paused, "paused", "15:30",
	  "Paused until 15:30\n15:30: desk, Walk\nToday 7 cards, 3 done", NOW + 84 * MINUTE },
	{ "away", away, "away", "-", "when you sit: desk, Walk\nToday 7 cards, 3 done", MIDNIGHT },
	{ "due", due, "due", "due, waits",
	  "due, waits: desk, Walk\nWaiting: a call since 14:01\nToday 7 cards, 3 done", MIDNIGHT },
	{ "card", card, "card", "Walk", "Card: Walk (desk)\nToday 7 cards, 3 done",
	  NOW + 12 * MINUTE },
	{ "unwell", unwell, "unwell", "!",
	  "No card since Monday.\n14:18: desk, Walk\nToday 7 cards, 3 done", NOW + 12 * MINUTE },
	{ "silent", silent, "silent", "!",
	  "No card since Monday.\n14:18: desk, Walk\nToday 7 cards, 3 done", NOW + 12 * MINUTE },
	{ "nothing", nothing, "on", "-", "Today 7 cards, 3 done", 0 },
};

static void lines(void **state)
{
	static struct status status;
	struct waybar bar;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		status = day;
		cases[i].change(&status);
		waybar_make(&status, &bar);
		row_check(&rows,
			  strcmp(bar.class, cases[i].class) == 0 &&
				  strcmp(bar.text, cases[i].text) == 0 &&
				  strcmp(bar.tooltip, cases[i].tooltip) == 0 &&
				  bar.percentage == 75,
			  "%s: %s, %s, %d\n%s", cases[i].name, bar.class, bar.text, bar.percentage,
			  bar.tooltip);
		row_check(&rows, waybar_changes(&status) == cases[i].changes,
			  "%s changes %d min from now", cases[i].name,
			  (int)((int64_t)(waybar_changes(&status) - NOW) / (int64_t)MINUTE));
	}
	rows_end(&rows);
}

/* Minutes that pass are no change; a line that differs is one. */
static void equal(void **state)
{
	static struct status status;
	struct waybar a, b;
	(void)state;
	status = day;
	waybar_make(&status, &a);
	status.now += 5 * MINUTE;
	status.counted_percent = 86;
	waybar_make(&status, &b);
	assert_true(waybar_equal(&a, &b));
	assert_int_equal(b.percentage, 86);
	card(&status);
	waybar_make(&status, &b);
	assert_false(waybar_equal(&a, &b));
	waybar_make(NULL, &b);
	assert_string_equal(b.class, "off");
}

/* Texts that are too long are cut, not run over. */
static void long_words(void **state)
{
	static struct status status;
	static char words[2 * WAYBAR_TIP];
	struct waybar bar;
	(void)state;
	memset(words, 'x', sizeof(words) - 1);
	status = day;
	status.problems = (struct status_texts){ 2, { words, words } };
	card(&status);
	status.card.title = words;
	waybar_make(&status, &bar);
	assert_int_equal(strlen(bar.tooltip), WAYBAR_TIP - 1);
}

/* What is shown is markup to Waybar; nothing of the user's may end or spoil it. */
static void markup(void **state)
{
	static const char *const rows[][2] = {
		{ "Tea & <5 min>", "Tea &amp; &lt;5 min&gt;" },
		{ "\"Tea\" 'now'", "&quot;Tea&quot; &#39;now&#39;" },
		{ "&amp;", "&amp;amp;" },
		{ "a\x01\x1b[1m\tb", "a[1mb" },
		{ "\xc3\x84ndern", "\xc3\x84ndern" },
		{ "", "" },
	};
	struct rows checks = rows_begin(state);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct waybar bar = { .class = "card" };
		char *printed = NULL, wanted[512];
		size_t size;
		FILE *out = open_memstream(&printed, &size);
		snprintf(bar.text, sizeof(bar.text), "%s", rows[i][0]);
		snprintf(bar.tooltip, sizeof(bar.tooltip), "%s", rows[i][0]);
		waybar_print(out, &bar);
		fclose(out);
		snprintf(wanted, sizeof(wanted),
			 "{\"text\": \"%s\", \"tooltip\": \"%s\", \"class\": \"card\", "
			 "\"percentage\": 0}\n",
			 rows[i][1], rows[i][1]);
		row_check(&checks, strcmp(printed, wanted) == 0, "%s: %s", rows[i][0], printed);
		free(printed);
	}
	rows_end(&checks);
}

/* The longest texts are still whole markup. */
static void long_markup(void **state)
{
	static struct waybar bar = { .class = "card" };
	char *printed = NULL;
	size_t size, escapes = 0;
	(void)state;
	memset(bar.tooltip, '"', sizeof(bar.tooltip) - 1);
	FILE *out = open_memstream(&printed, &size);
	waybar_print(out, &bar);
	fclose(out);
	for (const char *at = printed; (at = strstr(at, "&quot;")); at++)
		escapes++;
	free(printed);
	assert_int_equal(escapes, WAYBAR_TIP - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),       cmocka_unit_test(equal),
		cmocka_unit_test(long_words),  cmocka_unit_test(markup),
		cmocka_unit_test(long_markup),
	};
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
