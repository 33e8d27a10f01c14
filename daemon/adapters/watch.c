/*
 * Editors do not write a file, they put another in its place, and some put the old one aside
 * first: for a moment there is none. So the folder is watched, and a file that went gets SETTLE
 * to come back; else each save in vim would run the default configuration for an instant.
 *
 * While the folder itself is missing its nearest existing parent is watched, for nothing but its
 * coming back. It is not made again: whoever removed it may be about to move another here.
 */
#include "daemon/adapters/watch.h"

#include <errno.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/moment.h"

#define SETTLE (200 * USEC_PER_SEC / 1000)
#define ACCURACY (10 * USEC_PER_SEC / 1000)

enum {
	FILE_COMPLETE = IN_CLOSE_WRITE | IN_MOVED_TO,
	FILE_GONE = IN_MOVED_FROM | IN_DELETE,
	FOLDER_GONE = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT,
	/* While the folder is missing: what may bring it nearer. */
	PARENT = IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR,
	FOLDER = FILE_COMPLETE | FILE_GONE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR,
};

struct watch {
	char *folder; /* shorter than PATH_MAX */
	char *name;
	const struct watch_events *events;
	void *user;
	int fd;
	int wd;     /* of what is watched: the folder, or the nearest parent there is */
	bool there; /* it is the folder */
	bool lost;  /* and it was told */
	sd_event_source *io, *settle;
};

/* Private, as the XDG base directory specification asks. */
int watch_make_folder(const char *file)
{
	char path[PATH_MAX];
	if (strlen(file) >= sizeof(path))
		return -ENAMETOOLONG;
	strcpy(path, file);
	for (char *end = strchr(path + 1, '/'); end; end = strchr(end + 1, '/')) {
		*end = '\0';
		if (mkdir(path, 0700) < 0 && errno != EEXIST)
			return -errno;
		*end = '/';
	}
	return 0;
}

/* Watch the folder, or the nearest parent that there is. */
static int nearest_add(const struct watch *watch, bool *there)
{
	char path[PATH_MAX];
	strcpy(path, watch->folder);
	*there = true;
	for (;;) {
		int wd = inotify_add_watch(watch->fd, path, *there ? FOLDER : PARENT);
		if (wd >= 0 || (errno != ENOENT && errno != ENOTDIR) || !path[1])
			return wd >= 0 ? wd : -errno;
		char *slash = strrchr(path, '/');
		slash[slash == path] = '\0';
		*there = false;
	}
}

/* The next part may have come between the try for it and the watch on its parent; then the
 * second round finds it, and what it finds is one level nearer each time. */
static int watch_find(struct watch *watch)
{
	int before;
	do {
		before = watch->wd;
		int wd = nearest_add(watch, &watch->there);
		if (wd < 0)
			return wd;
		if (before >= 0 && before != wd)
			inotify_rm_watch(watch->fd, before);
		watch->wd = wd;
	} while (watch->wd != before && !watch->there);
	return 0;
}

struct seen {
	bool complete;           /* the file stands there, whole */
	bool several;            /* events were about more than one, or one went */
	char name[NAME_MAX + 1]; /* of the last event */
	bool gone;               /* it may come back at once */
	bool search; /* what was watched went, or something came where the folder was missing */
};

static void event_see(const struct watch *watch, const struct inotify_event *event,
		      struct seen *seen)
{
	if (event->mask & IN_Q_OVERFLOW)
		seen->search = true;
	if (event->wd != watch->wd)
		return;
	if (!watch->there || event->mask & FOLDER_GONE)
		seen->search = true;
	else if (event->len > 0 && fnmatch(watch->name, event->name, FNM_PERIOD) == 0) {
		bool other = seen->name[0] && strcmp(seen->name, event->name) != 0;
		seen->several |= other || event->mask & FILE_GONE;
		snprintf(seen->name, sizeof(seen->name), "%s", event->name);
		seen->complete = event->mask & FILE_COMPLETE;
		seen->gone = event->mask & FILE_GONE;
	}
}

static int events_read(struct watch *watch, struct seen *seen)
{
	_Alignas(struct inotify_event) char bytes[4096];
	ssize_t length = read(watch->fd, bytes, sizeof(bytes));
	if (length < 0)
		return errno == EAGAIN || errno == EINTR ? 0 : -errno;
	for (ssize_t at = 0; at < length;) {
		const struct inotify_event *event = (const void *)(bytes + at);
		event_see(watch, event, seen);
		at += (ssize_t)(sizeof(*event) + event->len);
	}
	return 0;
}

static int watch_settle(struct watch *watch)
{
	int r = sd_event_source_set_time_relative(watch->settle, SETTLE);
	if (r < 0)
		return r;
	return sd_event_source_set_enabled(watch->settle, SD_EVENT_ONESHOT);
}

static int on_settled(sd_event_source *source, uint64_t at, void *user)
{
	struct watch *watch = user;
	(void)source;
	(void)at;
	watch->events->changed(watch->user, NULL);
	return 0;
}

/* What was seen, put to use. */
static int watch_take(struct watch *watch, struct seen *seen)
{
	int r = 0;
	if (seen->search) {
		bool was = watch->there;
		r = watch_find(watch);
		seen->gone |= was || watch->there;
	}
	int armed = 0;
	if (seen->gone)
		armed = watch_settle(watch);
	else if (seen->complete)
		armed = sd_event_source_set_enabled(watch->settle, SD_EVENT_OFF);
	return r < 0 ? r : armed;
}

/* To the loop an error would mean never to call again. */
static void watch_lost(struct watch *watch, int error)
{
	if (!watch->lost)
		watch->events->lost(watch->user, error);
	watch->lost = true;
}

static int on_events(sd_event_source *source, int fd, uint32_t revents, void *user)
{
	struct watch *watch = user;
	struct seen seen = { .name = "" };
	(void)source;
	(void)fd;
	(void)revents;
	int r = events_read(watch, &seen);
	if (r >= 0)
		r = watch_take(watch, &seen);
	if (r < 0)
		watch_lost(watch, r);
	if (seen.complete)
		watch->events->changed(watch->user, seen.several ? NULL : seen.name);
	return 0;
}

static int watch_set_path(struct watch *watch, const char *path)
{
	const char *name = strrchr(path, '/');
	if (path[0] != '/' || !name[1])
		return -EINVAL;
	size_t length = name == path ? 1 : (size_t)(name - path);
	if (length >= PATH_MAX || strlen(name + 1) > NAME_MAX)
		return -ENAMETOOLONG;
	char *folder = strndup(path, length), *file = strdup(name + 1);
	if (!folder || !file) {
		free(folder);
		free(file);
		return -ENOMEM;
	}
	free(watch->folder);
	free(watch->name);
	watch->folder = folder;
	watch->name = file;
	return 0;
}

void watch_point(struct watch *watch, const char *path)
{
	int r = watch_set_path(watch, path);
	if (r >= 0)
		r = watch_find(watch);
	if (r < 0)
		watch_lost(watch, r);
	else
		watch->lost = false;
}

static int watch_start(struct watch *watch, sd_event *event, const char *path)
{
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->fd < 0)
		return -errno;
	int r = watch_set_path(watch, path);
	if (r >= 0)
		r = watch_find(watch);
	if (r < 0)
		return r;
	r = sd_event_add_time_relative(event, &watch->settle, CLOCK_MONOTONIC, SETTLE, ACCURACY,
				       on_settled, watch);
	if (r < 0)
		return r;
	r = sd_event_source_set_enabled(watch->settle, SD_EVENT_OFF);
	if (r < 0)
		return r;
	return sd_event_add_io(event, &watch->io, watch->fd, EPOLLIN, on_events, watch);
}

int watch_new(struct watch **ret, sd_event *event, const char *path,
	      const struct watch_events *events, void *user)
{
	struct watch *watch = calloc(1, sizeof(*watch));
	if (!watch)
		return -ENOMEM;
	watch->events = events;
	watch->user = user;
	watch->fd = -1;
	watch->wd = -1;
	int r = watch_start(watch, event, path);
	if (r < 0) {
		watch_free(watch);
		return r;
	}
	*ret = watch;
	return 0;
}

struct watch *watch_free(struct watch *watch)
{
	if (!watch)
		return NULL;
	sd_event_source_disable_unref(watch->io);
	sd_event_source_disable_unref(watch->settle);
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch->folder);
	free(watch->name);
	free(watch);
	return NULL;
}
