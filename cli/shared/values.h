/* A dictionary a{sv} of the bus, whatever is in it. Reads it to its end. */
#ifndef LIMBER_VALUES_H
#define LIMBER_VALUES_H

#include <systemd/sd-bus.h>

#include "cli/shared/json.h"

/* As members of an object that is open; negative errno. */
int values_json(struct json *json, sd_bus_message *message);

/* One text as " key=value". */
void value_put(FILE *out, const char *key, const char *text);

/* As " key=value" each; negative errno. */
int values_print(FILE *out, sd_bus_message *message);

#endif
