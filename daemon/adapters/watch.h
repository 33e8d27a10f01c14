/*
 * Watches the files of the configuration by one instance of inotify. Editors replace files, so
 * their folders are watched; links may be replaced, so each link on the way is watched, too.
 */
#ifndef LIMBER_WATCH_H
#define LIMBER_WATCH_H

#include <stddef.h>
#include <systemd/sd-event.h>

struct watch;

struct watch_events {
	/*
	 * Once for events that are read together: at once when a file was written and closed or
	 * moved into its folder; 200 ms after one was moved away or deleted, or the way to it
	 * changed, unless all files are as before by then (some editors remove the old file first).
	 * name: the file in its folder if it is one that is complete, else NULL.
	 */
	void (*changed)(void *user, const char *name);
	/* Negative errno: files are not watched, until watch_look() succeeds. Called once until
	 * then. */
	void (*lost)(void *user, int error);
};

int watch_new(struct watch **ret, sd_event *event, const struct watch_events *events, void *user);
struct watch *watch_free(struct watch *watch); /* NULL. Not from within its own callback */

/*
 * Replace the watched paths; also from within a callback. A path is absolute, its last part may be
 * a shell pattern ("*.conf"); neither the file nor its folder need exist. On -EINVAL, -ENAMETOOLONG
 * and -ENOMEM nothing changes. Files that cannot be watched are reported to `lost`.
 */
int watch_paths(struct watch *watch, const char *const paths[], size_t count);

/* Resolve the paths again, try again to watch them, and call `changed` at once if a file changed.
 */
void watch_look(struct watch *watch);

/* The caller wrote the files: one that is removed now is a change, also if it was not there before.
 * NULL is ignored. */
void watch_note(struct watch *watch);

/* Why files are not watched, negative errno; 0: all are. 0 for NULL. */
int watch_error(const struct watch *watch);

/* Create the folder of a file (0700) and its parents. The path is absolute. */
int watch_make_folder(const char *file);

#endif
