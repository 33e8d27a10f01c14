/* The picture of an item: opened from a terminal, written to a pipe. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report/report.h"

/* In a build folder the pictures are beside the program. */
static FILE *picture_open(const char *item, char path[PATH_MAX])
{
	char folder[PATH_MAX] = "";
	ssize_t length = readlink("/proc/self/exe", folder, sizeof(folder) - 1);
	char *slash = strrchr(folder, '/');
	if (length > 0 && slash) {
		*slash = '\0';
		(void)!snprintf(path, PATH_MAX, "%s/pictures/%s.svg", folder, item);
		FILE *file = fopen(path, "re");
		if (file)
			return file;
	}
	(void)!snprintf(path, PATH_MAX, PICTURESDIR "/%s.svg", item);
	return fopen(path, "re");
}

static void picture_write(FILE *file)
{
	char bytes[4096];
	size_t count;
	while ((count = fread(bytes, 1, sizeof(bytes), file)) > 0)
		fwrite(bytes, 1, count, stdout);
}

/* Execute the opener of the desktop; without one print the path. */
static void picture_show(const char *path)
{
	char name[] = "xdg-open";
	char *file = strdup(path);
	char *argv[] = { name, file, NULL };
	if (getenv("DISPLAY") || getenv("WAYLAND_DISPLAY"))
		execvp(name, argv);
	free(file);
	puts(path);
}

enum exit_code report_picture(const struct command *command, const struct item *item)
{
	char path[PATH_MAX];
	FILE *file = picture_open(item->id, path);
	if (!file)
		return complain(command, EXIT_REFUSED, _("There is no picture of %s."), item->id);
	if (isatty(STDOUT_FILENO))
		picture_show(path);
	else
		picture_write(file);
	fclose(file);
	return EXIT_FINE;
}
