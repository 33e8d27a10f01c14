/* A file and not a setting, so that it can be read without limberd and the configuration. */
#include "cli/shared/marker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int xdg_path(const char *variable, const char *otherwise, const char *folder, const char *name,
	     char out[MARKER_PATH_MAX])
{
	const char *set = getenv(variable), *home = getenv("HOME");
	int length;
	if (set && set[0] == '/')
		length = snprintf(out, MARKER_PATH_MAX, "%s/%s/%s", set, folder, name);
	else if (home && home[0] == '/')
		length = snprintf(out, MARKER_PATH_MAX, "%s/%s/%s/%s", home, otherwise, folder,
				  name);
	else
		return -ENOENT;
	return length < MARKER_PATH_MAX ? 0 : -ENAMETOOLONG;
}

int marker_path(const char *name, char out[MARKER_PATH_MAX])
{
	return xdg_path("XDG_STATE_HOME", ".local/state", "limber", name, out);
}

int marker_folders(char *path)
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
	char path[MARKER_PATH_MAX];
	return marker_path("off", path) == 0 && access(path, F_OK) == 0;
}

/* The first line of a file without its line feed; "" for none. */
static void line_read(const char *path, char *line, size_t size)
{
	FILE *file = fopen(path, "re");
	line[0] = '\0';
	if (!file)
		return;
	if (!fgets(line, (int)size, file))
		line[0] = '\0';
	line[strcspn(line, "\n")] = '\0';
	fclose(file);
}

/* Whether a process holds the lock of this file. Also true where the file system has no locks. */
static bool is_locked(const char *path)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool held = (fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK) ||
		    flock(fd, LOCK_EX | LOCK_NB) < 0;
	close(fd);
	return held;
}

/* The lock is checked first: the number in the file outlives its process, and a process that has
 * ended may still be listed in /proc. */
uint32_t marker_owner(void)
{
	char path[MARKER_PATH_MAX], line[32], name[32];
	if (marker_path("limber.lock", path) < 0 || !is_locked(path))
		return 0;
	line_read(path, line, sizeof(line));
	long pid = strtol(line, NULL, 10);
	if (pid <= 0 || pid > INT32_MAX)
		return 0;
	(void)!snprintf(path, sizeof(path), "/proc/%ld/comm", pid);
	line_read(path, name, sizeof(name));
	return strcmp(name, "limberd") == 0 ? (uint32_t)pid : 0;
}

int marker_set(void)
{
	char path[MARKER_PATH_MAX];
	int r = marker_path("off", path);
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
	char path[MARKER_PATH_MAX];
	int r = marker_path("off", path);
	if (r < 0)
		return r == -ENOENT ? 0 : r;
	return unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR ? 0 : -errno;
}
