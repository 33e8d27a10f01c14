/*
 * realpath() returns only the end of a path. Here each link matters: it may be replaced, and its
 * target may be missing until it is mounted or unpacked.
 */
#include "daemon/adapters/way.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/try.h"

enum { LINKS_MAX = 40 }; /* the kernel's limit */

struct way {
	char rest[PATH_MAX]; /* the part of the path still to walk */
	char *end;           /* the path so far, without links; "" for the root */
	int links;
	way_step *step;
	void *user;
};

/* Take the next part of the rest; false at its end. */
static bool next_part(struct way *way, char part[NAME_MAX + 1])
{
	char *from = way->rest + strspn(way->rest, "/");
	size_t length = strcspn(from, "/");
	if (length == 0 || length > NAME_MAX)
		return false;
	memcpy(part, from, length);
	part[length] = '\0';
	memmove(way->rest, from + length, strlen(from + length) + 1);
	return true;
}

static bool is_last(const struct way *way)
{
	return way->rest[strspn(way->rest, "/")] == '\0';
}

static void go_up(struct way *way)
{
	char *slash = strrchr(way->end, '/');
	if (slash)
		*slash = '\0';
}

/* Replace the link by its target. */
static int follow(struct way *way)
{
	char target[PATH_MAX], rest[PATH_MAX];
	TRY(way->step(way->user, WAY_LINK, way->end, NULL));
	ssize_t length = readlink(way->end, target, sizeof(target) - 1);
	if (length < 0)
		return errno == ENOENT || errno == EINVAL ? -EAGAIN : -errno;
	target[length] = '\0';
	if (++way->links > LINKS_MAX)
		return -ELOOP;
	int all = snprintf(rest, sizeof(rest), "%s/%s", target, way->rest);
	if (all >= (int)sizeof(rest))
		return -ENAMETOOLONG;
	strcpy(way->rest, rest);
	if (target[0] == '/')
		way->end[0] = '\0';
	else
		go_up(way);
	return 1;
}

static int is_missing(struct way *way, const char *part)
{
	char again[PATH_MAX];
	struct stat is;
	strcpy(again, way->end);
	go_up(way);
	int r = way->step(way->user, WAY_MISSING, way->end[0] ? way->end : "/", part);
	/* It may have been created before the watch. */
	return r < 0 ? r : lstat(again, &is) == 0 ? -EAGAIN : 0;
}

/* 1: continue. */
static int walk_part(struct way *way, const char *part)
{
	struct stat is;
	size_t length = strlen(way->end);
	if (strcmp(part, ".") == 0)
		return 1;
	if (strcmp(part, "..") == 0)
		return go_up(way), 1;
	if (length + strlen(part) + 2 > PATH_MAX)
		return -ENAMETOOLONG;
	sprintf(way->end + length, "/%s", part);
	if (lstat(way->end, &is) < 0)
		return errno == ENOENT ? is_missing(way, part) : errno == ENOTDIR ? 0 : -errno;
	if (S_ISLNK(is.st_mode))
		return follow(way);
	if (is_last(way))
		return 1;
	int r = way->step(way->user, WAY_FOLDER, way->end, NULL);
	return r < 0 ? r : 1;
}

static int walk(struct way *way, const char *path)
{
	char part[NAME_MAX + 1];
	int r = 1;
	strcpy(way->rest, path);
	way->end[0] = '\0';
	way->links = 0;
	while (r > 0 && next_part(way, part))
		r = walk_part(way, part);
	if (r > 0 && !is_last(way))
		return -ENAMETOOLONG;
	if (!way->end[0])
		strcpy(way->end, "/");
	return r;
}

int way_walk(const char *path, char end[PATH_MAX], bool *linked, way_step *step, void *user)
{
	struct way way = { .end = end, .step = step, .user = user };
	int r = -EAGAIN;
	/* -EAGAIN: the path changed during the walk. */
	for (int i = 0; i < LINKS_MAX && r == -EAGAIN; i++)
		r = walk(&way, path);
	*linked = way.links > 0;
	return r;
}
