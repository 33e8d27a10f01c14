/* The file is replaced as a whole, so that a reader sees no half of it. */
#include "cli/report/hook_trouble.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool trouble_path(const char *name, char out[PATH_MAX])
{
	const char *folder = getenv("XDG_RUNTIME_DIR");
	return folder && folder[0] == '/' &&
	       snprintf(out, PATH_MAX, "%s/limber%s", folder, name) < PATH_MAX;
}

static bool trouble_put(const struct hook_trouble *trouble, const char *path)
{
	FILE *out = fopen(path, "we");
	if (!out)
		return false;
	for (int i = 0; i < HOOK_COUNT; i++)
		if (trouble->why[i][0])
			fprintf(out, "%s: %s\n", hook_key((enum hook)i), trouble->why[i]);
	bool bad = ferror(out) != 0;
	return fclose(out) == 0 && !bad;
}

void hook_trouble_write(const struct hook_trouble *trouble)
{
	char folder[PATH_MAX], path[PATH_MAX], new[PATH_MAX];
	bool any = false;
	if (!trouble_path("", folder) || !trouble_path("/hooks", path) ||
	    !trouble_path("/hooks.new", new))
		return;
	for (int i = 0; i < HOOK_COUNT; i++)
		any |= trouble->why[i][0] != '\0';
	(void)mkdir(folder, 0700);
	if (!any || !trouble_put(trouble, new) || rename(new, path) < 0)
		(void)unlink(path);
}

void hook_trouble_read(struct hook_trouble *ret)
{
	char path[PATH_MAX], line[TROUBLE_SIZE + 16];
	FILE *file = trouble_path("/hooks", path) ? fopen(path, "re") : NULL;
	*ret = (struct hook_trouble){ 0 };
	while (file && fgets(line, sizeof(line), file)) {
		char *why = strchr(line, ':');
		line[strcspn(line, "\n")] = '\0';
		if (!why)
			continue;
		*why = '\0';
		why += 1 + (why[1] == ' ');
		for (int i = 0; i < HOOK_COUNT; i++)
			if (strcmp(line, hook_key((enum hook)i)) == 0)
				snprintf(ret->why[i], TROUBLE_SIZE, "%.*s", TROUBLE_SIZE - 1, why);
	}
	if (file)
		fclose(file);
}
