/*
 * Levels of services on a bus, such as do-not-disturb: a row of a table for each kind of service.
 * A service is read when it appears and after each of its signals; the arguments of signals are not
 * used, so a signal can neither be missed nor forge a level. All calls are asynchronous, no service
 * is started, none is polled. The level of a service that exits, or replies with another type, is
 * unknown.
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
	int count;                  /* of the programs that hold it, 0 if not reported */
	char who[WHO_SIZE];         /* one of these; "" if not reported */
	char path[LEVEL_PATH_SIZE]; /* object of the next question */
};

/* A call, with the strings `words` as arguments, up to the first NULL; or `number`, unless that is
 * 0. */
struct level_question {
	const char *path; /* NULL: level.path of the reply before */
	const char *interface, *member;
	const char *words[2];
	uint32_t number;
	/* Read the reply into the level. 1: ask the next question; 0: finished; negative: not a
	 * reply of this kind. */
	int (*read)(sd_bus_message *answer, struct level *level);
};

struct level_row {
	const char *name;    /* for people: "KDE" */
	const char *service; /* its name on the bus */
	const char *sender;  /* whose signals; NULL: those of the service */
	const char *signals; /* the signals of a change: part of a match rule */
	const char *off;     /* the error that means off, or NULL */
	struct level_question questions[LEVEL_QUESTIONS];
};

struct levels;

/* A level changed; called from the event loop only. */
typedef void levels_changed(void *user);

/* rows: static, `count` of them. */
int levels_new(struct levels **ret, const struct level_row *rows, int count,
	       levels_changed *changed, void *user);
struct levels *levels_free(struct levels *levels); /* NULL; without callbacks */

/* Connect, with a reference of the bus; disconnect, without callbacks. */
int levels_up(struct levels *levels, sd_bus *bus);
void levels_down(struct levels *levels);

/* Read all of them again, in case a signal was missed. */
void levels_reread(struct levels *levels);

/* The level of row `index`. */
const struct level *levels_get(const struct levels *levels, int index);

#endif
