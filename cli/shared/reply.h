/*
 * The replies of limberd to verbs that change something: an a{sv} of the result, or the keys that
 * changed, and notes (dbus/org.limberd.Limber1.xml). Strings are owned by the reply.
 */
#ifndef LIMBER_CLI_REPLY_H
#define LIMBER_CLI_REPLY_H

#include "cli/shared/bus.h"

/* With --json print the whole reply as one object and return true. */
bool reply_json(const struct command *command, sd_bus_message *reply);

/* With --json print what limberd returns for settings that are so already: no changes. */
void reply_unchanged(const struct command *command);

/* A value of the a{sv}; "" or 0 if it is missing. */
const char *reply_text(sd_bus_message *reply, const char *key);
uint64_t reply_number(sd_bus_message *reply, const char *key);

/* Whether the a{sv} has a number of that key. */
bool reply_has(sd_bus_message *reply, const char *key);

/* A count of 32 bits; false: it has none of that key. */
bool reply_count(sd_bus_message *reply, const char *key, uint32_t *ret);

/* Whether it has a list of texts of that key that is not empty. */
bool reply_has_texts(sd_bus_message *reply, const char *key);

/* The keys that were changed: go to their start (false: none), then read the next one. */
struct reply_change {
	const char *key, *was, *is; /* "" for no value */
};
bool reply_changes(sd_bus_message *reply);
bool reply_change(sd_bus_message *reply, struct reply_change *ret);

/* Print the notes, each on a line, except `shown` (NULL: all). */
void reply_notes_print(sd_bus_message *reply, const char *shown);

#endif
