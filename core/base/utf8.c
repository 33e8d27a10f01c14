/* Short rather than fast: texts have at most a page. */
#include "core/base/utf8.h"

#include <string.h>

/* The length of a character by its first byte; 0 for an invalid first byte. */
static size_t utf8_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

int32_t utf8_value(const char *text, size_t *ret)
{
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t length = utf8_length((unsigned char)*text);
	int32_t value = (unsigned char)*text;
	*ret = *text != '\0';
	if (length > 1)
		value &= 0x7f >> length;
	for (size_t i = 1; i < length; i++) {
		unsigned char next = (unsigned char)text[i];
		if ((next & 0xc0) != 0x80)
			return -1;
		value = value << 6 | (next & 0x3f);
	}
	bool surrogate = value >= 0xd800 && value <= 0xdfff;
	if (length == 0 || value < least[length] || value > 0x10ffff || surrogate)
		return -1;
	*ret = *text ? length : 0;
	return value;
}

static bool is_noncharacter(int32_t value)
{
	return (value >= 0xfdd0 && value <= 0xfdef) || (value & 0xfffe) == 0xfffe;
}

size_t utf8_character(const char *text)
{
	size_t length;
	int32_t value = utf8_value(text, &length);
	return value < 0 || is_noncharacter(value) ? 0 : length;
}

size_t utf8_printable(const char *text)
{
	size_t length;
	int32_t value = utf8_value(text, &length);
	bool control = value < 0x20 || (value >= 0x7f && value < 0xa0);
	return control || is_noncharacter(value) ? 0 : length;
}

/* The general categories Cf, Zl and Zp, except the visible signs of Arabic. */
static const struct {
	int32_t first, last;
} formats[] = {
	{ 0xad, 0xad },       /* soft hyphen */
	{ 0x61c, 0x61c },     /* Arabic letter mark */
	{ 0x180e, 0x180e },   /* Mongolian vowel separator */
	{ 0x200b, 0x200f },   /* zero width space, joiners, direction marks */
	{ 0x2028, 0x202e },   /* line and paragraph separator, embeddings, overrides */
	{ 0x2060, 0x206f },   /* word joiner, isolates */
	{ 0xfeff, 0xfeff },   /* byte order mark */
	{ 0xfff9, 0xfffb },   /* annotations */
	{ 0x1d173, 0x1d17a }, /* musical beams */
	{ 0xe0000, 0xe007f }, /* tags */
};

/* Joiners, which Persian and emoji need: allowed before a character that is not ASCII. */
static bool joins(int32_t value, const char *behind)
{
	return (value == 0x200c || value == 0x200d) && (unsigned char)*behind >= 0x80 &&
	       utf8_visible(behind) > 0;
}

size_t utf8_visible(const char *text)
{
	size_t length;
	int32_t value = utf8_value(text, &length);
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (value >= formats[i].first && value <= formats[i].last)
			return joins(value, text + length) ? length : 0;
	return utf8_printable(text);
}

size_t utf8_count(const char *text, const char **ret)
{
	size_t count = 0;
	for (size_t bytes; (bytes = utf8_printable(text)) > 0; text += bytes)
		count++;
	*ret = text;
	return count;
}

/* The length of the valid characters at its begin. */
static size_t good_bytes(const char *text)
{
	size_t at = 0;
	for (size_t bytes; (bytes = utf8_character(text + at)) > 0;)
		at += bytes;
	return at;
}

bool utf8_good(const char *text)
{
	return text[good_bytes(text)] == '\0';
}

/* Whether the text ends within a character. */
static bool is_cut(const char *text)
{
	size_t left = strlen(text);
	if (left >= utf8_length((unsigned char)*text))
		return false;
	for (size_t i = 1; i < left; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return false;
	return true;
}

void utf8_clean(char *text)
{
	for (size_t length; *(text += good_bytes(text));) {
		if (is_cut(text)) {
			*text = '\0';
			return;
		}
		(void)utf8_value(text, &length);
		memset(text, '?', length);
	}
}
