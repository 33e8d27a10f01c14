/* Absence as a source reports it, with input that the source does not see. */
#include "tests/rows.h"

#include <stdlib.h>

#include "daemon/adapters/rest.h"
#include "tests/bus/loop.h"

#define LENGTH (100 * (USEC_PER_SEC / 1000))

struct fixture {
	sd_event *event;
	struct rest *rest;
	int absent, present;
	usec ago;
};

static void on_rest(void *user, bool absent, usec ago)
{
	struct fixture *f = user;
	f->absent += absent;
	f->present += !absent;
	f->ago = ago;
}

static int fixture_init(void **state)
{
	static const usec lengths[IDLE_WATCHES] = {
		[IDLE_LONG] = 3 * LENGTH, [IDLE_SHORT] = LENGTH
	};
	struct fixture *f = calloc(1, sizeof(*f));
	assert_true(sd_event_new(&f->event) >= 0);
	assert_int_equal(rest_new(&f->rest, f->event, on_rest, f), 0);
	rest_want(f->rest, lengths);
	*state = f;
	return 0;
}

static int fixture_finish(void **state)
{
	struct fixture *f = *state;
	rest_free(f->rest);
	sd_event_unref(f->event);
	free(f);
	return 0;
}

static void source_alone(void **state)
{
	struct fixture *f = *state;
	rest_end(f->rest);
	assert_int_equal(f->present, 0);
	rest_begin(f->rest, IDLE_SHORT, LENGTH);
	assert_int_equal(f->absent, 1);
	assert_int_equal(f->ago, LENGTH);
	rest_begin(f->rest, IDLE_LONG, 3 * LENGTH);
	assert_int_equal(f->absent, 2);
	assert_true(rest_began(f->rest));
	rest_end(f->rest);
	assert_int_equal(f->present, 1);
	assert_false(rest_began(f->rest));
	assert_false(rest_is_fresh(f->rest, USEC_PER_DAY));
}

/* It ends an absence, and the next one begins one length after it. */
static void ends_absence(void **state)
{
	struct fixture *f = *state;
	rest_begin(f->rest, IDLE_SHORT, LENGTH);
	rest_touch(f->rest);
	assert_int_equal(f->present, 1);
	assert_true(rest_is_fresh(f->rest, USEC_PER_DAY));
	assert_true(loop_until(f->event, &f->absent, 2));
	assert_true(f->ago >= LENGTH);
	assert_int_equal(f->present, 1);
	rest_touch(f->rest);
	assert_int_equal(f->present, 2);
	rest_end(f->rest);
	assert_int_equal(f->present, 2);
	loop_settle(f->event, (uint64_t)(2 * LENGTH));
	assert_int_equal(f->absent, 2);
}

static void delays_absence(void **state)
{
	struct fixture *f = *state;
	rest_touch(f->rest);
	assert_int_equal(f->present, 0);
	rest_begin(f->rest, IDLE_SHORT, LENGTH);
	assert_int_equal(f->absent, 0);
	rest_begin(f->rest, IDLE_LONG, 3 * LENGTH);
	assert_int_equal(f->absent, 0);
	assert_true(loop_until(f->event, &f->absent, 1));
	assert_true(f->ago >= LENGTH);
	/* The longer watch reports it, too, as a source does. */
	assert_true(loop_until(f->event, &f->absent, 2));
	assert_true(f->ago >= 3 * LENGTH);
	loop_settle(f->event, (uint64_t)(4 * LENGTH));
	assert_int_equal(f->absent, 2);
}

/* The source knows of later input. */
static void older_than_source(void **state)
{
	struct fixture *f = *state;
	rest_touch(f->rest);
	loop_settle(f->event, (uint64_t)LENGTH);
	assert_true(sd_event_run(f->event, 0) >= 0);
	rest_begin(f->rest, IDLE_SHORT, 1);
	assert_int_equal(f->absent, 1);
	assert_int_equal(f->ago, 1);
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
	const struct CMUnitTest tests[] = { test(source_alone), test(ends_absence),
					    test(delays_absence), test(older_than_source) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
