/* Descriptors that keep cards back, however they are closed. */
#include "tests/rows.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "daemon/adapters/inhibit.h"
#include "tests/bus/loop.h"

struct fixture {
	sd_event *event;
	struct inhibit *inhibit;
	int told;
	char said[WHO_SIZE + 1]; /* "" for off */
};

static void on_changed(void *user, bool on, const char *who)
{
	struct fixture *f = user;
	snprintf(f->said, sizeof(f->said), "%s%s", on ? "+" : "", who);
	f->told++;
}

static const struct inhibit_events events = { on_changed };

static int fixture_init(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_true(sd_event_new(&f->event) >= 0);
	assert_int_equal(inhibit_new(&f->inhibit, f->event, &events, f), 0);
	*state = f;
	return 0;
}

static int fixture_finish(void **state)
{
	struct fixture *f = *state;
	inhibit_free(f->inhibit);
	sd_event_unref(f->event);
	free(f);
	return 0;
}

static int take(struct fixture *f, const char *client, const char *who)
{
	int fd = -1;
	assert_int_equal(inhibit_take(f->inhibit, client, who, &fd), 0);
	assert_true(fd >= 0);
	return fd;
}

static void expect(struct fixture *f, const char *said)
{
	loop_settle(f->event, 0);
	assert_string_equal(f->said, said);
}

static void several(void **state)
{
	struct fixture *f = *state;
	int first = take(f, ":1.1", "a: slides");
	expect(f, "+a: slides");
	int second = take(f, ":1.2", "b");
	expect(f, "+b");
	close(second);
	expect(f, "+a: slides");
	close(first);
	expect(f, "");
	assert_int_equal(f->told, 4);
}

static void each_is_told(void **state)
{
	struct fixture *f = *state;
	struct boottime first, second;
	int fd = take(f, ":1.1", "a: slides"), other = take(f, ":1.1", "b");
	assert_int_equal(inhibit_count(f->inhibit), 2);
	assert_string_equal(inhibit_asker(f->inhibit, 0, &second), "b");
	assert_string_equal(inhibit_asker(f->inhibit, 1, &first), "a: slides");
	assert_true(first.us > 0 && first.us <= second.us);
	close(other);
	loop_settle(f->event, 0);
	assert_int_equal(inhibit_count(f->inhibit), 1);
	assert_string_equal(inhibit_asker(f->inhibit, 0, &second), "a: slides");
	assert_int_equal(second.us, first.us);
	close(fd);
	loop_settle(f->event, 0);
	assert_int_equal(inhibit_count(f->inhibit), 0);
}

static void last_copy(void **state)
{
	struct fixture *f = *state;
	int fd = take(f, ":1.1", "a");
	int copy = dup(fd);
	close(fd);
	expect(f, "+a");
	close(copy);
	expect(f, "");
}

/* Whatever is written wakes nobody. */
static void written(void **state)
{
	struct fixture *f = *state;
	int fd = take(f, ":1.1", "a");
	assert_int_equal(write(fd, "rubbish", 7), 7);
	assert_int_equal(sd_event_run(f->event, 0), 0);
	close(fd);
	expect(f, "");
}

static void killed(void **state)
{
	struct fixture *f = *state;
	int fd = take(f, ":1.1", "a");
	pid_t pid = fork();
	if (pid == 0)
		for (;;)
			pause();
	close(fd);
	expect(f, "+a");
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	expect(f, "");
}

static void too_many(void **state)
{
	struct fixture *f = *state;
	int fds[INHIBIT_MAX], fd;
	char client[16];
	for (int i = 0; i < INHIBIT_MAX; i++) {
		snprintf(client, sizeof(client), ":1.%d", i / INHIBIT_CLIENT_MAX);
		fds[i] = take(f, client, "a");
		if (i == INHIBIT_CLIENT_MAX - 1)
			assert_int_equal(inhibit_take(f->inhibit, ":1.0", "a", &fd), -EDQUOT);
	}
	assert_int_equal(inhibit_take(f->inhibit, ":1.9", "a", &fd), -EDQUOT);
	close(fds[0]);
	loop_settle(f->event, 0);
	fds[0] = take(f, ":1.9", "a");
	for (int i = 0; i < INHIBIT_MAX; i++)
		close(fds[i]);
	expect(f, "");
}

static void long_names(void **state)
{
	struct fixture *f = *state;
	char who[4 * WHO_SIZE];
	for (size_t i = 0; i < sizeof(who) - 1; i += 3)
		memcpy(who + i, "€", 3);
	who[sizeof(who) - 1] = '\0';
	close(take(f, ":1.1", who));
	assert_true(f->told == 1 && strlen(f->said) % 3 == 1);
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(several), test(each_is_told), test(last_copy),  test(written),
		test(killed),  test(too_many),     test(long_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
