/*
 * The user's file in the user's editor. Where there is none yet the editor begins with the
 * built-in one, each line of it commented out, so that it sets nothing; left as it was it goes
 * away again.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/report/report.h"
#include "config/config.h"

/* Every folder on the way to a file, 0700; those that are there stay as they are. */
static int edit_folders(const char *file)
{
	char path[PATH_MAX];
	if (snprintf(path, sizeof(path), "%s", file) >= (int)sizeof(path))
		return -ENAMETOOLONG;
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0700) < 0 && errno != EEXIST)
			return -errno;
		*slash = '/';
	}
	return 0;
}

/* The built-in file with one more # before each line that is not empty: whoever takes one away
 * everywhere has the default. False where it fails. */
static bool edit_print(FILE *stream)
{
	static const char head[] =
		"## Nothing is set here yet: remove the # of a line that you change. One of a\n"
		"## reminder needs the lines around it, or is written\n"
		"## reminders : { desk : { every = \"45min\"; }; };\n\n";
	bool begins = true, good = fputs(head, stream) != EOF;
	for (const char *at = config_default_text; good && *at; at++) {
		if (begins && *at != '\n')
			good = fputc('#', stream) != EOF;
		good = good && fputc(*at, stream) != EOF;
		begins = *at == '\n';
	}
	return good;
}

/* 1 when it was made, 0 when it was there. */
static int edit_begin(const char *path)
{
	int r = edit_folders(path);
	if (r < 0)
		return r;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno == EEXIST ? 0 : -errno;
	FILE *file = fdopen(fd, "w");
	bool good = file && edit_print(file);
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
static bool edit_unchanged(FILE *file)
{
	char *text = NULL;
	size_t size, at = 0;
	FILE *stream = open_memstream(&text, &size);
	bool same = stream && edit_print(stream);
	if (stream)
		same = fclose(stream) == 0 && same;
	while (same && at < size)
		same = fgetc(file) == (unsigned char)text[at++];
	free(text);
	return same && fgetc(file) == EOF;
}

/* Whether a line that is no comment is in a file. */
static bool edit_sets(FILE *file)
{
	char line[512];
	rewind(file);
	while (fgets(line, sizeof(line), file)) {
		const char *at = line + strspn(line, " \t\r\n");
		if (*at && *at != '#')
			return true;
	}
	return false;
}

static void edit_end(const struct command *command, const char *path)
{
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	if (edit_unchanged(file))
		unlink(path);
	else if (!edit_sets(file))
		complain(command, EXIT_FINE,
			 _("%s sets nothing: remove the # of a line that you change."), path);
	fclose(file);
}

/* The shell reads the editor's name, as that may have words of its own. The wait status, or
 * negative errno. */
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
