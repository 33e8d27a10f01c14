/*
 * The wire between limberd and limber-notify, and its only coder and decoder.
 *
 * A message is lines "key value\n" and ends with an empty line. In a value "\n" stands for a
 * line feed and "\\" for a backslash; every other byte stands for itself, NUL cannot occur. A
 * message has at most WIRE_MAX bytes; unknown keys are ignored, of a repeated key all count.
 *
 *   to the helper     title, body, button NAME LABEL (repeated, in order), progress (0-100),
 *                     clock (see wire_add_clock()), spare (so many of the last lines of the body
 *                     may be left out where there is no room; 0 without it), icon, urgency, sound
 *                     (a name of the freedesktop sound naming specification), picture (a name, of
 *                     NAME.svg in the folder of pictures): a card, or an update of it. End of
 *                     input: close it and go.
 *   from the helper   "shown 1", "action NAME", "closed REASON" (user, expired, unknown),
 *                     "error TEXT"
 */
#ifndef LIMBER_CARD_WIRE_H
#define LIMBER_CARD_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/model/player.h"

enum { WIRE_MAX = 4096, WIRE_KEY_MAX = 32 };

/* A message being written. */
struct wire_writer {
	char bytes[WIRE_MAX];
	size_t length;
	bool full; /* it did not fit: the message must not be sent */
};

void wire_begin(struct wire_writer *writer);
void wire_add(struct wire_writer *writer, const char *key, const char *value);
/* Ends the message. False when it did not fit. */
bool wire_end(struct wire_writer *writer);

/* A part that runs, six numbers; the first line of the body is where its seconds are. */
void wire_add_clock(struct wire_writer *writer, const struct player_clock *clock);

/* A stream of messages being read. */
struct wire_reader {
	char bytes[WIRE_MAX + 1];
	size_t length; /* bytes held */
	size_t start;  /* of the current message */
	bool bad;      /* WIRE_BAD was returned, and will be again */
};

enum wire_result {
	WIRE_MORE,    /* no complete message: read more */
	WIRE_MESSAGE, /* a message, valid until the next wire_next() */
	WIRE_BAD,     /* a message too long, a line without a key, a NUL */
};

/* One key and value of a message, decoded in place, NUL-terminated. */
struct wire_line {
	char *key, *value;
};

enum { WIRE_LINES_MAX = 32 }; /* lines over that are ignored, like unknown keys */

struct wire_message {
	int count;
	struct wire_line lines[WIRE_LINES_MAX];
};

void wire_reader_init(struct wire_reader *reader);

/* The buffer for the next bytes and its size; 0 only after WIRE_BAD. */
size_t wire_space(struct wire_reader *reader, char **ret);
void wire_got(struct wire_reader *reader, size_t bytes);

/* The next message. The strings point into the reader. */
enum wire_result wire_next(struct wire_reader *reader, struct wire_message *ret);

/* The last value of a key in a message, NULL for none. */
const char *wire_value(const struct wire_message *message, const char *key);

/* The clock of a card. False: it has none, or that is none of a routine. */
bool wire_clock(const struct wire_message *message, struct player_clock *ret);

#endif
