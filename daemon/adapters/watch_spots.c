/*
 * Folders and links on the way are watched for themselves only, so that other changes around them
 * cause no wake-up. If a part is missing, its nearest existing parent is watched for it; it is not
 * created: whoever removed it may be about to replace it.
 */
#include "daemon/adapters/watch_spots.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/adapters/way.h"

enum {
	SEARCHES_MAX = 10,
	FILE_COMPLETE = IN_CLOSE_WRITE | IN_MOVED_TO,
	FILE_GONE = IN_MOVED_FROM | IN_DELETE,
	SELF = IN_DELETE_SELF | IN_MOVE_SELF,
};

enum role {
	ROLE_FOLDER,  /* a folder on the way: it may vanish */
	ROLE_LINK,    /* a link on the way: it may be replaced */
	ROLE_MISSING, /* a folder in which the part `name` may appear */
	ROLE_FILES,   /* the folder of watched files */
	ROLE_TARGET,  /* the target of a watched file that is a link */
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
	char *folder; /* ROLE_FILES: its real path */
	char *name;   /* the pattern, or the missing part; else NULL */
};

void spots_clear(struct spots *spots)
{
	for (size_t i = 0; i < spots->count; i++) {
		if (spots->fd >= 0)
			(void)inotify_rm_watch(spots->fd, spots->list[i].wd);
		free(spots->list[i].folder);
		free(spots->list[i].name);
	}
	free(spots->list);
	spots->list = NULL;
	spots->count = 0;
}

static int spot_add(struct spots *spots, enum role role, const char *path, const char *name)
{
	struct spot *more = reallocarray(spots->list, spots->count + 1, sizeof(*more));
	if (!more)
		return -ENOMEM;
	spots->list = more;
	struct spot spot = { .role = role };
	spot.wd = inotify_add_watch(spots->fd, path, masks[role] | IN_MASK_ADD);
	if (spot.wd < 0)
		return -errno;
	spot.folder = role == ROLE_FILES ? strdup(path) : NULL;
	spot.name = name ? strdup(name) : NULL;
	spots->list[spots->count++] = spot;
	return (role == ROLE_FILES && !spot.folder) || (name && !spot.name) ? -ENOMEM : 0;
}

/* A folder on the way that cannot be read, such as the home of another user, is not watched. */
static int on_step(void *user, enum way_part part, const char *path, const char *name)
{
	if (part == WAY_MISSING)
		return spot_add(user, ROLE_MISSING, path, name);
	int r = spot_add(user, part == WAY_LINK ? ROLE_LINK : ROLE_FOLDER, path, NULL);
	return r == -EACCES || r == -ENOENT ? 0 : r;
}

static int spots_walk(struct spots *spots, const char *path, char end[PATH_MAX])
{
	bool linked;
	int r = way_walk(path, end, &linked, on_step, spots);
	spots->dangles |= r == 0 && linked;
	return r;
}

/* A watched file that is a link: watch its way and its target. */
static int spots_add_file(struct spots *spots, const char *path)
{
	char end[PATH_MAX];
	struct stat is;
	if (lstat(path, &is) < 0 || !S_ISLNK(is.st_mode))
		return 0;
	int r = spots_walk(spots, path, end);
	if (r > 0)
		r = spot_add(spots, ROLE_TARGET, end, NULL);
	/* A link to itself or to an unreadable file is an error of reading it. */
	return r == -ELOOP || r == -EACCES || r == -ENOENT ? 0 : r;
}

static int spots_add_path(struct spots *spots, const struct watch_path *path)
{
	char end[PATH_MAX];
	int r = spots_walk(spots, path->folder, end);
	if (r > 0)
		r = spot_add(spots, ROLE_FILES, end, path->name);
	if (r == -ENOTDIR) /* reading it reports the error */
		r = spot_add(spots, ROLE_FOLDER, end, NULL);
	return r < 0 ? r : 0;
}

/* Replace all watches; events still queued for the old ones are found by comparing the files. */
static int find(struct spots *spots, const struct watch_files *files)
{
	int r = 0;
	spots_clear(spots);
	spots->dangles = false;
	for (size_t i = 0; r >= 0 && i < files->path_count; i++)
		r = spots_add_path(spots, &files->paths[i]);
	char **names = NULL;
	size_t count = 0;
	if (r >= 0)
		r = watch_files_list(files, &names, &count);
	for (size_t i = 0; r >= 0 && i < count; i++)
		r = spots_add_file(spots, names[i]);
	watch_files_list_free(names, count);
	return r;
}

/* Whether a created file is complete: a link or a hard link causes no IN_CLOSE_WRITE. */
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

void spots_see(const struct spots *spots, const struct inotify_event *event, struct seen *seen)
{
	if (event->mask & IN_Q_OVERFLOW)
		seen->search = true;
	for (size_t i = 0; i < spots->count; i++)
		if (spots->list[i].wd == event->wd)
			spot_see(&spots->list[i], event, seen);
}

int spots_find(struct spots *spots, const struct watch_files *files)
{
	int r = -ENOENT;
	/* -ENOENT: a part vanished during the search. */
	for (int i = 0; i < SEARCHES_MAX && r == -ENOENT; i++)
		r = find(spots, files);
	return r;
}
