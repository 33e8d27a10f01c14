#include "core/base/lookalike.h"

#include "core/base/ascii.h"
#include "core/base/translate.h"
#include "core/base/utf8.h"

static const struct lookalike lookalikes[] = {
	{ 0xa0, " ", N_("a no-break space") },
	{ 0xad, "", N_("a soft hyphen") },
	{ 0x2002, " ", N_("a wide space") },
	{ 0x2003, " ", N_("a wide space") },
	{ 0x2007, " ", N_("a figure space") },
	{ 0x2008, " ", N_("a narrow space") },
	{ 0x2009, " ", N_("a narrow space") },
	{ 0x200a, " ", N_("a narrow space") },
	{ 0x200b, "", N_("a zero width space") },
	{ 0x200e, "", N_("a direction mark") },
	{ 0x200f, "", N_("a direction mark") },
	{ 0x2010, "-", N_("a hyphen that is not the minus of the keyboard") },
	{ 0x2011, "-", N_("a no-break hyphen") },
	{ 0x2012, "-", N_("a figure dash") },
	{ 0x2013, "-", N_("an en dash") },
	{ 0x2014, "-", N_("an em dash") },
	{ 0x2018, "'", N_("a curly quote") },
	{ 0x2019, "'", N_("a curly quote") },
	{ 0x201a, "'", N_("a low quote") },
	{ 0x201c, "\"", N_("curly quotes") },
	{ 0x201d, "\"", N_("curly quotes") },
	{ 0x201e, "\"", N_("low quotes") },
	{ 0x2026, "..", N_("an ellipsis") },
	{ 0x202f, " ", N_("a narrow no-break space") },
	{ 0x2060, "", N_("a word joiner") },
	{ 0x2212, "-", N_("a minus sign that is not that of the keyboard") },
	{ 0x2236, ":", N_("a ratio sign") },
	{ 0x3000, " ", N_("a wide space") },
	{ 0xfeff, "", N_("a byte order mark") },
	{ 0xab, "\"", N_("angle quotes") },
	{ 0xbb, "\"", N_("angle quotes") },
	{ 0xff08, "(", N_("a full-width bracket") },
	{ 0xff09, ")", N_("a full-width bracket") },
	{ 0xff0c, ",", N_("a full-width comma") },
	{ 0xff0d, "-", N_("a full-width hyphen") },
	{ 0xff1a, ":", N_("a full-width colon") },
	{ 0xff1b, ";", N_("a full-width semicolon") },
	{ 0xff1d, "=", N_("a full-width equals sign") },
	{ 0xff10, "0", N_("a full-width digit") },
	{ 0xff11, "1", N_("a full-width digit") },
	{ 0xff12, "2", N_("a full-width digit") },
	{ 0xff13, "3", N_("a full-width digit") },
	{ 0xff14, "4", N_("a full-width digit") },
	{ 0xff15, "5", N_("a full-width digit") },
	{ 0xff16, "6", N_("a full-width digit") },
	{ 0xff17, "7", N_("a full-width digit") },
	{ 0xff18, "8", N_("a full-width digit") },
	{ 0xff19, "9", N_("a full-width digit") },
};

/* The row of the character at `text`; *length: its bytes. */
static const struct lookalike *lookalike_at(const char *text, size_t *length)
{
	int32_t value = utf8_value(text, length);
	for (size_t i = 0; value >= 0x80 && i < sizeof(lookalikes) / sizeof(lookalikes[0]); i++)
		if (lookalikes[i].value == value)
			return &lookalikes[i];
	return NULL;
}

const struct lookalike *lookalike_find(const char *text)
{
	const struct lookalike *found = NULL;
	for (size_t length; *text && !found; text += length)
		found = lookalike_at(text, &length);
	return found;
}

const char *lookalike_plain(const char *text, char out[LOOKALIKE_SIZE])
{
	size_t length, at = 0;
	if (!lookalike_find(text))
		return text;
	for (; *text && at + 8 < LOOKALIKE_SIZE; text += length) {
		const struct lookalike *found = lookalike_at(text, &length);
		const char *from = found ? found->plain : text;
		size_t bytes = found ? strlen(found->plain) : length;
		memcpy(out + at, from, bytes);
		at += bytes;
	}
	out[at] = '\0';
	return out;
}
