/* What enabled units are to systemd. */
#include "cli/shared/autostart.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/shared/marker.h"

static int autostart_path(const char *name, char out[MARKER_PATH_MAX])
{
	return xdg_path("XDG_CONFIG_HOME", ".config", "autostart", name, out);
}

bool autostart_exists(const char *name)
{
	char path[MARKER_PATH_MAX];
	return autostart_path(name, path) == 0 && access(path, F_OK) == 0;
}

/* A quoted argument of the Desktop Entry Specification, which is read twice: as a string with
 * escapes, then as a command line. */
static void quote(FILE *file, const char *text)
{
	fputc('"', file);
	for (; *text; text++) {
		if (strchr("\"`$\\", *text))
			fputs("\\\\", file);
		if (*text == '\\' || *text == '%')
			fputc(*text, file);
		fputc(*text, file);
	}
	fputc('"', file);
}

int autostart_write(const char *name, const char *before, const char *program, const char *after)
{
	char path[MARKER_PATH_MAX];
	int r = autostart_path(name, path);
	if (r == 0)
		r = marker_folders(path);
	if (r < 0)
		return r;
	FILE *file = fopen(path, "we");
	if (!file)
		return -errno;
	fprintf(file,
		"[Desktop Entry]\nType=Application\nName=Limber\nIcon=limber\nNoDisplay=true\n"
		"TryExec=%s\nExec=%s",
		program, before);
	quote(file, program);
	fprintf(file, "%s\n", after);
	bool good = !ferror(file);
	return fclose(file) == 0 && good ? 0 : -EIO;
}

int autostart_remove(const char *name)
{
	char path[MARKER_PATH_MAX];
	int r = autostart_path(name, path);
	if (r < 0)
		return r == -ENOENT ? 0 : r;
	return unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR ? 0 : -errno;
}
