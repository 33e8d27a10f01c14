/* The reply of Explain(), for people and for scripts. Both read it to its end. */
#ifndef LIMBER_CLI_EXPLAIN_H
#define LIMBER_CLI_EXPLAIN_H

#include <systemd/sd-bus.h>

#include "cli/shared/json.h"

/* Negative errno if the reply is malformed. */
int explain_print(FILE *out, sd_bus_message *reply);
int explain_json(FILE *out, sd_bus_message *reply);

#endif
