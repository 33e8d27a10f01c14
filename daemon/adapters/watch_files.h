/* The files of paths whose last part may be a pattern, and whether any of them changed. */
#ifndef LIMBER_WATCH_FILES_H
#define LIMBER_WATCH_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct watch_path {
	char *folder; /* shorter than PATH_MAX */
	char *name;   /* the pattern, shorter than NAME_MAX */
};

struct watch_files {
	struct watch_path *paths;
	size_t path_count;
	uint64_t stamp; /* hash of all files at the last watch_files_changed() */
};

/* Copies the paths. On -EINVAL, -ENAMETOOLONG, -ENOMEM nothing changes. */
int watch_files_set(struct watch_files *files, const char *const paths[], size_t count);
void watch_files_finish(struct watch_files *files);

/* The paths of the existing files; links are not resolved. -ENOMEM. */
int watch_files_list(const struct watch_files *files, char ***ret, size_t *count);
void watch_files_list_free(char **list, size_t count);

/* Whether a file appeared, vanished or changed since the last call, by inode, size and times; two
 * saves within a few milliseconds may look the same. */
bool watch_files_changed(struct watch_files *files);

#endif
