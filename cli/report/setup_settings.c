/*
 * What the answers make of the settings. Only what differs from what holds is set, and a ready plan
 * sets as little as it can: what is not set follows the defaults and the kinds of cramp.
 *
 * Each step sees the configuration that the steps before it made: kinds bring reminders, hours and
 * evening move quiet, and quiet moves the times that it would cover.
 */
#include <string.h>

#include "cli/report/cramps.h"
#include "cli/report/setup.h"
#include "core/foresee/quiet.h"
#include "core/foresee/rings.h"

#define BIT(index) (UINT32_C(1) << (index))

static const char bedtime[] = "bedtime", water[] = "water";

void setup_init(struct setup *ret, struct command *command)
{
	*ret = (struct setup){ .command = command };
	current_init(&ret->current, command);
	ret->kinds = current_health(&ret->current)->kinds;
	facts_now(&ret->current, ret->facts);
}

void setup_finish(struct setup *setup)
{
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

_Static_assert((int)WATER_KEYS <= (int)SETUP_UNSET_MAX, "each key may be unset");

static void water_plan(const struct setup *setup, struct settings *settings)
{
	for (size_t i = 0; i < WATER_KEYS; i++)
		if (setup_reminder(setup, water_keys[i].reminder))
			settings_add_new(setup, water_keys[i].reminder, water_keys[i].key,
					 water_keys[i].value, settings);
}

/* Whether a command has set it, in the file that commands write. */
static bool was_set(const struct config *config, const char *reminder, const char *key)
{
	const struct config_value *value = config_value_find(config, reminder, key);
	const char *file = value && value->is.file ? value->is.file : "",
		   *slash = strrchr(file, '/');
	return strcmp(slash ? slash + 1 : file, CHANGE_FILE) == 0;
}

int setup_unset(const struct setup *setup, struct setting_key keys[SETUP_UNSET_MAX])
{
	int count = 0;
	if ((setup->plan != PLAN_SIT && setup->plan != PLAN_NIGHT) || !setup->current.kept)
		return 0;
	for (size_t i = 0; i < WATER_KEYS; i++)
		if (was_set(setup->current.kept, water_keys[i].reminder, water_keys[i].key))
			keys[count++] =
				(struct setting_key){ water_keys[i].reminder, water_keys[i].key };
	return count;
}

/* The defaults in place of what will be unset, so that the day is that of the plan. */
static void unset_try(const struct setup *setup, struct settings *settings)
{
	struct setting_key keys[SETUP_UNSET_MAX];
	struct config *defaults = NULL;
	struct config_errors errors = { 0 };
	int count = setup_unset(setup, keys);
	if (count > 0)
		config_load(NULL, &defaults, &errors);
	for (int i = 0; i < count && defaults; i++) {
		char value[CURRENT_SIZE];
		config_value_say(defaults, keys[i].reminder, keys[i].key, value);
		settings_add(settings, keys[i].reminder, keys[i].key, "%s", value);
	}
	config_free(defaults);
	config_errors_finish(&errors);
}

/* ---- what the answers make, tried out ---- */

struct config *setup_try(struct setup *setup, const struct settings *settings,
			 struct config_errors *errors)
{
	struct settings tried = { .count = 0 };
	unset_try(setup, &tried);
	for (size_t i = 0; i < settings->count; i++)
		settings_add(&tried, settings->list[i].reminder, settings->list[i].key, "%s",
			     settings->list[i].value);
	return tried.lost ? NULL : current_try(&setup->current, &tried, errors);
}

/* The same, where errors are told at the end. */
static struct config *settings_try(struct setup *setup, const struct settings *settings)
{
	struct config_errors errors = { 0 };
	struct config *config = setup_try(setup, settings, &errors);
	config_errors_finish(&errors);
	return config;
}

static void move_note(struct setup *setup, const char *name, const char *was, const char *is)
{
	if (setup->move_count == SETUP_MOVES)
		return;
	struct setup_move *move = &setup->moves[setup->move_count++];
	snprintf(move->name, sizeof(move->name), "%s", name);
	snprintf(move->was, sizeof(move->was), "%s", was);
	snprintf(move->is, sizeof(move->is), "%s", is);
}

/* Switched off by a file or a command of the user's; kinds of cramp switch off, too, with reason.
 */
static bool switched_off(const struct config *config, const struct reminder *reminder)
{
	const struct config_value *value = config_value_find(config, reminder->name, "enabled");
	return !reminder->enabled && value && value->is.line > 0;
}

/* ---- the evening ---- */

static bool is_same_clock(const struct calendar *a, const struct calendar *b)
{
	return a->hours == b->hours && a->minutes == b->minutes && a->second == b->second;
}

/* Whether each of its times, on whatever days, is at that time of day. */
static bool is_all_at(const struct reminder *reminder, const struct calendar *clock)
{
	for (int i = 0; i < reminder->at_count; i++)
		if (!is_same_clock(&reminder->at[i], clock))
			return false;
	return reminder->trigger == TRIGGER_AT;
}

/* When the evening is before anybody says anything. */
static struct calendar evening_default(void)
{
	struct calendar time = calendar_at(DAYS_ALL, 0);
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	if (config_load(NULL, &config, &errors) == 0) {
		const struct plan *plan = config_plan(config);
		int index = plan_find(plan, bedtime);
		if (index >= 0)
			time = plan->reminders[index].at[0];
	}
	config_free(config);
	config_errors_finish(&errors);
	return time;
}

/* When the evening card is to come: as it was typed, to go with hours that were, or as it is. */
static struct evening evening_wanted(const struct setup *setup, const struct config *config,
				     const struct reminder *bed)
{
	const struct config_value *value = config_value_find(config, bed->name, "at");
	bool typed = value && value->is.line > 0 && !was_set(config, bed->name, "at");
	struct evening wanted = setup->evening;
	if (wanted.count > 0)
		return wanted;
	wanted.count = bed->at_count;
	for (int i = 0; i < bed->at_count; i++)
		wanted.at[i] = bed->at[i];
	for (int i = 0; i < bed->at_count && setup->hours[0] && !typed; i++)
		setup_evening_fit(&config_plan(config)->hours, &bed->at[i], &wanted.at[i]);
	return wanted;
}

/* The evening is one card: what comes with bedtime moves with it, and keeps its own days. */
static void evening_at(struct setup *setup, const struct config *config,
		       const struct reminder *reminder, const struct evening *wanted,
		       struct settings *settings)
{
	struct reminder moved = *reminder;
	char was[CURRENT_SIZE], is[CURRENT_SIZE];
	bool whole = strcmp(reminder->name, bedtime) == 0 ||
		     (reminder->at_count == 1 && reminder->at[0].weekdays == DAYS_ALL);
	moved.at_count = whole ? wanted->count : reminder->at_count;
	for (int i = 0; i < moved.at_count; i++) {
		const struct calendar *clock = &wanted->at[whole ? i : 0];
		moved.at[i] = whole ? *clock : reminder->at[i];
		moved.at[i].hours = clock->hours;
		moved.at[i].minutes = clock->minutes;
	}
	setup_at_print(reminder, was);
	setup_at_print(&moved, is);
	if (strcmp(was, is) != 0)
		settings_add(settings, reminder->name, "at", "%s", is);
	if (strcmp(was, is) != 0 && setup->evening.count == 0 &&
	    strcmp(reminder->name, bedtime) == 0)
		move_note(setup, reminder->name, was, is);
	if (setup->evening.count > 0 && switched_off(config, reminder))
		settings_add(settings, reminder->name, "enabled", "true");
}

static void evening_settings(struct setup *setup, struct settings *settings)
{
	struct config *config = settings_try(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	int index = plan ? plan_find(plan, bedtime) : -1;
	const struct reminder *bed = index >= 0 ? &plan->reminders[index] : NULL;
	if (bed && bed->trigger == TRIGGER_AT) {
		struct calendar usual = evening_default();
		struct evening wanted = evening_wanted(setup, config, bed);
		for (int i = 0; i < plan->count; i++) {
			const struct reminder *reminder = &plan->reminders[i];
			if (!is_all_at(reminder, &usual) && !is_all_at(reminder, &bed->at[0]) &&
			    i != index)
				continue;
			if (strcmp(setup->bedtime, "no") != 0)
				evening_at(setup, config, reminder, &wanted, settings);
			else if (reminder->enabled)
				settings_add(settings, reminder->name, "enabled", "false");
		}
	}
	config_free(config);
}

/* ---- quiet, and the times that it covers ---- */

enum { EVENINGS_MAX = 48 };

static int times_of(const struct calendar *time, int minutes[], int count)
{
	for (int hour = 0; hour < 24; hour++)
		for (int minute = 0; minute < 60 && count < EVENINGS_MAX; minute++)
			if (time->hours >> hour & 1 && time->minutes >> minute & 1)
				minutes[count++] = hour * 60 + minute;
	return count;
}

/* When the evening card comes, in minutes after midnight: bedtime, or what stands in for it. */
static int evenings_of(const struct plan *plan, int minutes[EVENINGS_MAX])
{
	int index = plan_find(plan, bedtime), count = 0;
	const struct reminder *bed = index < 0 ? NULL : &plan->reminders[index];
	for (int i = 0; bed && bed->at_count > 0 && i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		if (!reminder->enabled || (i != index && !is_all_at(reminder, &bed->at[0])))
			continue;
		for (int k = 0; k < reminder->at_count; k++)
			count = times_of(&reminder->at[k], minutes, count);
	}
	return count;
}

static void quiet_settings(struct setup *setup, struct settings *settings)
{
	int evenings[EVENINGS_MAX];
	char was[CURRENT_SIZE], is[CURRENT_SIZE];
	struct ranges quiet;
	struct config *config = settings_try(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	if (plan && quiet_moves(plan, evenings, evenings_of(plan, evenings), &quiet)) {
		setup_ranges_print(&plan->quiet, was);
		setup_ranges_print(&quiet, is);
		settings_add(settings, NULL, "quiet", "%s", is);
		move_note(setup, "quiet", was, is);
	}
	config_free(config);
}

/* True: one of its times is another one in *ret. */
static bool times_move(const struct plan *plan, const struct reminder *reminder,
		       struct reminder *ret)
{
	bool moves = false;
	*ret = *reminder;
	if (!reminder->enabled || reminder->trigger != TRIGGER_AT || reminder->with >= 0 ||
	    reminder->quiet.count > 0)
		return false;
	for (int i = 0; i < reminder->at_count; i++)
		moves = quiet_moves_time(plan, &reminder->at[i], &ret->at[i]) || moves;
	return moves;
}

static void times_settings(struct setup *setup, struct settings *settings)
{
	struct config *config = settings_try(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	for (int i = 0; plan && i < plan->count; i++) {
		char was[CURRENT_SIZE], is[CURRENT_SIZE];
		struct reminder moved;
		if (!times_move(plan, &plan->reminders[i], &moved))
			continue;
		setup_at_print(&plan->reminders[i], was);
		setup_at_print(&moved, is);
		settings_add(settings, moved.name, "at", "%s", is);
		move_note(setup, moved.name, was, is);
	}
	config_free(config);
}

/* ---- intervals that the hours do not hold ---- */

/* One of the built-in intervals, no answer silences it, and its card comes: but it never does. */
static bool is_too_long(const struct setup *setup, const struct plan *plan, int index,
			uint64_t rings)
{
	const struct reminder *reminder = &plan->reminders[index];
	bool hosted = reminder->with < 0 || rings >> reminder->with & 1;
	return reminder->enabled && reminder->every > 0 && !reminder->own && !reminder->set &&
	       hosted && !(rings >> index & 1) && !setup_is_silent(setup, plan, index);
}

static uint64_t rings_with(struct setup *setup, const struct settings *settings)
{
	struct config *config = settings_try(setup, settings);
	uint64_t rings =
		config ? rings_of(config_plan(config), &setup->current.zone, setup->current.now)
		       : 0;
	config_free(config);
	return rings;
}

/* The longest part of the hours after which it comes; none is set where none does. */
static bool interval_fit(struct setup *setup, const struct reminder *reminder, int index,
			 int minutes, struct settings *settings)
{
	enum { LEAST = 5, GRAIN = 5, PARTS = 6 };
	for (int part = 2; part <= PARTS; part++) {
		char was[LENGTH_SIZE], is[LENGTH_SIZE];
		int every = minutes / part - minutes / part % GRAIN;
		if (every < LEAST || every * USEC_PER_MIN >= reminder->every)
			continue;
		struct settings tried = *settings;
		length_print(every * USEC_PER_MIN, is);
		length_print(reminder->every, was);
		settings_add(&tried, reminder->name, "every", "%s", is);
		if (!(rings_with(setup, &tried) >> index & 1))
			continue;
		settings_add(settings, reminder->name, "every", "%s", is);
		move_note(setup, reminder->name, was, is);
		return true;
	}
	return false;
}

/* One of them; false: none is left that can be helped. */
static bool interval_settings_one(struct setup *setup, struct settings *settings)
{
	struct config *config = settings_try(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	uint64_t rings = plan ? rings_of(plan, &setup->current.zone, setup->current.now) : 0;
	bool fits = false;
	for (int i = 0; plan && i < plan->count && !fits; i++)
		fits = is_too_long(setup, plan, i, rings) &&
		       interval_fit(setup, &plan->reminders[i], i, quiet_longest(&plan->hours),
				    settings);
	config_free(config);
	return fits;
}

/* That of a host first: until its card comes no line of it does. */
static void interval_settings(struct setup *setup, struct settings *settings)
{
	int most = REMINDERS_MAX;
	while (most-- > 0 && interval_settings_one(setup, settings))
		;
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
	if (setup->hours[0])
		settings_add_new(setup, NULL, "hours", setup->hours, settings);
	if (setup->water_said)
		settings_add_new(setup, water, "enabled", setup->water ? "true" : "false",
				 settings);
	evening_settings(setup, settings);
	quiet_settings(setup, settings);
	times_settings(setup, settings);
	setup_facts_strain(setup, setup->facts);
	if (setup->facts_said || setup->strained)
		facts_add(settings, &setup->current, setup->facts, setup->facts_said);
	interval_settings(setup, settings);
}
