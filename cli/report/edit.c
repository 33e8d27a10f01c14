/*
 * Edit the user's file. A new file starts as the built-in configuration with each line commented
 * out, so that it sets nothing; if it is not changed, it is removed again.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/report/report.h"
#include "cli/shared/marker.h"
#include "config/config.h"
#include "core/base/try.h"

/* The lines of the group of reminders, which are not commented out. */
static const char group_opens[] = "reminders : {", group_closes[] = "};";

static bool is_line(const char *line, size_t length, const char *text)
{
	return length == strlen(text) && memcmp(line, text, length) == 0;
}

/* Print a line of a reminder without its comment and with single spaces. The first and last line of
 * a reminder are indented by two spaces, the others by four. */
static void edit_join(const char *line, size_t length, FILE *stream)
{
	const char *comment = memchr(line, '#', length), *end = comment ? comment : line + length;
	bool within = line[2] == ' ', ends = line[2] == '}';
	fputs(within || ends ? "" : "#", stream);
	for (const char *at = line; at < end; at++)
		if (*at != ' ')
			fprintf(stream, "%s%c", at > line && at[-1] == ' ' ? " " : "", *at);
	fputs(ends ? "\n" : "", stream);
}

/* List the settings of `limber set`, which are in another file and override this one. */
static void edit_print_set(const char *path, FILE *stream)
{
	char file[PATH_MAX], line[512];
	if (snprintf(file, sizeof(file), "%s.d/" CHANGE_FILE, path) >= (int)sizeof(file))
		return;
	FILE *set = fopen(file, "re");
	if (!set)
		return;
	fputs("##\n## `limber set` has set these, and they win over this file (limber unset):\n",
	      stream);
	while (fgets(line, sizeof(line), set))
		if (line[0] != '#' && line[0] != '\n')
			fprintf(stream, "##   %s", line);
	fclose(set);
}

/* Print the built-in file with one more # before each line that is not empty, and each reminder on
 * one line. False: an error. */
static bool edit_print(const char *path, FILE *stream)
{
	bool inside = false;
	fputs("## Nothing is set here yet: remove the # of a line that you change. Each reminder\n"
	      "## is one line; leave out of it what you do not change.\n",
	      stream);
	edit_print_set(path, stream);
	fputc('\n', stream);
	for (const char *at = config_default_text; *at;) {
		size_t length = strcspn(at, "\n");
		bool opens = is_line(at, length, group_opens);
		bool closes = inside && is_line(at, length, group_closes);
		inside = (inside || opens) && !closes;
		if (opens || closes) {
			fprintf(stream, "%.*s\n", (int)length, at);
		} else if (inside) {
			edit_join(at, length, stream);
		} else {
			fprintf(stream, "%s%.*s\n", length > 0 ? "#" : "", (int)length, at);
		}
		at += length + (at[length] == '\n');
	}
	return !ferror(stream);
}

/* Make the file; 1: made, 0: it exists. */
static int edit_begin(const char *path)
{
	char folders[MARKER_PATH_MAX];
	if (snprintf(folders, sizeof(folders), "%s", path) >= (int)sizeof(folders))
		return -ENAMETOOLONG;
	TRY(marker_folders(folders));
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno == EEXIST ? 0 : -errno;
	FILE *file = fdopen(fd, "w");
	bool good = file && edit_print(path, file);
	if (file)
		good &= fclose(file) == 0;
	else
		close(fd);
	if (good)
		return 1;
	unlink(path);
	return -EIO;
}

/* Whether a file is as edit_begin() made it. */
static bool edit_unchanged(const char *path, FILE *file)
{
	char *text = NULL;
	size_t size, at = 0;
	FILE *stream = open_memstream(&text, &size);
	bool same = stream && edit_print(path, stream);
	if (stream)
		same = fclose(stream) == 0 && same;
	while (same && at < size)
		same = fgetc(file) == (unsigned char)text[at++];
	free(text);
	return same && fgetc(file) == EOF;
}

/* Whether a line that sets something is in a file. */
static bool edit_sets(FILE *file)
{
	char line[512];
	rewind(file);
	while (fgets(line, sizeof(line), file)) {
		const char *at = line + strspn(line, " \t\r\n");
		size_t length = strcspn(at, "\n");
		if (*at && *at != '#' && !is_line(at, length, group_opens) &&
		    !is_line(at, length, group_closes))
			return true;
	}
	return false;
}

static void edit_end(const struct command *command, const char *path)
{
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	if (edit_unchanged(path, file))
		unlink(path);
	else if (!edit_sets(file))
		complain(command, EXIT_FINE,
			 _("%s sets nothing: remove the # of a line that you change."), path);
	fclose(file);
}

/* Run the editor by a shell, as its name may have arguments. The wait status, or negative errno. */
static int edit_run(const char *path)
{
	char command[] = "exec ${VISUAL:-${EDITOR:-editor}} \"$1\"", shell[] = "sh", flag[] = "-c";
	char file[PATH_MAX];
	snprintf(file, sizeof(file), "%s", path);
	char *argv[] = { shell, flag, command, shell, file, NULL };
	int status;
	pid_t pid = fork();
	if (pid < 0)
		return -errno;
	if (pid == 0) {
		execv("/bin/sh", argv);
		_exit(127);
	}
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -errno;
	return status;
}

enum exit_code config_edit(struct command *command, const char *path)
{
	int made = edit_begin(path);
	if (made < 0)
		return complain(command, EXIT_REFUSED, _("%s cannot be made: %s"), path,
				strerror(-made));
	int r = edit_run(path);
	if (made)
		edit_end(command, path);
	if (r != 0)
		return complain(command, EXIT_REFUSED,
				_("The editor failed. Set EDITOR to one that there is; the file is "
				  "%s"),
				path);
	return EXIT_FINE;
}
