/*
 * Coder and decoder of the wire to limber-notify. The helper may be slow, hung or someone else's
 * program: whatever it writes, the reader holds no more than a message and a byte, and a stream
 * that went wrong once is not trusted again.
 */
#include "core/codec/card_wire.h"

#include <string.h>

void wire_begin(struct wire_writer *writer)
{
	writer->length = 0;
	writer->full = false;
}

static void byte_add(struct wire_writer *writer, char byte)
{
	if (writer->length < WIRE_MAX)
		writer->bytes[writer->length++] = byte;
	else
		writer->full = true;
}

static bool key_good(const char *key, size_t length)
{
	return length > 0 && length <= WIRE_KEY_MAX && memchr(key, ' ', length) == NULL &&
	       memchr(key, '\n', length) == NULL;
}

void wire_add(struct wire_writer *writer, const char *key, const char *value)
{
	if (!key_good(key, strlen(key))) {
		writer->full = true;
		return;
	}
	for (; *key != '\0'; key++)
		byte_add(writer, *key);
	byte_add(writer, ' ');
	for (; *value != '\0'; value++) {
		if (*value == '\n' || *value == '\\')
			byte_add(writer, '\\');
		byte_add(writer, *value == '\n' ? 'n' : *value);
	}
	byte_add(writer, '\n');
}

bool wire_end(struct wire_writer *writer)
{
	byte_add(writer, '\n');
	return !writer->full;
}

void wire_reader_init(struct wire_reader *reader)
{
	reader->length = reader->start = 0;
	reader->bad = false;
}

size_t wire_space(struct wire_reader *reader, char **ret)
{
	*ret = reader->bytes + reader->length;
	return reader->bad ? 0 : sizeof(reader->bytes) - reader->length;
}

void wire_got(struct wire_reader *reader, size_t bytes)
{
	reader->length += bytes;
}

/* The length of the first message in some bytes, 0 when it is not whole. */
static size_t message_length(const char *bytes, size_t length)
{
	const char *line = bytes, *end = bytes + length;
	while (line < end) {
		const char *feed = memchr(line, '\n', (size_t)(end - line));
		if (feed == NULL)
			return 0;
		if (feed == line)
			return (size_t)(feed + 1 - bytes);
		line = feed + 1;
	}
	return 0;
}

/* In place. A backslash before anything else stands for itself. */
static void value_decode(char *value)
{
	char *to = value;
	for (const char *from = value; *from != '\0'; from++) {
		bool escape = from[0] == '\\' && (from[1] == 'n' || from[1] == '\\');
		if (escape)
			from++;
		*to++ = escape && *from == 'n' ? '\n' : *from;
	}
	*to = '\0';
}

/* A line that ends with NUL. A key alone has an empty value. */
static bool line_decode(char *text, struct wire_line *ret)
{
	char *blank = strchr(text, ' ');
	char *end = blank != NULL ? blank : text + strlen(text);
	if (!key_good(text, (size_t)(end - text)))
		return false;
	*end = '\0';
	*ret = (struct wire_line){ text, blank != NULL ? blank + 1 : end };
	value_decode(ret->value);
	return true;
}

static bool message_decode(char *bytes, struct wire_message *message)
{
	message->count = 0;
	while (*bytes != '\n') {
		struct wire_line line;
		char *feed = strchr(bytes, '\n');
		*feed = '\0';
		if (!line_decode(bytes, &line))
			return false;
		if (message->count < WIRE_LINES_MAX)
			message->lines[message->count++] = line;
		bytes = feed + 1;
	}
	return true;
}

enum wire_result wire_next(struct wire_reader *reader, struct wire_message *ret)
{
	if (reader->bad)
		return WIRE_BAD;
	reader->length -= reader->start;
	memmove(reader->bytes, reader->bytes + reader->start, reader->length);
	reader->start = 0;
	size_t length = message_length(reader->bytes, reader->length);
	size_t seen = length > 0 ? length : reader->length;
	reader->bad = seen > WIRE_MAX || memchr(reader->bytes, '\0', seen) != NULL;
	if (!reader->bad && length == 0)
		return WIRE_MORE;
	struct wire_message message;
	if (reader->bad || !message_decode(reader->bytes, &message)) {
		reader->bad = true;
		return WIRE_BAD;
	}
	reader->start = length;
	*ret = message;
	return WIRE_MESSAGE;
}

const char *wire_value(const struct wire_message *message, const char *key)
{
	for (int i = message->count - 1; i >= 0; i--)
		if (strcmp(message->lines[i].key, key) == 0)
			return message->lines[i].value;
	return NULL;
}
