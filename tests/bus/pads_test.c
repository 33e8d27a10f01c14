/* Gamepads in an invented /dev/input, whose nodes are FIFOs. */
#include "tests/rows.h"

#include <fcntl.h>
#include <linux/joystick.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/adapters/pads.h"
#include "tests/bus/loop.h"

#define REST UINT64_C(50000)

struct fixture {
	sd_event *event;
	struct pads *pads;
	int played;
	int writer; /* of js0 */
	char folder[32];
};

static void on_played(void *user)
{
	((struct fixture *)user)->played++;
}

static const char *node(const struct fixture *f, const char *name)
{
	static char path[64];
	snprintf(path, sizeof(path), "%s/%s", f->folder, name);
	return path;
}

static int plug(const struct fixture *f, const char *name, mode_t mode)
{
	assert_int_equal(mkfifo(node(f, name), mode), 0);
	int fd = open(node(f, name), O_RDWR | O_NONBLOCK | O_CLOEXEC);
	assert_true(fd >= 0);
	return fd;
}

static void count_is(struct fixture *f, int count)
{
	loop_settle(f->event, 5000);
	assert_int_equal(pads_count(f->pads), count);
}

static int fixture_init(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	strcpy(f->folder, "/tmp/limber-test.XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	setenv(PADS_VARIABLE, f->folder, 1);
	assert_true(sd_event_new(&f->event) >= 0);
	f->writer = plug(f, "js0", 0600);
	assert_int_equal(pads_new(&f->pads, f->event, REST, on_played, f), 0);
	assert_int_equal(pads_count(f->pads), 1);
	*state = f;
	return 0;
}

static int fixture_finish(void **state)
{
	static const char *const names[] = { "js0", "js1", "js40", "event0", "js1x" };
	struct fixture *f = *state;
	pads_free(f->pads);
	sd_event_unref(f->event);
	close(f->writer);
	for (size_t i = 0; i < ROWS(names); i++)
		unlink(node(f, names[i]));
	assert_int_equal(rmdir(f->folder), 0);
	free(f);
	return 0;
}

static void send(const struct fixture *f, uint8_t type, uint8_t number, int16_t value)
{
	const struct js_event event = { .type = type, .number = number, .value = value };
	assert_int_equal(write(f->writer, &event, sizeof(event)), sizeof(event));
}

/* Each row after the one before it, on the same gamepad. */
static void events(void **state)
{
	static const struct {
		const char *what;
		uint8_t type, number;
		int16_t value;
		bool input;
	} cases[] = {
		{ "the button at the opening", JS_EVENT_BUTTON | JS_EVENT_INIT, 0, 1, false },
		{ "the axis at the opening", JS_EVENT_AXIS | JS_EVENT_INIT, 0, 20000, false },
		{ "it trembles", JS_EVENT_AXIS, 0, 20900, false },
		{ "it trembles there", JS_EVENT_AXIS, 0, 17000, false },
		{ "it moves", JS_EVENT_AXIS, 0, 15000, true },
		{ "on", JS_EVENT_AXIS, 0, 12000, false },
		{ "and on", JS_EVENT_AXIS, 0, 10000, true },
		{ "to the other end", JS_EVENT_AXIS, 0, -32767, true },
		{ "from end to end", JS_EVENT_AXIS, 0, 32767, true },
		{ "another axis trembles", JS_EVENT_AXIS, 5, 300, false },
		{ "a button", JS_EVENT_BUTTON, 3, 1, true },
		{ "is released", JS_EVENT_BUTTON, 3, 0, true },
		{ "the last axis", JS_EVENT_AXIS, 255, 32767, true },
		{ "an unknown kind", 4, 0, 32767, false },
	};
	struct fixture *f = *state;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		f->played = 0;
		send(f, cases[i].type, cases[i].number, cases[i].value);
		loop_settle(f->event, 2 * REST);
		row_check(&rows, f->played == cases[i].input, "%s: %d", cases[i].what, f->played);
	}
	rows_end(&rows);
}

/* A game that sends all the time is read once a rest; the end of it is not read again. */
static void rests(void **state)
{
	struct fixture *f = *state;
	send(f, JS_EVENT_BUTTON, 0, 1);
	assert_true(loop_until(f->event, &f->played, 1));
	for (int i = 0; i < 200; i++)
		send(f, JS_EVENT_BUTTON, 0, (int16_t)(i % 2));
	assert_true(loop_until(f->event, &f->played, 2));
	assert_true(sd_event_run(f->event, 0) >= 0);
	assert_int_equal(f->played, 2);
	/* 64 at a time. */
	assert_true(loop_until(f->event, &f->played, 5));
	loop_settle(f->event, 2 * REST);
	assert_int_equal(f->played, 5);
	assert_int_equal(sd_event_prepare(f->event), 0);
}

static void plugged(void **state)
{
	struct fixture *f = *state;
	int other = plug(f, "js1", 0600);
	count_is(f, 2);
	f->played = 0;
	const struct js_event event = { .type = JS_EVENT_BUTTON, .value = 1 };
	assert_int_equal(write(other, &event, sizeof(event)), sizeof(event));
	assert_true(loop_until(f->event, &f->played, 1));
	unlink(node(f, "js1"));
	count_is(f, 1);
	close(other);
	/* The node exists, its device does not. */
	other = plug(f, "js1", 0600);
	count_is(f, 2);
	close(other);
	count_is(f, 1);
	close(plug(f, "event0", 0600));
	close(plug(f, "js40", 0600));
	close(plug(f, "js1x", 0600));
	count_is(f, 1);
}

static void grant(struct fixture *f, mode_t mode, int count, int denied)
{
	assert_int_equal(chmod(node(f, "js0"), mode), 0);
	count_is(f, count);
	assert_int_equal(pads_denied(f->pads), denied);
}

/* Another session comes to the front, and this one again. As a user: root may read all. */
static void rights(void **state)
{
	const uid_t nobody = 65534;
	struct fixture *f = *state;
	bool root = getuid() == 0;
	assert_true(!root || (chown(f->folder, nobody, (gid_t)-1) == 0 &&
			      chown(node(f, "js0"), nobody, (gid_t)-1) == 0 &&
			      setresuid(nobody, nobody, 0) == 0));
	grant(f, 0, 0, 1);
	grant(f, 0600, 1, 0);
	grant(f, 0, 0, 1);
	assert_int_equal(unlink(node(f, "js0")), 0);
	count_is(f, 0);
	assert_int_equal(pads_denied(f->pads), 0);
	assert_true(!root || setresuid(0, 0, 0) == 0);
}

static void no_folder(void **state)
{
	struct fixture *f = *state;
	pads_free(f->pads);
	setenv(PADS_VARIABLE, "/nonexistent", 1);
	assert_int_equal(pads_new(&f->pads, f->event, REST, on_played, f), 0);
	assert_int_equal(pads_count(f->pads), 0);
	assert_int_equal(pads_denied(f->pads), 0);
}

/* The kernel makes the folder with the first device, and may remove it with the last. */
static void folder_comes_and_goes(void **state)
{
	struct fixture *f = *state;
	pads_free(f->pads);
	close(f->writer);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(unlink(node(f, "js0")), 0);
		assert_int_equal(rmdir(f->folder), 0);
		if (i == 0)
			assert_int_equal(pads_new(&f->pads, f->event, REST, on_played, f), 0);
		count_is(f, 0);
		assert_int_equal(mkdir(f->folder, 0700), 0);
		f->writer = plug(f, "js0", 0600);
		count_is(f, 1);
		f->played = 0;
		send(f, JS_EVENT_BUTTON, 0, 1);
		assert_true(loop_until(f->event, &f->played, 1));
		if (i == 0)
			close(f->writer);
	}
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
	const struct CMUnitTest tests[] = { test(events),    test(rests),
					    test(plugged),   test(rights),
					    test(no_folder), test(folder_comes_and_goes) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
