/* The wire to limber-notify: what is written is read back, however the bytes arrive. */
#include "core/codec/card_wire.h"

#include <stdlib.h>
#include <string.h>

#include "tests/rows.h"

/* Feeds bytes in pieces. Stops at the first message or error; *left is what was not fed yet. */
static enum wire_result feed(struct wire_reader *reader, const char **bytes, size_t *left,
			     size_t piece, struct wire_message *message)
{
	for (;;) {
		enum wire_result result = wire_next(reader, message);
		if (result != WIRE_MORE || *left == 0)
			return result;
		char *at;
		size_t space = wire_space(reader, &at);
		size_t count = piece < *left ? piece : *left;
		count = count < space ? count : space;
		assert_true(count > 0);
		memcpy(at, *bytes, count);
		wire_got(reader, count);
		*bytes += count;
		*left -= count;
	}
}

/* All messages of a stream as "key=value;key=value;|", then "BAD" or "MORE" for what is left. */
static const char *stream_say(const char *bytes, size_t length, size_t piece)
{
	static char said[8192];
	struct wire_reader reader;
	struct wire_message message;
	enum wire_result result;
	size_t used = 0;
	wire_reader_init(&reader);
	while ((result = feed(&reader, &bytes, &length, piece, &message)) == WIRE_MESSAGE) {
		for (int i = 0; i < message.count; i++)
			used += (size_t)snprintf(said + used, sizeof(said) - used, "%s=%s;",
						 message.lines[i].key, message.lines[i].value);
		used += (size_t)snprintf(said + used, sizeof(said) - used, "|");
	}
	if (result == WIRE_BAD)
		snprintf(said + used, sizeof(said) - used, "BAD");
	else
		snprintf(said + used, sizeof(said) - used, "%s", reader.length > 0 ? "MORE" : "");
	return said;
}

#define BYTES(text) text, sizeof(text) - 1
#define KEY_32 "abcdefghijklmnopqrstuvwxyz-12345"

static void streams_are_read(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *said;
	} cases[] = {
		{ BYTES(""), "" },
		{ BYTES("shown 1\n\n"), "shown=1;|" },
		{ BYTES("shown 1\n\naction done\n\n"), "shown=1;|action=done;|" },
		{ BYTES("title Stand up\nbody Walk.\nbutton done Done\nbutton later Later\n\n"),
		  "title=Stand up;body=Walk.;button=done Done;button=later Later;|" },
		{ BYTES("future thing\nshown 1\n\n"), "future=thing;shown=1;|" },
		{ BYTES("\n"), "|" },
		{ BYTES("\n\n\n"), "|||" },
		{ BYTES("key\n\n"), "key=;|" },
		{ BYTES("key \n\n"), "key=;|" },
		{ BYTES("key  two blanks \n\n"), "key= two blanks ;|" },
		{ BYTES("body one\\ntwo\n\n"), "body=one\ntwo;|" },
		{ BYTES("body c:\\\\new\n\n"), "body=c:\\new;|" },
		{ BYTES("body \\\\\\n\n\n"), "body=\\\n;|" },
		{ BYTES("body 50\\% \\\n\n"), "body=50\\% \\;|" },
		{ BYTES("body \r\t\x01\xff é 明\n\n"), "body=\r\t\x01\xff é 明;|" },
		{ BYTES(KEY_32 " x\n\n"), KEY_32 "=x;|" },
		/* An empty line must end it. */
		{ BYTES("shown"), "MORE" },
		{ BYTES("shown 1"), "MORE" },
		{ BYTES("shown 1\n"), "MORE" },
		{ BYTES("shown 1\n\nclosed user\n"), "shown=1;|MORE" },
		/* A line without a key, or a NUL: messages before it are valid, none after it. */
		{ BYTES(" value\n\n"), "BAD" },
		{ BYTES("shown 1\n value\n\n"), "BAD" },
		{ BYTES(" \n\n"), "BAD" },
		{ BYTES(KEY_32 "6 x\n\n"), "BAD" },
		{ BYTES("shown 1\n\n x\n\naction done\n\n"), "shown=1;|BAD" },
		{ BYTES("\0"), "BAD" },
		{ BYTES("shown\0 1\n\n"), "BAD" },
		{ BYTES("shown 1\0\n\n"), "BAD" },
		{ BYTES("shown 1\n\n\0\n\nshown 1\n\n"), "shown=1;|BAD" },
	};
	static const size_t pieces[] = { 1, 2, 3, 7, 4096 };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases) * ROWS(pieces); i++) {
		size_t n = i / ROWS(pieces), piece = pieces[i % ROWS(pieces)];
		const char *said = stream_say(cases[n].bytes, cases[n].length, piece);
		row_check(&rows, strcmp(said, cases[n].said) == 0, "row \"%s\" by %zu: \"%s\"",
			  cases[n].bytes, piece, said);
	}
	rows_end(&rows);
}

/* A message of exactly `length` bytes, "k xxx…\n\n", and what follows it. */
static const char *long_message(size_t length, const char *then)
{
	static char bytes[2 * WIRE_MAX + 64];
	memset(bytes, 'x', length);
	memcpy(bytes, "k ", 2);
	memcpy(bytes + length - 2, "\n\n", 2);
	strcpy(bytes + length, then);
	return bytes;
}

static void long_messages_are_bounded(void **state)
{
	static const struct {
		size_t length;
		bool good;
	} cases[] = {
		{ 4, true },
		{ WIRE_MAX - 1, true },
		{ WIRE_MAX, true },
		{ WIRE_MAX + 1, false },
		{ WIRE_MAX + 2, false },
		{ 2 * WIRE_MAX, false },
	};
	static const size_t pieces[] = { 1, 1000, WIRE_MAX - 1, WIRE_MAX, 2 * WIRE_MAX };
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases) * ROWS(pieces); i++) {
		size_t length = cases[i / ROWS(pieces)].length, piece = pieces[i % ROWS(pieces)];
		const char *bytes = long_message(length, "shown 1\n\n");
		size_t left = strlen(bytes);
		struct wire_reader reader;
		struct wire_message message;
		wire_reader_init(&reader);
		enum wire_result first = feed(&reader, &bytes, &left, piece, &message);
		bool good = first == WIRE_MESSAGE && strlen(message.lines[0].value) == length - 4;
		row_check(&rows, good == cases[i / ROWS(pieces)].good, "%zu by %zu: %d", length,
			  piece, first);
		enum wire_result second = feed(&reader, &bytes, &left, piece, &message);
		row_check(&rows, second == (good ? WIRE_MESSAGE : WIRE_BAD), "after %zu by %zu: %d",
			  length, piece, second);
	}
	rows_end(&rows);
}

/* What never ends a line is given up, and takes no more. */
static void a_flood_is_given_up(void **state)
{
	(void)state;
	static char flood[2 * WIRE_MAX];
	const char *bytes = flood;
	size_t left = sizeof(flood);
	struct wire_reader reader;
	struct wire_message message;
	char *at;
	memset(flood, 'x', sizeof(flood));
	wire_reader_init(&reader);
	assert_int_equal(feed(&reader, &bytes, &left, 100, &message), WIRE_BAD);
	assert_true(bytes - flood <= WIRE_MAX + 1);
	assert_int_equal(wire_space(&reader, &at), 0);
	assert_int_equal(wire_next(&reader, &message), WIRE_BAD);
	wire_reader_init(&reader);
	assert_true(wire_space(&reader, &at) > 0);
}

/* Strings of a message stay while more bytes are put in behind it. */
static void a_message_stands_until_the_next(void **state)
{
	(void)state;
	struct wire_reader reader;
	struct wire_message message;
	char *at;
	wire_reader_init(&reader);
	wire_space(&reader, &at);
	memcpy(at, "shown 1\n\nact", 12);
	wire_got(&reader, 12);
	assert_int_equal(wire_next(&reader, &message), WIRE_MESSAGE);
	wire_space(&reader, &at);
	memcpy(at, "ion later\n\n", 11);
	wire_got(&reader, 11);
	assert_string_equal(wire_value(&message, "shown"), "1");
	assert_int_equal(wire_next(&reader, &message), WIRE_MESSAGE);
	assert_string_equal(wire_value(&message, "action"), "later");
	assert_int_equal(wire_next(&reader, &message), WIRE_MORE);
}

static void the_last_value_counts(void **state)
{
	static const char text[] = "title one\nbody b\ntitle two\n\n";
	const char *bytes = text;
	size_t left = strlen(text);
	struct wire_reader reader;
	struct wire_message message;
	struct rows rows = rows_begin(state);
	wire_reader_init(&reader);
	assert_int_equal(feed(&reader, &bytes, &left, 100, &message), WIRE_MESSAGE);
	row_check(&rows, message.count == 3, "%d lines", message.count);
	row_check(&rows, strcmp(wire_value(&message, "title"), "two") == 0, "title");
	row_check(&rows, strcmp(wire_value(&message, "body"), "b") == 0, "body");
	row_check(&rows, wire_value(&message, "icon") == NULL, "icon");
	row_check(&rows, wire_value(&message, "tit") == NULL, "tit");
	rows_end(&rows);
}

/* Lines over WIRE_LINES_MAX are ignored, but not their errors. */
static void many_lines_are_cut(void **state)
{
	struct rows rows = rows_begin(state);
	for (int bad = 0; bad <= 1; bad++) {
		char text[512] = "";
		for (int i = 0; i < WIRE_LINES_MAX + 8; i++)
			strcat(text, "k v\n");
		strcat(text, bad ? " v\n\n" : "\n");
		const char *bytes = text;
		size_t left = strlen(text);
		struct wire_reader reader;
		struct wire_message message = { 0 };
		wire_reader_init(&reader);
		enum wire_result result = feed(&reader, &bytes, &left, 100, &message);
		row_check(&rows, result == (bad ? WIRE_BAD : WIRE_MESSAGE), "result %d", result);
		row_check(&rows, message.count == (bad ? 0 : WIRE_LINES_MAX), "%d lines",
			  message.count);
	}
	rows_end(&rows);
}

/* Writes one pair and reads it back. */
static bool comes_back(const char *key, const char *value)
{
	struct wire_writer writer;
	struct wire_reader reader;
	struct wire_message message;
	wire_begin(&writer);
	wire_add(&writer, key, value);
	if (!wire_end(&writer))
		return false;
	const char *bytes = writer.bytes;
	size_t left = writer.length;
	wire_reader_init(&reader);
	return feed(&reader, &bytes, &left, 5, &message) == WIRE_MESSAGE && left == 0 &&
	       message.count == 1 && strcmp(message.lines[0].key, key) == 0 &&
	       strcmp(message.lines[0].value, value) == 0;
}

static void every_byte_comes_back(void **state)
{
	struct rows rows = rows_begin(state);
	for (int first = 1; first < 256; first++) {
		char one[] = { (char)first, '\0' }, key[] = { 'k', (char)first, '\0' };
		row_check(&rows, comes_back("key", one), "byte %d", first);
		row_check(&rows, comes_back(key, "v") == (first != ' ' && first != '\n'),
			  "byte %d in a key", first);
		for (int second = 1; second < 256; second++) {
			char three[] = { (char)first, (char)second, 'n', '\0' };
			row_check(&rows, comes_back("key", three), "bytes %d %d n", first, second);
		}
	}
	row_check(&rows, comes_back("key", ""), "nothing");
	row_check(&rows, comes_back(KEY_32, "v"), "the longest key");
	row_check(&rows, !comes_back(KEY_32 "6", "v"), "a longer key");
	row_check(&rows, !comes_back("", "v"), "no key");
	rows_end(&rows);
}

static void a_writer_is_bounded(void **state)
{
	static const struct {
		size_t length; /* of the value */
		char fill;
		bool fits;
	} cases[] = {
		{ WIRE_MAX - 4, 'x', true },
		{ WIRE_MAX - 3, 'x', false },
		{ WIRE_MAX - 2, 'x', false },
		{ WIRE_MAX, 'x', false },
		{ 2 * WIRE_MAX, 'x', false },
		{ (WIRE_MAX - 4) / 2, '\n', true },
		{ (WIRE_MAX - 4) / 2 + 1, '\n', false },
		{ WIRE_MAX - 4, '\\', false },
	};
	static char value[2 * WIRE_MAX + 1];
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct wire_writer writer;
		memset(value, cases[i].fill, cases[i].length);
		value[cases[i].length] = '\0';
		row_check(&rows, comes_back("k", value) == cases[i].fits, "%zu times %d",
			  cases[i].length, cases[i].fill);
		/* Once full it stays so, until it is begun again. */
		wire_begin(&writer);
		wire_add(&writer, "k", value);
		wire_add(&writer, "k", "");
		wire_add(&writer, "k", "v");
		row_check(&rows, cases[i].length < WIRE_MAX / 2 || !wire_end(&writer), "and more");
		wire_begin(&writer);
		row_check(&rows, wire_end(&writer) && writer.length == 1, "begun again");
	}
	rows_end(&rows);
}

static void clocks(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} cases[] = {
		{ "1 2 3 4 5 1", true },
		{ "0 0 3 0 0 3", true },
		{ "34560000000000 1 2 3 4 1", true }, /* LENGTH_MAX */
		{ "34560000000001 1 2 3 4 1", false },
		{ "1 2 0 4 5 1", false }, /* no length, no repetition, more than microseconds */
		{ "1 2 3 4 5 0", false },
		{ "1 2 3 4 5 4", false },
		{ "1 2 3 4 5", false },
		{ "1 2 3 4 5 1 6", false },
		{ "1 2 x 4 5 1", false },
		{ "-1 2 3 4 5 1", false },
		{ "", false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		char value[64];
		struct wire_message message = { .count = 1 };
		struct player_clock clock;
		snprintf(value, sizeof(value), "%s", cases[i].text);
		char key[] = "clock";
		message.lines[0] = (struct wire_line){ key, value };
		bool good = wire_clock(&message, &clock);
		row_check(&rows, good == cases[i].good, "%s: %d", cases[i].text, good);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(streams_are_read),
		cmocka_unit_test(long_messages_are_bounded),
		cmocka_unit_test(a_flood_is_given_up),
		cmocka_unit_test(a_message_stands_until_the_next),
		cmocka_unit_test(the_last_value_counts),
		cmocka_unit_test(many_lines_are_cut),
		cmocka_unit_test(every_byte_comes_back),
		cmocka_unit_test(a_writer_is_bounded),
		cmocka_unit_test(clocks),
	};
	return cmocka_run_group_tests_name("core/card_wire", tests, NULL, NULL);
}
