/* Amounts to drink: what is read, what is not, and that what is printed is read again. */
#include <string.h>

#include "core/base/amount.h"
#include "tests/rows.h"

enum { GLASS = 250, BOTTLE = 750 };

/* ml: -1 for TEXT_BAD_AMOUNT, -2 for TEXT_NO_AMOUNT_UNIT, -3 for TEXT_EMPTY. */
static const struct {
	const char *text;
	int32_t ml;
} amounts[] = {
	{ "250ml", 250 },
	{ "250 ml", 250 },
	{ " 250ML ", 250 },
	{ "25cl", 250 },
	{ "2.5dl", 250 },
	{ "0.3l", 300 },
	{ "0,3l", 300 },
	{ "0.3 L", 300 },
	{ "1.125l", 1125 },
	{ "1 litre", 1000 },
	{ "2 liters", 2000 },
	{ "8oz", 237 },
	{ "8 fl oz", 237 },
	{ "8floz", 237 },
	{ "16.9 oz", 500 },
	{ "64 ounces", 1893 },
	{ "1 cup", 237 },
	{ "a cup", 237 },
	{ "glass", GLASS },
	{ "Glass", GLASS },
	{ "a glass", GLASS },
	{ "2 glasses", 2 * GLASS },
	{ "2glasses", 2 * GLASS },
	{ "1.5 glasses", 375 },
	{ "half a glass", 125 },
	{ "half glass", 125 },
	{ "bottle", BOTTLE },
	{ "half a bottle", 375 },
	{ "0.25 bottles", 188 },
	{ "0ml", 0 },
	{ "5001ml", 5001 },
	{ "5.001l", 5001 },
	{ "999999999999999999999999 l", 1000001000 },
	{ "99999999999999999999 bottles", 750000750 },
	{ "1\xc2\xa0l", 1000 }, /* a no-break space */
	{ "", -3 },
	{ "  ", -3 },
	{ "250", -2 },
	{ "0.25", -2 },
	{ "-250ml", -1 },
	{ "+250ml", -1 },
	{ "ml", -1 },
	{ "l", -1 },
	{ "half a litre", 500 },
	{ "cup", 237 },
	{ "half", -1 },
	{ "a", -1 },
	{ "fl", -1 },
	{ "8 fl", -1 },
	{ "8 fl ml", -1 },
	{ "1,000ml", -1 }, /* one, or a thousand? */
	{ "250.5ml", -1 },
	{ "1.0005l", -1 },
	{ "1.l", -1 },
	{ ".5l", -1 },
	{ "1e3ml", -1 },
	{ "0x10ml", -1 },
	{ "nanml", -1 },
	{ "250ml 250ml", -1 },
	{ "250mll", -1 },
	{ "2 mugs", -1 },
	{ "250m", -1 },
	{ "1l 250ml", -1 },
};

static void amounts_are_read(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++) {
		struct amount amount = { -7, AMOUNT_UNITS };
		enum text_error error = amount_read(amounts[i].text, &amount);
		int32_t ml = error == TEXT_OK               ? amount_ml(&amount, GLASS, BOTTLE)
			     : error == TEXT_BAD_AMOUNT     ? -1
			     : error == TEXT_NO_AMOUNT_UNIT ? -2
			     : error == TEXT_EMPTY          ? -3
							    : -4;
		row_check(&rows, ml == amounts[i].ml && (ml >= 0 || amount.micro == -7),
			  "\"%s\": %d, not %d", amounts[i].text, ml, amounts[i].ml);
	}
	rows_end(&rows);
}

static void what_is_printed_is_read(void **state)
{
	struct rows rows = rows_begin(state);
	for (int32_t ml = 0; ml <= DRINK_MOST; ml++) {
		char text[AMOUNT_SIZE];
		struct amount amount;
		amount_print(ml, text);
		row_check(&rows,
			  amount_read(text, &amount) == TEXT_OK && amount_ml(&amount, 1, 1) == ml,
			  "%d ml: \"%s\"", ml, text);
	}
	rows_end(&rows);
}

static void people_read_amounts(void **state)
{
	static const struct {
		int32_t ml;
		bool ounces;
		const char *text;
	} said[] = {
		{ 0, false, "0 ml" },  { 250, false, "250 ml" }, { 2000, false, "2000 ml" },
		{ 237, true, "8 oz" }, { 1893, true, "64 oz" },  { 1896, true, "64 oz" },
		{ 14, true, "0 oz" },  { 15, true, "1 oz" },     { INT32_MAX, true, "72615060 oz" },
		{ -1, false, "0 ml" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		char text[AMOUNT_SIZE];
		amount_say(said[i].ml, said[i].ounces, text);
		row_check(&rows, strcmp(text, said[i].text) == 0, "%d: \"%s\", not \"%s\"",
			  said[i].ml, text, said[i].text);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_read),
		cmocka_unit_test(what_is_printed_is_read),
		cmocka_unit_test(people_read_amounts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
