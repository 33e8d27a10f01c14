/* The step without a daemon: wakes, resting hands, calls that are read when asked for. */
#include "core/foresee/replay.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"
#include "tests/rows.h"

static struct test_plan plan;
static struct replay replay;
static int cards;
static struct moment shown;

static void told(struct replay *player, const struct event *event, const struct result *result,
		 void *user)
{
	(void)event, (void)user;
	for (int i = 0; i < result->count; i++) {
		if (result->actions[i].kind != ACTION_SHOW)
			continue;
		cards++;
		shown = player->now;
	}
}

/* Monday 2026-11-23, 08:00 */
static int set_up(void **state)
{
	(void)state;
	struct zone zone = zone_berlin();
	plan_make(&plan, "desk desk.wait=10m");
	cards = 0;
	replay = (struct replay){ .plan = &plan.plan, .stepped = told };
	replay.now.boot.us = USEC_PER_HOUR;
	replay.now.real.us = INT64_C(1795417200) * USEC_PER_SEC;
	replay_begin(&replay, &zone);
	return 0;
}

static void go(int minutes)
{
	replay_until(&replay, (struct boottime){ replay.now.boot.us + minutes * USEC_PER_MIN });
}

static int minutes_to_card(void)
{
	return (int)((shown.boot.us - USEC_PER_HOUR) / USEC_PER_MIN);
}

static void wakes(void **state)
{
	(void)state;
	go(49);
	assert_int_equal(cards, 0);
	go(11);
	assert_int_equal(cards, 1);
	assert_int_equal(minutes_to_card(), 50);
	assert_true(replay.state.spacing.had_card);
	assert_int_equal(replay.now.boot.us, 2 * USEC_PER_HOUR);
}

static void no_wakes_while_asleep(void **state)
{
	(void)state;
	struct event sleep = { .kind = EVENT_ABSENT };
	sleep.absent.why = ABSENT_ASLEEP;
	sleep.absent.since = replay.now.boot;
	replay_send(&replay, sleep);
	go(120);
	assert_true(replay.stopped);
	assert_int_equal(cards, 0);
	replay_send(&replay, (struct event){ .kind = EVENT_PRESENT, .present = ABSENT_ASLEEP });
	go(50);
	assert_int_equal(cards, 1);
}

/* A rest of the hands is a moment after 5 s, and an absence after still_sitting. */
static void rests(void **state)
{
	(void)state;
	replay_send(&replay, (struct event){ .kind = EVENT_INPUT, .input = true });
	go(52);
	assert_int_equal(cards, 0);
	replay_rest(&replay);
	go(1);
	assert_int_equal(cards, 1);
	assert_int_equal(minutes_to_card(), 52);
	replay_move(&replay);
	go(10);
	assert_int_equal(replay.state.presence.absences, 0);
	replay_rest(&replay);
	go(10);
	assert_int_equal(replay.state.presence.absences, ABSENT_IDLE);
	replay_move(&replay);
	assert_int_equal(replay.state.presence.absences, 0);
	replay_rest(&replay);
	replay_move(&replay);
	go(10);
	assert_int_equal(replay.state.presence.absences, 0);
}

static void calls(void **state)
{
	(void)state;
	struct event call = { .kind = EVENT_BUSY };
	plan.plan.never_during = NEVER_CALL;
	replay_send(&replay, call);
	assert_true(replay.state.busy[BUSY_CALL].known);
	go(45);
	call.busy.on = true;
	call.busy.who = "microphone";
	replay_send(&replay, call);
	assert_false(replay.state.busy[BUSY_CALL].on);
	go(30);
	assert_int_equal(cards, 0);
	assert_true(replay.state.busy[BUSY_CALL].on);
	assert_string_equal(replay.state.busy[BUSY_CALL].who, "microphone");
	call.busy.on = false;
	replay_send(&replay, call);
	go(6);
	assert_int_equal(cards, 1);
}

static void displays_that_fail(void **state)
{
	(void)state;
	replay.shell = REPLAY_FAILS;
	go(55);
	assert_false(replay.state.display);
	assert_false(replay.state.spacing.had_card);
	replay.shell = REPLAY_SHOWS;
	replay_send(&replay, (struct event){ .kind = EVENT_DISPLAY });
	go(1);
	assert_true(replay.state.spacing.had_card);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(wakes, set_up),
		cmocka_unit_test_setup(no_wakes_while_asleep, set_up),
		cmocka_unit_test_setup(rests, set_up),
		cmocka_unit_test_setup(calls, set_up),
		cmocka_unit_test_setup(displays_that_fail, set_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
