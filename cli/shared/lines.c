/* A character is a code point of one column, which is enough for Latin, Greek and Cyrillic. */
#include "cli/shared/lines.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/base/utf8.h"

/* The length of a character in bytes; an invalid byte counts as one. */
static size_t lines_next(const char *text)
{
	size_t bytes;
	(void)utf8_value(text, &bytes);
	return bytes;
}

static int lines_count(const char *text, size_t length)
{
	int width = 0;
	for (const char *end = text + length; text < end; text += lines_next(text))
		width++;
	return width;
}

int lines_width(const char *text)
{
	return lines_count(text, strlen(text));
}

static void lines_bytes(FILE *out, const char *text, size_t length)
{
	for (const char *end = text + length; text < end; text += lines_next(text))
		if (utf8_visible(text) > 0)
			fwrite(text, 1, lines_next(text), out);
		else
			fputc('?', out);
}

void lines_put(FILE *out, const char *text)
{
	lines_bytes(out, text, strlen(text));
}

/* The length in bytes of the first `width` characters. */
static size_t lines_bytes_of(const char *text, int width)
{
	size_t bytes = 0;
	for (; text[bytes] && width > 0; width--)
		bytes += lines_next(text + bytes);
	return bytes;
}

void lines_pad(FILE *out, const char *text, int width)
{
	int has = lines_width(text);
	if (has <= width) {
		lines_bytes(out, text, strlen(text));
		fprintf(out, "%*s", width - has, "");
		return;
	}
	int keep = width > 3 ? width - 3 : 0;
	lines_bytes(out, text, lines_bytes_of(text, keep));
	fprintf(out, "%.*s", width - keep, "...");
}

/* COLUMNS of the environment, else the width of a terminal; 0: neither is known. */
static long columns(FILE *out)
{
	struct winsize size;
	const char *set = getenv("COLUMNS");
	long wanted = set ? strtol(set, NULL, 10) : 0;
	int fd = fileno(out);
	if (wanted > 0)
		return wanted;
	return fd < 0 || ioctl(fd, TIOCGWINSZ, &size) < 0 ? 0 : size.ws_col;
}

int lines_room(FILE *out)
{
	enum { NARROWEST = 20 };
	long room = columns(out);
	if (room <= 0 || room > LINES_WIDTH)
		return LINES_WIDTH;
	return room < NARROWEST ? NARROWEST : (int)room;
}

/* Print a word of `length` bytes line by line until the rest fits; returns where that begins. */
static size_t lines_break(FILE *out, const char *text, size_t length, int *at, int indent,
			  int width)
{
	size_t done = 0;
	while (width > indent && *at + lines_count(text + done, length - done) > width) {
		size_t bytes = lines_bytes_of(text + done, width - *at);
		lines_bytes(out, text + done, bytes);
		fprintf(out, "\n%*s", indent, "");
		done += bytes;
		*at = indent;
	}
	return done;
}

static void lines_wrap_in(FILE *out, const char *text, int at, int indent, int width, bool breaks)
{
	size_t blanks = 0; /* between the last word and this one */
	for (text += strspn(text, " \n"); *text; text += blanks) {
		size_t length = strcspn(text, " \n");
		if (blanks > 0 && at + (int)blanks + lines_count(text, length) > width) {
			fprintf(out, "\n%*s", indent, "");
			at = indent;
		} else {
			fprintf(out, "%*s", (int)blanks, "");
			at += (int)blanks;
		}
		size_t done = breaks ? lines_break(out, text, length, &at, indent, width) : 0;
		lines_bytes(out, text + done, length - done);
		at += lines_count(text + done, length - done);
		text += length;
		blanks = strspn(text, " \n");
	}
	fputc('\n', out);
}

void lines_wrap_to(FILE *out, const char *text, int at, int indent, int width)
{
	lines_wrap_in(out, text, at, indent, width, true);
}

void lines_wrap(FILE *out, const char *text, int at, int indent)
{
	int fd = fileno(out);
	lines_wrap_in(out, text, at, indent, lines_room(out), fd >= 0 && isatty(fd));
}

void lines_indent(FILE *out, const char *text, int at, int indent)
{
	fprintf(out, "%*s", at, "");
	lines_wrap(out, text, at, indent);
}

void lines_row(FILE *out, const char *name, int width, const char *text)
{
	fputs("  ", out);
	lines_pad(out, name, width);
	lines_wrap(out, text, 2 + width, 2 + width);
}

size_t lines_first(const char *text, int width, const char **rest)
{
	size_t fits = lines_bytes_of(text, width), end = fits;
	if (text[fits] != '\0') {
		while (end > 0 && text[end] != ' ')
			end--;
		if (end == 0)
			end = fits;
	}
	*rest = text + end + strspn(text + end, " ");
	return end;
}

void lines_wrap_each(FILE *out, const char *text, int indent)
{
	while (*text) {
		char line[1024];
		size_t length = strcspn(text, "\n");
		snprintf(line, sizeof(line), "%.*s", (int)length, text);
		lines_indent(out, line, indent, indent);
		text += length + (text[length] == '\n');
	}
}
