/* A sleep without a signal: the difference of the two clocks of the kernel has grown. */
#include "tests/bus/wire.h"

#include <string.h>

static usec sat(const struct app *app)
{
	return boottime_since(app->state.at.boot, app->state.presence.sitting_since);
}

/* As if the machine had slept for so long since the last step. */
static void sleep_for(struct app *app, usec length)
{
	app->state.at.boot.us -= length;
	app->state.presence.sitting_since.us -= length + USEC_PER_HOUR;
	app->slept -= length;
	app_send_plain(app, EVENT_WAKE);
}

static void not_told(void **state)
{
	struct rows rows = rows_begin(state);
	static struct wire wire;
	struct app *app = &wire.app;
	wire_begin_app(&wire, NULL);
	app->running = true;
	app->slept = clock_slept();
	sleep_for(app, 0);
	row_check(&rows, sat(app) >= USEC_PER_HOUR, "a step without a sleep");
	sleep_for(app, USEC_PER_SEC / 2);
	row_check(&rows, sat(app) >= USEC_PER_HOUR, "less than a second is none");
	sleep_for(app, 30 * USEC_PER_SEC);
	row_check(&rows, sat(app) >= USEC_PER_HOUR, "a short one is sitting");
	sleep_for(app, 2 * USEC_PER_HOUR);
	row_check(&rows, sat(app) < USEC_PER_MIN && app->state.presence.returned,
		  "two hours are an absence: sitting for %lld s",
		  (long long)(sat(app) / USEC_PER_SEC));
	row_check(&rows, app->state.presence.absences == 0, "and it is over");
	app->running = false;
	app_finish(app);
	rows_end(&rows);
}

/* While logind signals sleep, its signals are used. */
static void told(void **state)
{
	static struct wire wire;
	struct app *app = &wire.app;
	(void)state;
	wire_begin_app(&wire, NULL);
	app->running = true;
	app->slept = clock_slept();
	app_logind_events.asleep(app, true);
	app->slept -= 2 * USEC_PER_HOUR;
	app_send_plain(app, EVENT_WAKE);
	assert_true(app->state.presence.absences & ABSENT_ASLEEP);
	app_logind_events.asleep(app, false);
	assert_int_equal(app->state.presence.absences, 0);
	app->running = false;
	app_finish(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(not_told), cmocka_unit_test(told) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
