/* Other properties are skipped, whatever their type. */
#include "daemon/adapters/hints.h"

#include <stddef.h>

#include "daemon/adapters/dict.h"

static const struct dict_value rows[] = {
	{ "LockedHint", "b", offsetof(struct hints, locked), NULL },
	{ "Active", "b", offsetof(struct hints, active), NULL },
	{ "IdleHint", "b", offsetof(struct hints, idle), NULL },
	{ "IdleSinceHint", "t", offsetof(struct hints, idle_since), NULL },
	{ .key = NULL },
};

struct hints hints_read(sd_bus_message *message)
{
	struct hints hints = { .locked = -1, .idle = -1, .active = -1 };
	(void)dict_read(message, rows, &hints);
	return hints;
}
