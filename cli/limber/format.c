/*
 * A template is walked in the same way to check and to fill it, and is not compiled: it is as short
 * as a line of a bar.
 */
#include "cli/limber/format.h"

#include <stdlib.h>
#include <string.h>

#include "cli/limber/format_value.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

static const struct escape {
	const char *name;
	const char *instead['~' + 1];
} escapes[] = {
	{ "pango", WAYBAR_ESCAPES },
	{ "tmux", { ['#'] = "##" } },
	{ "polybar", { ['%'] = "%\u200b" } }, /* it has no escape for %{: a blank without width */
	{ "json", { ['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n" } },
};

static const struct escape *escape_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++)
		if (strlen(escapes[i].name) == length &&
		    strncmp(escapes[i].name, name, length) == 0)
			return &escapes[i];
	return NULL;
}

/* A text of somebody else: its characters that are not visible but the line feed become "?". */
static void text_put(FILE *out, const char *text, const struct escape *escape)
{
	for (size_t length; *text; text += length) {
		unsigned char byte = (unsigned char)*text;
		bool plain = byte <= '~' && escape && escape->instead[byte];
		length = utf8_visible(text);
		if (plain)
			fputs(escape->instead[byte], out);
		else if (length == 0 && byte != '\n')
			fputc('?', out);
		else
			fwrite(text, 1, length ? length : 1, out);
		length = length ? length : 1;
	}
}

/* ---- the template ---- */

enum piece_kind { PIECE_END, PIECE_LITERAL, PIECE_PLACE, PIECE_OPEN };

struct piece {
	enum piece_kind kind; /* PIECE_OPEN: a brace is not closed */
	const char *text;     /* what is in the braces, or stands as it is */
	size_t length;
};

static struct piece piece_next(const char **at)
{
	const char *from = *at;
	if (!*from)
		return (struct piece){ PIECE_END, from, 0 };
	if ((from[0] == '{' && from[1] == '{') || (from[0] == '}' && from[1] == '}')) {
		*at = from + 2;
		return (struct piece){ PIECE_LITERAL, from, 1 };
	}
	if (from[0] != '{') {
		size_t length = strcspn(from + 1, "{}") + 1;
		*at = from + length;
		return (struct piece){ PIECE_LITERAL, from, length };
	}
	const char *end = from + 1;
	for (bool quoted = false; *end && (quoted || *end != '}'); end++)
		quoted ^= *end == '"';
	*at = end + (*end != '\0');
	return (struct piece){ *end ? PIECE_PLACE : PIECE_OPEN, from + 1,
			       (size_t)(end - from - 1) };
}

/* What is in the braces, without the name of its escape, which is *ret; false: there is no such. */
static bool piece_escape(struct piece *piece, const struct escape **ret, struct piece *name)
{
	bool quoted = false;
	*ret = NULL;
	for (size_t i = 0; i < piece->length; i++) {
		quoted ^= piece->text[i] == '"';
		if (quoted || piece->text[i] != ':')
			continue;
		*name = (struct piece){ PIECE_LITERAL, piece->text + i + 1, piece->length - i - 1 };
		piece->length = i;
		*ret = escape_find(name->text, name->length);
		return *ret != NULL;
	}
	return true;
}

/* The next of the choices of a place, without quotes. False after the last. */
static bool choice_next(struct piece *piece, struct piece *ret)
{
	bool quoted = false;
	size_t i = 0;
	if (!piece->text)
		return false;
	for (; i < piece->length && (quoted || piece->text[i] != '|'); i++)
		quoted ^= piece->text[i] == '"';
	*ret = (struct piece){ PIECE_PLACE, piece->text, i };
	if (i >= 2 && ret->text[0] == '"' && ret->text[i - 1] == '"')
		*ret = (struct piece){ PIECE_LITERAL, ret->text + 1, i - 2 };
	piece->text = i < piece->length ? piece->text + i + 1 : NULL;
	piece->length -= i < piece->length ? i + 1 : i;
	return true;
}

/* The name behind the last dot, or all of one at the top; nothing where only an object stands. */
static void last_name(const struct piece *choice, bool top, char out[NAME_SIZE])
{
	const char *end = choice->text + choice->length, *from = end;
	while (from > choice->text && from[-1] != '.')
		from--;
	if (from == choice->text && !top)
		from = end;
	snprintf(out, NAME_SIZE, "%.*s", (int)(end - from), from);
}

static enum exit_code complain_name(const struct command *command, const struct piece *choice,
				    const struct value *value)
{
	const char *names[64];
	char full[NAME_SIZE * 2], word[NAME_SIZE];
	size_t count = 0;
	bool top = !value->within[0];
	for (const struct status_row *it = value->among; it->name && count < 64; it++)
		names[count++] = it->name;
	for (const struct status_row *it = place_bar_fields; top && it->name && count < 64; it++)
		names[count++] = it->name;
	last_name(choice, top, word);
	const char *nearest = text_nearest(word, names, count);
	snprintf(full, sizeof(full), "%s%s", value->within, nearest ? nearest : names[1]);
	return complain(command, EXIT_USAGE,
			nearest ? _("There is no field \"%.*s\". Did you mean \"%s\"?")
				: _("There is no field \"%.*s\", but such as \"%s\". All are in "
				    "org.limberd.Limber1(5)."),
			(int)choice->length, choice->text, full);
}

static enum exit_code place_check(const struct command *command, struct piece piece)
{
	const struct escape *escape;
	struct piece choice, name;
	if (!piece_escape(&piece, &escape, &name))
		return complain(command, EXIT_USAGE,
				_("\"%.*s\" is no way to escape a text: write pango, tmux, "
				  "polybar or json"),
				(int)name.length, name.text);
	while (choice_next(&piece, &choice)) {
		if (choice.kind == PIECE_LITERAL)
			continue;
		struct value value = place_find(choice.text, choice.length, NULL);
		if (!value.field)
			return complain_name(command, &choice, &value);
	}
	return EXIT_FINE;
}

enum exit_code format_check(const struct command *command, const char *format)
{
	enum exit_code code = EXIT_FINE;
	struct piece piece;
	while (code == EXIT_FINE && (piece = piece_next(&format)).kind != PIECE_END) {
		if (piece.kind == PIECE_OPEN)
			code = complain(command, EXIT_USAGE,
					_("The brace before \"%.*s\" is not closed: write }, or "
					  "{{ for a brace"),
					(int)piece.length, piece.text);
		else if (piece.kind == PIECE_PLACE)
			code = place_check(command, piece);
	}
	return code;
}

static void place_fill(FILE *out, struct piece piece, const struct view *view)
{
	const struct escape *escape;
	struct piece choice, name;
	(void)piece_escape(&piece, &escape, &name);
	while (choice_next(&piece, &choice)) {
		struct value value = place_find(choice.text, choice.length, view);
		char *text = choice.kind == PIECE_LITERAL ? strndup(choice.text, choice.length)
							  : place_text(&value, view);
		bool filled = text && text[0];
		if (filled)
			text_put(out, text, escape);
		free(text);
		if (filled)
			return;
	}
}

char *format_line(const char *format, const struct status *status, const struct waybar *bar)
{
	const struct view view = { status, bar->text, bar->tooltip, bar->class,
				   (uint32_t)bar->percentage };
	char *line = NULL;
	size_t size;
	FILE *out = open_memstream(&line, &size);
	struct piece piece;
	if (!out)
		return NULL;
	while ((piece = piece_next(&format)).kind != PIECE_END) {
		if (piece.kind == PIECE_PLACE)
			place_fill(out, piece, &view);
		else
			fwrite(piece.text, 1, piece.length, out);
	}
	if (fclose(out) == 0)
		return line;
	free(line);
	return NULL;
}

/* Each choice that is a name, until one makes `stop` true. */
static bool choices_any(const char *format, const struct view *view,
			bool (*stop)(const struct value *value, void *user), void *user)
{
	const struct escape *escape;
	struct piece piece, choice, name;
	while ((piece = piece_next(&format)).kind != PIECE_END) {
		if (piece.kind != PIECE_PLACE || !piece_escape(&piece, &escape, &name))
			continue;
		while (choice_next(&piece, &choice)) {
			struct value value = place_find(choice.text, choice.length, view);
			if (choice.kind == PIECE_PLACE && stop(&value, user))
				return true;
		}
	}
	return false;
}

static bool is_strange(const struct value *value, void *user)
{
	if (value->stranger)
		snprintf(user, NAME_SIZE, "%.*s", (int)strcspn(value->stranger, "."),
			 value->stranger);
	return value->stranger != NULL;
}

const char *format_stranger(const char *format, const struct status *status, char out[NAME_SIZE])
{
	const struct view view = { .status = status };
	return choices_any(format, &view, is_strange, out) ? out : NULL;
}

static bool is_moving(const struct value *value, void *user)
{
	static const char *const names[] = { "now", "percentage", "counted_percent" };
	if (!value->field)
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(value->field->name, names[i]) == 0)
			return true;
	return value->field->kind == STATUS_COUNTED;
}

bool format_moves(const char *format)
{
	return choices_any(format, NULL, is_moving, NULL);
}
