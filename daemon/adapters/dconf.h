/*
 * Settings in dconf's database, which GNOME keeps on no bus: read from its file without GLib. A
 * change is the signal Notify of ca.desrt.dconf.Writer on the session bus, after the file was
 * replaced. Not read: databases and locks of an administrator (dconf(7)).
 */
#ifndef LIMBER_DCONF_H
#define LIMBER_DCONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* More is not read. */
enum { DCONF_BYTES_MAX = 4 << 20 };

/* The boolean `key` ("/org/gnome/…") of the user's database: 1, 0; `otherwise` where it is not set
 * or the file does not exist; negative errno. */
int dconf_read_bool(const char *key, bool otherwise);

/* The same of the bytes of a database: 1; 0; -ENOENT: not set; -EBADMSG: no such database, or the
 * value is no boolean. */
int dconf_find_bool(const uint8_t *data, size_t size, const char *key);

#endif
