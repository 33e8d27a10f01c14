/*
 * Most editors do not write a file but replace it, and some remove the old one first. So the folder
 * is watched, and a file that was removed has SETTLE to come back; else each save in vim would load
 * the default configuration for an instant.
 *
 * inotify does not report mounts: if a part is missing behind a link, the table of mounts is
 * watched.
 */
#include "daemon/adapters/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/moment.h"
#include "core/base/try.h"
#include "daemon/adapters/watch_spots.h"

#define SETTLE (200 * USEC_PER_SEC / 1000)
#define ACCURACY (10 * USEC_PER_SEC / 1000)

struct watch {
	const struct watch_events *events;
	void *user;
	struct watch_files files;
	struct spots spots;
	int error; /* 0: all files are watched */
	sd_event *event;
	sd_event_source *io, *settle, *mounts;
};

/* 0700, as the XDG base directory specification demands. */
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

static int on_mounts(sd_event_source *source, int fd, uint32_t events, void *user);
static int on_events(sd_event_source *source, int fd, uint32_t revents, void *user);

static int watch_open(struct watch *watch)
{
	if (watch->spots.fd >= 0)
		return 0;
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (fd < 0)
		return -errno;
	int r = sd_event_add_io(watch->event, &watch->io, fd, EPOLLIN, on_events, watch);
	if (r < 0) {
		close(fd);
		return r;
	}
	watch->spots.fd = fd;
	return 0;
}

/* Watch the mounts while a part is missing behind a link. Without /proc a mount is noticed by the
 * next watch_look(). */
static void watch_mounts(struct watch *watch)
{
	if (watch->spots.dangles == (watch->mounts != NULL))
		return;
	watch->mounts = sd_event_source_disable_unref(watch->mounts);
	int fd = watch->spots.dangles ? open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC) : -1;
	if (fd < 0)
		return;
	if (sd_event_add_io(watch->event, &watch->mounts, fd, EPOLLPRI, on_mounts, watch) < 0)
		close(fd);
	else
		(void)sd_event_source_set_io_fd_own(watch->mounts, true);
}

static void watch_search(struct watch *watch)
{
	int before = watch->error, r = watch_open(watch);
	if (r >= 0)
		r = spots_find(&watch->spots, &watch->files);
	watch_mounts(watch);
	watch->error = r < 0 ? r : 0;
	if (r < 0 && before == 0)
		watch->events->lost(watch->user, r);
}

/* ---- events ---- */

static int events_read(struct watch *watch, struct seen *seen)
{
	_Alignas(struct inotify_event) char bytes[4096];
	ssize_t length = read(watch->spots.fd, bytes, sizeof(bytes));
	if (length < 0)
		return errno == EAGAIN || errno == EINTR ? 0 : -errno;
	for (ssize_t at = 0; at < length;) {
		const struct inotify_event *event = (const void *)(bytes + at);
		spots_see(&watch->spots, event, seen);
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
	watch_compare(user);
	return 0;
}

static int on_mounts(sd_event_source *source, int fd, uint32_t events, void *user)
{
	char all[4096];
	/* Unless it is read to its end, it stays ready. */
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
	(void)watch_files_changed(
		&watch->files); /* reported below, also if its times are the same */
	watch->events->changed(watch->user, seen.several ? NULL : seen.name);
	return 0;
}

/* ---- the watch ---- */

int watch_paths(struct watch *watch, const char *const paths[], size_t count)
{
	TRY(watch_files_set(&watch->files, paths, count));
	watch_search(watch);
	(void)watch_files_changed(&watch->files);
	return 0;
}

void watch_look(struct watch *watch)
{
	watch_search(watch);
	watch_compare(watch);
}

void watch_note(struct watch *watch)
{
	if (watch)
		(void)watch_files_changed(&watch->files);
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
	watch->spots.fd = -1;
	watch->event = sd_event_ref(event);
	int r = sd_event_add_time_relative(event, &watch->settle, CLOCK_MONOTONIC, SETTLE, ACCURACY,
					   on_settled, watch);
	if (r >= 0)
		r = sd_event_source_set_enabled(watch->settle, SD_EVENT_OFF);
	*ret = r < 0 ? watch_free(watch) : watch;
	return r < 0 ? r : 0;
}

struct watch *watch_free(struct watch *watch)
{
	if (!watch)
		return NULL;
	sd_event_source_disable_unref(watch->io);
	sd_event_source_disable_unref(watch->settle);
	sd_event_source_disable_unref(watch->mounts);
	if (watch->spots.fd >= 0)
		close(watch->spots.fd);
	watch->spots.fd = -1;
	spots_clear(&watch->spots);
	watch_files_finish(&watch->files);
	sd_event_unref(watch->event);
	free(watch);
	return NULL;
}
