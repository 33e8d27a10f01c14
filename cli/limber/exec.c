/* Verbs that need a library are run by limber-report, with the same arguments. */
#include "cli/limber/exec.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "cli/shared/say.h"

bool exec_find(const char *name, char out[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", out, PATH_MAX);
	out[length > 0 && length < PATH_MAX ? length : 0] = '\0';
	char *slash = strrchr(out, '/');
	size_t folder = slash ? (size_t)(slash + 1 - out) : 0;
	if (slash && snprintf(slash + 1, PATH_MAX - folder, "%s", name) < PATH_MAX - (int)folder &&
	    access(out, X_OK) == 0)
		return true;
	(void)!snprintf(out, PATH_MAX, LIBEXECDIR "/%s", name);
	return access(out, X_OK) == 0;
}

enum exit_code exec_report(const struct command *command, char *argv[])
{
	char path[PATH_MAX], name[] = "limber-report";
	argv[0] = name;
	if (exec_find(name, path))
		execv(path, argv);
	return complain(command, EXIT_REFUSED, _("%s cannot be run (%s): install Limber again."),
			path, strerror(errno));
}
