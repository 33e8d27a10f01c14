/*
 * "Sources" of Status: a row for each thing that limberd watches, with how well that works and what
 * the user can do. To add one: a function that describes the adapter, and a row in sources.c.
 */
#ifndef LIMBER_SOURCES_H
#define LIMBER_SOURCES_H

#include <systemd/sd-bus.h>

struct app;

enum source_state {
	SOURCE_MISSING, /* nothing reports it */
	SOURCE_LIMITED, /* it works, with a limit that the note names */
	SOURCE_OK,
	SOURCE_UNUSED, /* the configuration does not ask for it: no row */
};

/* The texts are valid until the adapter changes. */
struct source {
	enum source_state state;
	const char *name; /* what reports it, as users know it; "" for nothing */
	const char *note; /* a sentence: the consequence or the remedy; may be "" */
};

/* Append "Sources" of Status(), aa{sv}: a row each, as in core/codec/status_fields.h. */
int sources_append(sd_bus_message *reply, const struct app *app);

#endif
