/*
 * A year at a desk in milliseconds: nine-hour days with lunch, evenings at home, weekends off,
 * locks and sleep, a user who answers some cards and gets up after some. The rules hold all the
 * time and the numbers are those the design promises.
 */
#include <time.h>

#include "tests/core/plans.h"
#include "tests/core/rules.h"
#include "tests/rows.h"

enum { DAYS = 365, MINUTES = 24 * 60 };

struct year {
	struct test_plan plan;
	struct state state;
	struct moment now;
	bool armed;
	struct boottime wake;
	struct rules rules;
	uint32_t random;
	int cards[DAYS + 1];    /* of desk, by day */
	int bedtimes[DAYS + 1]; /* cards of bedtime */
	int outcomes[OUTCOME_COUNT];
	int day; /* since the start */
	int steps;
};

static int chance(struct year *year, int of)
{
	year->random = year->random * 1664525u + 1013904223u;
	return (int)((year->random >> 16) % (uint32_t)of);
}

static void count(struct year *year, const struct result *result)
{
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		if (action->kind == ACTION_SHOW && action->card.reminder == 0)
			year->cards[year->day]++;
		else if (action->kind == ACTION_SHOW)
			year->bedtimes[year->day]++;
		else if (action->kind == ACTION_RECORD)
			year->outcomes[action->record.outcome]++;
	}
}

static void send(struct year *year, struct event event)
{
	static struct state before;
	struct result result;
	event.now = year->now;
	before = year->state;
	step(&year->plan.plan, &year->state, &event, &result);
	year->steps++;
	rules_watch(&year->rules, &year->plan.plan, &before, &year->state, &event, &result);
	count(year, &result);
	year->armed = result.armed;
	year->wake = result.wake;
	if (result.count > 0 && result.actions[result.count - 1].kind == ACTION_SHOW)
		send(year, (struct event){ .kind = EVENT_SHOWN, .card = year->state.card.id });
}

static void pass(struct year *year, usec length)
{
	year->now.boot.us += length;
	year->now.real.us += length;
}

static void absent(struct year *year, enum absence why)
{
	send(year, (struct event){ .kind = EVENT_ABSENT,
				   .absent = { .why = why, .since = year->now.boot } });
}

static void present(struct year *year, enum absence why)
{
	send(year, (struct event){ .kind = EVENT_PRESENT, .present = why });
}

/* With a card up: half a minute later an answer to two of three, and after some a short walk. */
static void react(struct year *year)
{
	static const enum outcome answers[] = { OUTCOME_DONE, OUTCOME_DONE, OUTCOME_SKIPPED };
	if (chance(year, 3) == 0)
		return;
	pass(year, 30 * USEC_PER_SEC);
	send(year, (struct event){ .kind = EVENT_ANSWER,
				   .answer = { year->state.card.id, REMINDER_ANY,
					       answers[chance(year, 3)] } });
	if (chance(year, 2) == 0)
		return;
	absent(year, ABSENT_LOCKED);
	pass(year, chance(year, 4) * USEC_PER_MIN);
	present(year, ABSENT_LOCKED);
}

/* At the machine up to a time of day; asleep it is not woken. */
static void until(struct year *year, int minute, bool asleep)
{
	struct civil civil = zone_civil(&year->state.zone, year->now.real);
	civil = civil_of_day(civil_day(civil));
	civil.minute = minute;
	struct realtime target = zone_real(&year->state.zone, civil);
	while (!asleep && year->armed && year->wake.us <= moment_boot_of(year->now, target).us) {
		if (year->wake.us > year->now.boot.us)
			pass(year, year->wake.us - year->now.boot.us);
		send(year, (struct event){ .kind = EVENT_WAKE });
		if (year->state.card.id != 0)
			react(year);
	}
	if (target.us > year->now.real.us)
		pass(year, target.us - year->now.real.us);
}

/* Away from the machine up to a time of day. */
static void leave(struct year *year, enum absence why, int minute)
{
	absent(year, why);
	until(year, minute, why == ABSENT_ASLEEP);
	present(year, why);
}

/* 08:30 to 17:30 with 45 minutes of lunch; bedtime is due when the machine is in use. */
static void work_day(struct year *year)
{
	until(year, 12 * 60, false);
	leave(year, ABSENT_LOCKED, 12 * 60 + 45);
	until(year, 17 * 60 + 30, false);
	leave(year, ABSENT_ASLEEP, 20 * 60);
	until(year, 22 * 60 + 30, false);
	leave(year, ABSENT_ASLEEP, MINUTES + 8 * 60 + 30);
}

static void free_day(struct year *year)
{
	leave(year, ABSENT_ASLEEP, MINUTES + 8 * 60 + 30);
}

static void run(struct year *year)
{
	*year = (struct year){ .random = 1 };
	plan_make(&year->plan, "desk bedtime");
	struct zone zone = zone_berlin();
	struct civil monday = { .year = 2026, .month = 1, .day = 5, .hour = 8, .minute = 30 };
	year->now = (struct moment){ { USEC_PER_HOUR }, zone_real(&zone, monday) };
	state_init(&year->state, &year->plan.plan, &zone, year->now);
	send(year, (struct event){ .kind = EVENT_START });
	for (year->day = 0; year->day < DAYS; year->day++)
		(year->day % 7 < 5 ? work_day : free_day)(year);
}

static void a_year(void **state)
{
	static struct year year;
	clock_t began = clock();
	run(&year);
	double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
	struct rows rows = rows_begin(state);
	row_check(&rows, year.rules.broken[0] == '\0', "%s", year.rules.broken);
	int all = 0, work = 0;
	for (int day = 0; day < DAYS; day++) {
		bool free = day % 7 >= 5;
		int cards = year.cards[day], bedtimes = year.bedtimes[day];
		row_check(&rows, free ? cards == 0 : cards >= 7 && cards <= 10, "day %d: %d cards",
			  day, cards);
		row_check(&rows, bedtimes == !free, "day %d: %d bedtimes", day, bedtimes);
		all += cards;
		work += !free;
	}
	/* limber.conf: "8 or 9 cards in a 9-hour day" */
	row_check(&rows, all >= 8 * work && all <= 9 * work, "%d cards in %d days", all, work);
	const int *outcomes = year.outcomes;
	int ended =
		outcomes[OUTCOME_DONE] + outcomes[OUTCOME_SKIPPED] + outcomes[OUTCOME_UNANSWERED];
	row_check(&rows, ended == all + work, "%d rows for %d cards", ended, all + work);
	/* A weekend with the machine asleep: two bedtimes missed, at most one row for each. */
	row_check(&rows, outcomes[OUTCOME_NOT_SHOWN] <= 2 * 52, "%d not shown",
		  outcomes[OUTCOME_NOT_SHOWN]);
	print_message("a year: %d steps, %d cards, %.1f ms\n", year.steps, all, seconds * 1e3);
	/* 5 to 20 ms; the limit leaves room for sanitizers and a busy machine. */
	row_check(&rows, seconds < 5, "%f s of processor time", seconds);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_year) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
