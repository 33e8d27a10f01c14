/*
 * If stderr is connected to the journal, lines go to the journal's socket, with priority and
 * reminder as fields; else to stderr, as in a terminal. This is decided once, at the start.
 */
#define SD_JOURNAL_SUPPRESS_LOCATION /* it would always be log.c */

#include "daemon/adapters/log.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include "core/base/utf8.h"

enum { LINE_SIZE = 2048, FIELD_SIZE = 128 };

static bool to_journal;

/* systemd.exec(5): JOURNAL_STREAM is "device:inode" of the stream to the journal. It is inherited,
 * so stderr may have been redirected since. */
static bool journal_reads_stderr(void)
{
	const char *stream = getenv("JOURNAL_STREAM");
	uint64_t device, inode;
	struct stat is;
	if (!stream || sscanf(stream, "%" SCNu64 ":%" SCNu64, &device, &inode) != 2)
		return false;
	return fstat(STDERR_FILENO, &is) == 0 && is.st_dev == device && is.st_ino == inode;
}

void log_open(void)
{
	to_journal = journal_reads_stderr();
}

/* Remove the bytes of a truncated character. */
static void line_trim(char *line)
{
	size_t length = strlen(line);
	while (length > 0 && ((unsigned char)line[length - 1] & 0xc0) == 0x80)
		length--;
	if (length > 0 && (unsigned char)line[length - 1] >= 0xc0)
		length--;
	line[length] = '\0';
}

/* Replace control characters and invalid bytes: one line, and text to the journal. */
static void line_clean(char *line)
{
	char *to = line;
	while (*line) {
		size_t bytes, shown = utf8_visible(line);
		(void)utf8_value(line, &bytes);
		if (shown > 0)
			to = (char *)memmove(to, line, shown) + shown;
		else
			*to++ = (unsigned char)*line < ' ' ? ' ' : '?';
		line += bytes;
	}
	*to = '\0';
}

static struct iovec field(char out[], size_t size, const char *name, const char *value)
{
	int length = snprintf(out, size, "%s=%s", name, value);
	if (length < 0 || (size_t)length >= size)
		length = (int)size - 1;
	return (struct iovec){ out, (size_t)length };
}

static int journal_say(int priority, const char *reminder, const char *line)
{
	char message[LINE_SIZE + 16], level[FIELD_SIZE], named[FIELD_SIZE], number[2] = "";
	number[0] = (char)('0' + priority);
	struct iovec fields[4] = {
		field(message, sizeof(message), "MESSAGE", line),
		field(level, sizeof(level), "PRIORITY", number),
		{ (char[]){ "SYSLOG_IDENTIFIER=limberd" },
		  sizeof("SYSLOG_IDENTIFIER=limberd") - 1 },
	};
	int count = 3;
	if (reminder)
		fields[count++] = field(named, sizeof(named), "LIMBER_REMINDER", reminder);
	return sd_journal_sendv(fields, count);
}

void log_say(int priority, const char *reminder, const char *format, ...)
{
	char line[LINE_SIZE];
	va_list list;
	va_start(list, format);
	int length = vsnprintf(line, sizeof(line), format, list);
	va_end(list);
	if (length < 0)
		return;
	if ((size_t)length >= sizeof(line))
		line_trim(line);
	line_clean(line);
	if (!to_journal || journal_say(priority, reminder, line) < 0)
		fprintf(stderr, "limberd: %s\n", line);
}
