/* The day that a plan makes: its cards, as a person would count them. */
#include "core/foresee/forecast.h"
#include "core/foresee/limits_text.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"
#include "tests/rows.h"

#define USUAL "desk bedtime quiet=22:30-07:00 cap=10 after_return=2m desk.wait=10m"

/* The plan; the first week; "least-most" and the other cards: "HH:MM name". */
static const struct {
	const char *plan;
	bool first_week;
	const char *day;
} cases[] = {
	{ USUAL, false, "8-8, 21:30 bedtime" },
	{ USUAL " first_week=half", true, "4-5, 21:30 bedtime" },
	{ USUAL " first_week=half", false, "8-8, 21:30 bedtime" },
	{ USUAL " desk.every=45m", false, "8-9, 21:30 bedtime" },
	{ USUAL " desk.every=30m", false, "9-9, 21:30 bedtime" },
	{ "lunch " USUAL, false, "8-8, 12:30 lunch, 21:30 bedtime" },
	{ USUAL " hours=09:00-13:00", false, "4-4, 21:30 bedtime" },
	{ USUAL " hours=00:00-24:00", false, "7-7, 21:30 bedtime" },
	{ "desk hours=Tue.22:00-06:00", false, "7-7" },
	{ "off bedtime", false, "0-0, 21:30 bedtime" },
};

static void forecast_write(const struct forecast *forecast, const struct plan *plan,
			   const struct zone *zone, char out[256])
{
	int length = snprintf(out, 256, "%d-%d", forecast->least, forecast->most);
	for (int i = 0; i < forecast->count; i++) {
		struct civil civil = zone_civil(zone, forecast->cards[i].at);
		length += snprintf(out + length, 256 - (size_t)length, ", %02d:%02d %s", civil.hour,
				   civil.minute, plan->reminders[forecast->cards[i].reminder].name);
	}
}

static void days(void **state)
{
	struct rows rows = rows_begin(state);
	struct zone zone = zone_berlin();
	struct realtime sunday = zone_real(&zone, (struct civil){ 2026, 11, 22, 12, 0, 0 });
	for (size_t i = 0; i < ROWS(cases); i++) {
		static struct test_plan plan;
		struct forecast forecast;
		char day[256];
		plan_make(&plan, cases[i].plan);
		forecast_day(&plan.plan, &zone, sunday, cases[i].first_week, &forecast);
		forecast_write(&forecast, &plan.plan, &zone, day);
		row_check(&rows, strcmp(day, cases[i].day) == 0, "%s: %s, not %s", cases[i].plan,
			  day, cases[i].day);
	}
	rows_end(&rows);
}

static void words(void **state)
{
	static const struct {
		const char *plan;
		bool first_week;
		const char *says;
	} lines[] = {
		{ USUAL, true, "About 9 cards a day." },
		{ USUAL " first_week=half", true,
		  "About 5 or 6 cards a day, after the first week 9." },
		{ USUAL " first_week=half", false, "About 9 cards a day." },
		{ USUAL " desk.every=45m", false, "About 9 or 10 cards a day." },
		{ "desk quiet=22:30-07:00 hours=22:00-06:00", false,
		  "About 0 cards a day, as quiet covers the hours. Another quiet: "
		  "limber set quiet=08:00-20:00" },
		{ "desk quiet=00:00-23:59 hours=08:00-20:00", false,
		  "About 0 cards a day, as quiet covers the hours. Another quiet: "
		  "limber set quiet=00:00-08:00" },
		{ "off quiet=22:30-07:00", true, "About 0 cards a day." },
		{ "off", true, "About 0 cards a day." },
		{ "off bedtime", false, "About one card a day." },
	};
	struct rows rows = rows_begin(state);
	struct zone zone = zone_berlin();
	struct realtime sunday = zone_real(&zone, (struct civil){ 2026, 11, 22, 12, 0, 0 });
	for (size_t i = 0; i < ROWS(lines); i++) {
		static struct test_plan plan;
		char line[SENTENCE_SIZE];
		plan_make(&plan, lines[i].plan);
		forecast_say(&plan.plan, &zone, sunday, lines[i].first_week, NULL, line);
		row_check(&rows, strcmp(line, lines[i].says) == 0, "%s: %s", lines[i].plan, line);
	}
	rows_end(&rows);
}

/* What gap and cap make of intervals. */
static void limits(void **state)
{
	static const struct {
		const char *plan, *says;
	} plans[] = {
		{ USUAL, "" },
		{ USUAL " desk.every=25m",
		  "desk is due every 25 min, but 30 min pass after each card. Less: limber set "
		  "gap=25min\n"
		  "The cap of 10 spreads the cards over the day. More: limber set cap=16\n" },
		{ USUAL " cap=8",
		  "The cap of 8 spreads the cards over the day. More: limber set cap=9\n" },
		{ USUAL " desk.every=45m",
		  "The cap of 10 spreads the cards over the day. More: limber set cap=11\n" },
		{ USUAL " desk.every=1m gap=1m cap=10",
		  "The cap of 10 spreads the cards over the day. More: limber set cap=100\n" },
		{ USUAL " desk.every=1m gap=1m cap=100", "" },
		/* The intervals alone exceed the cap; with quiet and health they do not. */
		{ USUAL " desk.every=45m quiet=12:00-07:00", "" },
		{ USUAL " desk.every=45m hours=08:00-17:00 after_return=30m", "" },
		{ USUAL " cap=8 hours=09:00-12:00", "" },
		{ "desk water cap=9", "" },
		{ "eyes eyes.every=20m eyes.own=yes eyes.set=yes cap=1",
		  "eyes is due every 20 min, but 30 min pass after each card. Less: limber set "
		  "gap=20min\n" },
		{ "off cap=1", "" },
		{ "lunch bedtime cap=1", "" },
	};
	struct rows rows = rows_begin(state);
	struct zone zone = zone_berlin();
	struct realtime sunday = zone_real(&zone, (struct civil){ 2026, 11, 22, 12, 0, 0 });
	for (size_t i = 0; i < ROWS(plans); i++) {
		static struct test_plan plan;
		char said[LIMITS_SAID][SENTENCE_SIZE], all[LIMITS_SAID * SENTENCE_SIZE] = "";
		plan_make(&plan, plans[i].plan);
		int count = limits_say(&plan.plan, &zone, sunday, NULL, said);
		for (int k = 0; k < count; k++)
			strcat(strcat(all, said[k]), "\n");
		row_check(&rows, strcmp(all, plans[i].says) == 0, "%s: %s", plans[i].plan, all);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(days), cmocka_unit_test(words),
					    cmocka_unit_test(limits) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
