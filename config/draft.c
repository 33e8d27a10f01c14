/*
 * Reminders are groups by name, so that a later layer can change one key of one. Which of `every`
 * and `at` makes a reminder come is decided by layer, too: the last that has one of them wins.
 */
#include "config/draft.h"

#include <string.h>

#include "config/keys.h"
#include "core/text.h"

/* For an `at` without `valid`; design: "Validity". */
#define VALID_DEFAULT (90 * USEC_PER_MIN)

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
		errors_at(errors, group, "%s %s", quote(name).text, text_error_words(error));
		return NULL;
	}
	if (draft->count == REMINDERS_MAX) {
		errors_at(errors, group, "is one too many: at most %d reminders", REMINDERS_MAX);
		return NULL;
	}
	found = &draft->reminders[draft->count++];
	*found = (struct draft_reminder){
		.reminder = { .enabled = true, .title = "", .say = "", .valid = VALID_DEFAULT },
	};
	memcpy(found->reminder.name, name, strlen(name) + 1);
	return found;
}

static void trigger_choose(struct draft_reminder *reminder, const config_setting_t *group,
			   struct errors *errors)
{
	const config_setting_t *every = config_setting_get_member(group, "every");
	const config_setting_t *at = config_setting_get_member(group, "at");
	if (every && at)
		errors_at(errors, group, "has every and at: keep one of them");
	else if (every || at)
		reminder->reminder.trigger = at ? TRIGGER_AT : TRIGGER_SITTING;
	if (every || at)
		reminder->triggered = true;
}

/* A key that its trigger gives no meaning would be silently ignored. */
static void trigger_check(const struct draft_reminder *reminder, const config_setting_t *group,
			  struct errors *errors)
{
	bool at = reminder->reminder.trigger == TRIGGER_AT;
	const config_setting_t *lost = config_setting_get_member(group, at ? "of" : "valid");
	if (reminder->triggered && !reminder->faulty && lost)
		errors_at(errors, lost,
			  at ? "goes with every, and this reminder comes by at"
			     : "goes with at, and this reminder comes by every");
}

static void reminder_read(struct draft *draft, const config_setting_t *group, struct errors *errors)
{
	size_t before = errors->count + errors->left_out;
	struct draft_reminder *reminder = draft_reminder_of(draft, group, errors);
	if (!reminder)
		return;
	reminder->where = group;
	trigger_choose(reminder, group, errors);
	fields_read(group, keys_reminder, reminder, errors);
	trigger_check(reminder, group, errors);
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
	fields_read(root, keys_plan, draft, errors);
}

bool draft_complete(const struct draft_reminder *reminder)
{
	return reminder->triggered &&
	       (reminder->reminder.item_count > 0 || *reminder->reminder.say);
}

/* Something is switched off that is not there: most likely its name is mistyped. */
static void check_off(const struct draft *draft, const struct draft_reminder *reminder,
		      struct errors *errors)
{
	const char *names[REMINDERS_MAX], *name = reminder->reminder.name;
	size_t count = 0;
	for (int i = 0; i < draft->count; i++)
		if (draft_complete(&draft->reminders[i]))
			names[count++] = draft->reminders[i].reminder.name;
	const char *nearest = text_nearest(name, names, count);
	if (nearest)
		errors_at(errors, reminder->where,
			  "is switched off, but there is no such reminder; the nearest is \"%s\"",
			  nearest);
}

void draft_check(struct draft *draft, struct errors *errors)
{
	for (int i = 0; i < draft->count; i++) {
		const struct draft_reminder *reminder = &draft->reminders[i];
		if (reminder->faulty || draft_complete(reminder))
			continue;
		if (!reminder->reminder.enabled)
			check_off(draft, reminder, errors);
		else if (!reminder->triggered)
			errors_at(errors, reminder->where,
				  "never comes: write every = \"50min\" or at = \"12:30\"");
		else
			errors_at(errors, reminder->where,
				  "has nothing to say: write items or say");
	}
}
