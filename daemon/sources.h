/*
 * What tells Limber of the world: one row for each thing that is watched, with how well that
 * works and what it means. Status shows them as Sources.
 *
 * To add one: a function that describes the adapter's side of it, and a row in sources.c.
 */
#ifndef LIMBER_SOURCES_H
#define LIMBER_SOURCES_H

#include <systemd/sd-bus.h>

struct app;

enum source_state {
	SOURCE_MISSING, /* nobody tells */
	SOURCE_LIMITED, /* it works, with a limit that the note names */
	SOURCE_OK,
};

/* Texts live until the adapter does something else. */
struct source {
	enum source_state state;
	const char *name; /* who tells, as people look for it; "" while nobody does */
	const char *note; /* a sentence: what that means, or the one thing to do; may be "" */
};

/* Append "Sources" of Status(), aa{sv}: a row each, as in core/codec/status_fields.h. */
int sources_append(sd_bus_message *reply, const struct app *app);

#endif
