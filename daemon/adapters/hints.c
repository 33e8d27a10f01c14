/* Other properties are skipped, whatever their type. */
#include "daemon/adapters/hints.h"

#include <string.h>

static int hint_read(sd_bus_message *message, struct hints *hints)
{
	const char *name;
	int r = sd_bus_message_read(message, "s", &name);
	if (r < 0)
		return r;
	if (strcmp(name, "LockedHint") == 0)
		return sd_bus_message_read(message, "v", "b", &hints->locked);
	if (strcmp(name, "Active") == 0)
		return sd_bus_message_read(message, "v", "b", &hints->active);
	if (strcmp(name, "IdleHint") == 0)
		return sd_bus_message_read(message, "v", "b", &hints->idle);
	if (strcmp(name, "IdleSinceHint") == 0)
		return sd_bus_message_read(message, "v", "t", &hints->idle_since);
	return sd_bus_message_skip(message, "v");
}

struct hints hints_read(sd_bus_message *message)
{
	struct hints hints = { .locked = -1, .idle = -1, .active = -1 };
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r > 0 && sd_bus_message_enter_container(message, 'e', "sv") > 0) {
		r = hint_read(message, &hints);
		if (r >= 0)
			r = sd_bus_message_exit_container(message);
	}
	return hints;
}
