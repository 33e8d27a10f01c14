/*
 * Looks at the wall clock in each way that a program may, and waits for times of it: for the test
 * of tests/shift.c. Prints what is not as it should be.
 *
 * usage: shift_probe SECONDS: what the clock says, or a little later.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <systemd/sd-event.h>
#include <time.h>
#include <unistd.h>

#define SOON 100000000L /* nanoseconds */

static int64_t begin;
static int wrong;

static void expect(bool good, const char *what)
{
	if (!good)
		printf("%s\n", what);
	wrong += !good;
}

/* A busy machine may take its time between two looks. */
static bool is_now(int64_t seconds)
{
	return seconds >= begin && seconds < begin + 600;
}

static struct timespec soon(void)
{
	struct timespec at;
	clock_gettime(CLOCK_REALTIME, &at);
	at.tv_nsec += SOON;
	at.tv_sec += at.tv_nsec / 1000000000;
	at.tv_nsec %= 1000000000;
	return at;
}

static bool is_past(struct timespec at)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec > at.tv_sec || (now.tv_sec == at.tv_sec && now.tv_nsec >= at.tv_nsec);
}

static void clocks(void)
{
	struct timespec now;
	struct timeval old;
	clock_gettime(CLOCK_REALTIME, &now);
	expect(is_now(now.tv_sec), "clock_gettime");
	clock_gettime(CLOCK_REALTIME_COARSE, &now);
	expect(is_now(now.tv_sec), "the coarse clock");
	expect(timespec_get(&now, TIME_UTC) == TIME_UTC && is_now(now.tv_sec), "timespec_get");
	gettimeofday(&old, NULL);
	expect(is_now(old.tv_sec), "gettimeofday");
	expect(is_now(time(NULL)), "time");
	clock_gettime(CLOCK_MONOTONIC, &now);
	expect(!is_now(now.tv_sec), "a clock that only runs is moved");
}

static void timers(void)
{
	uint64_t times = 0;
	struct itimerspec to = { .it_value = soon() };
	int fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
	expect(timerfd_settime(fd, TFD_TIMER_ABSTIME, &to, NULL) == 0 &&
		       read(fd, &times, sizeof(times)) == sizeof(times) && times == 1 &&
		       is_past(to.it_value),
	       "a timer of the wall clock");
	struct itimerspec never = { .it_value.tv_sec = INT64_MAX / 1000000000 }, left;
	expect(timerfd_settime(fd, TFD_TIMER_ABSTIME, &never, NULL) == 0 &&
		       timerfd_gettime(fd, &left) == 0 && left.it_value.tv_sec > 1000000000,
	       "a timer that never ends");
	close(fd);
	struct timespec at = soon();
	expect(clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &at, NULL) == 0 && is_past(at),
	       "a sleep until a time");
}

static int on_time(sd_event_source *source, uint64_t at, void *user)
{
	(void)at, (void)user;
	return sd_event_exit(sd_event_source_get_event(source), 0);
}

static void loop(void)
{
	sd_event *event;
	struct timespec at = soon();
	uint64_t us = (uint64_t)at.tv_sec * 1000000 + (uint64_t)at.tv_nsec / 1000;
	expect(sd_event_new(&event) >= 0 &&
		       sd_event_add_time(event, NULL, CLOCK_REALTIME, us, 1, on_time, NULL) >= 0 &&
		       sd_event_loop(event) == 0 && is_past(at),
	       "a time of sd-event");
	sd_event_unref(event);
}

static void files(void)
{
	char path[] = "/tmp/shift.XXXXXX";
	struct stat of;
	int fd = mkstemp(path);
	expect(fstat(fd, &of) == 0 && is_now(of.st_mtime), "a new file");
	struct timespec to[2] = { { begin - 1000, 0 }, { begin - 1000, 0 } };
	expect(futimens(fd, to) == 0 && stat(path, &of) == 0 && of.st_mtime == begin - 1000,
	       "a file's time that was set");
	expect(futimens(fd, NULL) == 0 && stat(path, &of) == 0 && is_now(of.st_mtime),
	       "a file that was touched");
	close(fd);
	unlink(path);
}

int main(int argc, char **argv)
{
	/* The coarse clock is a moment behind. */
	begin = argc > 1 ? strtoll(argv[1], NULL, 10) - 1 : 0;
	clocks();
	timers();
	loop();
	files();
	return wrong > 0;
}
