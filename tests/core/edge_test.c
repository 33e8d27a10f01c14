/* Edges that no story shows by itself: what is left behind, and what lies one step beyond. */
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/base/zone_probe.h"
#include "core/codec/state_text.h"
#include "core/foresee/typical.h"
#include "core/model/player.h"
#include "core/policy/busy.h"
#include "core/words/card_text.h"
#include "core/words/never_text.h"
#include "tests/core/script.h"
#include "tests/core/zones.h"

/* A pause that has ended leaves neither its end nor its reason in the state. */
static void pause_is_cleared(void **state)
{
	static struct story story;
	(void)state;
	assert_true(script_play(&story, "desk", "08:05; pause +20m; 08:24"));
	assert_int_not_equal(story.state.paused_until.us, 0);
	memset(story.state.paused_why, 'x', sizeof(story.state.paused_why) - 1);
	assert_true(script_play(&story, "desk", "08:05; pause +20m; 08:26; timer"));
	assert_int_equal(story.state.paused_until.us, 0);
	assert_string_equal(story.state.paused_why, "");
}

/* A reminder that waits again after its card was not shown was held in between. */
static void repeat_waits_anew(void **state)
{
	static const struct row rows[] = {
		{ "the second card of a time waits for a gap in input as the first did",
		  "lunch lunch.repeat=1 lunch.wait=10m",
		  "begin 12:00; source on; only shows; 13:30",
		  "12:40 show lunch; 13:02 show lunch" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Of holds that end at once, the one found first stands first. */
static void equal_ends(void **state)
{
	static const struct row rows[] = {
		{ "open ends", "desk",
		  "08:10; call on; awake on; dnd on; asked on; away; holds desk",
		  "08:10 holds desk away dnd inhibited call awake" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* A name of a part has room for its NUL or is refused, and nothing behind it is touched. */
static void names_of_parts(void **state)
{
	static struct test_plan plan;
	static struct state is;
	char text[2 * NAME_SIZE + 16];
	const struct zone zone = zone_berlin();
	struct rows rows = rows_begin(state);
	plan_make(&plan, "desk");
	for (int length = NAME_SIZE - 2; length <= NAME_SIZE + 1; length++) {
		state_init(&is, &plan.plan, &zone, (struct moment){ { 0 }, { 0 } });
		snprintf(text, sizeof(text), "[%.*s]\n", length,
			 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
		row_check(&rows, state_read_parts(&is, text) == (length < NAME_SIZE),
			  "%d bytes of %d", length, NAME_SIZE);
	}
	rows_end(&rows);
}

/* `back` in a routine without parts looks at no part before the first. */
static void back_of_nothing(void **state)
{
	static struct player players[2];
	struct play play = { .runs = true };
	(void)state;
	memset(&players[0], 0x55, sizeof(players[0]));
	players[1].steps = lunge_steps;
	player_back(&players[1], &play, (struct boottime){ USEC_PER_MIN });
	assert_int_equal(play.at, 0);
}

static void daily_times(void **state)
{
	static const struct {
		const char *text;
		bool daily;
	} cases[] = {
		{ "12:30", true },           { "*-*-* 12:30", true },  { "Mon..Sun 12:30", true },
		{ "Mon..Sat 12:30", false }, { "*-*-1 12:30", false }, { "*-2-* 12:30", false },
		{ "2027-*-* 12:30", false }, { "hourly", false },      { "*:30", false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct calendar time;
		bool read = calendar_read(cases[i].text, &time) == TEXT_OK;
		row_check(&rows, read && calendar_daily(&time) == cases[i].daily, "%s",
			  cases[i].text);
	}
	rows_end(&rows);
}

/* The current reports of programs are not part of a typical day. */
static void typical_day_forgets(void **state)
{
	static struct test_plan plan;
	static struct replay replay;
	const struct zone zone = zone_berlin();
	(void)state;
	plan_make(&plan, "desk");
	replay = (struct replay){ .plan = &plan.plan };
	replay.now.real.us = INT64_C(1795402800) * USEC_PER_SEC;
	replay_begin(&replay, &zone);
	replay_send(&replay,
		    (struct event){ .kind = EVENT_BUSY, .busy = { .kind = BUSY_DND, .on = true } });
	assert_true(busy_holds(&plan.plan, &replay.state, BUSY_DND, replay.now));
	typical_begin(&replay);
	assert_false(busy_holds(&plan.plan, &replay.state, BUSY_DND, replay.now));
}

/* A card begins with a line, although no text precedes it. */
static void no_blank_line(void **state)
{
	static struct story story;
	struct card_text text;
	(void)state;
	assert_true(script_play(&story, "floor", "08:51"));
	card_text(&story.plan.plan, &story.state, &item_lunge, NULL, &text);
	assert_int_not_equal(text.body[0], '\0');
	assert_int_not_equal(text.body[0], '\n');
	assert_null(strstr(text.body, "\n\n"));
}

/* The lines of a card. */
static void bodies(void **state)
{
	static const struct {
		const char *name, *plan, *script, *body;
		const struct item *item;
	} cases[] = {
		{ "after sitting", "floor", "08:51",
		  "Lunge.\nStop at pain.\nYou have been sitting for 50 min.", &item_lunge },
		{ "asked for", "floor", "08:10; ring floor",
		  "Lunge.\nStop at pain.\nYou asked to see it now.", &item_lunge },
		{ "at a time, in the user's words", "lunch", "begin 12:00; 12:31", "", NULL },
		{ "played: the second part of three", "floor",
		  "08:10; ring floor; play start; 08:10:40",
		  "10 s, 2 times\nStep 2 of 2: Push.\nStop at pain.\nNext: the right side.",
		  &item_lunge },
		{ "played: the last part", "floor", "08:10; ring floor; play start; 08:11:10",
		  "10 s, 2 times\nStep 2 of 2: Push.\nStop at pain.", &item_lunge },
		{ "played to its end", "floor", "08:10; ring floor; play start; 08:11:20",
		  "That was it: 1 min 18 s.\nStop at pain.", &item_lunge },
	};
	static struct story story;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct card_text text;
		bool up = script_play(&story, cases[i].plan, cases[i].script) &&
			  story.state.card.id != 0;
		if (up)
			card_text(&story.plan.plan, &story.state, cases[i].item, NULL, &text);
		row_check(&rows, up && strcmp(text.body, cases[i].body) == 0, "%s: %s",
			  cases[i].name, up ? text.body : story.text);
	}
	rows_end(&rows);
}

/* What GetState prints is read back, whatever a reason has in it. */
static void reasons_of_pauses(void **state)
{
	static struct story story, back;
	char text[2 * STATE_TEXT_SIZE], part[STATE_TEXT_SIZE];
	(void)state;
	assert_true(script_play(&story, "desk", "08:05; pause +20m"));
	snprintf(story.state.paused_why, sizeof(story.state.paused_why), "see [1] and [2]");
	state_print_reminder(&story.state.reminders[0], part);
	int length = snprintf(text, sizeof(text), "[desk]\n%s", part);
	state_print(&story.state, part);
	snprintf(text + length, sizeof(text) - (size_t)length, "[]\n%s", part);
	assert_true(script_play(&back, "desk", "08:05"));
	assert_true(state_read_parts(&back.state, text));
	assert_string_equal(back.state.paused_why, "see [1] and [2]");
}

static void resume_forgets_why(void **state)
{
	static struct story story;
	(void)state;
	assert_true(script_play(&story, "desk", "08:05; pause +20m"));
	snprintf(story.state.paused_why, sizeof(story.state.paused_why), "dentist");
	story_send(&story, (struct event){ .kind = EVENT_RESUME });
	assert_string_equal(story.state.paused_why, "");
}

/* The longest words are compared, longer ones are near to none. */
static void longest_words(void **state)
{
	char typed[80], known[80];
	const char *const words[] = { known };
	struct rows rows = rows_begin(state);
	for (int length = 63; length <= 65; length++) {
		memset(typed, 'a', sizeof(typed));
		memset(known, 'a', sizeof(known));
		typed[length] = known[length] = '\0';
		typed[10] = 'b';
		row_check(&rows, (text_nearest(typed, words, 1) != NULL) == (length <= 64),
			  "%d bytes", length);
	}
	rows_end(&rows);
}

static void open_moments(void **state)
{
	const struct zone zone = zone_berlin();
	char text[WHEN_SIZE] = "";
	(void)state;
	words_when(REALTIME_OPEN, &zone, (struct realtime){ 0 }, NULL, text);
	assert_string_equal(text, "…");
}

static const char *english(const char *text)
{
	return text;
}

static void never_comes(void **state)
{
	static const struct {
		const char *plan, *text;
	} cases[] = {
		{ "desk", "" },
		{ "lunch", "" },
		{ "lunch quiet=12:00-15:00", "lunch never comes: quiet covers all its times. "
					     "Another time: limber set lunch at=08:05" },
		{ "off quiet=00:00-24:00", "" },
	};
	static struct story story;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char text[SENTENCE_SIZE];
		bool played = script_play(&story, cases[i].plan, "08:05");
		bool never = never_say(&story.plan.plan, &story.state, 0, story.now, english, text);
		row_check(&rows,
			  played && never == (cases[i].text[0] != '\0') &&
				  strcmp(text, cases[i].text) == 0,
			  "%s: %s", cases[i].plan, text);
	}
	rows_end(&rows);
}

static void stories(void **state)
{
	static const struct row rows[] = {
		{ "sitting is counted up to its interval, and standing is taken off that", "desk",
		  "08:05; dnd on; sat 3h; stood 5m; ledger desk", "08:05 ledger desk 20:00" },
		{ "the first reminder, done once more, is one more", "desk",
		  "08:05; ring desk; 08:06; done; 08:07; done",
		  "08:05 show desk walk; 08:06 close, #1.1 desk walk done; 08:07 #2.1 desk hip "
		  "done" },
		{ "what was snoozed and then held comes when it may", "desk",
		  "08:51; snooze #1 +10m; dnd on; 09:30; only shows; dnd off; 09:31",
		  "08:50 show desk walk; 08:51 close, #1.1 desk walk snoozed; 09:30 show desk "
		  "walk" },
	};
	script_rows(state, rows, ROWS(rows));
}

static void schedules(void **state)
{
	static const struct {
		int index;
		const char *plan, *text;
	} cases[] = {
		{ 0, "desk", "every 50 min of sitting" },
		{ 0, "lunch", "every day 12:30" },
		{ 0, "water desk", "every 1 h 30 min of sitting, on the desk card" },
		{ 0, "desk water", "every 50 min of sitting" },
		{ 1, "desk water", "every 1 h 30 min of sitting, on the desk card" },
		{ 0, "lunch lunch.days=0..3", "every day 12:30, on the days 0 to 3 of acute" },
		{ 0, "water desk aim=1500ml", "by the aim of the day, on the desk card" },
		{ 1, "desk water aim=0ml", "every 1 h 30 min of sitting, on the desk card" },
		{ 0, "desk desk.hours=09:00-12:00", "every 50 min of sitting, 09:00-12:00" },
	};
	static struct test_plan plan;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char text[SENTENCE_SIZE];
		plan_make(&plan, cases[i].plan);
		struct state empty = { .at = { { 0 }, { 0 } } };
		words_schedule(&plan.plan, &empty, cases[i].index, NULL, text);
		row_check(&rows, strcmp(text, cases[i].text) == 0, "%s: %s", cases[i].plan, text);
	}
	rows_end(&rows);
}

/* A zone that changes at the very second where the table begins, and the one before it ends. */
static int64_t changes_at;

static int32_t offset_at(int64_t second)
{
	return second < changes_at ? 3600 : 7200;
}

static void changes_of_a_zone(void **state)
{
	static const int64_t from = INT64_C(1795402800);
	static const int64_t days[] = { -31, -3, 0, 3, 6, 100, 399 };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(days); i++) {
		struct zone zone = { .count = 0 };
		changes_at = from + days[i] * 24 * 60 * 60;
		zone_probe(&zone, (struct realtime){ from * USEC_PER_SEC }, offset_at);
		row_check(&rows,
			  zone.count == 1 && zone.offset == 3600 &&
				  zone.changes[0].offset == 7200 &&
				  zone.changes[0].at.us == changes_at * USEC_PER_SEC,
			  "%d days: %d changes", (int)days[i], zone.count);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pause_is_cleared),    cmocka_unit_test(repeat_waits_anew),
		cmocka_unit_test(equal_ends),          cmocka_unit_test(names_of_parts),
		cmocka_unit_test(back_of_nothing),     cmocka_unit_test(daily_times),
		cmocka_unit_test(typical_day_forgets), cmocka_unit_test(no_blank_line),
		cmocka_unit_test(schedules),           cmocka_unit_test(bodies),
		cmocka_unit_test(reasons_of_pauses),   cmocka_unit_test(resume_forgets_why),
		cmocka_unit_test(longest_words),       cmocka_unit_test(open_moments),
		cmocka_unit_test(never_comes),         cmocka_unit_test(stories),
		cmocka_unit_test(changes_of_a_zone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
