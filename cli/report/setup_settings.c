/*
 * What the answers make of the settings. Only what differs from what holds is set, and a ready plan
 * sets as little as it can: what is not set follows the defaults and the kinds of cramp.
 */
#include <string.h>

#include "cli/report/cramps.h"
#include "cli/report/setup.h"
#include "core/foresee/quiet.h"

#define BIT(index) (UINT32_C(1) << (index))

static const char water[] = "water";

void setup_init(struct setup *ret, struct command *command)
{
	*ret = (struct setup){ .command = command };
	struct config_errors errors = { 0 };
	current_init(&ret->current, command);
	config_load(NULL, &ret->defaults, &errors);
	config_errors_finish(&errors);
	ret->kinds = current_health(&ret->current)->kinds;
	facts_now(&ret->current, ret->facts);
}

void setup_finish(struct setup *setup)
{
	config_free(setup->defaults);
	current_finish(&setup->current);
}

const struct reminder *setup_reminder(const struct setup *setup, const char *name)
{
	const struct plan *plan = setup->current.config ? config_plan(setup->current.config) : NULL;
	int index = plan ? plan_find(plan, name) : -1;
	return index >= 0 ? &plan->reminders[index] : NULL;
}

static void settings_add_new(const struct setup *setup, const char *reminder, const char *key,
			     const char *value, struct settings *settings)
{
	char current[CURRENT_SIZE];
	current_value(&setup->current, reminder, key, current);
	if (strcmp(current, value) != 0)
		settings_add(settings, reminder, key, "%s", value);
}

/* ---- ready plans ---- */

/* All that the plan of water and standing up sets; another plan takes it back. */
static const struct {
	const char *reminder, *key, *value;
} water_keys[] = {
	{ "desk", "items", "walk-break, sit-stand-switch" },
	{ "water", "enabled", "true" },
	{ "water", "every", "45min" },
	{ "bedtime", "enabled", "false" },
	{ "check-up", "enabled", "false" },
	{ "shift", "enabled", "false" },
};

enum { WATER_KEYS = sizeof(water_keys) / sizeof(water_keys[0]) };

/* Hours shorter than that get an interval of their own: interval_fit(). */
static bool is_short(const struct setup *setup)
{
	enum { LEAST = 90 };
	return setup->hours[0] && quiet_longest(&setup->ranges) < LEAST;
}

static void water_plan(const struct setup *setup, struct settings *settings)
{
	for (size_t i = 0; i < WATER_KEYS; i++)
		if (setup_reminder(setup, water_keys[i].reminder) &&
		    !(strcmp(water_keys[i].key, "every") == 0 && is_short(setup)))
			settings_add_new(setup, water_keys[i].reminder, water_keys[i].key,
					 water_keys[i].value, settings);
}

bool setup_was_set(const struct config *config, const char *reminder, const char *key)
{
	const struct config_value *value = config_value_find(config, reminder, key);
	const char *file = value && value->is.file ? value->is.file : "",
		   *slash = strrchr(file, '/');
	return strcmp(slash ? slash + 1 : file, CHANGE_FILE) == 0;
}

/* Set by a command to the value of the plan. */
static bool is_of_water(const struct setup *setup, size_t index)
{
	const char *reminder = water_keys[index].reminder, *key = water_keys[index].key;
	char value[CURRENT_SIZE];
	if (!setup->current.kept || !setup_was_set(setup->current.kept, reminder, key))
		return false;
	config_value_say(setup->current.kept, reminder, key, value);
	return strcmp(value, water_keys[index].value) == 0;
}

bool setup_is_water(const struct setup *setup)
{
	size_t count = 0;
	for (size_t i = 0; i < WATER_KEYS; i++)
		count += is_of_water(setup, i);
	return count >= WATER_KEYS / 2;
}

/* An answer about where or when it cramps selects the questions, which are another plan. */
static void water_take_back(const struct setup *setup, struct settings *settings)
{
	bool said = setup->plan_said || command_given(setup->command, OPTION_WHERE) ||
		    command_given(setup->command, OPTION_WHEN);
	if (!said || setup->plan == PLAN_WATER || !setup_is_water(setup))
		return;
	for (size_t i = 0; i < WATER_KEYS; i++)
		if (is_of_water(setup, i))
			settings_unset(settings, water_keys[i].reminder, water_keys[i].key);
}

/* ---- what the answers make, tried out ---- */

/* What holds once a command's value is unset: that of the user's file, else the default. */
static void unset_try(const struct setup *setup, const struct config_change *change,
		      struct settings *tried)
{
	const struct config_value *now =
		config_value_find(setup->current.kept, change->reminder, change->key);
	char value[CURRENT_SIZE];
	if (now && now->was.value)
		snprintf(value, sizeof(value), "%s", now->was.value);
	else
		config_value_say(setup->defaults, change->reminder, change->key, value);
	settings_add(tried, change->reminder, change->key, "%s", value);
}

struct config *setup_try(struct setup *setup, const struct settings *settings,
			 struct config_errors *errors)
{
	struct settings tried = { .count = 0 };
	for (size_t i = 0; i < settings->count; i++) {
		const struct config_change *change = &settings->list[i];
		if (change->value)
			settings_add(&tried, change->reminder, change->key, "%s", change->value);
		else if (setup->defaults)
			unset_try(setup, change, &tried);
	}
	return tried.lost ? NULL : current_try(&setup->current, &tried, errors);
}

struct config *setup_tried(struct setup *setup, const struct settings *settings)
{
	struct config_errors errors = { 0 };
	struct config *config = setup_try(setup, settings, &errors);
	config_errors_finish(&errors);
	return config;
}

/* ---- all of it ---- */

void setup_warning_settings(struct setup *setup, struct settings *settings)
{
	settings_add_day(settings, "warning", setup->current.today);
	if (setup->facts_said)
		facts_add(settings, &setup->current, setup->facts, true);
}

void setup_settings(struct setup *setup, struct settings *settings)
{
	uint32_t kinds = setup->kinds ? setup->kinds : BIT(CRAMP_POSTURAL);
	setup->move_count = 0;
	if (kinds != current_health(&setup->current)->kinds)
		cramps_add(settings, kinds);
	if (setup->plan == PLAN_WATER)
		water_plan(setup, settings);
	water_take_back(setup, settings);
	if (setup->hours[0])
		settings_add_new(setup, NULL, "hours", setup->hours, settings);
	if (setup->water_said)
		settings_add_new(setup, water, "enabled", setup->water ? "true" : "false",
				 settings);
	setup_fit_times(setup, settings);
	setup_facts_strain(setup, setup->facts);
	if (setup->facts_said || setup->strained)
		facts_add(settings, &setup->current, setup->facts, setup->facts_said);
	setup_fit_intervals(setup, settings);
}
