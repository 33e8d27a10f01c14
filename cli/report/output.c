/* A reader of the file, such as a collector of metrics, sees the old content or the new. */
#include "cli/report/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/shared/json.h"
#include "cli/shared/say.h"

enum exit_code output_failed(const struct command *command, const struct output *output, int error)
{
	return complain(command, EXIT_REFUSED, _("%s could not be written: %s"),
			output->path ? output->path : _("The output"), strerror(error));
}

/* A terminal, a pipe or a device, which nothing may take the place of. */
static bool is_special(const char *path)
{
	struct stat is;
	return stat(path, &is) == 0 && !S_ISREG(is.st_mode);
}

/* -1 with errno, or a descriptor of the file or of the one beside it. */
static int output_open(struct output *output, mode_t mode)
{
	if (is_special(output->path))
		return open(output->path, O_WRONLY | O_CLOEXEC);
	if (asprintf(&output->beside, "%s.XXXXXX", output->path) < 0) {
		output->beside = NULL;
		errno = ENOMEM;
		return -1;
	}
	int fd = mkostemp(output->beside, O_CLOEXEC);
	if (fd >= 0)
		(void)fchmod(fd, mode);
	return fd;
}

enum exit_code output_begin(const struct command *command, mode_t mode, struct output *ret)
{
	const char *path = command_given(command, OPTION_OUTPUT);
	*ret = (struct output){ .out = stdout };
	if (!path || strcmp(path, "-") == 0)
		return command->json ? complain(command, EXIT_USAGE,
						_("--json goes with the file of -o."))
				     : EXIT_FINE;
	ret->path = path;
	int fd = output_open(ret, mode);
	ret->out = fd < 0 ? NULL : fdopen(fd, "w");
	if (ret->out)
		return EXIT_FINE;
	int error = errno;
	free(ret->beside);
	ret->beside = NULL;
	return output_failed(command, ret, error);
}

static void output_json(const struct output *output)
{
	struct json json = json_start(stdout);
	json_text(&json, "file", output->path);
	if (output->rows > 0)
		json_number(&json, "rows", (int64_t)output->rows);
	json_finish(&json);
}

enum exit_code output_end(const struct command *command, struct output *output, enum exit_code code)
{
	FILE *out = output->out;
	if (!out)
		return code;
	bool good = code == EXIT_FINE && !ferror(out) && fflush(out) == 0;
	if (good && output->beside)
		good = fsync(fileno(out)) == 0 && rename(output->beside, output->path) == 0;
	int error = errno;
	if (!good && output->beside)
		unlink(output->beside);
	if (output->path)
		fclose(out);
	free(output->beside);
	output->beside = NULL;
	output->out = NULL;
	if (good && command->json)
		output_json(output);
	return good || code != EXIT_FINE ? code : output_failed(command, output, error);
}
