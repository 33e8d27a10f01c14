/*
 * One row a key. Types that only the configuration knows are read here; those of field.h are
 * shared with the catalogue.
 */
#include "config/keys.h"

#include <string.h>

#include "config/catalogue.h"
#include "config/draft.h"
#include "core/text.h"

/* A string that a reader of core/text.h refused. */
static void key_refused(const config_setting_t *setting, const char *text, enum text_error error,
			struct errors *errors)
{
	errors_at(errors, setting, "%s %s", quote(text).text, text_error_words(error));
}

/* A time of day, as a length after midnight. */
static void key_clock(const config_setting_t *setting, const struct field *field, void *into,
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
		key_refused(setting, text, error, errors);
}

/* A text of a reminder; the limit is one of memory, so it counts bytes. */
static void key_say(const config_setting_t *setting, const struct field *field, void *into,
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

static void key_hours(const config_setting_t *setting, const struct field *field, void *into,
		      struct errors *errors)
{
	struct plan *plan = &((struct draft *)into)->plan;
	const config_setting_t *elements[RANGES_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	if (count == 0)
		errors_at(errors, setting, "is empty: \"00:00-24:00\" means always");
	for (int i = 0; i < count; i++) {
		const char *text = config_setting_get_string(elements[i]);
		enum text_error error = hours_read(text, &plan->hours[i]);
		if (error != TEXT_OK)
			key_refused(elements[i], text, error, errors);
	}
	plan->hours_count = count;
}

static void key_at(const config_setting_t *setting, const struct field *field, void *into,
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
			key_refused(elements[i], text, error, errors);
	}
	reminder->at_count = count;
}

static const struct item *key_item(const config_setting_t *setting, struct errors *errors)
{
	const char *ids[64], *text = config_setting_get_string(setting);
	size_t count = 0;
	const struct item *item = catalogue_find(text);
	if (item)
		return item;
	for (; count < catalogue_count && count < sizeof(ids) / sizeof(ids[0]); count++)
		ids[count] = catalogue_items[count].id;
	errors_at(errors, setting, "%s is no item%s", quote(text).text,
		  hint_words(text, ids, count).text);
	return NULL;
}

/* An empty list is good: a layer may replace items by `say`. */
static void key_items(const config_setting_t *setting, const struct field *field, void *into,
		      struct errors *errors)
{
	struct reminder *reminder = &((struct draft_reminder *)into)->reminder;
	const config_setting_t *elements[DECK_MAX];
	int count = value_list(setting, (int)field->most, errors, elements);
	for (int i = 0; i < count; i++)
		reminder->items[i] = key_item(elements[i], errors);
	reminder->item_count = count;
}

/* Of what `every` counts: one word so far, so there is nothing to keep. */
static void key_of(const config_setting_t *setting, const struct field *field, void *into,
		   struct errors *errors)
{
	const char *text;
	(void)field;
	(void)into;
	if (value_text(setting, 0, NAME_MAX_CHARS, errors, &text) && strcmp(text, "sitting") != 0)
		errors_at(errors, setting, "%s cannot be counted: write \"sitting\"",
			  quote(text).text);
}

#define PLAN(member) offsetof(struct draft, plan.member)
#define REMINDER(member) offsetof(struct draft_reminder, reminder.member)

const struct field keys_plan[] = {
	{ "hours", key_hours, 0, 1, RANGES_MAX, .help = "when reminders of sitting may speak" },
	{ "gap", field_length, PLAN(gap), 0, USEC_PER_DAY, .help = "between two cards of sitting" },
	{ "day_starts", key_clock, PLAN(day_starts), 0, USEC_PER_DAY - USEC_PER_MIN,
	  .help = "when a day begins" },
	{ "still_sitting", field_length, PLAN(still_sitting), 10 * USEC_PER_SEC, USEC_PER_HOUR,
	  .help = "an absence no longer than this is sitting" },
	{ "pays_back", field_length, PLAN(pays_back), USEC_PER_MIN, USEC_PER_DAY,
	  .help = "an absence this long makes sitting zero" },
	{ "card_time", field_length, PLAN(card_time), 10 * USEC_PER_SEC, USEC_PER_HOUR,
	  .help = "how long a card stays" },
	{ "later", field_length, PLAN(later), USEC_PER_MIN, USEC_PER_DAY,
	  .help = "a snooze without a time" },
	{ "setup_done", field_bool, PLAN(setup_done), .help = "the cautions were read" },
	{ "reminders", draft_reminders, .help = "groups by name" },
	{ 0 },
};

const struct field keys_reminder[] = {
	{ "enabled", field_bool, REMINDER(enabled), .help = "whether it speaks at all" },
	{ "title", key_say, REMINDER(title), 0, SAY_MAX_BYTES, .help = "its own title" },
	{ "say", key_say, REMINDER(say), 0, SAY_MAX_BYTES, .help = "its own text" },
	{ "items", key_items, 0, 0, DECK_MAX, .help = "what it deals, in turn" },
	{ "every", field_length, REMINDER(every), USEC_PER_MIN, USEC_PER_DAY,
	  .help = "comes when this much was counted" },
	{ "of", key_of, .help = "what every counts" },
	{ "at", key_at, 0, 1, TIMES_MAX, .help = "comes at these times" },
	{ "valid", field_length, REMINDER(valid), USEC_PER_MIN, 30 * USEC_PER_DAY,
	  .help = "how long after its time it may still come" },
	{ 0 },
};
