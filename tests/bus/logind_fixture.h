/*
 * logind.c with a mock of logind on a private system bus. The callbacks are recorded as a line of
 * words; that something is not reported is checked by the next callback.
 */
#ifndef LIMBER_LOGIND_FIXTURE_H
#define LIMBER_LOGIND_FIXTURE_H

#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>

#include "daemon/adapters/logind.h"
#include "daemon/adapters/system_bus.h"
#include "tests/bus/mock_logind.h"

struct fixture {
	struct mock mock;
	sd_event *event;
	struct system_bus *bus;
	struct logind *logind;
	struct realtime idle_since;
	bool delayed; /* whether the machine waited while it was told of its sleep */
	char said[512];
	int count;
};

static inline void say(struct fixture *f, const char *word)
{
	size_t length = strlen(f->said);
	snprintf(f->said + length, sizeof(f->said) - length, "%s%s", length ? " " : "", word);
	f->count++;
}

static inline void on_present(void *user, bool present)
{
	say(user, present ? "present" : "gone");
}

static inline void on_locked(void *user, bool locked)
{
	say(user, locked ? "locked" : "unlocked");
}

static inline void on_asleep(void *user, bool asleep)
{
	struct fixture *f = user;
	f->delayed = logind_delays(f->logind);
	say(f, asleep ? "asleep" : "awake");
}

/* Repeated signals that nobody is idle. */
static inline void on_idle(void *user, bool idle, struct realtime since)
{
	struct fixture *f = user;
	if (idle)
		say(f, "idle");
	f->idle_since = since;
}

static const struct logind_events events = {
	.present = on_present,
	.locked = on_locked,
	.asleep = on_asleep,
	.idle = on_idle,
};

static inline void on_up(void *user, sd_bus *bus)
{
	struct fixture *f = user;
	assert_true(logind_up(f->logind, bus) >= 0);
}

static inline void on_down(void *user)
{
	struct fixture *f = user;
	logind_down(f->logind);
}

static const struct system_bus_events bus_events = { .up = on_up, .down = on_down };

static inline int fixture_init(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_true(sd_event_new(&f->event) >= 0);
	mock_init(&f->mock);
	*state = f;
	return 0;
}

static inline int fixture_finish(void **state)
{
	struct fixture *f = *state;
	logind_free(f->logind);
	system_bus_free(f->bus);
	sd_event_unref(f->event);
	mock_finish(&f->mock);
	free(f);
	return 0;
}

static inline void watch_start(struct fixture *f)
{
	assert_int_equal(logind_new(&f->logind, &events, f), 0);
	assert_int_equal(system_bus_new(&f->bus, f->event, &bus_events, f), 0);
}

/* Run until the expected number of callbacks, and compare them. */
static inline void expect(struct fixture *f, const char *words)
{
	int expected = words[0] != '\0';
	for (const char *at = words; (at = strchr(at, ' ')); at++)
		expected++;
	loop_until(f->event, &f->count, expected);
	loop_settle(f->event, 0);
	assert_string_equal(f->said, words);
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

#endif
