/* Print the day of a configuration, and the reminders that would never be shown, with a remedy. */
#include <string.h>

#include "cli/report/setup.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/foresee/forecast.h"
#include "core/foresee/limits_text.h"
#include "core/foresee/quiet.h"
#include "core/foresee/rings.h"
#include "core/policy/due.h"

enum { TEXT = 1024 };

/* The number of cards from sitting: "8 or 9". The others have a time. */
static void cards_say(struct forecast day, char out[PACE_SIZE])
{
	day.count = 0;
	forecast_pace(&day, say_translate, out);
}

static void cards_print(const struct setup *setup, const struct plan *plan)
{
	const struct current *current = &setup->current;
	char cards[PACE_SIZE], text[TEXT];
	struct forecast day, first;
	forecast_day(plan, &current->zone, current->now, false, &day);
	cards_say(day, cards);
	int length = strcmp(cards, "1") == 0
			     ? snprintf(text, sizeof(text), "%s", _("Your day: one desk card"))
			     : snprintf(text, sizeof(text), _("Your day: %s desk cards"), cards);
	if (plan->first_week_half && !current_setup_done(current)) {
		forecast_day(plan, &current->zone, current->now, true, &first);
		cards_say(first, cards);
		length += snprintf(text + length, sizeof(text) - (size_t)length,
				   _(" (first week %s)"), cards);
	}
	for (int i = 0; i < day.count && length < TEXT; i++) {
		struct civil at = zone_civil(&current->zone, day.cards[i].at);
		length += snprintf(text + length, sizeof(text) - (size_t)length, ", %s %02d:%02d",
				   plan->reminders[day.cards[i].reminder].name, at.hour, at.minute);
	}
	snprintf(text + length, sizeof(text) - (size_t)length, ".");
	lines_wrap(stdout, text, 0, 2);
}

/* A single time without its days, which do not change. */
static const char *clock_of(const char *times)
{
	const char *blank = strrchr(times, ' ');
	return blank && !strstr(times, ", ") ? blank + 1 : times;
}

/* "quiet 09:00-21:00, not 22:30-07:00; check-up 00:45, not 12:15" */
static void moves_print(const struct setup *setup)
{
	char text[SETUP_TEXT];
	int length = snprintf(text, sizeof(text), "%s", _("To fit your hours and evening:"));
	for (int i = 0; i < setup->move_count && length < SETUP_TEXT; i++) {
		const struct setup_move *move = &setup->moves[i];
		const char *name = strcmp(move->name, "quiet") == 0 ? _("quiet") : move->name;
		const char *is = move->is[0] ? clock_of(move->is) : _("none");
		length += snprintf(text + length, sizeof(text) - (size_t)length, "%s ",
				   i > 0 ? ";" : "");
		length += snprintf(text + length, sizeof(text) - (size_t)length, _("%s %s, not %s"),
				   name, is, clock_of(move->was));
	}
	if (setup->move_count > 0)
		lines_wrap(stdout, text, 0, 2);
}

/* Print what is undone of the water plan, and the quiet of the user's file that does not fit. */
static void taken_back_print(const struct setup *setup, const struct settings *settings)
{
	char text[TEXT];
	const char *between = "";
	int length = snprintf(text, sizeof(text), "%s", _("Taken back from the water plan:"));
	for (size_t i = 0; i < settings->count && length < TEXT; i++) {
		const struct config_change *change = &settings->list[i];
		if (change->value)
			continue;
		length += snprintf(text + length, sizeof(text) - (size_t)length, "%s %s.%s",
				   between, change->reminder, change->key);
		between = ",";
	}
	if (*between)
		lines_wrap(stdout, text, 0, 2);
	if (!setup->quiet_fits[0])
		return;
	snprintf(text, sizeof(text),
		 _("Your own quiet stays. To fit your hours and evening: limber set quiet=\"%s\""),
		 setup->quiet_fits);
	lines_wrap(stdout, text, 0, 2);
}

static void limits_print(const struct setup *setup, const struct plan *plan)
{
	const struct current *current = &setup->current;
	char limits[LIMITS_SAID][SENTENCE_SIZE];
	int count = limits_say(plan, &current->zone, current->now, say_translate, limits);
	for (int i = 0; i < count; i++)
		lines_wrap(stdout, limits[i], 0, 2);
}

/* ---- reminders without a card ---- */

bool setup_is_silent(const struct setup *setup, const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	for (int i = 0; i < reminder->item_count; i++)
		if (item_verdict(reminder->items[i], &plan->health, setup->current.today).ruling ==
		    RULING_FOR_YOU)
			return false;
	return reminder->item_count > 0;
}

static void silent_print(const struct plan *plan, uint64_t silent)
{
	char text[TEXT];
	int length = snprintf(text, sizeof(text), "%s", _("Silent, because of your answers:"));
	const char *between = "";
	for (int i = 0; i < plan->count && length < TEXT; i++) {
		if (!(silent >> i & 1))
			continue;
		length += snprintf(text + length, sizeof(text) - (size_t)length, "%s %s", between,
				   plan->reminders[i].name);
		between = ",";
	}
	if (length < TEXT)
		snprintf(text + length, sizeof(text) - (size_t)length, ". %s",
			 _("What is for you: limber catalogue"));
	if (silent)
		lines_wrap(stdout, text, 0, 2);
}

/* A calendar time that quiet covers: suggest another one. */
static void covered_print(const struct setup *setup, const struct plan *plan, int index)
{
	const struct current *current = &setup->current;
	const struct ranges *hours = &plan->hours, *quiet = plan_quiet(plan, index);
	const char *name = plan->reminders[index].name;
	char text[TEXT];
	struct realtime open = hours_open_from(hours->hours, hours->count, quiet->hours,
					       quiet->count, &current->zone, current->now);
	if (open.us == REALTIME_OPEN.us) {
		snprintf(text, sizeof(text),
			 _("%s never comes: quiet covers all its times, and your hours. Another "
			   "quiet: limber set quiet=09:00-16:00"),
			 name);
	} else {
		struct civil at = zone_civil(&current->zone, open);
		snprintf(text, sizeof(text),
			 _("%s never comes: quiet covers all its times. Another time: limber set "
			   "%s at=%02d:%02d"),
			 name, name, at.hour, at.minute);
	}
	lines_wrap(stdout, text, 0, 2);
}

/* An interval longer than the hours: suggest a shorter one. */
static void short_print(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	char text[TEXT], every[LENGTH_SIZE], sooner[LENGTH_SIZE];
	int minutes = quiet_longest(&plan->hours) / 2;
	usec fits = (minutes > 10 ? minutes - minutes % 5 : 5) * USEC_PER_MIN;
	length_say(reminder->every, every);
	length_print(fits < reminder->every ? fits : reminder->every / 2, sooner);
	snprintf(text, sizeof(text),
		 _("%s never comes: it is due after %s, which your hours do not hold. Sooner: "
		   "limber set %s every=%s"),
		 reminder->name, every, reminder->name, sooner);
	lines_wrap(stdout, text, 0, 2);
}

static void never_print(const struct setup *setup, const struct plan *plan)
{
	uint64_t rings = rings_of(plan, &setup->current.zone, setup->current.now), silent = 0;
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		bool lost = reminder->enabled && !(rings >> i & 1);
		if (!lost || (reminder->with >= 0 && !(rings >> reminder->with & 1)))
			continue;
		if (setup_is_silent(setup, plan, i))
			silent |= UINT64_C(1) << i;
		else if (reminder->trigger == TRIGGER_AT)
			covered_print(setup, plan, i);
		else
			short_print(plan, i);
	}
	silent_print(plan, silent);
}

void setup_day_print(const struct setup *setup, const struct settings *settings,
		     const struct config *config)
{
	const struct plan *plan = config_plan(config);
	cards_print(setup, plan);
	moves_print(setup);
	taken_back_print(setup, settings);
	limits_print(setup, plan);
	never_print(setup, plan);
	lines_wrap(stdout,
		   _("No better in two weeks, or cramps most weeks? See a doctor: limber warnings"),
		   0, 2);
}
