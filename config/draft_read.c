/*
 * Reminders are groups by name, so that a later layer can change one key of one. Which of `every`,
 * `at` and `on` makes a reminder come is decided by layer, too: the last that has one of them
 * wins. So what fits what can only be said after the last layer.
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
#define REPEAT_BY_COME (-1) /* not given: decided when it is known how it comes */
#define VALID_BY_COME (-1)

static struct draft_reminder *draft_find(struct draft *draft, const char *name)
{
	for (int i = 0; i < draft->count; i++)
		if (strcmp(draft->reminders[i].reminder.name, name) == 0)
			return &draft->reminders[i];
	return NULL;
}

/* The reminder of a group, a new one if need be; NULL with an error line. */
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
	found->reminder.valid = VALID_BY_COME;
	found->reminder.repeat = REPEAT_BY_COME;
	memcpy(found->reminder.name, name, strlen(name) + 1);
	return found;
}

/* Two keys of one group that make it come would leave it open how. */
static void come_check(const config_setting_t *group, struct errors *errors)
{
	const char *first = NULL;
	for (const struct field *key = keys_reminder; key->name; key++) {
		if (!key->makes || !config_setting_get_member(group, key->name))
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
	come_check(group, errors);
	fields_read(group, keys_reminder, reminder, reminder->given, errors);
	if (source_of(group)->built_in)
		reminder->usual = reminder->reminder.every;
	if (errors->count + errors->left_out > before)
		reminder->faulty = true;
}

void draft_reminders(const config_setting_t *setting, const struct field *field, void *into,
		     struct errors *errors)
{
	(void)field;
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

void draft_add(struct draft *draft, const config_setting_t *root, struct errors *errors)
{
	fields_read(root, keys_plan, draft, draft->given, errors);
}

static int given_layer(const struct given *given)
{
	return given->is ? source_of(given->is)->layer : -1;
}

const struct field *draft_comes(const struct draft_reminder *reminder, int below)
{
	const struct field *found = NULL;
	int last = -1;
	for (const struct field *key = keys_reminder; key->name; key++) {
		int layer = given_layer(&reminder->given[key - keys_reminder]);
		if (key->makes && layer > last && layer < below) {
			found = key;
			last = layer;
		}
	}
	return found;
}

/* Whether it has a time to come and something to say. */
static bool draft_complete(const struct draft_reminder *reminder)
{
	return draft_comes(reminder, INT_MAX) &&
	       (reminder->reminder.item_count > 0 || *reminder->reminder.say);
}

/* The reminder whose name was meant where one that is not whole has a mistyped one. */
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
	/* What a file changes of a kind's reminder waits while that kind is off. */
	if (draft_complete(reminder) ||
	    (!reminder->built_in && kinds_bring(reminder->reminder.name)))
		return;
	const char *nearest = nearest_complete(draft, reminder);
	char hint[NAME_SIZE + 100] = "";
	if (nearest)
		snprintf(hint, sizeof(hint), _("; the nearest name is \"%s\""), nearest);
	if (!reminder->reminder.enabled && nearest)
		errors_at(errors, reminder->where,
			  "is switched off, but there is no such reminder; the nearest is \"%s\"",
			  nearest);
	else if (reminder->reminder.enabled && !draft_comes(reminder, INT_MAX))
		errors_at(errors, reminder->where,
			  "never comes: write every = \"50min\", at = \"12:30\" or on = "
			  "\"unlock\"%s",
			  hint);
	else if (reminder->reminder.enabled)
		errors_at(errors, reminder->where, "has nothing to say: write items or say%s",
			  hint);
}

/* "every", N_("at or on") */
static const char *come_words(uint8_t come)
{
	uint8_t by = come & (COME_EVERY | COME_AT | COME_ON);
	static const char *const words[] = {
		"",   "every",           "at",           N_("every or at"),
		"on", N_("every or on"), N_("at or on"), N_("anything")
	};
	return *words[by] ? _(words[by]) : "";
}

/*
 * A key without a meaning would be ignored in silence. One from a layer below that which says how
 * the reminder comes is another matter: it lost its meaning there.
 */
static void check_meanings(const struct draft_reminder *reminder, const struct field *by,
			   struct errors *errors)
{
	int since = given_layer(&reminder->given[by - keys_reminder]);
	for (const struct field *key = keys_reminder; key->name; key++) {
		const struct given *given = &reminder->given[key - keys_reminder];
		if (key->makes || !key->goes || key->goes & by->makes || given_layer(given) < since)
			continue;
		errors_at(errors, given->is, "goes with %s, and this reminder comes by %s",
			  come_words(key->goes), by->name);
	}
}

uint8_t draft_come(const struct draft_reminder *reminder, const struct field *by)
{
	const struct item *first =
		reminder->reminder.item_count > 0 ? reminder->reminder.items[0] : NULL;
	uint8_t come = by ? by->makes : 0;
	if (come == COME_AT && first && first->kind == KIND_CHECK_IN)
		come |= COME_CHECK_IN;
	return come;
}

/* What it comes by, and nothing left of what it came by in a layer below. */
static void come_choose(struct draft_reminder *draft, const struct field *by)
{
	struct reminder *reminder = &draft->reminder;
	if (by->makes == COME_EVERY) {
		reminder->trigger = draft->of ? TRIGGER_CLOCK : TRIGGER_SITTING;
	} else {
		reminder->trigger = by->makes == COME_AT ? TRIGGER_AT : TRIGGER_ON;
		reminder->every = 0;
		reminder->hours.count = 0;
		draft->with = "";
	}
	if (by->makes != COME_AT)
		reminder->at_count = 0;
	if (by->makes != COME_ON)
		reminder->after = 0;
	if (reminder->repeat == REPEAT_BY_COME)
		reminder->repeat = by->makes == COME_AT;
	if (reminder->valid == VALID_BY_COME)
		reminder->valid =
			draft_come(draft, by) & COME_CHECK_IN ? VALID_CHECK_IN : VALID_DEFAULT;
}

static const struct given *given_with(const struct draft_reminder *rider)
{
	return &rider->given[field_find(keys_reminder, "with") - keys_reminder];
}

/* The reminder on whose card it is a line is one, too: the later of the two lines is at fault. */
static void refuse_chain(const struct draft_reminder *rider, const struct draft_reminder *on,
			 struct errors *errors)
{
	if (given_layer(given_with(rider)) >= given_layer(given_with(on)))
		errors_at(errors, given_with(rider)->is,
			  "%s has no card of its own, it is a line on that of %s",
			  quote(rider->with).text, quote(on->with).text);
	else
		errors_at(errors, given_with(on)->is,
			  "leaves no card to %s, which is a line on that of %s",
			  rider->reminder.name, on->reminder.name);
}

static void refuse_with(const struct draft *draft, const struct draft_reminder *rider,
			struct errors *errors)
{
	const char *names[REMINDERS_MAX];
	size_t count = 0;
	for (int i = 0; i < draft->count; i++)
		if (draft->reminders[i].placed && !*draft->reminders[i].with)
			names[count++] = draft->reminders[i].reminder.name;
	errors_at(errors, given_with(rider)->is, "%s is no reminder%s", quote(rider->with).text,
		  hint_words(rider->with, names, count).text);
}

static void check_with(struct draft *draft, struct draft_reminder *rider, struct errors *errors)
{
	const struct draft_reminder *on = draft_find(draft, rider->with);
	if (on == rider)
		errors_at(errors, given_with(rider)->is, "names the reminder itself: name another");
	else if (!on)
		refuse_with(draft, rider, errors);
	else if (*on->with)
		refuse_chain(rider, on, errors);
	rider->placed = on && on->placed;
}

/* The place in the plan of one that has one. */
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
	const struct field *by = draft_comes(reminder, INT_MAX);
	if (by)
		come_choose(reminder, by);
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
