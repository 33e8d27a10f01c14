/*
 * Watches the user's configuration file by inotify on its folder: editors replace files, so a
 * watch on the file itself would be lost.
 */
#ifndef LIMBER_WATCH_H
#define LIMBER_WATCH_H

#include <systemd/sd-event.h>

struct watch;

struct watch_events {
	/*
	 * Once for a burst of events that are read together, and only for events that complete a
	 * change: at once when the file was written and closed or moved here; 200 ms after it was
	 * moved away or deleted, or its folder went or came back, unless it has come again by then
	 * (some editors put the old file aside first). `name`: the file in the folder, where it is
	 * about one that stands there, whole; else NULL.
	 */
	void (*changed)(void *user, const char *name);
	/* Negative errno: changes may go unnoticed until watch_point() helps. Once until then. */
	void (*lost)(void *user, int error);
};

/* path is absolute, its last part may be a pattern of the shell's ("*.conf"); neither it nor its
 * folder need be there. */
int watch_new(struct watch **ret, sd_event *event, const char *path,
	      const struct watch_events *events, void *user);
struct watch *watch_free(struct watch *watch); /* NULL. Not from within its own callback */

/* Watch this path from now on, or look anew at what the same one leads to; also from within a
 * callback. What goes wrong is told to `lost`. */
void watch_point(struct watch *watch, const char *path);

/* Make the folder of a file (0700) and its parents where missing. The path is absolute. */
int watch_make_folder(const char *file);

#endif
