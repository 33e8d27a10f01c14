/*
 * Parsers of the types used only by the configuration; the catalogue shares those of field.h.
 */
#include <string.h>

#include "config/catalogue.h"
#include "config/catalogue_read.h"
#include "config/draft.h"
#include "config/keys.h"
#include "core/base/amount.h"

void key_clock(const config_setting_t *setting, const struct field *field, void *into,
	       struct errors *errors)
{
	const char *text;
	int minutes = 0;
	if (!value_text(setting, 0, 20, errors, &text))
		return;
	enum text_error error = clock_read(text, &minutes);
	if (error == TEXT_OK && minutes * USEC_PER_MIN > field->most)
		errors_at(errors, setting, "%s is out of range: 00:00 to 23:59", quote(text).text);
	else if (error == TEXT_OK)
		*(usec *)((char *)into + field->offset) = minutes * USEC_PER_MIN;
	else
		value_refused(setting, text, error, errors);
}

/* The limit is one of memory, so it counts bytes. */
void key_say(const config_setting_t *setting, const struct field *field, void *into,
	     struct errors *errors)
{
	const char *text;
	if (!value_text(setting, 0, SAY_MAX_BYTES, errors, &text))
		return;
	if (strlen(text) > SAY_MAX_BYTES)
		errors_at(errors, setting, "%s has %zu bytes: at most %d", quote(text).text,
			  strlen(text), SAY_MAX_BYTES);
	else
		*(const char **)((char *)into + field->offset) = text;
}

void key_ranges(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	struct ranges *ranges = (struct ranges *)((char *)into + field->offset);
	const config_setting_t *elements[RANGES_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	if (count == 0 && field->least > 0)
		errors_at(errors, setting, "is empty: \"00:00-24:00\" means always");
	for (int i = 0; i < count; i++) {
		const char *text = config_setting_get_string(elements[i]);
		enum text_error error = hours_read(text, &ranges->hours[i]);
		if (error != TEXT_OK)
			value_refused(elements[i], text, error, errors);
	}
	ranges->count = count;
}

void key_half(const config_setting_t *setting, const struct field *field, void *into,
	      struct errors *errors)
{
	int word;
	if (value_word(setting, field->words, (size_t)field->most, field->help, errors, &word))
		*(bool *)((char *)into + field->offset) = word == 0;
}

/* Report a word that is not in a table. `what`: as in value_word(). */
static void key_unknown_word(const config_setting_t *setting, const char *what,
			     const char *const words[], struct errors *errors)
{
	const char *text = config_setting_get_string(setting);
	errors_at(errors, setting, "%s is not a valid %s%s", quote(text).text, _(what),
		  hint_words(text, words, words_count(words)).text);
}

void key_set(const config_setting_t *setting, const struct field *field, void *into,
	     struct errors *errors)
{
	const config_setting_t *elements[32];
	int count = value_list(setting, (int)field->most, errors, elements);
	uint32_t set = 0;
	for (int i = 0; i < count; i++) {
		int word = word_index(config_setting_get_string(elements[i]), field->words);
		if (word < 0)
			key_unknown_word(elements[i], field->help, field->words, errors);
		else
			set |= 1u << word;
	}
	*(uint32_t *)((char *)into + field->offset) = set;
}

/* Glasses and bottles are settings themselves, so they measure no other. */
void key_amount(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	char least[AMOUNT_SIZE], most[AMOUNT_SIZE];
	struct amount amount = { 0, AMOUNT_ML };
	const char *text;
	if (!value_text(setting, 0, 20, errors, &text))
		return;
	bool none = *text == '\0' && strcmp(field->preset, "\"\"") == 0;
	enum text_error error = none ? TEXT_OK : amount_read(text, &amount);
	if (error == TEXT_OK && amount.unit != AMOUNT_ML && amount.unit != AMOUNT_OUNCE)
		error = TEXT_BAD_AMOUNT;
	int32_t ml = error == TEXT_OK ? amount_ml(&amount, 0, 0) : 0;
	amount_print((int32_t)field->least, least);
	amount_print((int32_t)field->most, most);
	if (error != TEXT_OK)
		value_refused(setting, text, error, errors);
	else if (!none && (ml < field->least || ml > field->most))
		errors_at(errors, setting, "%s is out of range: %s to %s", quote(text).text, least,
			  most);
	else
		*(int32_t *)((char *)into + field->offset) = ml;
}

void key_own_bool(const config_setting_t *setting, const struct field *field, void *into,
		  struct errors *errors)
{
	bool yes;
	if (value_bool(setting, errors, &yes))
		*(enum own_choice *)((char *)into + field->offset) = yes ? OWN_TRUE : OWN_FALSE;
}

void key_own_word(const config_setting_t *setting, const struct field *field, void *into,
		  struct errors *errors)
{
	int word;
	if (value_word(setting, field->words, (size_t)field->most, field->help, errors, &word))
		*(int *)((char *)into + field->offset) = word + 1;
}

void key_at(const config_setting_t *setting, const struct field *field, void *into,
	    struct errors *errors)
{
	struct reminder *reminder = &((struct draft_reminder *)into)->reminder;
	const config_setting_t *elements[TIMES_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	if (count == 0)
		errors_at(errors, setting,
			  "is empty: to switch a reminder off write enabled = false");
	for (int i = 0; i < count; i++) {
		const char *text = config_setting_get_string(elements[i]);
		enum text_error error = calendar_read(text, &reminder->at[i]);
		if (error != TEXT_OK)
			value_refused(elements[i], text, error, errors);
	}
	reminder->at_count = count;
}

const struct item *key_item(const config_setting_t *setting, const struct own *own,
			    struct errors *errors)
{
	const char *ids[64 + OWN_MAX], *text = config_setting_get_string(setting);
	size_t count = 0;
	const struct item *item = own_find(own, text);
	if (item)
		return item;
	for (; count < catalogue_count && count < sizeof(ids) / sizeof(ids[0]); count++)
		ids[count] = catalogue_items[count].id;
	for (int i = 0; own && i < own->count && count < sizeof(ids) / sizeof(ids[0]); i++)
		ids[count++] = own->items[i]->draft.item.id;
	const char *nearest = text_nearest(text, ids, count);
	if (nearest)
		errors_at(errors, setting, "%s is not an item; the nearest is \"%s\"",
			  quote(text).text, nearest);
	else
		errors_at(errors, setting, "%s is not an item; all there are: limber catalogue",
			  quote(text).text);
	return NULL;
}

/* An empty list is valid: a layer may replace items by `say`. */
void key_items(const config_setting_t *setting, const struct field *field, void *into,
	       struct errors *errors)
{
	const struct own *own = ((struct draft_reminder *)into)->own;
	struct reminder *reminder = &((struct draft_reminder *)into)->reminder;
	const config_setting_t *elements[DECK_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	for (int i = 0; i < count; i++)
		reminder->items[i] = key_item(elements[i], own, errors);
	reminder->item_count = count;
}

void key_with(const config_setting_t *setting, const struct field *field, void *into,
	      struct errors *errors)
{
	struct draft_reminder *reminder = into;
	const char *text;
	if (!value_text(setting, 0, CONFIG_FILE_MAX, errors, &text))
		return;
	enum text_error error = *text ? name_read(text, strlen(text)) : TEXT_OK;
	if (error == TEXT_OK)
		reminder->with = text;
	else
		value_refused(setting, text, error, errors);
}

/* A phone number that is shown in an emergency: digits, spaces, + and - only. */
void key_number(const config_setting_t *setting, const struct field *field, void *into,
		struct errors *errors)
{
	const char *text;
	if (value_text(setting, 0, (size_t)field->most, errors, &text) &&
	    text[strspn(text, "0123456789 +-")] != '\0')
		errors_at(errors, setting, "%s is not a number to call: write \"112\"",
			  quote(text).text);
}

bool key_is_time(const char *text)
{
	struct calendar time;
	return calendar_read(text, &time) == TEXT_OK;
}

bool key_is_range(const char *text)
{
	struct hours hours;
	return hours_read(text, &hours) == TEXT_OK;
}
