/*
 * Levels that services on a bus tell, such as do-not-disturb: a row of a table for each dialect.
 * A service is asked when it is there and again after each of its signals, whose own words are
 * not read; so nothing can be missed, or made up by a signal alone. Nothing blocks, nothing is
 * started, nothing is polled. A service that goes, or answers with something else, is not known.
 */
#ifndef LIMBER_LEVELS_H
#define LIMBER_LEVELS_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#include "core/base/limits.h"

enum { LEVEL_QUESTIONS = 3, LEVEL_PATH_SIZE = 256 };

struct level {
	bool known, on;
	int count;                  /* of those who want it, where they are counted */
	char who[WHO_SIZE];         /* one of them; "" where that is not told */
	char path[LEVEL_PATH_SIZE]; /* what the next question is about */
};

/* A call. Its arguments are `words`, as many as there are, or `number`, unless that is 0. */
struct level_question {
	const char *path; /* NULL: the one that the answer before gave */
	const char *interface, *member;
	const char *words[2];
	uint32_t number;
	/* Reads the answer. Above 0: the next question is to be asked, too; 0: that is all;
	 * negative: it is no such answer. */
	int (*read)(sd_bus_message *answer, struct level *level);
};

struct level_row {
	const char *name;    /* for people: "KDE" */
	const char *service; /* its name on the bus */
	const char *signals; /* which of its signals may mean a change: part of a match rule */
	const char *off;     /* the error that means off; NULL: none does */
	struct level_question questions[LEVEL_QUESTIONS];
};

struct levels;

/* Something has changed; only from the event loop. */
typedef void levels_changed(void *user);

/* rows: static, `count` of them. */
int levels_new(struct levels **ret, const struct level_row *rows, int count,
	       levels_changed *changed, void *user);
struct levels *levels_free(struct levels *levels); /* NULL; without a word */

/* There is a connection, which is referenced; and it is lost, which is told by nobody. */
int levels_up(struct levels *levels, sd_bus *bus);
void levels_down(struct levels *levels);

/* Ask all of them again: a signal may have been missed. What is another now is told as always. */
void levels_again(struct levels *levels);

/* What row `index` says now. */
const struct level *levels_get(const struct levels *levels, int index);

#endif
