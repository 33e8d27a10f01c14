/*
 * libconfig checks few of its allocations: after a failed one, 1.5 writes to address 0
 * (config_init, config_setting_create, strbuf_append), and its scanner exits with a message
 * (libconfig_yy_fatal_error), as 1.7 does everywhere. While a guard is active, a write to address 0
 * also ends the process with a message and an exit code instead of a crash. No data is lost:
 * everything acknowledged is already stored.
 */
#ifndef LIMBER_GUARD_H
#define LIMBER_GUARD_H

#include <signal.h>
#include <stdbool.h>

struct guard {
	bool up;
	struct sigaction before;
};

/* Put around calls of libconfig that allocate; guards may nest. */
void guard_begin(struct guard *guard);
void guard_end(struct guard *guard);

#endif
