/* Columns are those of wcwidth(), which terminals go by; a character is cut off whole. */
#include "cli/shared/lines.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "core/base/utf8.h"

/* The length of a character in bytes; an invalid byte counts as one. */
static size_t lines_next(const char *text)
{
	size_t bytes;
	(void)utf8_value(text, &bytes);
	return bytes;
}

/* wcwidth() of a character of UTF-8, also where the locale has another character set. */
static int utf8_width(wchar_t value)
{
	static locale_t utf8;
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return wcwidth(value);
	if (!utf8)
		utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
	if (!utf8)
		return 1;
	locale_t before = uselocale(utf8);
	int width = wcwidth(value);
	uselocale(before);
	return width;
}

/* The columns of a character: 2 for a Chinese one or an emoji, 0 for an accent on the one before.
 * What lines_put() prints as "?", and what the C library does not know, has 1. */
static int lines_columns(const char *text)
{
	enum { COMBINING = 0x300 }; /* all below have one column */
	size_t bytes;
	int32_t value = utf8_value(text, &bytes);
	if (value < COMBINING || utf8_visible(text) == 0)
		return 1;
	int width = utf8_width((wchar_t)value);
	return width < 0 ? 1 : width;
}

/* The length of a character with those that belong to it, which are never cut: accents, and what
 * joiners add. Its columns are added to *width. */
static size_t lines_whole(const char *text, int *width)
{
	enum { JOINER = 0x200d };
	bool joins;
	size_t at = 0, bytes;
	do {
		*width += lines_columns(text + at);
		joins = utf8_value(text + at, &bytes) == JOINER && utf8_visible(text + at) > 0;
		at += bytes;
	} while (text[at] && (joins || lines_columns(text + at) == 0));
	return at;
}

static int lines_count(const char *text, size_t length)
{
	int width = 0;
	for (const char *end = text + length; text < end;)
		text += lines_whole(text, &width);
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

/* The length in bytes of what fits into the first `width` columns. */
static size_t lines_bytes_of(const char *text, int width)
{
	size_t bytes = 0, more;
	for (int at = 0; text[bytes]; bytes += more) {
		more = lines_whole(text + bytes, &at);
		if (at > width)
			break;
	}
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
	size_t keep = lines_bytes_of(text, width > 3 ? width - 3 : 0);
	int rest = width - lines_count(text, keep);
	lines_bytes(out, text, keep);
	fprintf(out, "%.*s%*s", rest, "...", rest > 3 ? rest - 3 : 0, "");
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
		if (bytes == 0 && *at == indent) /* no room even for one */
			bytes = lines_whole(text + done, at);
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
	size_t fits = lines_bytes_of(text, width);
	if (fits == 0 && *text)
		fits = lines_whole(text, &width);
	size_t end = fits;
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
