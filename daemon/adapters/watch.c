/*
 * Editors do not write a file, they put another in its place, and some put the old one aside
 * first: for a moment there is none. So the folder is watched, and a file that went gets SETTLE
 * to come back; else each save in vim would run the default configuration for an instant.
 *
 * Folders and links on the way are watched for themselves only: what else happens around them
 * wakes nobody. Where a part is missing its nearest existing parent is watched for nothing but its
 * coming; it is not made again: whoever removed it may be about to move another here. A part that
 * is missing behind a link may come by a mount, of which inotify does not tell: then the table of
 * mounts is watched, too.
 */
#include "daemon/adapters/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/moment.h"
#include "daemon/adapters/watch_files.h"
#include "daemon/adapters/way.h"

#define SETTLE (200 * USEC_PER_SEC / 1000)
#define ACCURACY (10 * USEC_PER_SEC / 1000)

enum {
	SEARCHES_MAX = 10,
	FILE_COMPLETE = IN_CLOSE_WRITE | IN_MOVED_TO,
	FILE_GONE = IN_MOVED_FROM | IN_DELETE,
	SELF = IN_DELETE_SELF | IN_MOVE_SELF,
};

enum role {
	ROLE_FOLDER,  /* on the way: it may go */
	ROLE_LINK,    /* on the way: it may be another */
	ROLE_MISSING, /* in this folder the part `name` may come */
	ROLE_FILES,   /* the folder of files */
	ROLE_TARGET,  /* the file that one of them, a link, leads to */
};

static const uint32_t masks[] = {
	[ROLE_FOLDER] = SELF,
	[ROLE_LINK] = SELF | IN_ATTRIB | IN_DONT_FOLLOW,
	[ROLE_MISSING] = SELF | IN_CREATE | IN_MOVED_TO | IN_ONLYDIR,
	[ROLE_FILES] = SELF | FILE_COMPLETE | FILE_GONE | IN_CREATE | IN_ONLYDIR,
	[ROLE_TARGET] = SELF | IN_CLOSE_WRITE | IN_ATTRIB,
};

struct spot {
	int wd; /* several spots may share one */
	enum role role;
	char *folder; /* ROLE_FILES: without links */
	char *name;   /* the pattern, or the part that is missing; else NULL */
};

struct watch {
	const struct watch_events *events;
	void *user;
	struct watch_files files;
	struct spot *spots;
	size_t count;
	int fd;
	int error;    /* 0: all is watched */
	bool dangles; /* a part is missing behind a link */
	sd_event *event;
	sd_event_source *io, *settle, *mounts;
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

/* ---- what is watched ---- */

static void spots_clear(struct watch *watch)
{
	for (size_t i = 0; i < watch->count; i++) {
		if (watch->fd >= 0)
			(void)inotify_rm_watch(watch->fd, watch->spots[i].wd);
		free(watch->spots[i].folder);
		free(watch->spots[i].name);
	}
	free(watch->spots);
	watch->spots = NULL;
	watch->count = 0;
}

static int spot_add(struct watch *watch, enum role role, const char *path, const char *name)
{
	struct spot *more = reallocarray(watch->spots, watch->count + 1, sizeof(*more));
	if (!more)
		return -ENOMEM;
	watch->spots = more;
	struct spot spot = { .role = role };
	spot.wd = inotify_add_watch(watch->fd, path, masks[role] | IN_MASK_ADD);
	if (spot.wd < 0)
		return -errno;
	spot.folder = role == ROLE_FILES ? strdup(path) : NULL;
	spot.name = name ? strdup(name) : NULL;
	watch->spots[watch->count++] = spot;
	return (role == ROLE_FILES && !spot.folder) || (name && !spot.name) ? -ENOMEM : 0;
}

/* A folder on the way that may not be read, such as another user's home, is no loss. */
static int on_step(void *user, enum way_part part, const char *path, const char *name)
{
	if (part == WAY_MISSING)
		return spot_add(user, ROLE_MISSING, path, name);
	int r = spot_add(user, part == WAY_LINK ? ROLE_LINK : ROLE_FOLDER, path, NULL);
	return r == -EACCES || r == -ENOENT ? 0 : r;
}

static int watch_walk(struct watch *watch, const char *path, char end[PATH_MAX])
{
	bool linked;
	int r = way_walk(path, end, &linked, on_step, watch);
	watch->dangles |= r == 0 && linked;
	return r;
}

/* A file in a watched folder; what a link leads to has to be watched, too. */
static int watch_file(struct watch *watch, const char *path)
{
	char end[PATH_MAX];
	struct stat is;
	if (lstat(path, &is) < 0 || !S_ISLNK(is.st_mode))
		return 0;
	int r = watch_walk(watch, path, end);
	if (r > 0)
		r = spot_add(watch, ROLE_TARGET, end, NULL);
	/* A link to itself, or to what may not be read: that is an error of its file. */
	return r == -ELOOP || r == -EACCES || r == -ENOENT ? 0 : r;
}

static int watch_path(struct watch *watch, const struct watch_path *path)
{
	char end[PATH_MAX];
	int r = watch_walk(watch, path->folder, end);
	if (r > 0)
		r = spot_add(watch, ROLE_FILES, end, path->name);
	if (r == -ENOTDIR) /* an error that reading it tells */
		r = spot_add(watch, ROLE_FOLDER, end, NULL);
	return r < 0 ? r : 0;
}

static int on_mounts(sd_event_source *source, int fd, uint32_t events, void *user);
static int on_events(sd_event_source *source, int fd, uint32_t revents, void *user);

static int watch_open(struct watch *watch)
{
	if (watch->fd >= 0)
		return 0;
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (fd < 0)
		return -errno;
	int r = sd_event_add_io(watch->event, &watch->io, fd, EPOLLIN, on_events, watch);
	if (r < 0) {
		close(fd);
		return r;
	}
	watch->fd = fd;
	return 0;
}

/* While something dangles. Without that table a mount is noticed with the next look. */
static void watch_mounts(struct watch *watch)
{
	if (watch->dangles == (watch->mounts != NULL))
		return;
	watch->mounts = sd_event_source_disable_unref(watch->mounts);
	int fd = watch->dangles ? open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC) : -1;
	if (fd < 0)
		return;
	if (sd_event_add_io(watch->event, &watch->mounts, fd, EPOLLPRI, on_mounts, watch) < 0)
		close(fd);
	else
		(void)sd_event_source_set_io_fd_own(watch->mounts, true);
}

/* All anew: what was queued for the old ones is found by looking at the files. */
static int watch_find(struct watch *watch)
{
	int r = watch_open(watch);
	spots_clear(watch);
	watch->dangles = false;
	for (size_t i = 0; r >= 0 && i < watch->files.path_count; i++)
		r = watch_path(watch, &watch->files.paths[i]);
	char **names = NULL;
	size_t count = 0;
	if (r >= 0)
		r = watch_files_list(&watch->files, &names, &count);
	for (size_t i = 0; r >= 0 && i < count; i++)
		r = watch_file(watch, names[i]);
	watch_files_list_free(names, count);
	watch_mounts(watch);
	return r;
}

/* To the loop an error would mean never to call again. */
static void watch_search(struct watch *watch)
{
	int before = watch->error, r = -ENOENT;
	/* What was there a moment ago may be gone. */
	for (int i = 0; i < SEARCHES_MAX && r == -ENOENT; i++)
		r = watch_find(watch);
	watch->error = r < 0 ? r : 0;
	if (r < 0 && before == 0)
		watch->events->lost(watch->user, r);
}

/* ---- what happens to it ---- */

struct seen {
	bool complete;           /* the file stands there, whole */
	bool several;            /* events were about more than one, or one went */
	char name[NAME_MAX + 1]; /* of the last event */
	bool gone;               /* it may come back at once */
	bool search;             /* a part of the way went, came, or is another */
};

/* What is made and will not be written, so that nothing else tells of it. */
static bool is_whole(const struct spot *spot, const char *name, bool *link)
{
	char path[PATH_MAX];
	struct stat is;
	int length = snprintf(path, sizeof(path), "%s/%s", spot->folder, name);
	bool there = length < (int)sizeof(path) && lstat(path, &is) == 0;
	*link = there && S_ISLNK(is.st_mode);
	return *link || (there && is.st_nlink > 1);
}

static void file_see(const struct spot *spot, const struct inotify_event *event, struct seen *seen)
{
	bool link, whole = is_whole(spot, event->name, &link);
	bool other = seen->name[0] && strcmp(seen->name, event->name) != 0;
	if (event->mask & IN_CREATE && !whole)
		return;
	seen->several |= other || event->mask & FILE_GONE;
	snprintf(seen->name, sizeof(seen->name), "%s", event->name);
	seen->complete = event->mask & FILE_COMPLETE;
	seen->gone = event->mask & FILE_GONE;
	seen->search |= link || event->mask & IN_CREATE;
}

static void spot_see(const struct spot *spot, const struct inotify_event *event, struct seen *seen)
{
	const uint32_t away = SELF | IN_UNMOUNT | IN_IGNORED;
	bool named = event->len > 0 && spot->name;
	if (spot->role == ROLE_FILES && named) {
		if (fnmatch(spot->name, event->name, FNM_PERIOD) == 0)
			file_see(spot, event, seen);
	} else if (spot->role == ROLE_MISSING && named) {
		seen->search |= strcmp(spot->name, event->name) == 0;
	} else if (spot->role == ROLE_TARGET && event->mask & IN_CLOSE_WRITE) {
		seen->complete = seen->several = true;
	} else if (event->mask & away || (event->mask & IN_ATTRIB && event->len == 0)) {
		seen->search = true;
	}
}

static void event_see(const struct watch *watch, const struct inotify_event *event,
		      struct seen *seen)
{
	if (event->mask & IN_Q_OVERFLOW)
		seen->search = true;
	for (size_t i = 0; i < watch->count; i++)
		if (watch->spots[i].wd == event->wd)
			spot_see(&watch->spots[i], event, seen);
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

static void watch_settle(struct watch *watch)
{
	if (sd_event_source_set_time_relative(watch->settle, SETTLE) >= 0)
		(void)sd_event_source_set_enabled(watch->settle, SD_EVENT_ONESHOT);
}

static void watch_compare(struct watch *watch)
{
	if (watch_files_changed(&watch->files))
		watch->events->changed(watch->user, NULL);
}

static int on_settled(sd_event_source *source, uint64_t at, void *user)
{
	(void)source;
	(void)at;
	watch_compare(user);
	return 0;
}

static int on_mounts(sd_event_source *source, int fd, uint32_t events, void *user)
{
	char all[4096];
	(void)source;
	(void)events;
	/* Read to its end, else it is ready for ever. */
	while (read(fd, all, sizeof(all)) > 0)
		continue;
	(void)lseek(fd, 0, SEEK_SET);
	watch_search(user);
	watch_settle(user);
	return 0;
}

static int on_events(sd_event_source *source, int fd, uint32_t revents, void *user)
{
	struct watch *watch = user;
	struct seen seen = { .name = "" };
	(void)source;
	(void)fd;
	(void)revents;
	if (events_read(watch, &seen) < 0)
		seen.search = true;
	if (seen.search)
		watch_search(watch);
	if (seen.gone || seen.search)
		watch_settle(watch);
	else if (seen.complete)
		(void)sd_event_source_set_enabled(watch->settle, SD_EVENT_OFF);
	if (!seen.complete)
		return 0;
	(void)watch_files_changed(&watch->files); /* it is told here, whatever its time says */
	watch->events->changed(watch->user, seen.several ? NULL : seen.name);
	return 0;
}

/* ---- the watch ---- */

int watch_paths(struct watch *watch, const char *const paths[], size_t count)
{
	int r = watch_files_set(&watch->files, paths, count);
	if (r < 0)
		return r;
	watch_search(watch);
	(void)watch_files_changed(&watch->files);
	return 0;
}

void watch_look(struct watch *watch)
{
	watch_search(watch);
	watch_compare(watch);
}

int watch_error(const struct watch *watch)
{
	return watch ? watch->error : 0;
}

int watch_new(struct watch **ret, sd_event *event, const struct watch_events *events, void *user)
{
	struct watch *watch = calloc(1, sizeof(*watch));
	if (!watch)
		return -ENOMEM;
	watch->events = events;
	watch->user = user;
	watch->fd = -1;
	watch->event = sd_event_ref(event);
	int r = sd_event_add_time_relative(event, &watch->settle, CLOCK_MONOTONIC, SETTLE, ACCURACY,
					   on_settled, watch);
	if (r >= 0)
		r = sd_event_source_set_enabled(watch->settle, SD_EVENT_OFF);
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
	sd_event_source_disable_unref(watch->mounts);
	if (watch->fd >= 0)
		close(watch->fd);
	watch->fd = -1;
	spots_clear(watch);
	watch_files_finish(&watch->files);
	sd_event_unref(watch->event);
	free(watch);
	return NULL;
}
