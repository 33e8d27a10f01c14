/*
 * How long a test waits before it gives up, on a machine of any speed: tests/patience.inc for C.
 * Lengths are microseconds of an idle machine; a busy one makes them longer.
 */
#ifndef LIMBER_PATIENCE_H
#define LIMBER_PATIENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct patience {
	double left;
	int64_t last;
};

/* How often slower than an idle one the machine is, at least 1. */
static inline double machine_busy(void)
{
	const char *slowness = getenv("SLOWNESS"), *processors = getenv("PROCESSORS");
	double load = 0, running = 0;
	double count = processors ? atof(processors) : (double)sysconf(_SC_NPROCESSORS_ONLN);
	FILE *file = fopen("/proc/loadavg", "re");
	if (file && fscanf(file, "%lf %*s %*s %lf", &load, &running) < 2)
		load = running = 0;
	if (file)
		fclose(file);
	double busy = (load > running ? load : running) / (count > 1 ? count : 1);
	return (busy > 1 ? busy : 1) * (slowness ? atof(slowness) / 100 : 1);
}

static inline int64_t patience_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000) + now.tv_nsec / 1000;
}

static inline struct patience patience_begin(uint64_t length)
{
	return (struct patience){ .left = (double)length, .last = patience_now() };
}

/* Whether it lasts; to be asked several times a second. */
static inline bool patience_lasts(struct patience *patience)
{
	int64_t now = patience_now();
	patience->left -= (double)(now - patience->last) / machine_busy();
	patience->last = now;
	return patience->left > 0;
}

#endif
