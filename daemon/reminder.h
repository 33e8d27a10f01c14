/* The Reminder interface of dbus/org.limberd.Limber1.xml, one object for each reminder. */
#ifndef LIMBER_REMINDER_H
#define LIMBER_REMINDER_H

#include "daemon/app.h"

extern const sd_bus_vtable reminder_vtable[];

/* sd_bus_object_find_t and sd_bus_node_enumerator_t; the user pointer is the app. What is found is
 * valid until the next one is looked for. */
int reminder_find(sd_bus *bus, const char *path, const char *interface, void *user, void **ret,
		  sd_bus_error *error);
int reminder_enumerate(sd_bus *bus, const char *prefix, void *user, char ***ret,
		       sd_bus_error *error);

/* The object path of a name; the caller frees it. NULL: no memory. */
char *reminder_path(const char *name);

#endif
