/* Amounts are kept in millionths of their unit until they are rounded once, to millilitres. */
#include "core/base/amount.h"

#include "core/base/ascii.h"
#include "core/base/lookalike.h"

enum { MILLION = 1000000, OUNCE_NL = 29573530 }; /* 29.57353 ml */

static const struct {
	const char *name;
	enum amount_unit unit;
	int32_t count; /* so many of `unit` */
	int decimals;  /* the most that are read: "1,000ml" may be one or a thousand */
	bool alone;    /* without a number it is one */
} units[] = {
	{ "ml", AMOUNT_ML, 1, 0, false },        { "cl", AMOUNT_ML, 10, 1, false },
	{ "dl", AMOUNT_ML, 100, 2, false },      { "l", AMOUNT_ML, 1000, 3, false },
	{ "liter", AMOUNT_ML, 1000, 3, false },  { "liters", AMOUNT_ML, 1000, 3, false },
	{ "litre", AMOUNT_ML, 1000, 3, false },  { "litres", AMOUNT_ML, 1000, 3, false },
	{ "oz", AMOUNT_OUNCE, 1, 2, false },     { "floz", AMOUNT_OUNCE, 1, 2, false },
	{ "ounce", AMOUNT_OUNCE, 1, 2, false },  { "ounces", AMOUNT_OUNCE, 1, 2, false },
	{ "cup", AMOUNT_OUNCE, 8, 2, true },     { "cups", AMOUNT_OUNCE, 8, 2, false },
	{ "glass", AMOUNT_GLASS, 1, 2, true },   { "glasses", AMOUNT_GLASS, 1, 2, false },
	{ "bottle", AMOUNT_BOTTLE, 1, 2, true }, { "bottles", AMOUNT_BOTTLE, 1, 2, false },
};

enum { UNITS = sizeof(units) / sizeof(units[0]) };

static bool word_scan(const char **at, const char *word)
{
	size_t length = ascii_letters(*at, SIZE_MAX);
	if (!ascii_is_word(*at, length, word))
		return false;
	*at = ascii_skip(*at + length);
	return true;
}

/* Read "2", "0.3", "0,3", "half", "a", "half a", or nothing, which is one, as millionths. */
static bool number_scan(const char **at, int64_t *ret, int *decimals)
{
	*ret = MILLION;
	*decimals = 0;
	if (!ascii_is_digit(**at)) {
		if (word_scan(at, "half"))
			*ret /= 2;
		word_scan(at, "a");
		return true;
	}
	int64_t whole;
	*at = ascii_number(*at, MILLION, &whole);
	*ret = whole * MILLION;
	if (**at == '.' || **at == ',') {
		int64_t worth = MILLION;
		for (++*at; ascii_is_digit(**at) && worth > 1; ++*at, ++*decimals)
			*ret += (**at - '0') * (worth /= 10);
		if (*decimals == 0)
			return false;
	}
	*at = ascii_skip(*at);
	return true;
}

enum text_error amount_read(const char *text, struct amount *ret)
{
	char plain[LOOKALIKE_SIZE];
	const char *at = ascii_skip(lookalike_plain(text, plain)), *begin = at;
	int64_t number;
	int decimals;
	if (*at == '\0')
		return TEXT_EMPTY;
	if (!number_scan(&at, &number, &decimals))
		return TEXT_BAD_AMOUNT;
	if (*at == '\0')
		return ascii_is_digit(*begin) ? TEXT_NO_AMOUNT_UNIT : TEXT_BAD_AMOUNT;
	bool alone = at == begin;
	if (word_scan(&at, "fl") && !ascii_is_word(at, ascii_letters(at, SIZE_MAX), "oz"))
		return TEXT_BAD_AMOUNT;
	size_t length = ascii_letters(at, SIZE_MAX);
	for (int i = 0; i < UNITS; i++) {
		if (!ascii_is_word(at, length, units[i].name))
			continue;
		if (decimals > units[i].decimals || (alone && !units[i].alone) ||
		    *ascii_skip(at + length) != '\0')
			return TEXT_BAD_AMOUNT;
		*ret = (struct amount){ number * units[i].count, units[i].unit };
		return TEXT_OK;
	}
	return TEXT_BAD_AMOUNT;
}

int32_t amount_ml(const struct amount *amount, int32_t glass, int32_t bottle)
{
	const int64_t worth[AMOUNT_UNITS] = {
		[AMOUNT_ML] = MILLION,
		[AMOUNT_OUNCE] = OUNCE_NL,
		[AMOUNT_GLASS] = (int64_t)glass * MILLION,
		[AMOUNT_BOTTLE] = (int64_t)bottle * MILLION,
	};
	int64_t nl = worth[amount->unit];
	/* Apart, because the product of both could overflow. */
	int64_t whole = amount->micro / MILLION * nl, rest = amount->micro % MILLION * nl / MILLION;
	int64_t ml = (whole + rest + MILLION / 2) / MILLION;
	return ml < INT32_MAX ? (int32_t)ml : INT32_MAX;
}

void amount_print(int32_t ml, char out[AMOUNT_SIZE])
{
	ascii_put(ascii_put_number(out, ml > 0 ? (uint64_t)ml : 0), "ml");
}

int64_t amount_ounces(int64_t ml)
{
	return (ml * MILLION + OUNCE_NL / 2) / OUNCE_NL;
}

void amount_say(int32_t ml, bool ounces, char out[AMOUNT_SIZE])
{
	int64_t count = ml > 0 ? ml : 0;
	if (ounces)
		count = amount_ounces(count);
	ascii_put(ascii_put_number(out, (uint64_t)count), ounces ? " oz" : " ml");
}
