/* Which of several sessions, from a mock of logind, is the one of limberd. */
#include <sys/stat.h>

#include "tests/bus/logind_fixture.h"
#include "tests/bus/private_run.h"

static bool have_run; /* private_run() worked */

/* As with an X server on another VT than its login. */
static void session_never_on_the_screen(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	session_set(&f->mock, "c1", "Active", false);
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c1", "LockedHint", true);
	expect(f, "present locked");
}

static void session_with_a_seat_first(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c0", getuid() + 1);
	session_add_seatless(&f->mock, "c1");
	session_add(&f->mock, "c2", getuid());
	session_add_seatless(&f->mock, "c3");
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c0", "LockedHint", true);
	session_set(&f->mock, "c1", "LockedHint", true);
	session_set(&f->mock, "c3", "LockedHint", true);
	session_set(&f->mock, "c2", "LockedHint", true);
	session_set(&f->mock, "c2", "LockedHint", false);
	expect(f, "present locked unlocked");
}

static void session_of_somebody_else(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid() + 1);
	session_set(&f->mock, "c1", "LockedHint", true);
	watch_start(f);
	loop_settle(f->event, 100000); /* time to take the wrong one */
	session_add_seatless(&f->mock, "c2");
	session_announce(&f->mock, "SessionNew", "c2");
	expect(f, "present");
}

static void session_that_cannot_be_locked(void **state)
{
	struct fixture *f = *state;
	mock_start(&f->mock);
	session_add_bare(&f->mock, "c1");
	watch_start(f);
	expect(f, "present");
	sleep_prepare(&f->mock, true);
	expect(f, "present asleep");
}

/* What logind wrote for sd_uid_get_display(3). */
static void display_write(const char *id)
{
	char path[64];
	mkdir("/run/systemd/users", 0755);
	snprintf(path, sizeof(path), "/run/systemd/users/%u", getuid());
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "NAME=somebody\nDISPLAY=%s\n", id);
	assert_int_equal(fclose(file), 0);
}

static void display_skip(void)
{
	if (have_run)
		return;
	print_message("SKIPPED: a private /run needs a mount namespace\n");
	skip();
}

static void session_that_logind_chose(void **state)
{
	struct fixture *f = *state;
	display_skip();
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	session_add_seatless(&f->mock, "c2");
	display_write("c2");
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c1", "LockedHint", true);
	session_set(&f->mock, "c2", "LockedHint", true);
	session_set(&f->mock, "c2", "LockedHint", false);
	expect(f, "present locked unlocked");
}

static void session_that_this_bus_does_not_know(void **state)
{
	struct fixture *f = *state;
	display_skip();
	mock_start(&f->mock);
	session_add(&f->mock, "c1", getuid());
	display_write("c9");
	watch_start(f);
	expect(f, "present");
	session_set(&f->mock, "c1", "LockedHint", true);
	expect(f, "present locked");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(session_never_on_the_screen), test(session_with_a_seat_first),
		test(session_of_somebody_else),    test(session_that_cannot_be_locked),
		test(session_that_logind_chose),   test(session_that_this_bus_does_not_know),
	};
	if (!mock_there()) {
		puts("SKIPPED: python3-dbusmock is not installed");
		return 77;
	}
	have_run = private_run();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
