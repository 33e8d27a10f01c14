/* The Manager interface of dbus/org.limberd.Limber1.xml; its user pointer is the app. */
#ifndef LIMBER_MANAGER_H
#define LIMBER_MANAGER_H

#include <systemd/sd-bus.h>

extern const sd_bus_vtable manager_vtable[];

#endif
