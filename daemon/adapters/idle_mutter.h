/* Idleness from GNOME's Mutter on the session bus: a source as in idle/source.h. */
#ifndef LIMBER_IDLE_MUTTER_H
#define LIMBER_IDLE_MUTTER_H

#include "idle/source.h"

#define MUTTER_IDLE "org.gnome.Mutter.IdleMonitor"

extern const struct idle_source idle_mutter;

#endif
