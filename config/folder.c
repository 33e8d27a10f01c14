/* By bytes: the order must not depend on the locale. Hidden files are an editor's. */
#include "config/folder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_conf(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');
	return dot && dot > entry->d_name && *entry->d_name != '.' && strcmp(dot, ".conf") == 0;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

int folder_list(const char *folder, struct dirent ***ret)
{
	int count = scandir(folder, ret, is_conf, compare_names);
	if (count >= 0)
		return count;
	*ret = NULL;
	return errno == ENOENT ? 0 : -errno;
}

void folder_free(struct dirent **names, int count)
{
	for (int i = 0; names && i < count; i++)
		free(names[i]);
	free(names);
}

char *folder_path(const char *folder, const char *name)
{
	char *path;
	return asprintf(&path, "%s/%s", folder, name) < 0 ? NULL : path;
}
