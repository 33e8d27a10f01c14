/* Variables that are freed when they go out of scope, and early returns. */
#ifndef LIMBER_CLEANUP_H
#define LIMBER_CLEANUP_H

#include <stdlib.h>
#include <systemd/sd-bus.h>

static inline void free_pointer(char **pointer)
{
	free(*pointer);
}

#define _cleanup_(function) __attribute__((cleanup(function)))
#define _cleanup_free_ _cleanup_(free_pointer)
#define _cleanup_message_ _cleanup_(sd_bus_message_unrefp)

/* Return the negative errno of a call that failed. */
#define TRY(call)                                                                                  \
	do {                                                                                       \
		int try_result = (call);                                                           \
		if (try_result < 0)                                                                \
			return try_result;                                                         \
	} while (0)

#endif
