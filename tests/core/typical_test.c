/* The cards of a plan on typical days. */
#include "core/foresee/typical.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"
#include "tests/rows.h"

struct days {
	int cards, first, last; /* minutes after midnight of the first and last one */
};

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	struct days *days = user;
	struct civil civil = zone_civil(&replay->state.zone, replay->now.real);
	(void)event;
	for (int i = 0; i < result->count; i++) {
		if (result->actions[i].kind != ACTION_SHOW)
			continue;
		days->last = civil.hour * 60 + civil.minute;
		if (days->cards++ == 0)
			days->first = days->last;
	}
}

/* From a fresh start on Monday 2026-11-23 at 04:00. */
static struct days play_from(const char *words, const struct daily *lunch, usec stands, int count)
{
	static struct test_plan plan;
	static struct replay replay;
	struct days days = { 0 };
	struct zone zone = zone_berlin();
	plan_make(&plan, words);
	replay = (struct replay){ .plan = &plan.plan, .stepped = told, .user = &days };
	replay.now.real.us = INT64_C(1795402800) * USEC_PER_SEC;
	replay_begin(&replay, &zone);
	replay.state.display = false; /* now; a typical day has one */
	if (stands > 0)
		replay_send(&replay, (struct event){ .kind = EVENT_ABSENT,
						     .absent = { .why = ABSENT_STANDING,
								 .since = replay.now.boot,
								 .length = stands } });
	typical_begin(&replay);
	struct realtime until = { replay.now.real.us + count * USEC_PER_DAY };
	typical_play(&replay, &(struct habits){ .lunch = *lunch }, until);
	return days;
}

static struct days play(const char *words, const struct daily *lunch, int count)
{
	return play_from(words, lunch, 0, count);
}

static struct days play_standing(const char *words, usec stands, int count)
{
	return play_from(words, &(struct daily){ 750, 780 }, stands, count);
}

static void counts(void **state)
{
	static const struct {
		const char *plan;
		struct daily lunch;
		int days, cards, first, last;
	} cases[] = {
		/* 08:00 to 20:00, each 50 min; lunch clears what was sat. */
		{ "desk", { 750, 780 }, 1, 13, 8 * 60 + 50, 19 * 60 + 40 },
		{ "desk", { 0, 0 }, 1, 14, 8 * 60 + 50, 19 * 60 + 40 },
		{ "desk cap=4", { 750, 780 }, 1, 4, 8 * 60 + 50, 14 * 60 + 20 },
		{ "desk", { 750, 780 }, 3, 39, 8 * 60 + 50, 19 * 60 + 40 },
		/* The user is there outside `hours`: the evening card is shown. */
		{ "bedtime", { 750, 780 }, 2, 2, 21 * 60 + 30, 21 * 60 + 30 },
		{ "lunch", { 0, 0 }, 7, 7, 12 * 60 + 30, 12 * 60 + 30 },
		/* A user who leaves at that minute still sees it; else it is shown after lunch. */
		{ "lunch", { 750, 780 }, 1, 1, 12 * 60 + 30, 12 * 60 + 30 },
		{ "lunch", { 740, 780 }, 1, 1, 13 * 60, 13 * 60 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct days days = play(cases[i].plan, &cases[i].lunch, cases[i].days);
		row_check(&rows,
			  days.cards == cases[i].cards && days.first == cases[i].first &&
				  days.last == cases[i].last,
			  "%s: %d cards, first %d:%02d, last %d:%02d", cases[i].plan, days.cards,
			  days.first / 60, days.first % 60, days.last / 60, days.last % 60);
	}
	rows_end(&rows);
}

/* The evenings and days off are no `limber standing TIME`: only such a one ends with a card. */
static void standing(void **state)
{
	static const struct {
		const char *plan;
		usec stands; /* from the begin, 04:00; 0: not */
		int days, cards, first;
	} cases[] = {
		{ "off stood", 0, 1, 0, 0 },
		{ "off stood hours=Mon.10:00-17:00,Fri.10:00-17:00", 0, 14, 0, 0 },
		{ "off stood hours=Mon.10:00-17:00", 0, 40, 0, 0 },
		{ "off stood hours=Mon.10:00-17:00,Fri.10:00-17:00", 30 * USEC_PER_MIN, 14, 1,
		  4 * 60 + 30 },
		{ "off stood", 5 * USEC_PER_HOUR, 7, 1, 9 * 60 },
		{ "desk", 5 * USEC_PER_HOUR, 1, 12, 9 * 60 + 50 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct days days = play_standing(cases[i].plan, cases[i].stands, cases[i].days);
		row_check(&rows, days.cards == cases[i].cards && days.first == cases[i].first,
			  "%s: %d cards, first %d:%02d", cases[i].plan, days.cards, days.first / 60,
			  days.first % 60);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(counts), cmocka_unit_test(standing) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
