/* Hours and bedtime: what people type is read by limberd's own checker, which says what is wrong;
 * what is kept and shown back is what was understood. */
#include <string.h>

#include "cli/report/ask.h"
#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/foresee/quiet.h"

static const char bedtime[] = "bedtime";

/* The configuration with one value; NULL, and why, where it is none. */
static struct config *value_try(struct setup *setup, const char *reminder, const char *key,
				const char *value, char why[SETUP_WHY])
{
	struct settings settings = { .count = 0 };
	struct config_errors errors = { 0 };
	settings_add(&settings, reminder, key, "%s", value);
	struct config *config =
		settings.lost ? NULL : current_try(&setup->current, &settings, &errors);
	if (!config)
		snprintf(why, SETUP_WHY, "%s",
			 errors.count > 0 ? errors.lines[0] : _("That is not an answer."));
	config_errors_finish(&errors);
	return config;
}

void setup_ranges_print(const struct ranges *ranges, char out[CURRENT_SIZE])
{
	int length = 0;
	out[0] = '\0';
	for (int i = 0; i < ranges->count && length < CURRENT_SIZE; i++) {
		char text[HOURS_SIZE];
		hours_print(&ranges->hours[i], text);
		length += snprintf(out + length, (size_t)(CURRENT_SIZE - length), "%s%s",
				   length ? ", " : "", text);
	}
}

void setup_at_print(const struct reminder *reminder, char out[CURRENT_SIZE])
{
	int length = 0;
	out[0] = '\0';
	for (int i = 0; i < reminder->at_count && length < CURRENT_SIZE; i++) {
		char text[CALENDAR_SIZE];
		calendar_print(&reminder->at[i], text);
		length += snprintf(out + length, (size_t)(CURRENT_SIZE - length), "%s%s",
				   length ? ", " : "", text);
	}
}

/* ---- hours ---- */

void setup_hours_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s", _("When do you sit? 9-5, Mon-Fri 9-17, 22-6:"));
}

void setup_hours_help(const struct setup *setup, int number)
{
	lines_wrap(stdout,
		   _("Desk cards come in these hours only, and only after you sat. Several, with "
		     "commas between: weekdays 9-12, 1pm-5pm, Sat 10-12. Nothing: at any time, but "
		     "for quiet."),
		   0, 0);
}

void setup_hours_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	if (setup->hours[0])
		snprintf(out, CURRENT_SIZE, "%s", setup->hours);
	else
		current_value(&setup->current, NULL, "hours", out);
}

bool setup_hours_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	struct config *config =
		value_try(setup, NULL, "hours", setup_is_none(text) ? "00:00-24:00" : text, why);
	if (!config)
		return false;
	setup->ranges = config_plan(config)->hours;
	setup_ranges_print(&setup->ranges, setup->hours);
	snprintf(setup->understood, sizeof(setup->understood), "%s", setup->hours);
	config_free(config);
	return true;
}

/* ---- bedtime ---- */

bool setup_bedtime_applies(const struct setup *setup)
{
	const struct reminder *reminder = setup_reminder(setup, bedtime);
	return reminder && reminder->trigger == TRIGGER_AT;
}

void setup_bedtime_text(const struct setup *setup, int number, char out[SETUP_TEXT])
{
	snprintf(out, SETUP_TEXT, "%s", _("When may the card before bed come? 9:30pm, or no:"));
}

void setup_bedtime_help(const struct setup *setup, int number)
{
	lines_wrap(
		stdout,
		_("One card with a stretch, on some evenings with relaxation, in the hour before "
		  "you sleep. Quiet begins later, where it would cover the card. No: no evening "
		  "card."),
		0, 0);
}

void setup_evening_fit(const struct ranges *hours, const struct calendar *time,
		       struct calendar *ret)
{
	int hour = 0, minute = 0;
	*ret = *time;
	if ((time->hours & (time->hours - 1)) != 0 || (time->minutes & (time->minutes - 1)) != 0)
		return;
	while (!(time->hours >> hour & 1))
		hour++;
	while (!(time->minutes >> minute & 1))
		minute++;
	int fits = quiet_evening(hours, hour * 60 + minute);
	ret->hours = UINT32_C(1) << fits / 60;
	ret->minutes = UINT64_C(1) << fits % 60;
}

/* What is offered goes with the hours that were just said. */
static void bedtime_offer(const struct setup *setup, const struct reminder *reminder,
			  char out[CURRENT_SIZE])
{
	struct reminder fitting = *reminder;
	const struct ranges *hours =
		setup->hours[0] ? &setup->ranges : &config_plan(setup->current.config)->hours;
	for (int i = 0; i < fitting.at_count; i++)
		setup_evening_fit(hours, &reminder->at[i], &fitting.at[i]);
	setup_at_print(&fitting, out);
}

void setup_bedtime_present(const struct setup *setup, char out[CURRENT_SIZE])
{
	const struct reminder *reminder = setup_reminder(setup, bedtime);
	if (setup->bedtime[0] && strcmp(setup->bedtime, "no") != 0)
		snprintf(out, CURRENT_SIZE, "%s", setup->bedtime);
	else if (reminder && !setup->bedtime[0] && (reminder->enabled || setup->plan == PLAN_NIGHT))
		bedtime_offer(setup, reminder, out);
	else
		snprintf(out, CURRENT_SIZE, "%s", _("no"));
}

bool setup_bedtime_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	if (setup_is_none(text)) {
		snprintf(setup->bedtime, sizeof(setup->bedtime), "no");
		return true;
	}
	struct config *config = value_try(setup, bedtime, "at", text, why);
	if (!config)
		return false;
	const struct plan *plan = config_plan(config);
	setup_at_print(&plan->reminders[plan_find(plan, bedtime)], setup->bedtime);
	snprintf(setup->understood, sizeof(setup->understood), "%s", setup->bedtime);
	config_free(config);
	return true;
}
