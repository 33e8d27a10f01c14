/*
 * Watches the user's configuration file by inotify on its folder: editors replace files, so a
 * watch on the file itself would be lost. Makes the folder (0700) and its parents where missing.
 */
#ifndef LIMBER_WATCH_H
#define LIMBER_WATCH_H

#include <systemd/sd-event.h>

struct watch;

/*
 * `changed` is called once for a burst of events that are read together, and only for events that
 * complete a change: at once when the file was written and closed or moved here; 200 ms after it
 * was moved away or deleted, or its folder went or came back, unless it has come again by then
 * (some editors put the old file aside first). path is absolute.
 */
int watch_new(struct watch **ret, sd_event *event, const char *path, void (*changed)(void *user),
	      void *user);
struct watch *watch_free(struct watch *watch); /* NULL */

#endif
