/*
 * Three passes over the text: check its bytes, reject @include, check its outline. The last one
 * knows just enough of the syntax to recognise strings and comments.
 */
#include "config/scan.h"

#include <stdio.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

/* Report a byte or a character that is not allowed. */
static void report_bad_byte(const struct source *source, unsigned line, const char *at,
			    struct errors *errors)
{
	size_t length;
	int32_t value = utf8_value(at, &length);
	if (length > 1)
		errors_in(errors, source, line,
			  "holds U+%04X, which cannot stand in a text: remove it", (unsigned)value);
	else
		errors_in(errors, source, line, "is not a text in UTF-8: found the byte \\x%02x",
			  (unsigned char)*at);
}

static bool scan_bytes(const struct source *source, struct errors *errors)
{
	unsigned line = 1;
	if (strncmp(source->text, "\xef\xbb\xbf", 3) == 0) {
		errors_in(errors, source, 1,
			  "begins with a byte order mark: save it as UTF-8 "
			  "without one");
		return false;
	}
	for (const char *at = source->text, *end = at + source->length; at < end;) {
		bool plain = (*at >= ' ' && *at <= '~') || (*at && strchr("\t\n\r\f", *at));
		size_t bytes = plain ? 1 : utf8_printable(at);
		if (bytes == 0) {
			report_bad_byte(source, line, at, errors);
			return false;
		}
		line += *at == '\n';
		at += bytes;
	}
	return true;
}

static bool scan_includes(const struct source *source, struct errors *errors)
{
	static const char word[] = "@include";
	unsigned line = 1;
	bool good = true;
	for (const char *at = source->text; at; line++) {
		at += strspn(at, " \t\r\f");
		if (strncmp(at, word, sizeof(word) - 1) == 0) {
			errors_in(errors, source, line,
				  "@include is not supported: write the settings here");
			good = false;
		}
		at = strchr(at, '\n');
		at = at ? at + 1 : NULL;
	}
	return good;
}

enum { SCAN_DIGITS_SHOWN = 20 };

struct outline {
	const struct source *source;
	struct errors *errors;
	const char *at;
	unsigned line;
	char before;     /* the last character outside blanks and comments */
	const char *key; /* the last name, for error lines; NULL: none yet */
	int key_length;
	int settings;
	int depth;
	struct {
		char sign;
		unsigned line;
	} opened[SCAN_DEPTH_MAX]; /* brackets that are open */
};

static bool outline_stop(struct outline *outline, const char *why)
{
	errors_in(outline->errors, outline->source, outline->line, "%s", gettext(why));
	return false;
}

/* libconfig leaks an unexpected string. */
static bool outline_expects_text(const struct outline *outline)
{
	bool list = outline->depth > 0 && outline->opened[outline->depth - 1].sign != '{';
	return (outline->before && strchr("=:[(\"", outline->before)) ||
	       (list && outline->before == ',');
}

static bool outline_text(struct outline *outline)
{
	if (!outline_expects_text(outline))
		return outline_stop(outline, "a text stands where none can be: "
					     "write KEY = \"TEXT\";");
	const char *at = outline->at + 1;
	for (; *at && *at != '"' && *at != '\n'; at++) {
		if (strncasecmp(at, "\\x00", 4) == 0)
			return outline_stop(outline, "a text cannot hold the character \\x00");
		if (*at == '\\' && at[1] && at[1] != '\n')
			at++;
	}
	if (*at != '"')
		return outline_stop(outline, "a closing \" is missing on this line");
	outline->at = at + 1;
	outline->before = '"';
	return true;
}

static bool outline_comment(struct outline *outline)
{
	const char *end = strstr(outline->at + 2, "*/");
	if (!end)
		return outline_stop(outline, "a closing */ is missing for this comment");
	for (; outline->at < end; outline->at++)
		outline->line += *outline->at == '\n';
	outline->at = end + 2;
	return true;
}

static bool is_letter(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '*' || c == '_' || c == '-';
}

/* True for characters of a decimal or hexadecimal number and its suffix. */
static bool is_digit(char c)
{
	char small = ascii_lower(c);
	return ascii_is_digit(c) || (small >= 'a' && small <= 'f') || small == 'x' || c == 'L';
}

/* Report a number that would overflow in libconfig. */
static bool outline_number(struct outline *outline, size_t length)
{
	char number[SCAN_DIGITS_SHOWN + 1];
	snprintf(number, sizeof(number), "%.*s", (int)length, outline->at);
	errors_in(outline->errors, outline->source, outline->line,
		  "%.*s: found %s%s: a number this long is never right here", outline->key_length,
		  outline->key ? outline->key : "", number, length > SCAN_DIGITS_SHOWN ? "…" : "");
	errors_hide(outline->errors); /* it may be a phone number */
	return false;
}

/* Skip a name or a number, or one byte of anything else. */
static bool outline_word(struct outline *outline)
{
	bool number = ascii_is_digit(*outline->at);
	size_t length = 0;
	while (number ? is_digit(outline->at[length]) : is_letter(outline->at[length]))
		length++;
	if (number && length > SCAN_NUMBER_MAX)
		return outline_number(outline, length);
	if (length > SCAN_NAME_MAX)
		return outline_stop(outline, "no name is this long");
	if (ascii_is_letter(*outline->at) || *outline->at == '*') {
		outline->key = outline->at;
		outline->key_length = (int)length;
	}
	if (!strchr(" \t\r\f", *outline->at))
		outline->before = *outline->at;
	outline->at += length > 0 && *outline->at != '-' ? length : 1;
	return true;
}

static void outline_open(struct outline *outline, char sign)
{
	outline->opened[outline->depth].sign = sign;
	outline->opened[outline->depth++].line = outline->line;
}

static bool outline_sign(struct outline *outline)
{
	char sign = *outline->at++;
	if (sign == '\n')
		return outline->line++, true;
	outline->before = sign;
	if (strchr("{[(", sign) && outline->depth == SCAN_DEPTH_MAX)
		return outline_stop(outline, "brackets are nested too deep");
	if (strchr("{[(", sign))
		outline_open(outline, sign);
	if (strchr("}])", sign) && outline->depth > 0)
		outline->depth--;
	if (strchr("=:", sign) && ++outline->settings > SCAN_SETTINGS_MAX)
		return outline_stop(outline, "has over 1000 settings");
	return true;
}

static bool outline_step(struct outline *outline)
{
	const char *at = outline->at = ascii_skip(outline->at);
	if (*at == '"')
		return outline_text(outline);
	if (at[0] == '/' && at[1] == '*')
		return outline_comment(outline);
	if (*at == '#' || (at[0] == '/' && at[1] == '/')) {
		outline->at += strcspn(at, "\n");
		return true;
	}
	if (strchr("{[(}])=:\n", *at))
		return outline_sign(outline);
	return outline_word(outline);
}

bool scan_text(const struct source *source, struct errors *errors)
{
	if (!scan_bytes(source, errors) || !scan_includes(source, errors))
		return false;
	struct outline outline = {
		.source = source, .errors = errors, .at = source->text, .line = 1
	};
	while (*outline.at)
		if (!outline_step(&outline))
			return false;
	if (outline.depth == 0)
		return true;
	outline.line = outline.opened[outline.depth - 1].line;
	return outline_stop(&outline, "a bracket opens here that is never closed");
}
