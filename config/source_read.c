/*
 * A path may lead to anything: a FIFO, a folder, a disk image. So it is opened without blocking,
 * and only a regular file of at most CONFIG_FILE_MAX bytes is read.
 */
#include "config/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/errors.h"
#include "config/guard.h"
#include "config/scan.h"
#include "core/base/lookalike.h"

/* Return why a file is not read; NULL if it is. */
static const char *source_refusal(const struct stat *status)
{
	if (S_ISDIR(status->st_mode))
		return _("is a folder, not a file");
	if (!S_ISREG(status->st_mode))
		return _("is not a regular file");
	if (status->st_size > CONFIG_FILE_MAX)
		return _("is over 1 MiB: no configuration is that long");
	return NULL;
}

/* Return the number of bytes read, at most `most`, or negative errno. */
static ssize_t read_all(int fd, char *buffer, size_t most)
{
	size_t length = 0;
	while (length < most) {
		ssize_t got = read(fd, buffer + length, most - length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -errno;
		if (got == 0)
			break;
		length += (size_t)got;
	}
	return (ssize_t)length;
}

/* Read `size` bytes, and try to read one more to detect a file that grew. */
static int source_fill(struct source *source, int fd, size_t size, struct errors *errors)
{
	source->text = malloc(size + 2);
	if (!source->text)
		return -ENOMEM;
	ssize_t got = read_all(fd, source->text, size + 1);
	if (got < 0) {
		errors_in(errors, source, 0, "cannot be read: %s", strerror((int)-got));
		source_finish(source);
		return 0;
	}
	if ((size_t)got > size) {
		errors_in(errors, source, 0, "was being written to while it was read");
		source_finish(source);
		return 0;
	}
	source->length = (size_t)got;
	memcpy(source->text + got, "\n", 2); /* as source_set_text() */
	return 0;
}

int source_read(struct source *source, struct errors *errors)
{
	int fd = open(source->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		return -ENOENT;
	struct stat status;
	if (fd < 0 || fstat(fd, &status) < 0) {
		errors_in(errors, source, 0, "cannot be read: %s", strerror(errno));
		if (fd >= 0)
			close(fd);
		return 0;
	}
	const char *refusal = source_refusal(&status);
	int r = 0;
	if (refusal)
		errors_in(errors, source, 0, "%s", refusal);
	else
		r = source_fill(source, fd, (size_t)status.st_size, errors);
	close(fd);
	return r;
}

/*
 * Find the last line that is not blank, up to `line` where libconfig stopped (often the end of the
 * file). Return its number; copy its text, without blanks around it, to `out`.
 */
static unsigned source_line(const struct source *source, int line, char *out, size_t size)
{
	unsigned number = 1;
	const char *end = source->text, *next;
	for (; (int)number <= line && (next = strchr(end, '\n')); number++)
		end = next + 1;
	for (; end > source->text && strchr(" \t\r\n\f", end[-1]); end--)
		number -= end[-1] == '\n';
	const char *start = end;
	while (start > source->text && start[-1] != '\n')
		start--;
	start += strspn(start, " \t\r\f");
	snprintf(out, size, "%.*s", (int)(end - start), start);
	return number;
}

/* Translate an error of libconfig into one that helps users. */
static const char *syntax_error_text(const char *text)
{
	static const char *const words[][2] = {
		{ "duplicate setting name",
		  N_("has a name for the second time in its group: keep one") },
		{ "mismatched element type in array",
		  N_("has a list of unlike things: write texts only") },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i][0], text) == 0)
			return _(words[i][1]);
	return _("cannot be understood here or just before: write KEY = \"TEXT\"; or "
		 "KEY = [ \"TEXT\", \"TEXT\" ]; or NAME : { … };");
}

/* Return the first look-alike character outside the strings of a line; overwrites the line. */
static const struct lookalike *lookalike_outside(char *line)
{
	bool inside = false;
	for (char *at = line; *at; at++) {
		if (inside && *at == '\\' && at[1])
			*at++ = ' ';
		else if (*at == '"')
			inside = !inside;
		if (inside)
			*at = ' ';
	}
	return lookalike_find(line);
}

static void source_syntax_error(const struct source *source, struct errors *errors)
{
	char text[200];
	unsigned line = source_line(source, config_error_line(&source->tree), text, sizeof(text));
	struct quoted quoted = quote(text);
	const struct lookalike *odd = lookalike_outside(text);
	if (odd)
		errors_in(errors, source, line,
			  "%s holds %s (U+%04X) where only a plain sign of the keyboard can stand",
			  quoted.text, _(odd->name), (unsigned)odd->value);
	else
		errors_in(errors, source, line, "%s %s", quoted.text,
			  syntax_error_text(config_error_text(&source->tree)));
	errors_hide(errors);
}

static int tree_read(struct source *source)
{
	struct guard guard;
	guard_begin(&guard);
	config_init(&source->tree);
	int good = config_read_string(&source->tree, source->text);
	guard_end(&guard);
	return good;
}

bool tree_is_complete(const config_setting_t *setting)
{
	bool named = config_setting_is_root(setting) ||
		     !config_setting_is_group(config_setting_parent(setting)) ||
		     config_setting_name(setting);
	if (!named || (config_setting_type(setting) == CONFIG_TYPE_STRING &&
		       !config_setting_get_string(setting)))
		return false;
	for (int i = 0; config_setting_is_aggregate(setting) && i < config_setting_length(setting);
	     i++)
		if (!tree_is_complete(config_setting_get_elem(setting, (unsigned)i)))
			return false;
	return true;
}

void source_parse(struct source *source, struct errors *errors)
{
	/* Built-in texts are not scanned: tests check them, and a scan takes an eighth of a load.
	 */
	if (!source->text || (!source->built_in && !scan_text(source, errors)))
		return;
	bool good = tree_read(source);
	if (good && tree_is_complete(config_root_setting(&source->tree))) {
		source->parsed = true;
		config_setting_set_hook(config_root_setting(&source->tree), source);
		return;
	}
	if (good)
		errors->no_memory = true;
	else
		source_syntax_error(source, errors);
	config_destroy(&source->tree);
}
