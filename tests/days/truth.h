/*
 * Where the user of a day really is, as the file says it and whatever anyone makes of it: away
 * where the machine is locked or asleep, where they said so, or where the hands rest for longer
 * than STILL and nothing is played to them.
 */
#ifndef LIMBER_TESTS_TRUTH_H
#define LIMBER_TESTS_TRUTH_H

#include <stdio.h>
#include <stdlib.h>

#include "cli/report/simulate/day.h"

#define STILL (5 * USEC_PER_MIN) /* no key: at the machine, and reading */
#define BACK (2 * USEC_PER_MIN)  /* just back, so long */

struct truth {
	uint32_t away; /* enum absence, without resting hands */
	struct boottime away_since;
	bool resting;
	struct boottime resting_since;
	bool busy[BUSY_COUNT];
	bool returned;
	struct boottime back; /* from an absence longer than STILL */
};

static inline bool truth_there(const struct truth *truth, struct boottime now)
{
	bool rests = truth->resting && !truth->busy[BUSY_AWAKE] && !truth->busy[BUSY_CALL] &&
		     boottime_since(now, truth->resting_since) > STILL;
	return truth->away == 0 && !rests;
}

static inline bool truth_just_back(const struct truth *truth, struct boottime now)
{
	return truth->returned && boottime_since(now, truth->back) < BACK;
}

static inline void truth_return(struct truth *truth, struct boottime since, struct boottime now)
{
	if (boottime_since(now, since) <= STILL)
		return;
	truth->returned = true;
	truth->back = now;
}

static inline void truth_away(struct truth *truth, uint32_t away, struct boottime now)
{
	if (truth->away == 0)
		truth->away_since = now;
	if (truth->away != 0 && away == 0)
		truth_return(truth, truth->away_since, now);
	truth->away = away;
}

/* After each step. A daemon that starts finds the user there. */
static inline void truth_follow(struct truth *truth, const struct replay *replay,
				const struct event *event)
{
	struct boottime now = replay->now.boot;
	if (truth->resting && !replay->still)
		truth_return(truth, truth->resting_since, now);
	truth->resting = replay->still;
	truth->resting_since = replay->still_since;
	if (event->kind == EVENT_ABSENT && !(event->absent.why & (ABSENT_IDLE | ABSENT_STANDING)))
		truth_away(truth, truth->away | (uint32_t)event->absent.why, now);
	if (event->kind == EVENT_PRESENT && event->present != ABSENT_IDLE)
		truth_away(truth, truth->away & ~(uint32_t)event->present, now);
	if (event->kind == EVENT_START)
		truth_away(truth, 0, now);
	if (event->kind == EVENT_BUSY)
		truth->busy[event->busy.kind] = event->busy.on;
	truth->busy[BUSY_CALL] = replay->call;
}

/* A day from its file; false: it is none. */
static inline bool truth_read(const char *path, struct day *ret)
{
	struct day_error error;
	char *text = NULL;
	size_t space = 0;
	FILE *file = fopen(path, "re");
	ssize_t length = file ? getdelim(&text, &space, '\0', file) : -1;
	if (file)
		fclose(file);
	bool good = length > 0 && day_read(text, (size_t)length, ret, &error) == 0;
	free(text);
	return good;
}

#endif
