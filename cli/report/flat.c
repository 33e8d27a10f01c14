/* Texts are unescaped in place: no escape is shorter than its character. */
#include "cli/report/flat.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/translate.h"
#include "core/base/utf8.h"

static const char *const truncated = N_("it is truncated");

static char *blanks_skip(char *at)
{
	while (*at == ' ' || *at == '\t' || *at == '\r')
		at++;
	return at;
}

static int digit_of(char character)
{
	if (character >= '0' && character <= '9')
		return character - '0';
	if (character >= 'a' && character <= 'f')
		return character - 'a' + 10;
	return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
}

/* Four hexadecimal digits; -1 for others. */
static int32_t hex_read(const char *at)
{
	int32_t value = 0;
	for (int i = 0; i < 4; i++) {
		int digit = digit_of(at[i]);
		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

static char *value_put(char *to, int32_t value)
{
	if (value < 0x80) {
		*to++ = (char)value;
	} else if (value < 0x800) {
		*to++ = (char)(0xc0 | value >> 6);
		*to++ = (char)(0x80 | (value & 0x3f));
	} else if (value < 0x10000) {
		*to++ = (char)(0xe0 | value >> 12);
		*to++ = (char)(0x80 | (value >> 6 & 0x3f));
		*to++ = (char)(0x80 | (value & 0x3f));
	} else {
		*to++ = (char)(0xf0 | value >> 18);
		*to++ = (char)(0x80 | (value >> 12 & 0x3f));
		*to++ = (char)(0x80 | (value >> 6 & 0x3f));
		*to++ = (char)(0x80 | (value & 0x3f));
	}
	return to;
}

/* After "\u", with the second half of a pair; NULL for a lone half and U+0000. */
static char *escape_read(char *at, char **to)
{
	int32_t value = hex_read(at);
	at += 4;
	if (value >= 0xd800 && value < 0xdc00) {
		int32_t low = at[0] == '\\' && at[1] == 'u' ? hex_read(at + 2) : -1;
		if (low < 0xdc00 || low > 0xdfff)
			return NULL;
		value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
		at += 6;
	} else if (value <= 0 || (value >= 0xdc00 && value < 0xe000)) {
		return NULL;
	}
	*to = value_put(*to, value);
	return at;
}

/* After the backslash. */
static char *character_read(char *at, char **to)
{
	static const char from[] = "\"\\/bfnrt", as[] = "\"\\/\b\f\n\r\t";
	if (*at == 'u')
		return escape_read(at + 1, to);
	const char *found = *at ? strchr(from, *at) : NULL;
	if (!found)
		return NULL;
	*(*to)++ = as[found - from];
	return at + 1;
}

/* After the quote; NULL if it is not a text, with *ret NULL if the line ends in it. */
static char *text_read(char *at, const char **ret)
{
	char *to = at;
	*ret = at;
	while (at && *at != '"') {
		if (*at == '\0')
			*ret = NULL;
		if ((unsigned char)*at < ' ')
			return NULL;
		if (*at == '\\')
			at = character_read(at + 1, &to);
		else
			*to++ = *at++;
	}
	if (at)
		*to = '\0';
	return at ? at + 1 : NULL;
}

static const char *number_read(char **at, int64_t *ret)
{
	char *digits = *at + (**at == '-');
	errno = 0;
	*ret = strtoll(*at, at, 10);
	if (*at == digits)
		return N_("it is not JSON");
	if (*digits == '0' && *at > digits + 1)
		return N_("a number begins with 0");
	if (**at == '.' || **at == 'e' || **at == 'E' || errno == ERANGE)
		return N_("a number is not whole, or too large");
	return NULL;
}

static const char *value_read(char **at, struct flat_value *ret)
{
	*ret = (struct flat_value){ 0 };
	if (**at == '"') {
		char *end = text_read(*at + 1, &ret->text);
		if (!end)
			return ret->text ? N_("a text has a wrong escape or a control character")
					 : truncated;
		*at = end;
		return NULL;
	}
	if (**at == '{' || **at == '[')
		return N_("a value is nested");
	if (strncmp(*at, "null", 4) == 0) {
		*at += 4;
		return NULL;
	}
	if (strncmp(*at, "true", 4) == 0 || strncmp(*at, "false", 5) == 0)
		return N_("a value is true or false");
	return number_read(at, &ret->number);
}

static const char *member_read(char **at, flat_member *each, void *user)
{
	struct flat_value value;
	const char *key = "", *wrong;
	char *next = **at == '"' ? text_read(*at + 1, &key) : NULL;
	if (!next)
		return key && **at ? N_("it is not JSON") : truncated;
	next = blanks_skip(next);
	if (*next != ':')
		return N_("it is not JSON");
	*at = blanks_skip(next + 1);
	wrong = value_read(at, &value);
	return wrong ? wrong : each(key, &value, user);
}

static const char *members_read(char *at, flat_member *each, void *user)
{
	at = blanks_skip(at);
	if (*at++ != '{')
		return N_("it is not JSON");
	for (;;) {
		at = blanks_skip(at);
		const char *wrong = member_read(&at, each, user);
		if (wrong)
			return *at ? wrong : truncated;
		at = blanks_skip(at);
		if (*at == '}')
			return *blanks_skip(at + 1) ? N_("something follows the object") : NULL;
		if (*at++ != ',')
			return at[-1] ? N_("it is not JSON") : truncated;
	}
}

static bool is_ascii(const char *text, size_t length)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint64_t all = 0, word;
	for (; length >= sizeof(word); length -= sizeof(word), text += sizeof(word)) {
		memcpy(&word, text, sizeof(word));
		all |= word;
	}
	for (; length > 0; length--)
		all |= (unsigned char)*text++;
	return (all & high) == 0;
}

const char *flat_read(char *line, size_t length, flat_member *each, void *user)
{
	if (memchr(line, '\0', length))
		return N_("it has a NUL byte");
	if (!is_ascii(line, length) && !utf8_good(line))
		return N_("it is not UTF-8");
	return members_read(line, each, user);
}
