/*
 * Any stream, in pieces of any size: no crash, the same messages for any pieces, and each message
 * is read back after it is written.
 */
#include "core/codec/card_wire.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Written again it may only be longer: a lone backslash becomes two. */
static void message_fuzz(const struct wire_message *message)
{
	struct wire_writer writer;
	struct wire_reader reader;
	struct wire_message back;
	char *at;
	wire_begin(&writer);
	for (int i = 0; i < message->count; i++)
		wire_add(&writer, message->lines[i].key, message->lines[i].value);
	if (!wire_end(&writer))
		return;
	wire_reader_init(&reader);
	assert(wire_space(&reader, &at) >= writer.length);
	memcpy(at, writer.bytes, writer.length);
	wire_got(&reader, writer.length);
	assert(wire_next(&reader, &back) == WIRE_MESSAGE && back.count == message->count);
	for (int i = 0; i < back.count; i++) {
		assert(strcmp(back.lines[i].key, message->lines[i].key) == 0);
		assert(strcmp(back.lines[i].value, message->lines[i].value) == 0);
	}
	assert(wire_next(&reader, &back) == WIRE_MORE);
}

/* Reads a stream to its end or to WIRE_BAD; returns a sum over all that was read. */
static uint64_t stream_fuzz(const uint8_t *data, size_t size, size_t piece)
{
	struct wire_reader reader;
	struct wire_message message;
	enum wire_result result;
	uint64_t sum = 1;
	wire_reader_init(&reader);
	for (;;) {
		while ((result = wire_next(&reader, &message)) == WIRE_MESSAGE) {
			for (int i = 0; i < message.count; i++)
				for (const char *c = message.lines[i].value; *c != '\0'; c++)
					sum = sum * 31 + (unsigned char)*c;
			sum = sum * 31 + (uint64_t)message.count;
			wire_value(&message, "shown");
			message_fuzz(&message);
		}
		if (result == WIRE_BAD || size == 0)
			return sum * 31 + (uint64_t)result;
		char *at;
		size_t space = wire_space(&reader, &at);
		assert(space > 0);
		size_t count = piece < size ? piece : size;
		count = count < space ? count : space;
		memcpy(at, data, count);
		wire_got(&reader, count);
		data += count;
		size -= count;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	size_t piece = (size_t)data[0] + 1;
	uint64_t whole = stream_fuzz(data + 1, size - 1, SIZE_MAX);
	assert(whole == stream_fuzz(data + 1, size - 1, piece));
	return 0;
}
