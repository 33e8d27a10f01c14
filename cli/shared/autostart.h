/*
 * Files in $XDG_CONFIG_HOME/autostart, which most desktops run at login; one of the same name in
 * /etc/xdg/autostart is ignored then. 0 or negative errno; -ENOENT without an absolute
 * XDG_CONFIG_HOME or HOME.
 */
#ifndef LIMBER_AUTOSTART_H
#define LIMBER_AUTOSTART_H

#include <stdbool.h>

#define AUTOSTART_LIMBERD "limber-attach.desktop"
#define AUTOSTART_TRAY "limber-tray.desktop"

bool autostart_exists(const char *name);

/* The file starts `program`, the path of one of Limber, with what stands before and after it in a
 * command; nothing once that program is uninstalled. */
int autostart_write(const char *name, const char *before, const char *program, const char *after);

/* 0 also where there is none. */
int autostart_remove(const char *name);

#endif
