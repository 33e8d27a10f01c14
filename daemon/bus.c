/* Exports the objects with their interfaces. */
#include "daemon/bus.h"

#include <stdlib.h>

#include "core/base/contract.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/manager.h"
#include "daemon/reminder.h"

/* If the configuration cannot be watched, look for changes before each call is answered. */
static int on_call(sd_bus_message *call, void *user, sd_bus_error *error)
{
	if (sd_bus_message_is_method_call(call, NULL, NULL) > 0)
		app_look(user);
	return 0;
}

int bus_export(sd_bus *bus, struct app *app)
{
	TRY(sd_bus_add_filter(bus, NULL, on_call, app));
	TRY(sd_bus_add_object_manager(bus, NULL, LIMBER_PATH));
	TRY(sd_bus_add_object_vtable(bus, NULL, LIMBER_PATH, LIMBER_MANAGER, manager_vtable, app));
	TRY(sd_bus_add_fallback_vtable(bus, NULL, LIMBER_PATH_REMINDERS, LIMBER_REMINDER,
				       reminder_vtable, reminder_find, app));
	return sd_bus_add_node_enumerator(bus, NULL, LIMBER_PATH_REMINDERS, reminder_enumerate,
					  app);
}

/* Failures are ignored: a client that misses a signal can still call GetManagedObjects. */
void bus_plan_changed(sd_bus *bus, const struct plan *old, const struct plan *new)
{
	for (int i = 0; i < old->count; i++) {
		_cleanup_free_ char *path = reminder_path(old->reminders[i].name);
		if (path && plan_find(new, old->reminders[i].name) < 0)
			(void)sd_bus_emit_interfaces_removed(bus, path, LIMBER_REMINDER, NULL);
	}
	for (int i = 0; i < new->count; i++) {
		_cleanup_free_ char *path = reminder_path(new->reminders[i].name);
		if (path && plan_find(old, new->reminders[i].name) < 0)
			(void)sd_bus_emit_interfaces_added(bus, path, LIMBER_REMINDER, NULL);
	}
}
