/*
 * What limberd answers to a verb that acts: an a{sv} of what was done and follows, or the keys that
 * a setting changed, and notes; dbus/org.limberd.Limber1.xml has them all. Texts live in the reply.
 */
#ifndef LIMBER_CLI_REPLY_H
#define LIMBER_CLI_REPLY_H

#include "cli/shared/bus.h"

/* With --json: print all of the reply as one object, and return true. */
bool reply_json(const struct command *command, sd_bus_message *reply);

/* A value of the a{sv}; "" and 0 where it has none. */
const char *reply_text(sd_bus_message *reply, const char *key);
uint64_t reply_number(sd_bus_message *reply, const char *key);

/* Whether it has a number of that key. */
bool reply_has(sd_bus_message *reply, const char *key);

/* The keys that were changed: to their beginning (false: there are none), then the next one. */
struct reply_change {
	const char *key, *was, *is; /* "" for no value */
};
bool reply_changes(sd_bus_message *reply);
bool reply_change(sd_bus_message *reply, struct reply_change *ret);

/* Print the notes, a sentence a line, but not `shown` (NULL: all). */
void reply_notes_print(sd_bus_message *reply, const char *shown);

#endif
