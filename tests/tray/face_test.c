/* What the tray shows of a status, and when that changes by itself. */
#include "tests/rows.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/cli/bar_day.h"
#include "tray/face.h"

static void far(struct status *status)
{
	status->next_at = status->reminders[0].speaks = NOW + 100 * MINUTE;
	status->reminders[0].full_at = NOW + 100 * MINUTE;
	status->reminders[0].every = 800 * MINUTE;
	status->reminders[0].ledger = 700 * MINUTE;
}

static void tomorrow(struct status *status)
{
	status->next_at = status->reminders[0].speaks = NOW + 19 * 60 * MINUTE;
	status->reminders[0].full_at = 0;
}

static const struct {
	const char *name, *tray;
	void (*change)(struct status *status);
	enum icon_state state;
	int parts;
	const char *label, *next, *text;
	int changes; /* minutes from now; 0: it does not */
} cases[] = {
	{ "as it is", "time", as_it_is, ICON_ON, 6, "14:18", "14:18  Walk", "Today 7 cards, 3 done",
	  6 },
	{ "minutes", "minutes", as_it_is, ICON_ON, 6, "12 min", "14:18  Walk",
	  "Today 7 cards, 3 done", 1 },
	{ "far", "minutes", far, ICON_ON, 7, "15:46", "15:46  Walk", "Today 7 cards, 3 done", 1 },
	{ "paused", "minutes", paused, ICON_PAUSED, 6, "15:30", "Paused until 15:30",
	  "Today 7 cards, 3 done", 0 },
	{ "away", "minutes", away, ICON_AWAY, 6, "when you sit", "when you sit  Walk",
	  "Today 7 cards, 3 done", 0 },
	{ "due", "minutes", due, ICON_DUE, 8, "due, waits", "due, waits  Walk",
	  "Waiting: a call since 14:01\nToday 7 cards, 3 done", 0 },
	{ "card", "time", card, ICON_DUE, 6, "", "Walk", "Today 7 cards, 3 done", 0 },
	{ "unwell", "time", unwell, ICON_UNWELL, 6, "14:18", "14:18  Walk",
	  "No card since Monday.\nToday 7 cards, 3 done", 0 },
	{ "nothing", "time", nothing, ICON_ON, 0, "", "Nothing is planned", "Today 7 cards, 3 done",
	  0 },
	{ "tomorrow", "time", tomorrow, ICON_ON, 6, "tomorrow 09:06", "tomorrow 09:06  Walk",
	  "Today 7 cards, 3 done", 0 },
};

static void faces(void **state)
{
	static struct status status;
	struct face face;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		status = day;
		status.tray = cases[i].tray;
		cases[i].change(&status);
		face_make(&status, &face);
		row_check(&rows,
			  face.icon.state == cases[i].state && face.icon.parts == cases[i].parts,
			  "%s: state %d, %d parts", cases[i].name, (int)face.icon.state,
			  face.icon.parts);
		row_check(&rows,
			  strcmp(face.label, cases[i].label) == 0 &&
				  strcmp(face.next, cases[i].next) == 0 &&
				  strcmp(face.text, cases[i].text) == 0,
			  "%s: %s; %s; %s", cases[i].name, face.label, face.next, face.text);
		row_check(
			&rows,
			face.changes ==
				(cases[i].changes ? NOW + (uint64_t)cases[i].changes * MINUTE : 0),
			"%s changes %d s from now", cases[i].name,
			(int)((int64_t)(face.changes - NOW) / 1000000));
	}
	rows_end(&rows);
}

/* A whole interval wakes it up eight times; with the minutes, once in each. */
static void wakes(void **state)
{
	static struct status status;
	struct face face;
	(void)state;
	status = day;
	status.reminders[0].ledger = 0;
	status.reminders[0].full_at = status.reminders[0].speaks = status.next_at =
		NOW + 48 * MINUTE;
	for (int turn = 0; turn < 2; turn++) {
		int count = 0;
		status.tray = turn ? "minutes" : "time";
		face_make(&status, &face);
		assert_int_equal(face.icon.parts, 0);
		for (uint64_t now = NOW; face.changes > now && count < 100; count++) {
			now = face.changes;
			face_pass(&face, now);
		}
		assert_int_equal(face.icon.parts, ICON_PARTS);
		assert_int_equal(count, turn ? 48 : 8);
	}
}

/* A late wake counts the time that has passed. */
static void late(void **state)
{
	struct face face;
	(void)state;
	face_make(&day, &face);
	face_pass(&face, NOW + 7 * MINUTE);
	assert_int_equal(face.icon.parts, 7);
	face_pass(&face, NOW + 500 * MINUTE);
	assert_int_equal(face.icon.parts, 8);
	assert_int_equal(face.changes, 0);
	face_make(NULL, &face);
	assert_int_equal(face.icon.state, ICON_OFF);
	face_pass(&face, NOW);
	assert_int_equal(face.changes, 0);
}

/* Texts that are too long are cut between characters. */
static void long_words(void **state)
{
	static struct status status;
	static char words[2 * FACE_TEXT + 1];
	struct face face;
	(void)state;
	for (int i = 0; i < FACE_TEXT; i++)
		memcpy(words + 2 * i, "ä", 2);
	status = day;
	status.problems = (struct status_texts){ 2, { words, words } };
	status.reminders[0].title = words + 1;
	face_make(&status, &face);
	assert_true(mbstowcs(NULL, face.text, 0) != (size_t)-1);
	assert_true(mbstowcs(NULL, face.next, 0) != (size_t)-1);
}

/* Broken numbers of a limberd that is not ours. */
static void nonsense(void **state)
{
	static const uint64_t numbers[] = { 0, 1, 7, INT64_MAX, UINT64_MAX, NOW, NOW - 1, NOW + 1 };
	static struct status status;
	struct face face;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(numbers) * ROWS(numbers) * ROWS(numbers); i++) {
		status = day;
		status.tray = "minutes";
		status.reminders[0].every = numbers[i % ROWS(numbers)];
		status.reminders[0].ledger = numbers[i / ROWS(numbers) % ROWS(numbers)];
		status.reminders[0].full_at = status.next_at =
			numbers[i / ROWS(numbers) / ROWS(numbers)];
		face_make(&status, &face);
		row_check(&rows,
			  face.icon.parts >= 0 && face.icon.parts <= ICON_PARTS &&
				  (face.changes == 0 || face.changes > NOW),
			  "row %d: %d parts", (int)i, face.icon.parts);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faces),      cmocka_unit_test(wakes),    cmocka_unit_test(late),
		cmocka_unit_test(long_words), cmocka_unit_test(nonsense),
	};
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
