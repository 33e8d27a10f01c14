/*
 * Names are compared by bytes: the order must not depend on the locale. Hidden files belong to
 * editors, and copies beside a file are outdated: both are ignored.
 */
#include "config/folder.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".conf"

/* True for "x (1).conf", a copy by a browser or file manager. */
static bool is_numbered(const char *name)
{
	const char *open = strrchr(name, '(');
	size_t digits = open ? strspn(open + 1, "0123456789") : 0;
	return digits > 0 && strcmp(open + 1 + digits, ")" SUFFIX) == 0;
}

/* True for conflict copies of Syncthing, Dropbox, Nextcloud, ownCloud, Unison and others. */
static bool is_copy(const char *name)
{
	return strstr(name, "sync-conflict-") || strcasestr(name, ".conflict") ||
	       strcasestr(name, "_conflict-") || strcasestr(name, "conflicted copy") ||
	       strcasestr(name, "(conflict") || strcasestr(name, "case conflict") ||
	       is_numbered(name);
}

static bool has_suffix(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && dot > name && strcmp(dot, SUFFIX) == 0;
}

static int is_conf(const struct dirent *entry)
{
	const char *name = entry->d_name;
	return has_suffix(name) && *name != '.' && !is_copy(name);
}

/* True for the temporary file of save_text(). */
static bool is_ours(const char *name)
{
	size_t length = strlen(name);
	return *name == '.' && length > 4 && strcmp(name + length - 4, ".new") == 0;
}

/* True for a name that contains .conf but is not read. */
static int is_ignored(const struct dirent *entry)
{
	return strstr(entry->d_name, SUFFIX) && !is_conf(entry) && !is_ours(entry->d_name);
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int folder_scan(const char *folder, int (*is)(const struct dirent *), struct dirent ***ret)
{
	int count = scandir(folder, ret, is, compare_names);
	if (count >= 0)
		return count;
	*ret = NULL;
	return errno == ENOENT ? 0 : -errno;
}

int folder_list(const char *folder, struct dirent ***ret)
{
	return folder_scan(folder, is_conf, ret);
}

int folder_list_ignored(const char *folder, struct dirent ***ret)
{
	return folder_scan(folder, is_ignored, ret);
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
