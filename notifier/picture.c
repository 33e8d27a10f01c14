/* Pictures are beside the program in a build tree, else in PICTURESDIR; those of the user's own
 * items are beside their files. */
#include "notifier/picture.h"

#include <unistd.h>

#include <glib.h>

static char *picture_in(const char *folder, const char *name)
{
	static const char *const forms[] = { "svg", "png", NULL };
	for (int i = 0; forms[i]; i++) {
		char *path = g_strdup_printf("%s/%s.%s", folder, name, forms[i]);
		if (access(path, R_OK) == 0)
			return path;
		g_free(path);
	}
	return NULL;
}

static char *picture_own(const char *name)
{
	char *folder = g_build_filename(g_get_user_config_dir(), "limber", "catalogue", NULL);
	char *path = picture_in(folder, name);
	g_free(folder);
	return path;
}

static char *picture_named(const char *name)
{
	char *program = g_file_read_link("/proc/self/exe", NULL);
	char *folder = program ? g_path_get_dirname(program) : NULL;
	char *beside = folder ? g_build_filename(folder, "pictures", NULL) : NULL;
	char *path = beside ? picture_in(beside, name) : NULL;
	g_free(beside);
	g_free(folder);
	g_free(program);
	path = path ? path : picture_in(PICTURESDIR, name);
	return path ? path : picture_own(name);
}

/* Return a name without the first step: "core-strength-dark" for "core-strength-1-dark". */
static char *without_step(const char *name)
{
	GRegex *step = g_regex_new("-1(-dark)?$", 0, 0, NULL);
	char *item = g_regex_replace(step, name, -1, 0, "\\1", 0, NULL);
	g_regex_unref(step);
	return item;
}

char *picture_find(const char *name)
{
	if (strchr(name, '/'))
		return NULL;
	char *path = picture_named(name);
	if (path)
		return path;
	char *item = without_step(name);
	path = item ? picture_named(item) : NULL;
	g_free(item);
	return path;
}
