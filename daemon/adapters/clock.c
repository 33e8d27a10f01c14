/* A timer on CLOCK_REALTIME that never expires notices a clock that is set: the kernel cancels it.
 */
#include "daemon/adapters/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "core/base/try.h"

/* 0 would mean the default of sd-event, 250 ms. */
#define ACCURACY (10 * USEC_PER_SEC / 1000)

struct clock {
	struct clock_events events;
	void *user;
	int set_fd;
	sd_event *event;
	char *etc;
	sd_event_source *wake, *set;
	sd_event_source *zone, *target; /* watches of /etc/localtime itself, and of its target */
};

static int64_t clock_read_us(clockid_t id)
{
	struct timespec time;
	clock_gettime(id, &time);
	return (int64_t)time.tv_sec * USEC_PER_SEC + time.tv_nsec / 1000;
}

struct moment clock_now(void)
{
	struct moment now;
	now.boot.us = clock_read_us(CLOCK_BOOTTIME);
	now.real.us = clock_read_us(CLOCK_REALTIME);
	return now;
}

usec clock_slept(void)
{
	return clock_read_us(CLOCK_BOOTTIME) - clock_read_us(CLOCK_MONOTONIC);
}

static int on_wake(sd_event_source *source, uint64_t at, void *user)
{
	struct clock *clock = user;
	clock->events.wake(clock->user);
	return 0;
}

static int on_set(sd_event_source *source, int fd, uint32_t revents, void *user)
{
	struct clock *clock = user;
	uint64_t times;
	ssize_t length = read(fd, &times, sizeof(times));
	if (length < 0 && errno == ECANCELED)
		clock->events.set(clock->user);
	return 0;
}

/* The link is watched, not /etc, which changes often; replacing the link removes the old one. */
#define ZONE_FILE "localtime"
enum { ITSELF = IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_CLOSE_WRITE };

static int zone_watch(struct clock *clock);

static int on_zone(sd_event_source *source, const struct inotify_event *event, void *user)
{
	struct clock *clock = user;
	if (event->len > 0 && strcmp(event->name, ZONE_FILE) != 0)
		return 0;
	(void)zone_watch(clock);
	clock->events.zone(clock->user);
	return 0;
}

/* Watch the link and its target; if there is no link, watch its folder for one. */
static int zone_watch(struct clock *clock)
{
	char path[PATH_MAX];
	clock->zone = sd_event_source_disable_unref(clock->zone);
	clock->target = sd_event_source_disable_unref(clock->target);
	if (snprintf(path, sizeof(path), "%s/" ZONE_FILE, clock->etc) >= (int)sizeof(path))
		return -ENAMETOOLONG;
	int r = sd_event_add_inotify(clock->event, &clock->zone, path, ITSELF | IN_DONT_FOLLOW,
				     on_zone, clock);
	if (r != -ENOENT) {
		(void)sd_event_add_inotify(clock->event, &clock->target, path, ITSELF, on_zone,
					   clock);
		return r;
	}
	r = sd_event_add_inotify(clock->event, &clock->zone, clock->etc,
				 IN_CREATE | IN_MOVED_TO | IN_ONLYDIR, on_zone, clock);
	/* The link may have been created before the watch of the folder. */
	return r >= 0 && faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0
		       ? zone_watch(clock)
		       : r;
}

static int wake_start(struct clock *clock, sd_event *event)
{
	TRY(sd_event_add_time(event, &clock->wake, CLOCK_BOOTTIME, 0, ACCURACY, on_wake, clock));
	return sd_event_source_set_enabled(clock->wake, SD_EVENT_OFF);
}

static int set_start(struct clock *clock, sd_event *event)
{
	const struct itimerspec never = { .it_value.tv_sec = LONG_MAX };
	clock->set_fd = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
	if (clock->set_fd < 0)
		return -errno;
	if (timerfd_settime(clock->set_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never,
			    NULL) < 0)
		return -errno;
	return sd_event_add_io(event, &clock->set, clock->set_fd, EPOLLIN, on_set, clock);
}

/* With TZ set, /etc/localtime is not used. If it cannot be watched (no such folder, no inotify
 * instances left), only the notice of a change is lost. */
static int zone_start(struct clock *clock, sd_event *event, const char *etc)
{
	clock->event = sd_event_ref(event);
	clock->etc = strdup(etc);
	if (!clock->etc)
		return -ENOMEM;
	int r = getenv("TZ") ? 0 : zone_watch(clock);
	return r == -ENOMEM ? r : 0;
}

int clock_new(struct clock **ret, sd_event *event, const struct clock_events *events, void *user)
{
	return clock_new_in(ret, event, CLOCK_ETC, events, user);
}

int clock_new_in(struct clock **ret, sd_event *event, const char *etc,
		 const struct clock_events *events, void *user)
{
	struct clock *clock = calloc(1, sizeof(*clock));
	if (!clock)
		return -ENOMEM;
	*clock = (struct clock){ .events = *events, .user = user, .set_fd = -1 };
	int r = wake_start(clock, event);
	if (r >= 0)
		r = set_start(clock, event);
	if (r >= 0)
		r = zone_start(clock, event, etc);
	*ret = r < 0 ? clock_free(clock) : clock;
	return r < 0 ? r : 0;
}

struct clock *clock_free(struct clock *clock)
{
	if (!clock)
		return NULL;
	sd_event_source_disable_unref(clock->wake);
	sd_event_source_disable_unref(clock->set);
	sd_event_source_disable_unref(clock->zone);
	sd_event_source_disable_unref(clock->target);
	sd_event_unref(clock->event);
	free(clock->etc);
	if (clock->set_fd >= 0)
		close(clock->set_fd);
	free(clock);
	return NULL;
}

int clock_arm(struct clock *clock, bool armed, struct boottime at)
{
	if (!armed)
		return sd_event_source_set_enabled(clock->wake, SD_EVENT_OFF);
	TRY(sd_event_source_set_time(clock->wake, at.us > 0 ? (uint64_t)at.us : 0));
	return sd_event_source_set_enabled(clock->wake, SD_EVENT_ONESHOT);
}
