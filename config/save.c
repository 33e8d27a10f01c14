/*
 * A full disk can show at write, flush, fsync or close, so each is checked before the rename, the
 * only step that changes the file. If the fsync of the folder fails afterwards, the change is not
 * certain. There is one writer, so the temporary file has a fixed name; one left by a power cut is
 * overwritten.
 */
#include "config/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/try.h"

/* Create all folders before the last slash. */
static int make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int r = mkdir(path, 0700) < 0 && errno != EEXIST ? -errno : 0;
		*slash = '/';
		/* mkdir() below a read-only folder fails so even if the folder exists. */
		if (r < 0 && r != -EROFS && r != -EACCES)
			return r;
	}
	return 0;
}

static int write_new(int folder, const char *name, const char *text)
{
	unlinkat(folder, name, 0);
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *stream = fd < 0 ? NULL : fdopen(fd, "w");
	if (!stream) {
		int r = -errno;
		if (fd >= 0)
			close(fd);
		return r;
	}
	bool bad = fputs(text, stream) == EOF || fflush(stream) == EOF || fsync(fd) < 0;
	int r = bad ? -errno : 0;
	if (fclose(stream) == EOF && r == 0)
		r = -errno;
	return r;
}

static int replace(int folder, const char *name, const char *text)
{
	char temporary[NAME_MAX + 1];
	if (snprintf(temporary, sizeof(temporary), ".%s.new", name) >= (int)sizeof(temporary))
		return -ENAMETOOLONG;
	int r = write_new(folder, temporary, text);
	if (r == 0 && renameat(folder, temporary, folder, name) < 0)
		r = -errno;
	if (r < 0)
		unlinkat(folder, temporary, 0);
	return r;
}

static int remove_file(int folder, const char *name)
{
	return unlinkat(folder, name, 0) < 0 && errno != ENOENT ? -errno : 0;
}

/* Changes `path` temporarily. */
static int save_at(char *path, const char *text)
{
	TRY(make_folders(path));
	char *slash = strrchr(path, '/');
	*slash = '\0';
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	*slash = '/';
	if (folder < 0)
		return errno == ENOENT && !text ? 0 : -errno;
	int r = text ? replace(folder, slash + 1, text) : remove_file(folder, slash + 1);
	if (r == 0 && fsync(folder) < 0 && errno != EINVAL)
		r = errno; /* the file was replaced */
	close(folder);
	return r;
}

int save_text(const char *path, const char *text)
{
	struct stat status;
	bool link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
	char *target = link ? canonicalize_file_name(path) : strdup(path);
	if (!target)
		return -errno;
	/* Keep a symbolic link of the user's: empty its target instead of removing it. */
	int r = save_at(target, link && !text ? "" : text);
	free(target);
	return r;
}
