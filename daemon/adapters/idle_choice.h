/*
 * The source of idle.c that is in use: the best candidate that works, tried again when it is lost
 * and replaced when a better one is ready. When they are tried is in idle.h.
 */
#ifndef LIMBER_IDLE_CHOICE_H
#define LIMBER_IDLE_CHOICE_H

#include "idle/source.h"

struct idle_choice;

struct source_used {
	const struct idle_source *source;
	void *self;
	const char *name;
	bool input_only;
};

/* Called from the event loop only. */
struct idle_choice_events {
	/* No source is in use now; before each `ready`, too. was: whether there was one. */
	void (*none)(void *user, bool was);
	/* A source is in use from now on. */
	void (*ready)(void *user);
	/* The candidates were tried; a server may not have answered yet. */
	void (*tried)(void *user);
	/* Those of the source in use (idle/source.h). */
	void (*idle)(void *user, enum idle_watch watch, usec ago);
	void (*active)(void *user);
	void (*fullscreen)(void *user, bool on);
};

/* bus: the session's, or NULL. plugins: the folder where these are. */
int idle_choice_new(struct idle_choice **ret, sd_event *event, sd_bus *bus, const char *plugins,
		    const struct idle_choice_events *events, void *user);
struct idle_choice *idle_choice_free(struct idle_choice *choice); /* NULL; without callbacks */

/* Try the candidates that are better than the source in use. */
void idle_choice_look(struct idle_choice *choice);

/* The source in use, valid until `none`; NULL: none. */
const struct source_used *idle_choice_used(const struct idle_choice *choice);

/* Why candidate `which` is not used, as idle_passed_over(). */
const char *idle_choice_why(const struct idle_choice *choice, int which);

/* Whether a server was asked and has not answered yet; or is about to be asked. */
bool idle_choice_waits(const struct idle_choice *choice);
bool idle_choice_is_open(const struct idle_choice *choice);

#endif
