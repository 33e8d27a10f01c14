/*
 * Reminders are groups by name, so that a later layer can change a single key. Which of `every`,
 * `at` and `on` triggers a reminder depends on the layers, too: the last one that has any of them
 * wins. So the keys of a reminder can be checked against each other only after the last layer.
 */
#include "config/draft_read.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "config/keys.h"
#include "config/layers.h"
#include "config/source.h"
#include "core/base/text.h"

#define WAIT_DEFAULT (10 * USEC_PER_MIN)
#define VALID_DEFAULT (90 * USEC_PER_MIN) /* design: "Validity" */
#define VALID_CHECK_IN (3 * USEC_PER_DAY)
#define REPEAT_BY_TRIGGER (-1) /* not set: depends on the trigger */
#define VALID_BY_TRIGGER (-1)

static struct draft_reminder *draft_find(struct draft *draft, const char *name)
{
	for (int i = 0; i < draft->count; i++)
		if (strcmp(draft->reminders[i].reminder.name, name) == 0)
			return &draft->reminders[i];
	return NULL;
}

/* Return the reminder of a group, adding it if it is new; NULL with an error line. */
static struct draft_reminder *draft_reminder_of(struct draft *draft, const config_setting_t *group,
						struct errors *errors)
{
	const char *name = config_setting_name(group);
	struct draft_reminder *found = draft_find(draft, name);
	if (found)
		return found;
	enum text_error error = name_read(name, strlen(name));
	if (error != TEXT_OK) {
		errors_at(errors, group, "%s %s", quote(name).text, _(text_error_words(error)));
		return NULL;
	}
	if (draft->count == REMINDERS_MAX) {
		errors_at(errors, group, "is one too many: at most %d reminders", REMINDERS_MAX);
		return NULL;
	}
	found = &draft->reminders[draft->count++];
	*found = (struct draft_reminder){
		.reminder = { .enabled = true, .title = "", .say = "", .with = -1 },
		.own = draft->own,
		.with = "",
	};
	found->reminder.wait = WAIT_DEFAULT;
	found->reminder.valid = VALID_BY_TRIGGER;
	found->reminder.repeat = REPEAT_BY_TRIGGER;
	memcpy(found->reminder.name, name, strlen(name) + 1);
	return found;
}

/* Report a group with more than one trigger. */
static void trigger_keys_check(const config_setting_t *group, struct errors *errors)
{
	const char *first = NULL;
	for (const struct field *key = keys_reminder; key->name; key++) {
		if (!key->triggers || !config_setting_get_member(group, key->name))
			continue;
		if (first)
			errors_at(errors, group, "has %s and %s: keep one of them", first,
				  key->name);
		first = key->name;
	}
}

static void reminder_read(struct draft *draft, const config_setting_t *group, struct errors *errors)
{
	size_t before = errors->count + errors->left_out;
	struct draft_reminder *reminder = draft_reminder_of(draft, group, errors);
	if (!reminder)
		return;
	reminder->where = group;
	reminder->built_in |= source_of(group)->built_in;
	trigger_keys_check(group, errors);
	fields_read(group, keys_reminder, reminder, reminder->given, errors);
	if (source_of(group)->built_in)
		reminder->usual = reminder->reminder.every;
	if (errors->count + errors->left_out > before)
		reminder->faulty = true;
}

void draft_reminders(const config_setting_t *setting, const struct field *field, void *into,
		     struct errors *errors)
{
	if (!config_setting_is_group(setting)) {
		errors_at(errors, setting, "must be a group: reminders : { NAME : { … }; };");
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *group = config_setting_get_elem(setting, (unsigned)i);
		if (config_setting_is_group(group))
			reminder_read(into, group, errors);
		else
			errors_at(errors, group, "must be a group: %.32s : { … };",
				  config_setting_name(group));
	}
}

void draft_misplaced(const config_setting_t *setting, const struct field *field, void *into,
		     struct errors *errors)
{
	const char *name = config_setting_name(setting);
	(void)field, (void)into;
	if (field_find(keys_reminder, name))
		errors_at(errors, setting,
			  "is a key of a reminder: write reminders : { desk : { %s = … }; };",
			  name);
	else if (config_setting_is_group(setting) && name_read(name, strlen(name)) == TEXT_OK)
		errors_at(errors, setting,
			  "belongs into reminders: write reminders : { %s : { … }; };", name);
}

void draft_add(struct draft *draft, const config_setting_t *root, struct errors *errors)
{
	fields_read(root, keys_plan, draft, draft->given, errors);
}

static int given_layer(const struct given *given)
{
	return given->is ? source_of(given->is)->layer : -1;
}

const struct field *draft_trigger_key(const struct draft_reminder *reminder, int below)
{
	const struct field *found = NULL;
	int last = -1;
	for (const struct field *key = keys_reminder; key->name; key++) {
		int layer = given_layer(&reminder->given[key - keys_reminder]);
		if (key->triggers && layer > last && layer < below) {
			found = key;
			last = layer;
		}
	}
	return found;
}

/* True if a reminder has a trigger, and items or a text. */
static bool draft_complete(const struct draft_reminder *reminder)
{
	return draft_trigger_key(reminder, INT_MAX) &&
	       (reminder->reminder.item_count > 0 || *reminder->reminder.say);
}

/* Return the complete reminder whose name an incomplete one probably mistypes; NULL: none. */
static const char *nearest_complete(const struct draft *draft,
				    const struct draft_reminder *reminder)
{
	const char *names[REMINDERS_MAX];
	size_t count = 0;
	for (int i = 0; i < draft->count; i++)
		if (draft_complete(&draft->reminders[i]))
			names[count++] = draft->reminders[i].reminder.name;
	return text_nearest(reminder->reminder.name, names, count);
}

static void check_complete(const struct draft *draft, const struct draft_reminder *reminder,
			   struct errors *errors)
{
	/* A change of a reminder of a kind of cramp that is off is not an error. */
	if (draft_complete(reminder) ||
	    (!reminder->built_in && kinds_define(reminder->reminder.name)))
		return;
	const char *nearest = nearest_complete(draft, reminder);
	char hint[NAME_SIZE + 100] = "";
	if (nearest)
		snprintf(hint, sizeof(hint), _("; the nearest name is \"%s\""), nearest);
	if (!reminder->reminder.enabled && nearest)
		errors_at(errors, reminder->where,
			  "is switched off, but there is no such reminder; the nearest is \"%s\"",
			  nearest);
	else if (reminder->reminder.enabled && !draft_trigger_key(reminder, INT_MAX))
		errors_at(errors, reminder->where,
			  "never comes: write every = \"50min\", at = \"12:30\" or on = "
			  "\"unlock\"%s",
			  hint);
	else if (reminder->reminder.enabled)
		errors_at(errors, reminder->where, "has nothing to say: write items or say%s",
			  hint);
}

/* "every", N_("at or on") */
static const char *trigger_words(uint8_t triggers)
{
	uint8_t by = triggers & (BY_EVERY | BY_AT | BY_ON);
	static const char *const words[] = {
		"",   "every",           "at",           N_("every or at"),
		"on", N_("every or on"), N_("at or on"), N_("anything")
	};
	return *words[by] ? _(words[by]) : "";
}

/*
 * Report keys that are not valid with the trigger, and would be ignored. Keys in layers below that
 * of the trigger are accepted: the trigger overrides them.
 */
static void check_meanings(const struct draft_reminder *reminder, const struct field *by,
			   struct errors *errors)
{
	int since = given_layer(&reminder->given[by - keys_reminder]);
	for (const struct field *key = keys_reminder; key->name; key++) {
		const struct given *given = &reminder->given[key - keys_reminder];
		if (key->triggers || !key->valid_with || key->valid_with & by->triggers ||
		    given_layer(given) < since)
			continue;
		errors_at(errors, given->is, "goes with %s, and this reminder comes by %s",
			  trigger_words(key->valid_with), by->name);
	}
}

uint8_t draft_triggers(const struct draft_reminder *reminder, const struct field *by)
{
	const struct item *first =
		reminder->reminder.item_count > 0 ? reminder->reminder.items[0] : NULL;
	uint8_t triggers = by ? by->triggers : 0;
	if (triggers == BY_AT && first && first->kind == KIND_CHECK_IN)
		triggers |= BY_CHECK_IN;
	return triggers;
}

/* Set the trigger, and reset what a different trigger in a layer below has set. */
static void trigger_choose(struct draft_reminder *draft, const struct field *by)
{
	struct reminder *reminder = &draft->reminder;
	if (by->triggers == BY_EVERY) {
		reminder->trigger = draft->of ? TRIGGER_CLOCK : TRIGGER_SITTING;
	} else {
		reminder->trigger = by->triggers == BY_AT ? TRIGGER_AT : TRIGGER_ON;
		reminder->every = 0;
		reminder->hours.count = 0;
		draft->with = "";
	}
	if (by->triggers != BY_AT)
		reminder->at_count = 0;
	if (by->triggers != BY_ON)
		reminder->after = 0;
	if (reminder->repeat == REPEAT_BY_TRIGGER)
		reminder->repeat = by->triggers == BY_AT;
	if (reminder->valid == VALID_BY_TRIGGER)
		reminder->valid =
			draft_triggers(draft, by) & BY_CHECK_IN ? VALID_CHECK_IN : VALID_DEFAULT;
}

static const struct given *given_with(const struct draft_reminder *joined)
{
	return &joined->given[field_find(keys_reminder, "with") - keys_reminder];
}

/* Report that `host` is joined to a card itself, at the later one of the two settings. */
static void refuse_chain(const struct draft_reminder *joined, const struct draft_reminder *host,
			 struct errors *errors)
{
	if (given_layer(given_with(joined)) >= given_layer(given_with(host)))
		errors_at(errors, given_with(joined)->is,
			  "%s has no card of its own, it is a line on that of %s",
			  quote(joined->with).text, quote(host->with).text);
	else
		errors_at(errors, given_with(host)->is,
			  "leaves no card to %s, which is a line on that of %s",
			  joined->reminder.name, host->reminder.name);
}

static void refuse_with(const struct draft *draft, const struct draft_reminder *joined,
			struct errors *errors)
{
	const char *names[REMINDERS_MAX];
	size_t count = 0;
	for (int i = 0; i < draft->count; i++)
		if (draft->reminders[i].placed && !*draft->reminders[i].with)
			names[count++] = draft->reminders[i].reminder.name;
	errors_at(errors, given_with(joined)->is, "%s is not a reminder%s",
		  quote(joined->with).text, hint_words(joined->with, names, count).text);
}

static void check_with(struct draft *draft, struct draft_reminder *joined, struct errors *errors)
{
	const struct draft_reminder *host = draft_find(draft, joined->with);
	if (host == joined)
		errors_at(errors, given_with(joined)->is,
			  "names the reminder itself: name another");
	else if (!host)
		refuse_with(draft, joined, errors);
	else if (*host->with)
		refuse_chain(joined, host, errors);
	joined->placed = host && host->placed;
}

/* Return the index in the plan of a reminder that is placed. */
static int draft_place(const struct draft *draft, const char *name)
{
	int place = 0;
	for (int i = 0; strcmp(draft->reminders[i].reminder.name, name) != 0; i++)
		place += draft->reminders[i].placed;
	return place;
}

static void check_one(const struct draft *draft, struct draft_reminder *reminder,
		      struct errors *errors)
{
	const struct field *by = draft_trigger_key(reminder, INT_MAX);
	if (by)
		trigger_choose(reminder, by);
	reminder->placed = draft_complete(reminder);
	reminder->reminder.own = !reminder->built_in;
	reminder->reminder.set = reminder->reminder.every != reminder->usual;
	if (by && !reminder->faulty)
		check_meanings(reminder, by, errors);
	if (!reminder->faulty)
		check_complete(draft, reminder, errors);
}

void draft_check(struct draft *draft, struct errors *errors)
{
	for (int i = 0; i < draft->count; i++)
		check_one(draft, &draft->reminders[i], errors);
	for (int i = 0; i < draft->count; i++) {
		struct draft_reminder *reminder = &draft->reminders[i];
		if (*reminder->with && reminder->placed && !reminder->faulty)
			check_with(draft, reminder, errors);
	}
	for (int i = 0; i < draft->count; i++) {
		struct draft_reminder *reminder = &draft->reminders[i];
		if (*reminder->with && reminder->placed && !reminder->faulty)
			reminder->reminder.with = draft_place(draft, reminder->with);
	}
}
