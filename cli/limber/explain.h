/* What Explain() answers, for people and for scripts. Both read the reply to its end. */
#ifndef LIMBER_CLI_EXPLAIN_H
#define LIMBER_CLI_EXPLAIN_H

#include <systemd/sd-bus.h>

#include "cli/shared/json.h"

/* Negative errno when the reply is none. */
int explain_print(FILE *out, sd_bus_message *reply);
int explain_json(struct json *json, sd_bus_message *reply);

#endif
