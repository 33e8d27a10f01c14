/* Words are replaced one by one. Unknown ones stay, so that the checker of limberd reports them. */
#include "cli/report/setup_plain.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/lookalike.h"

static const struct {
	const char *word, *plain; /* "": left out */
} words[] = {
	{ "to", "-" },
	{ "until", "-" },
	{ "till", "-" },
	{ "bis", "-" },
	{ "and", "," },
	{ "und", "," },
	{ "&", "," },
	{ "from", "" },
	{ "von", "" },
	{ "at", "" },
	{ "um", "" },
	{ "uhr", "" },
	{ "every", "" },
	{ "each", "" },
	{ "day", "" },
	{ "daily", "" },
	{ "täglich", "" },
	{ "h", "" },
	{ "mo", "mon" },
	{ "di", "tue" },
	{ "mi", "wed" },
	{ "do", "thu" },
	{ "fr", "fri" },
	{ "sa", "sat" },
	{ "so", "sun" },
	{ "montag", "mon" },
	{ "dienstag", "tue" },
	{ "mittwoch", "wed" },
	{ "donnerstag", "thu" },
	{ "freitag", "fri" },
	{ "samstag", "sat" },
	{ "sonntag", "sun" },
	{ "werktags", "weekdays" },
	{ "mittag", "noon" },
	{ "mitternacht", "midnight" },
};

/* A part is letters, or digits with ":" and ".", or one other character. */
static size_t part_length(const char *text)
{
	static const char digits[] = "0123456789:.";
	size_t letters = 0;
	while (ascii_is_letter(text[letters]) || (unsigned char)text[letters] >= 0x80)
		letters++;
	if (letters > 0)
		return letters;
	size_t length = strspn(text, digits);
	return length > 0 ? length : 1;
}

static const char *part_plain(const char *part, size_t length)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t k = 0;
		while (k < length && ascii_lower(part[k]) == words[i].word[k])
			k++;
		if (k == length && !words[i].word[k])
			return words[i].plain;
	}
	return NULL;
}

/* Whether a blank is needed before a part: not beside "-" or ",", except for a clock after a comma,
 * as "22:00, 23:00" is not a list of minutes. */
static bool is_apart(const char *before, const char *part)
{
	static const char signs[] = "-,";
	if (before[0] && before[strlen(before) - 1] == ',' && strchr(part, ':'))
		return true;
	return before[0] && !strchr(signs, before[strlen(before) - 1]) && !strchr(signs, part[0]);
}

void times_plain(const char *text, char out[TIMES_PLAIN])
{
	char copy[LOOKALIKE_SIZE];
	const char *at = lookalike_plain(text, copy);
	bool blank = false;
	out[0] = '\0';
	for (size_t length; *at; at += length) {
		char part[64];
		length = part_length(at);
		const char *plain = part_plain(at, length);
		bool colon = length == 1 && *at == ':';
		if (ascii_is_blank(*at) || colon || (plain && !plain[0])) {
			blank = true;
			continue;
		}
		snprintf(part, sizeof(part), "%.*s", (int)length, at);
		size_t used = strlen(out);
		snprintf(out + used, TIMES_PLAIN - used, "%s%s",
			 blank && is_apart(out, plain ? plain : part) ? " " : "",
			 plain ? plain : part);
		blank = false;
	}
}
