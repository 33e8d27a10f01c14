/*
 * The parts of limber-tray and what they share. One process, one connection to the session bus,
 * one loop, one timer.
 *
 *	limberd.c  follows limberd: its status, read when it says that something changed
 *	item.c     the icon on the bus: org.kde.StatusNotifierItem, and its watcher
 *	menu.c     the menu on the bus: com.canonical.dbusmenu; entries.c is what it contains
 *	click.c    what a click does; launch.c starts programs
 *	face.c     what is shown of a status; icon.c draws it
 */
#ifndef LIMBER_TRAY_TRAY_H
#define LIMBER_TRAY_TRAY_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "core/base/contract.h"
#include "core/base/try.h"
#include "tray/face.h"

#define ITEM_PATH "/StatusNotifierItem"
#define MENU_PATH "/MenuBar"

struct tray {
	char *limber; /* the path of the command */
	sd_event *event;
	sd_bus *bus;
	struct face face; /* what is shown */
	/* limberd */
	sd_event_source *timer;
	sd_bus_slot *asking;       /* the call to Status that is not answered yet */
	bool again;                /* something changed since that call was sent */
	uint64_t terminal_started; /* the last one, CLOCK_MONOTONIC */
	/* The menu */
	uint32_t revision;
};

/* Each adds its objects and matches to the bus. Negative errno. */
int limberd_begin(struct tray *tray);
int item_begin(struct tray *tray);
int menu_begin(struct tray *tray);

/* The face has changed, from `before`: panels are told what to read again. */
int item_changed(struct tray *tray, const struct face *before);
int menu_changed(struct tray *tray, const struct face *before);

#endif
