/* Which files are meant by paths whose last part may be a pattern, and whether they are as before.
 */
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
	uint64_t stamp; /* of all files, when they were looked at last */
};

/* Copies the paths. -EINVAL, -ENAMETOOLONG, -ENOMEM: it is as before. */
int watch_files_set(struct watch_files *files, const char *const paths[], size_t count);
void watch_files_finish(struct watch_files *files);

/* The paths of those that are there, links as they are. -ENOMEM. */
int watch_files_list(const struct watch_files *files, char ***ret, size_t *count);
void watch_files_list_free(char **list, size_t count);

/* Whether a file came, went or is another one than at the last call: by its number, size and
 * times, so that two saves within a few milliseconds may look the same. */
bool watch_files_changed(struct watch_files *files);

#endif
