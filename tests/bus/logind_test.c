/* Lock and sleep, from a mock of logind. */
#include "tests/bus/logind_fixture.h"

/* How many hold the machine's sleep back. */
static int delays(struct fixture *f)
{
	sd_bus_message *reply = NULL;
	int count = 0;
	assert_true(sd_bus_call_method(f->mock.control, LOGIND, LOGIND_PATH, LOGIND ".Manager",
				       "ListInhibitors", NULL, &reply, NULL) >= 0);
	assert_true(sd_bus_message_enter_container(reply, 'a', "(ssssuu)") >= 0);
	while (sd_bus_message_skip(reply, "(ssssuu)") > 0)
		count++;
	sd_bus_message_unref(reply);
	return count;
}

/* The mock counts when it gets round to it. */
static void delays_settle(struct fixture *f, int count)
{
	struct patience patience = patience_begin(LOOP_PATIENCE);
	while (delays(f) != count && patience_lasts(&patience))
		loop_settle(f->event, 10000);
	assert_int_equal(delays(f), count);
}

static void no_system_bus(void **state)
{
	struct fixture *f = *state;
	setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
	watch_start(f);
	loop_settle(f->event, 0);
	assert_string_equal(f->said, "");
	assert_null(logind_free(NULL));
	assert_null(system_bus_free(NULL));
}

static void session_at_the_start(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c1", "LockedHint", true);
	expect(f, "present locked");
}

static void locked_at_the_start(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	session_set(&f->mock, "c1", "LockedHint", true);
	watch_start(f);
	expect(f, "present locked");
}

static void only_the_hint_is_a_lock(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	mock_call(&f->mock, LOGIND_PATH "/session/c1", LOGIND ".Session", "Lock", NULL);
	session_set(&f->mock, "c1", "IdleHint", true);
	session_set(&f->mock, "c1", "LockedHint", false);
	session_set(&f->mock, "c1", "LockedHint", true);
	session_set(&f->mock, "c1", "LockedHint", true);
	session_set(&f->mock, "c1", "LockedHint", false);
	expect(f, "present idle locked unlocked");
}

static void another_session_on_the_screen(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c1", "Active", false);
	expect(f, "present locked");
	session_set(&f->mock, "c1", "LockedHint", true);
	session_set(&f->mock, "c1", "Active", true);
	session_set(&f->mock, "c1", "LockedHint", false);
	session_set(&f->mock, "c1", "Active", false);
	expect(f, "present locked unlocked locked");
	mock_end(&f->mock);
	expect(f, "present locked unlocked locked unlocked gone");
}

static void sleep_and_wake(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	sleep_prepare(&f->mock, true);
	sleep_prepare(&f->mock, true);
	sleep_prepare(&f->mock, false);
	sleep_prepare(&f->mock, false);
	sleep_prepare(&f->mock, true);
	expect(f, "present asleep awake asleep");
}

/* Sleep is of the whole machine, so it is reported without a session of the user. */
/* After a hibernation logind may send no signal of its end; its property is read. */
static void end_of_sleep_not_told(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	sleep_prepare(&f->mock, true);
	expect(f, "present asleep");
	logind_again(f->logind);
	expect(f, "present asleep awake");
	logind_again(f->logind);
	session_set(&f->mock, "c1", "LockedHint", true);
	expect(f, "present asleep awake locked");
}

static void sleep_without_a_session(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	watch_start(f);
	while (f->count == 0) { /* until it listens */
		sleep_prepare(&f->mock, true);
		loop_settle(f->event, 1000);
	}
	expect(f, "asleep");
}

static void logind_comes_and_goes(void **state)
{
	struct fixture *f = *state;
	watch_start(f);
	loop_settle(f->event, 100000); /* time to find out that there is none */
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	expect(f, "present");
	session_set(&f->mock, "c1", "LockedHint", true);
	sleep_prepare(&f->mock, true);
	expect(f, "present locked asleep");
	mock_end(&f->mock);
	expect(f, "present locked asleep awake unlocked gone");
	mock_start(&f->mock);
	session_add(&f->mock, "c2", getuid());
	expect(f, "present locked asleep awake unlocked gone present");
}

static void session_ends(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	session_set(&f->mock, "c1", "LockedHint", true);
	watch_start(f);
	expect(f, "present locked");
	mock_call(&f->mock, LOGIND_PATH, MOCK, "RemoveObject", "s", LOGIND_PATH "/session/c1");
	session_announce(&f->mock, "SessionRemoved", "c1");
	expect(f, "present locked unlocked gone");
}

static void bus_goes(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	session_set(&f->mock, "c1", "LockedHint", true);
	watch_start(f);
	expect(f, "present locked");
	private_bus_finish(&f->mock.bus);
	f->mock.bus.life = -1;
	expect(f, "present locked unlocked gone");
	int turns = 0;
	while (turns < 100 && sd_event_run(f->event, 100000) > 0)
		turns++;
	assert_true(turns < 100); /* nothing spins on the closed connection */
}

static void bus_comes_back(void **state)
{
	struct fixture *f = *state;
	bus_goes(state);
	mock_finish(&f->mock);
	mock_init(&f->mock);
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	expect(f, "present locked unlocked gone present");
}

static void hint_of_idleness(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	expect(f, "present");
	mock_call(&f->mock, LOGIND_PATH "/session/c1", MOCK, "UpdateProperties", "sa{sv}",
		  LOGIND ".Session", 2, "IdleHint", "b", 1, "IdleSinceHint", "t", UINT64_C(12345));
	expect(f, "present idle");
	assert_int_equal(f->idle_since.us, 12345);
	session_set(&f->mock, "c1", "IdleHint", false);
	session_set(&f->mock, "c1", "LockedHint", true);
	expect(f, "present idle locked");
}

static void machine_waits_before_it_sleeps(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	watch_start(f);
	delays_settle(f, 1);
	assert_true(logind_delays(f->logind));
	sleep_prepare(&f->mock, true);
	expect(f, "present asleep");
	assert_true(f->delayed);
	assert_false(logind_delays(f->logind));
	delays_settle(f, 0);
	sleep_prepare(&f->mock, false);
	expect(f, "present asleep awake");
	delays_settle(f, 1);
	logind_down(f->logind);
	delays_settle(f, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(no_system_bus),
		test(session_at_the_start),
		test(locked_at_the_start),
		test(only_the_hint_is_a_lock),
		test(another_session_on_the_screen),
		test(sleep_and_wake),
		test(end_of_sleep_not_told),
		test(sleep_without_a_session),
		test(logind_comes_and_goes),
		test(session_ends),
		test(bus_goes),
		test(bus_comes_back),
		test(hint_of_idleness),
		test(machine_waits_before_it_sleeps),
	};
	if (!mock_there()) {
		puts("SKIPPED: python3-dbusmock is not installed");
		return 77;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
