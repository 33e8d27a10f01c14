/*
 * Where the user of a day really is, by the file and not by any program: away while the machine is
 * locked or asleep, after `away`, or without input for longer than STILL and no film or call.
 */
#ifndef LIMBER_TESTS_TRUTH_H
#define LIMBER_TESTS_TRUTH_H

#include <stdio.h>
#include <stdlib.h>

#include "cli/report/simulate/recording.h"

#define STILL (5 * USEC_PER_MIN) /* no key: at the machine, and reading */
#define BACK (2 * USEC_PER_MIN)  /* just back, so long */

struct truth {
	uint32_t away; /* enum absence, without resting hands */
	struct boottime away_since;
	bool resting;
	struct boottime resting_since;
	bool busy[BUSY_COUNT];
	struct boottime since[BUSY_COUNT]; /* of what is on */
	struct boottime listened;          /* the last moment of a call or a film */
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

static inline void truth_busy(struct truth *truth, enum busy kind, bool on, struct boottime now)
{
	if (truth->busy[BUSY_CALL] || truth->busy[BUSY_AWAKE])
		truth->listened = now;
	if (on && !truth->busy[kind])
		truth->since[kind] = now;
	truth->busy[kind] = on;
}

/* Whether a call or a film is on that began less than `limit` ago: what lasts longer is none. */
static inline bool truth_listens(const struct truth *truth, enum busy kind, usec limit,
				 struct boottime now)
{
	return truth->busy[kind] && boottime_since(now, truth->since[kind]) < limit;
}

/* After each step. A daemon that starts finds the user there, and so does an unlock or a return on
 * a machine of which nobody said that it woke. */
static inline void truth_follow(struct truth *truth, const struct replay *replay,
				const struct event *event)
{
	struct boottime now = replay->now.boot;
	if (truth->resting && !replay->still)
		truth_return(truth,
			     truth->listened.us > truth->resting_since.us ? truth->listened
									  : truth->resting_since,
			     now);
	truth->resting = replay->still;
	truth->resting_since = replay->still_since;
	if (event->kind == EVENT_ABSENT && !(event->absent.why & (ABSENT_IDLE | ABSENT_STANDING)))
		truth_away(truth, truth->away | (uint32_t)event->absent.why, now);
	if (event->kind == EVENT_PRESENT && event->present != ABSENT_IDLE)
		truth_away(truth, truth->away & ~(uint32_t)(event->present | ABSENT_ASLEEP), now);
	if (event->kind == EVENT_START)
		truth_away(truth, 0, now);
	if (event->kind == EVENT_BUSY)
		truth_busy(truth, event->busy.kind, event->busy.on, now);
	truth_busy(truth, BUSY_CALL, replay->call, now);
}

/* A day from its file; false: it is none. */
static inline bool truth_read(const char *path, struct recording *ret)
{
	struct recording_error error;
	char *text = NULL;
	size_t space = 0;
	FILE *file = fopen(path, "re");
	ssize_t length = file ? getdelim(&text, &space, '\0', file) : -1;
	if (file)
		fclose(file);
	bool good = length > 0 && recording_read(text, (size_t)length, ret, &error) == 0;
	free(text);
	return good;
}

#endif
