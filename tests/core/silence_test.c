/* Days without a card though some were due: counted once a day, told from the second on. */
#include <string.h>

#include "core/silence.h"
#include "core/step.h"
#include "tests/rows.h"

#define NOON_OF(day) ((day)*USEC_PER_DAY + 12 * USEC_PER_HOUR)

static const struct reminder lunch = {
	.name = "lunch",
	.enabled = true,
	.trigger = TRIGGER_AT,
	.title = "",
	.say = "Eat.",
	.at = { { 0 } },
	.at_count = 1,
	.valid = USEC_PER_HOUR,
	.with = -1,
};

static struct moment noon(int day)
{
	return (struct moment){ { NOON_OF(day) }, { NOON_OF(20000 + day) } };
}

struct day {
	const char *name;
	int day;
	bool shown; /* by a display; else by none */
	bool told;  /* then */
	int since;  /* the day it is told from */
};

static void days(void **state)
{
	static const struct day cases[] = {
		{ "seen", 1, true, false, 0 },
		{ "the first day", 2, false, false, 0 },
		{ "the same day", 2, false, false, 0 },
		{ "the second", 3, false, true, 2 },
		{ "after a weekend", 6, false, true, 2 },
		{ "seen again", 7, true, false, 0 },
		{ "and anew", 8, false, false, 0 },
	};
	struct rows rows = rows_begin(state);
	static struct state it;
	struct reminder reminder = lunch;
	struct plan plan = { .setup_done = true,
			     .card_time = 2 * USEC_PER_MIN,
			     .still_sitting = 3 * USEC_PER_MIN,
			     .pays_back = 10 * USEC_PER_MIN,
			     .count = 1,
			     .reminders = &reminder };
	struct zone utc = { .name = "UTC", .until = REALTIME_OPEN };
	struct result result;
	assert_int_equal(calendar_read("12:00", &reminder.at[0]), TEXT_OK);
	struct moment start = noon(0);
	start.real.us += USEC_PER_HOUR;
	start.boot.us += USEC_PER_HOUR;
	state_init(&it, &plan, &utc, start);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct moment now = noon(cases[i].day);
		struct event again = { .kind = EVENT_DISPLAY, .now = now };
		step(&plan, &it, &again, &result);
		struct event event = { .kind = cases[i].shown ? EVENT_SHOWN : EVENT_NOT_SHOWN,
				       .now = now,
				       .card = it.card.id };
		step(&plan, &it, &event, &result);
		struct realtime since = silence_since(&it);
		row_check(&rows,
			  (since.us != 0) == cases[i].told &&
				  (!cases[i].told || since.us == noon(cases[i].since).real.us),
			  "%s: since day %d", cases[i].name,
			  since.us != 0 ? (int)(since.us / USEC_PER_DAY - 20000) : 0);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(days) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
