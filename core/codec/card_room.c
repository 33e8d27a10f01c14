/* A column is one character. For a proportional font, the server table holds the mean number. */
#include "core/codec/card_room.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/codec/card_wire.h"

/* The length in bytes of the first line of a text after wrapping. */
static size_t line_bytes(const char *text, int columns)
{
	size_t at = 0, behind_blank = 0, bytes;
	for (int column = 0; text[at] != '\0' && text[at] != '\n'; column++, at += bytes) {
		(void)utf8_value(text + at, &bytes);
		if (column >= columns && text[at] == ' ')
			return at + 1;
		if (column >= columns)
			return behind_blank > 0 ? behind_blank : at;
		if (text[at] == ' ')
			behind_blank = at + 1;
	}
	return at + (text[at] == '\n');
}

/* The length in bytes of the first `lines` wrapped lines, at most `end`. */
static size_t lines_bytes(const char *text, int columns, int lines, size_t end)
{
	size_t at = 0;
	for (int i = 0; i < lines && at < end; i++)
		at += line_bytes(text + at, columns);
	return at;
}

int room_lines(const char *text, int columns)
{
	int lines = 0;
	for (; *text != '\0'; lines++)
		text += line_bytes(text, columns);
	return lines;
}

static int columns_of(const struct card_server *server, bool picture)
{
	return picture ? server->beside : server->columns;
}

/* The number of lines left for the body below the title. */
static int lines_of(const struct card_server *server, const char *title, bool picture)
{
	return server->lines -
	       (server->title_apart ? 0 : room_lines(title, columns_of(server, picture)));
}

static bool fits(const struct card_server *server, const char *title, const char *body,
		 bool picture)
{
	return server->lines == 0 ||
	       room_lines(body, columns_of(server, picture)) <= lines_of(server, title, picture);
}

static bool fits_packed(const struct card_server *server, const char *title, const char *body)
{
	char packed[WIRE_MAX];
	size_t length = strlen(body);
	if (!server->title_apart || length >= sizeof(packed))
		return false;
	memcpy(packed, body, length + 1);
	for (char *feed = packed; (feed = strchr(feed, '\n')) != NULL;)
		*feed = ' ';
	return fits(server, title, packed, false);
}

/* The bytes of the body that fit below a title: whole lines, including their line feeds. */
static size_t page_bytes(const struct card_server *server, const char *title, const char *body)
{
	int columns = server->columns, lines = lines_of(server, title, false);
	size_t at = 0;
	while (body[at] != '\0') {
		size_t length = strcspn(body + at, "\n");
		int used = 0;
		for (size_t i = 0; i < length; used++)
			i += line_bytes(body + at + i, columns);
		if (used > lines)
			break;
		lines -= used;
		at += length + (body[at + length] == '\n');
	}
	return at;
}

void room_turn(const struct card_server *server, const char *rest, struct room_page *ret)
{
	char title[WIRE_MAX];
	size_t end = strcspn(rest, "\n");
	end += rest[end] == '\n';
	ret->title = lines_bytes(rest, server->columns, server->lines, end);
	memcpy(title, rest, ret->title);
	title[ret->title] = '\0';
	ret->body = page_bytes(server, title, rest + ret->title);
}

int room_pages(const struct card_server *server, const char *rest)
{
	int count = 0;
	for (struct room_page page; *rest != '\0'; rest += page.title + page.body, count++)
		room_turn(server, rest, &page);
	return count;
}

/* The index of the first body that fits, -1 if none does. */
static int body_that_fits(const struct card_server *server, const char *title,
			  const char *const bodies[ROOM_BODIES], int count, bool picture)
{
	for (int i = 0; i < count; i++)
		if (fits(server, title, bodies[i], picture))
			return i;
	return -1;
}

void room_lay(const struct card_server *server, const char *title,
	      const char *const bodies[ROOM_BODIES], int count, bool picture,
	      struct room_layout *ret)
{
	const char *last = bodies[count - 1];
	*ret = (struct room_layout){ .picture = picture };
	ret->body = body_that_fits(server, title, bodies, count, picture);
	if (ret->body < 0) {
		ret->picture = false;
		ret->body = body_that_fits(server, title, bodies, count, false);
	}
	if (ret->body >= 0) {
		ret->bytes = strlen(bodies[ret->body]);
		return;
	}
	ret->body = count - 1;
	ret->packed = fits_packed(server, title, last);
	ret->bytes = ret->packed ? strlen(last) : page_bytes(server, title, last);
	if (ret->packed || count < 2)
		return;
	const char *longer = bodies[count - 2];
	size_t bytes = page_bytes(server, title, longer);
	if (room_pages(server, longer + bytes) > room_pages(server, last + ret->bytes))
		return;
	ret->body = count - 2;
	ret->bytes = bytes;
}
