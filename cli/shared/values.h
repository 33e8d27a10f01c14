/* Printing of any dictionary a{sv} of the bus. The functions read it to its end. */
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

/* Print it as members of the open object; negative errno. */
int values_json(struct json *json, sd_bus_message *message);

/* Print a text as " key=value". */
void values_put(FILE *out, const char *key, const char *text);

/* Print each entry as " key=value"; negative errno. */
int values_print(FILE *out, sd_bus_message *message);

#endif
