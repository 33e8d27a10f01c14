/* Variables that are freed when they go out of scope. */
#ifndef LIMBER_CLEANUP_H
#define LIMBER_CLEANUP_H

#include <stdlib.h>
#include <systemd/sd-bus.h>

#include "core/base/try.h"

static inline void free_pointer(char **pointer)
{
	free(*pointer);
}

#define _cleanup_(function) __attribute__((cleanup(function)))
#define _cleanup_free_ _cleanup_(free_pointer)
#define _cleanup_message_ _cleanup_(sd_bus_message_unrefp)

#endif
