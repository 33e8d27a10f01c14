/*
 * Moments and lengths.
 *
 * A moment has the time of two clocks, in different types, so that they cannot be mixed: boot time
 * for elapsed time (CLOCK_BOOTTIME: it includes suspend and cannot be set) and real time for civil
 * time (CLOCK_REALTIME). All are microseconds in 64 signed bits: 292,000 years. Only the shell
 * reads clocks.
 */
#ifndef LIMBER_MOMENT_H
#define LIMBER_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

/* A length of time, microseconds. */
typedef int64_t usec;

#define USEC_PER_SEC INT64_C(1000000)
#define USEC_PER_MIN (60 * USEC_PER_SEC)
#define USEC_PER_HOUR (60 * USEC_PER_MIN)
#define USEC_PER_DAY (24 * USEC_PER_HOUR)

/* Since the machine was booted, suspend included. */
struct boottime {
	int64_t us;
};

/* Since 1970-01-01 00:00 UTC. 0 means "never" in members that may be unset. */
struct realtime {
	int64_t us;
};

struct moment {
	struct boottime boot;
	struct realtime real;
};

/* "Never ends", for an end in real time. */
#define REALTIME_OPEN ((struct realtime){ INT64_MAX })

static inline usec boottime_since(struct boottime later, struct boottime earlier)
{
	return later.us - earlier.us;
}

static inline usec realtime_since(struct realtime later, struct realtime earlier)
{
	return later.us - earlier.us;
}

/* The earlier and the later of two. */
static inline struct boottime boottime_min(struct boottime a, struct boottime b)
{
	return a.us < b.us ? a : b;
}

static inline struct boottime boottime_max(struct boottime a, struct boottime b)
{
	return a.us > b.us ? a : b;
}

static inline struct realtime realtime_min(struct realtime a, struct realtime b)
{
	return a.us < b.us ? a : b;
}

static inline struct realtime realtime_max(struct realtime a, struct realtime b)
{
	return a.us > b.us ? a : b;
}

/* Convert to the other clock, by the difference of the clocks at `now`. */
static inline struct boottime moment_boot_of(struct moment now, struct realtime real)
{
	return (struct boottime){ now.boot.us + (real.us - now.real.us) };
}

static inline struct realtime moment_real_of(struct moment now, struct boottime boot)
{
	return (struct realtime){ now.real.us + (boot.us - now.boot.us) };
}

#endif
