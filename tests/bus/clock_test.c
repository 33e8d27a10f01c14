/* Time as the daemon sees it: the armed timer, a clock that was set, a zone that was changed. */
#include "tests/rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "daemon/adapters/clock.h"
#include "tests/bus/loop.h"

#define MS (USEC_PER_SEC / 1000)

struct fixture {
	sd_event *event;
	struct clock *clock;
	char etc[32];
	int wakes, sets, zones;
	struct moment woken;
};

static void on_wake(void *user)
{
	struct fixture *f = user;
	f->wakes++;
	f->woken = clock_now();
}

static void on_set(void *user)
{
	((struct fixture *)user)->sets++;
}

static void on_zone(void *user)
{
	((struct fixture *)user)->zones++;
}

static const struct clock_events events = { .wake = on_wake, .set = on_set, .zone = on_zone };

static void fixture_init(struct fixture *f)
{
	memset(f, 0, sizeof(*f));
	strcpy(f->etc, "/tmp/clock_test.XXXXXX");
	assert_non_null(mkdtemp(f->etc));
	assert_true(sd_event_new(&f->event) >= 0);
	assert_int_equal(clock_new_in(&f->clock, f->event, f->etc, &events, f), 0);
}

static void fixture_finish(struct fixture *f)
{
	char path[64];
	clock_free(f->clock);
	sd_event_unref(f->event);
	snprintf(path, sizeof(path), "%s/localtime", f->etc);
	unlink(path);
	assert_int_equal(rmdir(f->etc), 0);
}

static struct boottime in(usec length)
{
	return (struct boottime){ clock_now().boot.us + length };
}

static bool is_just_after(struct timespec later, int64_t us)
{
	usec gap = later.tv_sec * USEC_PER_SEC + later.tv_nsec / 1000 - us;
	return gap >= 0 && gap <= USEC_PER_SEC;
}

static void now_is_both_clocks(void **state)
{
	(void)state;
	struct timespec boot, real;
	struct moment now = clock_now();
	clock_gettime(CLOCK_BOOTTIME, &boot);
	clock_gettime(CLOCK_REALTIME, &real);
	assert_true(is_just_after(boot, now.boot.us));
	assert_true(is_just_after(real, now.real.us));
}

static void timer_wakes_once_and_not_early(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f);
	struct boottime at = in(5 * MS);
	assert_int_equal(clock_arm(f.clock, true, at), 0);
	assert_true(loop_until(f.event, &f.wakes, 1));
	assert_true(f.woken.boot.us >= at.us);
	loop_settle(f.event, 30 * MS);
	assert_int_equal(f.wakes, 1);
	fixture_finish(&f);
}

static void timer_takes_the_later_call(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f);
	struct boottime at = in(25 * MS);
	assert_int_equal(clock_arm(f.clock, true, in(5 * MS)), 0);
	assert_int_equal(clock_arm(f.clock, true, at), 0);
	assert_true(loop_until(f.event, &f.wakes, 1));
	assert_true(f.woken.boot.us >= at.us);
	/* And an earlier time after a later one: it does not wait for an hour. */
	assert_int_equal(clock_arm(f.clock, true, in(USEC_PER_HOUR)), 0);
	assert_int_equal(clock_arm(f.clock, true, in(2 * MS)), 0);
	assert_true(loop_until(f.event, &f.wakes, 2));
	loop_settle(f.event, 30 * MS);
	assert_int_equal(f.wakes, 2);
	fixture_finish(&f);
}

static void timer_of_the_past_wakes_at_once(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f);
	assert_int_equal(clock_arm(f.clock, true, in(-USEC_PER_HOUR)), 0);
	assert_true(loop_until(f.event, &f.wakes, 1));
	assert_int_equal(clock_arm(f.clock, true, (struct boottime){ -5 }), 0);
	assert_true(loop_until(f.event, &f.wakes, 2));
	fixture_finish(&f);
}

static void timer_disarmed_is_quiet(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f);
	loop_settle(f.event, 30 * MS);
	assert_int_equal(clock_arm(f.clock, true, in(5 * MS)), 0);
	assert_int_equal(clock_arm(f.clock, false, (struct boottime){ 0 }), 0);
	loop_settle(f.event, 30 * MS);
	assert_int_equal(f.wakes, 0);
	fixture_finish(&f);
}

/* A step of nothing: for the kernel the clock was set all the same. */
static bool clock_step(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	return clock_settime(CLOCK_REALTIME, &now) == 0;
}

static void set_clock_is_noticed_each_time(void **state)
{
	(void)state;
	struct fixture f;
	fixture_init(&f);
	for (int times = 1; times <= 3; times++) {
		if (!clock_step()) {
			print_message("SKIPPED: setting the clock needs CAP_SYS_TIME: %s\n",
				      strerror(errno));
			fixture_finish(&f);
			skip();
		}
		assert_true(loop_until(f.event, &f.sets, times));
	}
	assert_int_equal(f.wakes, 0);
	assert_int_equal(f.zones, 0);
	fixture_finish(&f);
}

static void file_put(const struct fixture *f, const char *name, const char *target, bool aside)
{
	char path[64], other[64];
	snprintf(path, sizeof(path), "%s/%s", f->etc, name);
	snprintf(other, sizeof(other), "%s/.new", f->etc);
	assert_int_equal(symlink(target, aside ? other : path), 0);
	if (aside)
		assert_int_equal(rename(other, path), 0);
}

static void file_drop(const struct fixture *f, const char *name)
{
	char path[64];
	snprintf(path, sizeof(path), "%s/%s", f->etc, name);
	assert_int_equal(unlink(path), 0);
}

static void file_write(const struct fixture *f, const char *name)
{
	char path[64];
	snprintf(path, sizeof(path), "%s/%s", f->etc, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
}

static int zones_now(struct fixture *f)
{
	int before = f->zones;
	loop_settle(f->event, 0);
	return f->zones - before;
}

static void zone_link_is_watched(void **state)
{
	(void)state;
	struct fixture f;
	unsetenv("TZ");
	fixture_init(&f);
	file_put(&f, "hostname", "x", false);
	file_drop(&f, "hostname");
	assert_int_equal(zones_now(&f), 0);
	file_put(&f, "localtime", "/usr/share/zoneinfo/Europe/Berlin", false);
	assert_true(zones_now(&f) >= 1);
	file_put(&f, "localtime", "/usr/share/zoneinfo/Asia/Kathmandu", true);
	assert_true(zones_now(&f) >= 1);
	file_drop(&f, "localtime");
	assert_true(zones_now(&f) >= 1);
	file_write(&f, "localtime");
	assert_true(zones_now(&f) >= 1);
	assert_int_equal(f.wakes, 0);
	fixture_finish(&f);
}

/* An installation writes there by the dozen. And what the link leads to may be replaced. */
static void others_of_etc_wake_nobody(void **state)
{
	(void)state;
	struct fixture f;
	unsetenv("TZ");
	fixture_init(&f);
	file_write(&f, "data");
	file_put(&f, "localtime", "data", false);
	assert_true(zones_now(&f) >= 1);
	for (int i = 0; i < 20; i++) {
		file_write(&f, "ld.so.cache~");
		file_put(&f, "group", "x", true);
		file_drop(&f, "group");
	}
	assert_int_equal(sd_event_run(f.event, 0), 0);
	file_drop(&f, "ld.so.cache~");
	file_write(&f, "data");
	assert_true(zones_now(&f) >= 1);
	file_drop(&f, "data");
	assert_true(zones_now(&f) >= 1);
	fixture_finish(&f);
}

static void zone_link_means_nothing_beside_tz(void **state)
{
	(void)state;
	struct fixture f;
	setenv("TZ", "Europe/Berlin", 1);
	fixture_init(&f);
	file_put(&f, "localtime", "/usr/share/zoneinfo/Asia/Kathmandu", false);
	assert_int_equal(zones_now(&f), 0);
	fixture_finish(&f);
	unsetenv("TZ");
}

static void clock_without_etc(void **state)
{
	(void)state;
	struct fixture f;
	struct clock *clock;
	unsetenv("TZ");
	fixture_init(&f);
	assert_int_equal(clock_new_in(&clock, f.event, "/nowhere/at/all", &events, &f), 0);
	assert_null(clock_free(clock));
	assert_null(clock_free(NULL));
	fixture_finish(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(now_is_both_clocks),
		cmocka_unit_test(timer_wakes_once_and_not_early),
		cmocka_unit_test(timer_takes_the_later_call),
		cmocka_unit_test(timer_of_the_past_wakes_at_once),
		cmocka_unit_test(timer_disarmed_is_quiet),
		cmocka_unit_test(set_clock_is_noticed_each_time),
		cmocka_unit_test(zone_link_is_watched),
		cmocka_unit_test(others_of_etc_wake_nobody),
		cmocka_unit_test(zone_link_means_nothing_beside_tz),
		cmocka_unit_test(clock_without_etc),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
