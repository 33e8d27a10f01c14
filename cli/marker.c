/* A file and not a setting: it must be readable without a daemon and without its configuration. */
#include "cli/marker.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* -ENOENT when neither variable names an absolute path. */
static int marker_path(char out[PATH_MAX])
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	int length;
	if (state && state[0] == '/')
		length = snprintf(out, PATH_MAX, "%s/limber/off", state);
	else if (home && home[0] == '/')
		length = snprintf(out, PATH_MAX, "%s/.local/state/limber/off", home);
	else
		return -ENOENT;
	return length < PATH_MAX ? 0 : -ENAMETOOLONG;
}

/* Makes every folder on the way to a file; a path that exists is left as it is. */
static int marker_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int r = mkdir(path, 0700) == 0 || errno == EEXIST ? 0 : -errno;
		*slash = '/';
		if (r < 0)
			return r;
	}
	return 0;
}

bool marker_exists(void)
{
	char path[PATH_MAX];
	return marker_path(path) == 0 && access(path, F_OK) == 0;
}

int marker_set(void)
{
	char path[PATH_MAX];
	int r = marker_path(path);
	if (r == 0)
		r = marker_folders(path);
	if (r < 0)
		return r;
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return -errno;
	close(fd);
	return 0;
}

int marker_clear(void)
{
	char path[PATH_MAX];
	int r = marker_path(path);
	if (r < 0)
		return r == -ENOENT ? 0 : r;
	return unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR ? 0 : -errno;
}
