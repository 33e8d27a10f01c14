/* The objects of dbus/org.limberd.Limber1.xml, with their object manager. */
#ifndef LIMBER_BUS_H
#define LIMBER_BUS_H

#include "daemon/app.h"

/* Export the objects; they are removed with the connection. */
int bus_export(sd_bus *bus, struct app *app);

/* Emit InterfacesAdded and InterfacesRemoved for reminders. Call with the new plan in force. */
void bus_plan_changed(sd_bus *bus, const struct plan *old, const struct plan *new);

#endif
