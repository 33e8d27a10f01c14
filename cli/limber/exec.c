/* limber-report has all libraries; a verb that needs one of them goes there as it was typed. */
#include "cli/limber/exec.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "cli/shared/say.h"

enum exit_code exec_report(const struct command *command, char *argv[])
{
	char path[PATH_MAX + sizeof("limber-report")];
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
	path[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(path, '/');
	char name[] = "limber-report";
	argv[0] = name;
	if (slash) {
		memcpy(slash + 1, name, sizeof(name));
		execv(path, argv);
	}
	execv(LIBEXECDIR "/limber-report", argv);
	return complain(command, EXIT_REFUSED, _("%s cannot be run (%s): install Limber again."),
			LIBEXECDIR "/limber-report", strerror(errno));
}
