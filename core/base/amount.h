/*
 * Amounts to drink, as people type them: "250ml", "25cl", "0.3l", "0,3l", "8oz", "1 cup", "glass",
 * "2 glasses", "half a bottle". Units in any case: ml cl dl l litre(s) liter(s) oz ounce(s) floz
 * "fl oz" cup(s) glass(es) bottle(s). An ounce is a US fluid ounce, a cup has eight. Independent of
 * the locale, as text.h, and with its promises.
 */
#ifndef LIMBER_AMOUNT_H
#define LIMBER_AMOUNT_H

#include "core/base/text.h"

/* One drink, in millilitres: more in one go is a typing error. */
enum { DRINK_LEAST = 1, DRINK_MOST = 5000 };

enum amount_unit { AMOUNT_ML, AMOUNT_OUNCE, AMOUNT_GLASS, AMOUNT_BOTTLE, AMOUNT_UNITS };

struct amount {
	int64_t micro; /* millionths of the unit */
	enum amount_unit unit;
};

/* TEXT_OK, TEXT_EMPTY, TEXT_BAD_AMOUNT, or TEXT_NO_AMOUNT_UNIT: "250". */
enum text_error amount_read(const char *text, struct amount *ret);

/* In millilitres, rounded, at most INT32_MAX; a glass and a bottle have these. */
int32_t amount_ml(const struct amount *amount, int32_t glass, int32_t bottle);

/* "250ml", for amount_read(). */
enum { AMOUNT_SIZE = 24 };
void amount_print(int32_t ml, char out[AMOUNT_SIZE]);

/* In whole ounces, rounded. */
int64_t amount_ounces(int64_t ml);

/* For people: "250 ml", or in whole ounces "8 oz". */
void amount_say(int32_t ml, bool ounces, char out[AMOUNT_SIZE]);

#endif
