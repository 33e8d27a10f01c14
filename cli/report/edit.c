/*
 * The user's file in the user's editor. Where there is none yet the editor begins with the
 * built-in one; left as it was it goes away again, so that it freezes no default.
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
	bool good = file && fputs(config_default_text, file) >= 0;
	if (file)
		good &= fclose(file) == 0;
	else
		close(fd);
	if (good)
		return 1;
	unlink(path);
	return -EIO;
}

static bool edit_unchanged(FILE *file)
{
	const char *at = config_default_text;
	int byte = fgetc(file);
	for (; *at && byte == (unsigned char)*at; at++)
		byte = fgetc(file);
	return *at == '\0' && byte == EOF;
}

static void edit_end(const char *path)
{
	FILE *file = fopen(path, "re");
	if (file && edit_unchanged(file))
		unlink(path);
	if (file)
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
		edit_end(path);
	if (r != 0)
		return complain(command, EXIT_REFUSED,
				_("The editor failed. Set EDITOR to one that there is; the file is "
				  "%s"),
				path);
	return EXIT_FINE;
}
