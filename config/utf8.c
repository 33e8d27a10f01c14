/* Plain and short rather than fast: a configuration is a page long. */
#include "config/utf8.h"

#include <stdbool.h>
#include <stdint.h>

static size_t utf8_length(unsigned char lead)
{
	if (lead < 0x80)
		return lead != 0;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/* The value of the character, -1 for none. */
static int32_t utf8_value(const char *text, size_t length)
{
	static const int32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int32_t value = (unsigned char)text[0];
	if (length > 1)
		value &= 0x7f >> length;
	for (size_t i = 1; i < length; i++) {
		unsigned char next = (unsigned char)text[i];
		if ((next & 0xc0) != 0x80)
			return -1;
		value = value << 6 | (next & 0x3f);
	}
	bool surrogate = value >= 0xd800 && value <= 0xdfff;
	return value < least[length] || value > 0x10ffff || surrogate ? -1 : value;
}

size_t utf8_character(const char *text)
{
	size_t length = utf8_length((unsigned char)*text);
	return length > 0 && utf8_value(text, length) >= 0 ? length : 0;
}

size_t utf8_printable(const char *text)
{
	size_t length = utf8_character(text);
	if (length == 0)
		return 0;
	int32_t value = utf8_value(text, length);
	bool control = value < 0x20 || (value >= 0x7f && value < 0xa0);
	return control ? 0 : length;
}

size_t utf8_count(const char *text, const char **ret)
{
	size_t count = 0;
	for (size_t bytes; (bytes = utf8_printable(text)) > 0; text += bytes)
		count++;
	*ret = text;
	return count;
}
