/*
 * Move what does not fit the hours: the evening card, quiet, and the times that quiet would cover.
 * Each step starts from the configuration of the steps before it. Reminders that the user added and
 * values in the user's files are not changed.
 */
#include <string.h>

#include "cli/report/setup.h"
#include "cli/shared/say.h"
#include "core/foresee/quiet.h"

static const char bedtime[] = "bedtime";

void setup_move_note(struct setup *setup, const char *name, const char *was, const char *is)
{
	if (setup->move_count == SETUP_MOVES)
		return;
	struct setup_move *move = &setup->moves[setup->move_count++];
	snprintf(move->name, sizeof(move->name), "%s", name);
	snprintf(move->was, sizeof(move->was), "%s", was);
	snprintf(move->is, sizeof(move->is), "%s", is);
}

/* Switched off by a file or a command, not by a kind of cramp. */
static bool switched_off(const struct config *config, const struct reminder *reminder)
{
	const struct config_value *value = config_value_find(config, reminder->name, "enabled");
	return !reminder->enabled && value && value->is.line > 0;
}

/* Whether the user added the reminder, or set the key in a file: setup does not change it. */
static bool is_users(const struct setup *setup, const struct reminder *reminder, const char *key)
{
	const struct config *config = setup->current.kept;
	const char *name = reminder ? reminder->name : NULL;
	const struct config_value *value = config ? config_value_find(config, name, key) : NULL;
	return (reminder && reminder->own) ||
	       (value && value->is.line > 0 && !setup_was_set(config, name, key));
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

/* Whether a reminder belongs to the evening: bedtime, and built-in reminders at the same time. */
static bool is_evening(const struct setup *setup, const struct reminder *reminder,
		       const struct calendar *clock)
{
	return strcmp(reminder->name, bedtime) == 0 ||
	       (is_all_at(reminder, clock) && !is_users(setup, reminder, "at"));
}

/* The default time of the evening; `else_at` without one. */
static struct calendar evening_default(const struct setup *setup, struct calendar else_at)
{
	const struct plan *plan = setup->defaults ? config_plan(setup->defaults) : NULL;
	int index = plan ? plan_find(plan, bedtime) : -1;
	return index >= 0 ? plan->reminders[index].at[0] : else_at;
}

/* Fit a time of the evening to the hours. A time that a command set and that does not fit is
 * replaced by the default, fitted. */
static void evening_refit(const struct setup *setup, const struct config *config, bool by_command,
			  const struct calendar *at, struct calendar *ret)
{
	const struct ranges *hours = &config_plan(config)->hours;
	setup_evening_fit(hours, at, ret);
	if (by_command && !is_same_clock(at, ret)) {
		struct calendar usual = evening_default(setup, *at);
		setup_evening_fit(hours, &usual, ret);
	}
}

/* The times of the evening card: as answered, else the current ones fitted to the hours. */
static struct evening evening_wanted(const struct setup *setup, const struct config *config,
				     const struct reminder *bed)
{
	const struct config_value *value = config_value_find(config, bed->name, "at");
	bool by_command = setup_was_set(config, bed->name, "at");
	bool by_hand = value && value->is.line > 0 && !by_command;
	struct evening wanted = setup->evening;
	if (wanted.count > 0)
		return wanted;
	wanted.count = bed->at_count;
	for (int i = 0; i < bed->at_count; i++)
		wanted.at[i] = bed->at[i];
	for (int i = 0; i < bed->at_count && setup->hours[0] && !by_hand; i++)
		evening_refit(setup, config, by_command, &bed->at[i], &wanted.at[i]);
	return wanted;
}

/* Move a reminder of the evening to the time of bedtime, as they share a card; its days stay. */
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
	/* A time that was answered is not listed as moved. */
	if (strcmp(was, is) != 0 &&
	    (setup->evening.count == 0 || strcmp(reminder->name, bedtime) != 0))
		setup_move_note(setup, reminder->name, was, is);
	if (setup->evening.count > 0 && switched_off(config, reminder))
		settings_add(settings, reminder->name, "enabled", "true");
}

static void evening_off(struct setup *setup, const struct reminder *reminder,
			struct settings *settings)
{
	char was[CURRENT_SIZE];
	setup_at_print(reminder, was);
	if (reminder->enabled)
		settings_add(settings, reminder->name, "enabled", "false");
	if (reminder->enabled && strcmp(reminder->name, bedtime) != 0)
		setup_move_note(setup, reminder->name, was, _("off"));
}

static void evening_settings(struct setup *setup, struct settings *settings)
{
	struct config *config = setup_tried(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	int index = plan ? plan_find(plan, bedtime) : -1;
	const struct reminder *bed = index >= 0 ? &plan->reminders[index] : NULL;
	if (bed && bed->trigger == TRIGGER_AT) {
		struct calendar usual = evening_default(setup, bed->at[0]);
		struct evening wanted = evening_wanted(setup, config, bed);
		for (int i = 0; i < plan->count; i++) {
			const struct reminder *reminder = &plan->reminders[i];
			if (!is_evening(setup, reminder, &usual) &&
			    !is_evening(setup, reminder, &bed->at[0]))
				continue;
			if (strcmp(setup->bedtime, "no") != 0)
				evening_at(setup, config, reminder, &wanted, settings);
			else
				evening_off(setup, reminder, settings);
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

/* The times of the evening card in minutes after midnight. */
static int evenings_of(const struct setup *setup, const struct plan *plan,
		       int minutes[EVENINGS_MAX])
{
	int index = plan_find(plan, bedtime), count = 0;
	const struct reminder *bed = index < 0 ? NULL : &plan->reminders[index];
	for (int i = 0; bed && bed->at_count > 0 && i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		if (!reminder->enabled || !is_evening(setup, reminder, &bed->at[0]))
			continue;
		for (int k = 0; k < reminder->at_count; k++)
			count = times_of(&reminder->at[k], minutes, count);
	}
	return count;
}

/* Whether quiet is the default as setup fitted it to the previous hours and evening. */
static bool quiet_was_made(const struct setup *setup)
{
	const struct plan *plan = config_plan(setup->current.config);
	struct plan usual = *plan;
	char is[CURRENT_SIZE], made[CURRENT_SIZE];
	int evenings[EVENINGS_MAX], count = evenings_of(setup, plan, evenings);
	struct ranges moved;
	setup_ranges_print(&usual.quiet, is);
	usual.quiet = config_plan(setup->defaults)->quiet;
	setup_ranges_print(quiet_moves(&usual, evenings, count, &moved) ? &moved : &usual.quiet,
			   made);
	return strcmp(is, made) == 0;
}

/* The quiet that fits; false: the current one does. Quiet that setup fitted to other hours is
 * fitted again from the default. */
static bool quiet_fit(const struct setup *setup, const struct config *config, struct ranges *ret)
{
	const struct plan *plan = config_plan(config);
	struct plan usual = *plan;
	int evenings[EVENINGS_MAX], count = evenings_of(setup, plan, evenings);
	if (!quiet_moves(plan, evenings, count, ret))
		return false;
	if (!setup_was_set(config, NULL, "quiet") || !setup->defaults || !quiet_was_made(setup))
		return true;
	usual.quiet = config_plan(setup->defaults)->quiet;
	if (!quiet_moves(&usual, evenings, count, ret))
		*ret = usual.quiet;
	return true;
}

static void quiet_settings(struct setup *setup, struct settings *settings)
{
	char was[CURRENT_SIZE], is[CURRENT_SIZE];
	struct ranges quiet;
	struct config *config = setup_tried(setup, settings);
	bool users = config && is_users(setup, NULL, "quiet");
	setup->quiet_fits[0] = '\0';
	if (config && quiet_fit(setup, config, &quiet)) {
		setup_ranges_print(&config_plan(config)->quiet, was);
		setup_ranges_print(&quiet, is);
		if (!users)
			settings_add(settings, NULL, "quiet", "%s", is);
		if (!users)
			setup_move_note(setup, "quiet", was, is);
		else
			snprintf(setup->quiet_fits, sizeof(setup->quiet_fits), "%s", is);
	}
	config_free(config);
}

static const struct ranges *hours_before(const struct setup *setup)
{
	return &config_plan(setup->current.config)->hours;
}

static void reminder_times(const struct reminder *from, struct reminder *ret)
{
	ret->at_count = from->at_count;
	memcpy(ret->at, from->at, sizeof(ret->at));
}

/* The times of the kind of cramp or of the user's file, below those of a command. */
static void times_below(struct setup *setup, const struct config *config, const char *name,
			struct reminder *ret)
{
	struct settings settings = { .count = 0 };
	const struct config_value *value = config_value_find(config, name, "at");
	if (!value->was.value)
		return;
	settings_add(&settings, name, "at", "%s", value->was.value);
	struct config *below = setup_tried(setup, &settings);
	if (below) {
		const struct plan *plan = config_plan(below);
		reminder_times(&plan->reminders[plan_find(plan, name)], ret);
	}
	config_free(below);
}

/* Replace times that a command set, for other hours, by the default ones, moved if necessary. */
static void times_before(struct setup *setup, const struct config *config, int index,
			 struct reminder *ret)
{
	const struct plan *plan = config_plan(config);
	const struct reminder *now = &plan->reminders[index];
	const struct plan *usual = setup->defaults ? config_plan(setup->defaults) : NULL;
	int before = usual ? plan_find(usual, now->name) : -1;
	struct calendar moved;
	if (!setup_was_set(config, now->name, "at"))
		return;
	if (before >= 0)
		reminder_times(&usual->reminders[before], ret);
	else
		times_below(setup, config, now->name, ret);
	for (int i = 0; i < ret->at_count; i++) {
		if (quiet_moves_time(plan, hours_before(setup), &ret->at[i], &moved))
			ret->at[i] = moved;
	}
}

/* Move the times that quiet covers; true: one is moved. */
static bool times_move(const struct setup *setup, const struct plan *plan,
		       const struct reminder *reminder, struct reminder *ret)
{
	bool moves = false;
	*ret = *reminder;
	if (!reminder->enabled || reminder->trigger != TRIGGER_AT || reminder->with >= 0 ||
	    reminder->quiet.count > 0 || is_users(setup, reminder, "at"))
		return false;
	for (int i = 0; i < reminder->at_count; i++)
		moves = quiet_moves_time(plan, hours_before(setup), &reminder->at[i],
					 &ret->at[i]) ||
			moves;
	return moves;
}

static void times_settings(struct setup *setup, struct settings *settings)
{
	struct config *config = setup_tried(setup, settings);
	const struct plan *plan = config ? config_plan(config) : NULL;
	for (int i = 0; plan && i < plan->count; i++) {
		char was[CURRENT_SIZE], is[CURRENT_SIZE];
		struct reminder moved;
		if (!times_move(setup, plan, &plan->reminders[i], &moved))
			continue;
		times_before(setup, config, i, &moved);
		setup_at_print(&plan->reminders[i], was);
		setup_at_print(&moved, is);
		settings_add(settings, moved.name, "at", "%s", is);
		setup_move_note(setup, moved.name, was, is);
	}
	config_free(config);
}

void setup_fit_times(struct setup *setup, struct settings *settings)
{
	uint32_t kinds = current_health(&setup->current)->kinds;
	evening_settings(setup, settings);
	if (!setup->hours[0] && !setup->bedtime[0] && setup->kinds == kinds)
		return;
	quiet_settings(setup, settings);
	times_settings(setup, settings);
}
