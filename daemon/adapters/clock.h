/*
 * The only place that reads a clock: moments, the one armed timer, the watch for a clock that
 * was set, and the zone as data.
 */
#ifndef LIMBER_CLOCK_H
#define LIMBER_CLOCK_H

#include <systemd/sd-event.h>

#include "core/base/zone.h"

struct clock;

struct clock_events {
	void (*wake)(void *user); /* the armed time has come */
	void (*set)(void *user);  /* CLOCK_REALTIME was set (TFD_TIMER_CANCEL_ON_SET) */
	void (*zone)(void *user); /* the machine's zone may have changed: probe again */
};

/* Both clocks, read one right after the other. */
struct moment clock_now(void);

/* How long the machine slept since it was booted: CLOCK_BOOTTIME goes on then, CLOCK_MONOTONIC does
 * not. Right to a few microseconds. */
usec clock_slept(void);

int clock_new(struct clock **ret, sd_event *event, const struct clock_events *events, void *user);
struct clock *clock_free(struct clock *clock); /* NULL */

/* One CLOCK_BOOTTIME timer, accuracy 10 ms; a later call replaces an earlier one. Not armed:
 * nothing wakes the process. */
int clock_arm(struct clock *clock, bool armed, struct boottime at);

/*
 * Probe the machine's zone (TZ, else /etc/localtime) into a table of its offset changes from
 * ZONE_PAST before `now` to LENGTH_MAX after it; cut short, with `until`, when it has more changes
 * than fit. The name is TZ's or that behind the link, "UTC" when there is nothing.
 */
void clock_probe_zone(struct moment now, struct zone *ret);

/*
 * The parts of the above that depend on CLOCK_ETC/localtime, for a test with a folder of its own.
 * The name is "" when there is a zone that does not say its name (a plain file, a link to
 * elsewhere), or one too long for `size`.
 */
#define CLOCK_ETC "/etc"
int clock_new_in(struct clock **ret, sd_event *event, const char *etc,
		 const struct clock_events *events, void *user);
void clock_zone_name(const char *etc, char *ret, size_t size);

/* Whether the machine has no data of the zone that TZ or the link names, so that the C library
 * counts in UTC. *ret: that name. */
bool clock_zone_missing(const char *etc, char *ret, size_t size);

#endif
