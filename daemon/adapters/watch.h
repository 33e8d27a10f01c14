/*
 * Watches the files of the configuration by inotify: one instance for all of them. Editors replace
 * files, so their folders are watched; and links may be turned, so each link on the way is, too.
 */
#ifndef LIMBER_WATCH_H
#define LIMBER_WATCH_H

#include <stddef.h>
#include <systemd/sd-event.h>

struct watch;

struct watch_events {
	/*
	 * Once for a burst of events that are read together, and only for events that complete a
	 * change: at once when a file was written and closed or moved here; 200 ms after one was
	 * moved away or deleted, or something on the way to them changed, unless it is again as it
	 * was by then (some editors put the old file aside first). `name`: the file in its folder,
	 * where it is about one that stands there, whole; else NULL.
	 */
	void (*changed)(void *user, const char *name);
	/* Negative errno: changes may go unnoticed until watch_look() helps. Once until then. */
	void (*lost)(void *user, int error);
};

int watch_new(struct watch **ret, sd_event *event, const struct watch_events *events, void *user);
struct watch *watch_free(struct watch *watch); /* NULL. Not from within its own callback */

/*
 * Watch these from now on; also from within a callback. A path is absolute, its last part may be a
 * pattern of the shell's ("*.conf"); neither it nor its folder need be there. 0, -EINVAL,
 * -ENAMETOOLONG or -ENOMEM: then all is as before. What cannot be watched is told to `lost`.
 */
int watch_paths(struct watch *watch, const char *const paths[], size_t count);

/* Look anew at what the paths lead to, try again to watch it, and tell `changed` at once when a
 * file is not as it was. */
void watch_look(struct watch *watch);

/* Why changes may go unnoticed, negative errno; 0: they do not. 0 for NULL. */
int watch_error(const struct watch *watch);

/* Make the folder of a file (0700) and its parents where missing. The path is absolute. */
int watch_make_folder(const char *file);

#endif
