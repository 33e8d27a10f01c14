/*
 * The only file that reads a clock: moments, the one armed timer, the notice of a clock that was
 * set, and the zone as a table.
 */
#ifndef LIMBER_CLOCK_H
#define LIMBER_CLOCK_H

#include <systemd/sd-event.h>

#include "core/base/zone.h"

struct clock;

struct clock_events {
	void (*wake)(void *user); /* the timer expired */
	void (*set)(void *user);  /* CLOCK_REALTIME was set (TFD_TIMER_CANCEL_ON_SET) */
	void (*zone)(void *user); /* the machine's zone may have changed: probe again */
};

/* Both clocks, read one after the other. */
struct moment clock_now(void);

/* How long the machine slept since it was booted: CLOCK_BOOTTIME minus CLOCK_MONOTONIC, exact to a
 * few microseconds. */
usec clock_slept(void);

int clock_new(struct clock **ret, sd_event *event, const struct clock_events *events, void *user);
struct clock *clock_free(struct clock *clock); /* NULL */

/* Set the one timer, on CLOCK_BOOTTIME with an accuracy of 10 ms, or stop it. */
int clock_arm(struct clock *clock, bool armed, struct boottime at);

/*
 * Read the offset changes of the machine's zone (TZ, else /etc/localtime) from ZONE_PAST before
 * `now` to LENGTH_MAX after it; `until` is earlier if they do not fit. The name is from TZ or from
 * the target of the link; "UTC" without either.
 */
void clock_probe_zone(struct moment now, struct zone *ret);

/*
 * The same for another folder than /etc, for tests. The name is "" for a zone without one (a plain
 * file, a link to elsewhere), or with one too long for `size`.
 */
#define CLOCK_ETC "/etc"
int clock_new_in(struct clock **ret, sd_event *event, const char *etc,
		 const struct clock_events *events, void *user);
void clock_zone_name(const char *etc, char *ret, size_t size);

/* Whether the data of the zone that TZ or the link names is not installed, so that the C library
 * uses UTC. *ret: that name. */
bool clock_zone_missing(const char *etc, char *ret, size_t size);

#endif
