/* Words are replaced one by one. Unknown ones stay, so that the checker of limberd reports them. */
#include "cli/report/setup_plain.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/lookalike.h"
#include "core/base/synonym.h"
#include "core/base/text.h"

enum { PART_SIZE = 64 };

static const struct {
	const char *words, *plain; /* "": left out */
} rows[] = {
	/* In the translation: words of one, without blanks, between two times or days. */
	{ N_("to|until|till"), "-" },
	{ N_("and|&"), "," },
	/* In the translation: words around a time that add nothing to it. */
	{ N_("from|at|every|each|day|daily|h"), "" },
	{ N_("o'clock"), "" },
	{ N_("monday|mon"), "mon" },
	{ N_("tuesday|tue"), "tue" },
	{ N_("wednesday|wed"), "wed" },
	{ N_("thursday|thu"), "thu" },
	{ N_("friday|fri"), "fri" },
	{ N_("saturday|sat."), "sat" },
	{ N_("sunday|sun"), "sun" },
	{ N_("weekdays"), "weekdays" },
	{ N_("noon"), "noon" },
	{ N_("midnight"), "midnight" },
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

static bool is_minute(const char *at)
{
	return ascii_is_digit(at[0]) && ascii_is_digit(at[1]) && !ascii_is_digit(at[2]) &&
	       at[2] != ':';
}

/* Whether a text ends with a day of the week. */
static bool ends_with_day(const char *text)
{
	size_t length = 0, all = strlen(text);
	int day;
	while (length < all && ascii_is_letter(text[all - length - 1]))
		length++;
	return ascii_is_word(text + all - length, length, "weekdays") ||
	       weekday_read(text + all - length, length, &day) == TEXT_OK;
}

/* What stands for a part between `out` and `next`; "": a blank. "9 h 30" is "9:30", and a word for
 * "to" may be that for "at", so that it is nothing at the begin or behind a sign. */
static const char *part_plain(const char *part, const char *out, const char *next,
			      words_translate *translate)
{
	const char *plain = part;
	for (size_t i = 0; plain == part && i < sizeof(rows) / sizeof(rows[0]); i++)
		if (synonym_of(part, strlen(part), rows[i].words, translate))
			plain = rows[i].plain;
	char last = *out ? out[strlen(out) - 1] : ',';
	if (!*plain && ascii_is_digit(last) && is_minute(next))
		return ":";
	bool is_sign = *plain == '-' || *plain == ',', is_second = last == '-' || last == ',';
	bool is_gap = ascii_is_blank(*plain) || strcmp(plain, ":") == 0;
	return is_gap || (is_sign && is_second) ? "" : plain;
}

/* Remove the sign between a day and a time: "mon, 9:00". */
static bool sign_drop(char *out)
{
	size_t length = strlen(out);
	char sign = length > 0 ? out[length - 1] : '\0';
	if (sign != '-' && sign != ',')
		return false;
	out[length - 1] = '\0';
	bool is_day = ends_with_day(out);
	out[length - 1] = is_day ? '\0' : sign;
	return is_day;
}

/* Whether a blank is needed before a part: not beside "-", "," or ":", except for a clock after a
 * comma, as "22:00, 23:00" is not a list of minutes. */
static bool is_apart(const char *before, const char *part)
{
	static const char signs[] = "-,:";
	if (before[0] && before[strlen(before) - 1] == ',' && strchr(part, ':'))
		return true;
	return before[0] && !strchr(signs, before[strlen(before) - 1]) && !strchr(signs, part[0]);
}

void times_plain(const char *text, words_translate *translate, char out[TIMES_PLAIN])
{
	char copy[LOOKALIKE_SIZE], part[PART_SIZE];
	const char *at = lookalike_plain(text, copy);
	bool blank = false;
	int minute;
	out[0] = '\0';
	for (size_t length; *at; at += length) {
		length = part_length(at);
		snprintf(part, sizeof(part), "%.*s", (int)length, at);
		const char *plain = part_plain(part, out, ascii_skip(at + length), translate);
		bool is_time = ascii_is_digit(*plain) || clock_word(plain, &minute) > 0;
		if (is_time && sign_drop(out))
			blank = true;
		size_t used = strlen(out);
		snprintf(out + used, TIMES_PLAIN - used, "%s%s",
			 *plain && blank && is_apart(out, plain) ? " " : "", plain);
		blank = !*plain;
	}
}
