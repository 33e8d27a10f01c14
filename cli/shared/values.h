/* A dictionary a{sv} of the bus, whatever is in it. Reads it to its end. */
#ifndef LIMBER_VALUES_H
#define LIMBER_VALUES_H

#include <systemd/sd-bus.h>

#include "cli/shared/json.h"

/* A value of a type that stands for a number, a text or a truth. */
struct value {
	char type; /* s, t, u, b; 0 for any other, which is passed over */
	const char *text;
	uint64_t number;
};

/* The next entry of a dictionary that is entered; 0 after the last, negative errno. */
int values_next(sd_bus_message *message, const char **ret_name, struct value *ret);

/* As members of an object that is open; negative errno. */
int values_json(struct json *json, sd_bus_message *message);

/* One text as " key=value". */
void values_put(FILE *out, const char *key, const char *text);

/* As " key=value" each; negative errno. */
int values_print(FILE *out, sd_bus_message *message);

#endif
