/* The objects on the bus: what dbus/org.limberd.Limber1.xml says, with its object manager. */
#ifndef LIMBER_BUS_H
#define LIMBER_BUS_H

#include "daemon/app.h"

/* Put the objects on the bus. They go with it. */
int bus_export(sd_bus *bus, struct app *app);

/* Tell who listens which reminders came and went. Call with the new plan in force. */
void bus_plan_changed(sd_bus *bus, const struct plan *old, const struct plan *new);

#endif
