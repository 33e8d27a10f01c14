/*
 * libconfig checks few of its allocations: where one fails, 1.5 writes to address 0 (config_init,
 * config_setting_create, strbuf_append), and its scanner ends the process with a line of its own
 * (libconfig_yy_fatal_error), as all of 1.7 does. While a guard is up a write to 0 is made such an
 * end, too: a line and an exit code, no crash. There is nothing to lose by it, for all that is
 * acknowledged is stored.
 */
#ifndef LIMBER_GUARD_H
#define LIMBER_GUARD_H

#include <signal.h>
#include <stdbool.h>

struct guard {
	bool up;
	struct sigaction before;
};

/* Around calls of libconfig that allocate; one may stand inside another. */
void guard_begin(struct guard *guard);
void guard_end(struct guard *guard);

#endif
