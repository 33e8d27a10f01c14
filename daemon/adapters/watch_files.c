/* All files have one hash: it is only needed whether any of them changed. */
#include "daemon/adapters/watch_files.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void paths_free(struct watch_path *paths, size_t count)
{
	for (size_t i = 0; paths && i < count; i++) {
		free(paths[i].folder);
		free(paths[i].name);
	}
	free(paths);
}

static int path_set(struct watch_path *ret, const char *path)
{
	const char *name = strrchr(path, '/');
	if (path[0] != '/' || !name[1])
		return -EINVAL;
	size_t length = name == path ? 1 : (size_t)(name - path);
	if (length >= PATH_MAX || strlen(name + 1) > NAME_MAX)
		return -ENAMETOOLONG;
	ret->folder = strndup(path, length);
	ret->name = strdup(name + 1);
	return ret->folder && ret->name ? 0 : -ENOMEM;
}

int watch_files_set(struct watch_files *files, const char *const paths[], size_t count)
{
	struct watch_path *new = calloc(count + 1, sizeof(*new));
	int r = new ? 0 : -ENOMEM;
	for (size_t i = 0; r == 0 && i < count; i++)
		r = path_set(&new[i], paths[i]);
	if (r < 0) {
		paths_free(new, new ? count : 0);
		return r;
	}
	paths_free(files->paths, files->path_count);
	files->paths = new;
	files->path_count = count;
	return 0;
}

void watch_files_finish(struct watch_files *files)
{
	paths_free(files->paths, files->path_count);
	*files = (struct watch_files){ .paths = NULL };
}

static int list_add(char ***list, size_t *count, const struct watch_path *path, const char *name)
{
	char **more = reallocarray(*list, *count + 1, sizeof(*more));
	if (!more)
		return -ENOMEM;
	*list = more;
	if (asprintf(&more[*count], "%s/%s", path->folder, name) < 0)
		return -ENOMEM;
	(*count)++;
	return 0;
}

static int list_path(char ***list, size_t *count, const struct watch_path *path)
{
	DIR *folder = opendir(path->folder);
	int r = 0;
	if (!folder)
		return 0;
	for (const struct dirent *entry; r == 0 && (entry = readdir(folder));)
		if (fnmatch(path->name, entry->d_name, FNM_PERIOD) == 0)
			r = list_add(list, count, path, entry->d_name);
	closedir(folder);
	return r;
}

int watch_files_list(const struct watch_files *files, char ***ret, size_t *count)
{
	int r = 0;
	*ret = NULL;
	*count = 0;
	for (size_t i = 0; r == 0 && i < files->path_count; i++)
		r = list_path(ret, count, &files->paths[i]);
	return r;
}

void watch_files_list_free(char **list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(list[i]);
	free(list);
}

/* FNV-1a, 64 bits, by bytes for text and by words for numbers: isthe.com/chongo/tech/comp/fnv */
static uint64_t hash(uint64_t before, uint64_t value)
{
	return (before ^ value) * UINT64_C(0x100000001b3);
}

/* A file that stat() fails on, such as a dangling link, is hashed by its name alone. */
static uint64_t stamp_of(const char *path)
{
	uint64_t stamp = UINT64_C(0xcbf29ce484222325);
	for (const char *at = path; *at; at++)
		stamp = hash(stamp, (unsigned char)*at);
	struct stat is;
	if (stat(path, &is) < 0)
		return stamp;
	stamp = hash(stamp, is.st_dev);
	stamp = hash(stamp, is.st_ino);
	stamp = hash(stamp, (uint64_t)is.st_size);
	stamp = hash(stamp, (uint64_t)is.st_mtim.tv_sec);
	stamp = hash(stamp, (uint64_t)is.st_mtim.tv_nsec);
	stamp = hash(stamp, (uint64_t)is.st_ctim.tv_sec);
	return hash(stamp, (uint64_t)is.st_ctim.tv_nsec);
}

/* The sum of the hashes, because readdir() has no order. Without memory: not changed. */
bool watch_files_changed(struct watch_files *files)
{
	char **list;
	size_t count;
	uint64_t before = files->stamp, stamp = 0;
	if (watch_files_list(files, &list, &count) == 0) {
		for (size_t i = 0; i < count; i++)
			stamp += stamp_of(list[i]);
		files->stamp = stamp;
	}
	watch_files_list_free(list, count);
	return files->stamp != before;
}
