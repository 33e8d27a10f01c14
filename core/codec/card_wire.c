/*
 * Coder and decoder of the wire to limber-notify. The other side may be slow, hung or another
 * program: the reader keeps at most one message and a byte, and rejects a stream after its first
 * error.
 */
#include "core/codec/card_wire.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"

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

/* The length of the first message, 0 if it is incomplete. */
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

/* Decode a NUL-terminated line. A key without a value has an empty value. */
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

enum { CLOCK_NUMBERS = 6 };

void wire_add_clock(struct wire_writer *writer, const struct player_clock *clock)
{
	const usec numbers[CLOCK_NUMBERS] = { clock->at,     clock->change, clock->length,
					      clock->begins, clock->total,  clock->times };
	char text[CLOCK_NUMBERS * 24], *at = text;
	for (int i = 0; i < CLOCK_NUMBERS; i++)
		at = ascii_put_number(i > 0 ? ascii_put(at, " ") : at, (uint64_t)numbers[i]);
	wire_add(writer, "clock", text);
}

bool wire_clock(const struct wire_message *message, struct player_clock *ret)
{
	const char *at = wire_value(message, "clock");
	int64_t number[CLOCK_NUMBERS];
	*ret = (struct player_clock){ .times = 1 };
	for (int i = 0; i < CLOCK_NUMBERS; i++) {
		const char *digits = at ? ascii_skip(at) : "";
		at = ascii_number(digits, LENGTH_MAX, &number[i]);
		if (at == digits || number[i] > LENGTH_MAX)
			return false;
	}
	if (*at != '\0' || number[2] == 0 || number[5] == 0 || number[5] > number[2])
		return false;
	*ret = (struct player_clock){ number[0], number[1], number[2],
				      number[3], number[4], (int)number[5] };
	return true;
}
