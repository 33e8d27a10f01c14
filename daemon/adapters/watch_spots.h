/* The inotify watches for the files of watch_files.h: their folders, and each folder and link on
 * the way to them. */
#ifndef LIMBER_WATCH_SPOTS_H
#define LIMBER_WATCH_SPOTS_H

#include <limits.h>
#include <sys/inotify.h>

#include "daemon/adapters/watch_files.h"

struct spot;

struct spots {
	int fd; /* of inotify, owned by the caller; -1: closed, with all its watches */
	struct spot *list;
	size_t count;
	bool dangles; /* a part is missing behind a link */
};

/* Watch the files; earlier watches are removed. Negative errno: some are not watched. */
int spots_find(struct spots *spots, const struct watch_files *files);
void spots_clear(struct spots *spots);

/* What a burst of events was about. */
struct seen {
	bool complete;           /* the file of the last event was completed */
	bool several;            /* of several files, or one was removed */
	char name[NAME_MAX + 1]; /* the file of the last event */
	bool gone;               /* it was removed and may come back at once */
	bool search;             /* a part of a way vanished, appeared or was replaced */
};

/* Add an event to it. */
void spots_see(const struct spots *spots, const struct inotify_event *event, struct seen *seen);

#endif
