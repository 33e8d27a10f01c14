/* Questions 3 and 4: hours and bedtime. The checker of limberd reads the answers and names errors;
 * the answer as it was read is stored, and shown to the user. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/report/ask.h"
#include "cli/report/setup.h"
#include "cli/report/setup_plain.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/foresee/quiet.h"

static const char bedtime[] = "bedtime";

/* An error line without its key, as in "reminders.bedtime.at: ", which the user did not type. */
static const char *without_key(const char *line, const char *key)
{
	const char *colon = strstr(line, ": ");
	size_t length = strlen(key);
	bool is = colon && (size_t)(colon - line) >= length &&
		  strncmp(colon - length, key, length) == 0;
	return is ? colon + 2 : line;
}

/* The configuration with one more value; NULL, and `why`, if the value is invalid. */
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
			 errors.count > 0 ? without_key(errors.lines[0], key)
					  : _("That is not an answer."));
	config_errors_finish(&errors);
	return config;
}

void setup_ranges_print(const struct ranges *ranges, char out[CURRENT_SIZE])
{
	out[0] = '\0';
	for (int i = 0; i < ranges->count; i++) {
		char text[HOURS_SIZE];
		hours_print(&ranges->hours[i], text);
		say_list(out, CURRENT_SIZE, text);
	}
}

void setup_at_print(const struct reminder *reminder, char out[CURRENT_SIZE])
{
	out[0] = '\0';
	for (int i = 0; i < reminder->at_count; i++) {
		char text[CALENDAR_SIZE];
		calendar_print(&reminder->at[i], text);
		say_list(out, CURRENT_SIZE, text);
	}
}

/* ---- hours ---- */

void setup_hours_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
{
	if (setup->hours[0])
		snprintf(out, CURRENT_SIZE, "%s", setup->hours);
	else
		current_value(&setup->current, NULL, "hours", out);
}

/* Whether an answer stands for all hours. */
static bool is_any(const char *text)
{
	static const char *const words[] = { "always", "any", "any time", "all day", "immer" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	return setup_is_none(text);
}

/* "8-12, 1-5": without a colon, the later ranges are read as afternoon. */
static void afternoon(const char *text, struct ranges *ranges)
{
	enum { HALF = 12 * 60 };
	struct hours *range = ranges->hours;
	if (strchr(text, ':'))
		return;
	for (int i = 1; i < ranges->count; i++) {
		bool later = range[i].days == range[i - 1].days &&
			     range[i - 1].from < range[i - 1].to && range[i].from < range[i].to &&
			     range[i].to <= range[i - 1].from &&
			     range[i].from + HALF >= range[i - 1].to;
		range[i].from = (int16_t)(range[i].from + (later ? HALF : 0));
		range[i].to = (int16_t)(range[i].to + (later ? HALF : 0));
	}
}

bool setup_hours_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	char plain[TIMES_PLAIN];
	times_plain(text, say_translate, plain);
	struct config *config =
		value_try(setup, NULL, "hours", is_any(text) ? "00:00-24:00" : plain, why);
	if (!config)
		return false;
	setup->ranges = config_plan(config)->hours;
	afternoon(plain, &setup->ranges);
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

static const struct ranges *hours_of(const struct setup *setup)
{
	return setup->hours[0] ? &setup->ranges : &config_plan(setup->current.config)->hours;
}

/* The evening times that fit the hours just answered. */
static void bedtime_offer(const struct setup *setup, const struct reminder *reminder,
			  char out[CURRENT_SIZE])
{
	struct reminder fitting = *reminder;
	const struct ranges *hours = hours_of(setup);
	for (int i = 0; i < fitting.at_count; i++)
		setup_evening_fit(hours, &reminder->at[i], &fitting.at[i]);
	setup_at_print(&fitting, out);
}

void setup_bedtime_present(const struct setup *setup, int number, char out[CURRENT_SIZE])
{
	const struct reminder *reminder = setup_reminder(setup, bedtime);
	if (setup->bedtime[0] && strcmp(setup->bedtime, "no") != 0)
		snprintf(out, CURRENT_SIZE, "%s", setup->bedtime);
	else if (reminder && !setup->bedtime[0] && (reminder->enabled || setup->plan == PLAN_NIGHT))
		bedtime_offer(setup, reminder, out);
	else
		snprintf(out, CURRENT_SIZE, "%s", _("no"));
}

/* Whether a time is in the hours or too shortly before them for a bedtime. */
static bool is_busy(const struct setup *setup, const struct calendar *time)
{
	struct calendar fits;
	setup_evening_fit(hours_of(setup), time, &fits);
	return fits.hours != time->hours || fits.minutes != time->minutes;
}

/* A bare hour is read as evening, "10", or after midnight, "1". */
static void evening_hour(char text[TIMES_PLAIN])
{
	enum { MORNING = 5, HALF = 12, DAY = 24 };
	size_t digits = strspn(text, "0123456789");
	int hour = atoi(text);
	if (digits == 0 || digits > 2 || text[digits] || hour > DAY)
		return;
	hour = hour % DAY + (hour >= MORNING && hour < HALF ? HALF : 0);
	snprintf(text, TIMES_PLAIN, "%02d:00", hour);
}

bool setup_bedtime_take(struct setup *setup, int number, const char *text, char why[SETUP_WHY])
{
	if (setup_is_none(text)) {
		snprintf(setup->bedtime, sizeof(setup->bedtime), "no");
		setup->evening.count = 0;
		return true;
	}
	char plain[TIMES_PLAIN];
	times_plain(text, say_translate, plain);
	evening_hour(plain);
	struct config *config = value_try(setup, bedtime, "at", plain, why);
	if (!config)
		return false;
	const struct plan *plan = config_plan(config);
	const struct reminder *reminder = &plan->reminders[plan_find(plan, bedtime)];
	setup->evening.count = reminder->at_count;
	memcpy(setup->evening.at, reminder->at, sizeof(setup->evening.at));
	setup_at_print(reminder, setup->bedtime);
	bool busy = is_busy(setup, &reminder->at[0]);
	snprintf(setup->understood, sizeof(setup->understood),
		 busy ? _("%s, in or just before your hours; back: another time") : "%s",
		 setup->bedtime);
	config_free(config);
	return true;
}
