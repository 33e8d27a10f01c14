/* A reader of the file, such as a collector of metrics, sees the old content or the new. */
#include "cli/report/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/shared/say.h"

static enum exit_code output_failed(const struct command *command, const struct output *output,
				    int error)
{
	return complain(command, EXIT_REFUSED, _("%s could not be written: %s"),
			output->path ? output->path : _("The output"), strerror(error));
}

enum exit_code output_begin(const struct command *command, mode_t mode, struct output *ret)
{
	const char *path = command_given(command, OPTION_OUTPUT);
	*ret = (struct output){ .out = stdout };
	if (!path || strcmp(path, "-") == 0)
		return EXIT_FINE;
	ret->path = path;
	if (asprintf(&ret->beside, "%s.XXXXXX", path) < 0) {
		ret->beside = NULL;
		return output_failed(command, ret, ENOMEM);
	}
	int fd = mkostemp(ret->beside, O_CLOEXEC);
	ret->out = fd < 0 || fchmod(fd, mode) < 0 ? NULL : fdopen(fd, "w");
	if (ret->out)
		return EXIT_FINE;
	int error = errno;
	if (fd >= 0)
		unlink(ret->beside);
	free(ret->beside);
	ret->beside = NULL;
	return output_failed(command, ret, error);
}

enum exit_code output_end(const struct command *command, struct output *output, enum exit_code code)
{
	if (!output->beside)
		return code != EXIT_FINE || fflush(output->out) == 0
			       ? code
			       : output_failed(command, output, errno);
	bool good = code == EXIT_FINE && fflush(output->out) == 0 &&
		    fsync(fileno(output->out)) == 0 && rename(output->beside, output->path) == 0;
	int error = errno;
	if (!good)
		unlink(output->beside);
	fclose(output->out);
	free(output->beside);
	output->beside = NULL;
	return good || code != EXIT_FINE ? code : output_failed(command, output, error);
}
