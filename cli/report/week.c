/* limber week: the line of the week's last desk card, at any time. */
#include <errno.h>
#include <string.h>

#include "cli/report/current.h"
#include "cli/report/report.h"
#include "cli/report/sums.h"
#include "config/config.h"
#include "core/model/event.h"
#include "core/policy/due.h"
#include "core/words/week_text.h"

enum { WEEKS = 4 };

struct weeks {
	struct week week;
	int32_t today;
	bool ounces;
	struct day sums[WEEKS]; /* of this week, and of those before it */
};

static int weeks_read(struct store *store, struct weeks *weeks)
{
	int r = 0;
	for (int i = 0; i < WEEKS && r == 0; i++) {
		int32_t first = weeks->week.first - 7 * i;
		r = store_days_sum(store, first, first + 6, &weeks->sums[i]);
	}
	return r;
}

/* The reminder that counts the user's sitting, also without limberd; NULL: none. */
static const struct reminder *reminder_counted(const struct current *current)
{
	const struct plan *plan = config_plan(current->config);
	struct state state;
	state_init(&state, plan, &current->zone, (struct moment){ .real = current->now });
	int index = due_counted(plan, &state);
	return index == REMINDER_ANY ? NULL : &plan->reminders[index];
}

/* Of the last two whole weeks; the one that runs is whole from its last working day on. */
static bool offer_say(const struct weeks *weeks, const struct current *current,
		      char out[SENTENCE_SIZE])
{
	const struct reminder *reminder = reminder_counted(current);
	int last = weeks->today < weeks->week.ends ? 1 : 0;
	out[0] = '\0';
	return reminder && week_offer(reminder, weeks->week.first - 7 * last, &weeks->sums[last],
				      &weeks->sums[last + 1], say_translate, out);
}

/* This week beside the last one; the last one alone, as "last week" names the other one there. */
static void line_say(const struct weeks *weeks, int i, char out[SENTENCE_SIZE])
{
	static const struct day none;
	const struct day *before = i == 0 ? &weeks->sums[1] : &none;
	week_say(&weeks->sums[i], before, say_translate, out);
	week_diary_say(&weeks->sums[i], before, weeks->ounces, say_translate, out);
}

static void print(const struct weeks *weeks, const char *offer)
{
	static const char *const names[] = { N_("This week: {line}"), N_("Last week: {line}") };
	int shown = 0;
	for (int i = 0; i < 2 && shown == 0; i++) {
		char line[SENTENCE_SIZE], text[SENTENCE_SIZE + 32];
		line_say(weeks, i, line);
		if (!line[0] || weeks->sums[i].fields[DAY_ROWS] == 0)
			continue;
		words_fill(text, sizeof(text), _(names[i]), "line", line, NULL);
		say_wrapped("%s", text);
		shown++;
	}
	if (shown == 0)
		say_wrapped("%s",
			    _("Nothing was booked this week and last week. Older days: limber "
			      "stats year"));
	if (offer[0])
		say_wrapped("%s", offer);
}

static void print_json(const struct weeks *weeks, const char *offer)
{
	char line[SENTENCE_SIZE];
	struct json json = json_start(stdout);
	line_say(weeks, 0, line);
	json_day(&json, "first", weeks->week.first);
	json_day(&json, "last", weeks->week.first + 6);
	json_day(&json, "ends", weeks->week.ends);
	json_text(&json, "line", line);
	json_text(&json, "offer", offer);
	json_open(&json, "week", '{');
	day_json(&json, &weeks->sums[0]);
	json_close(&json, '}');
	json_open(&json, "before", '{');
	day_json(&json, &weeks->sums[1]);
	json_close(&json, '}');
	json_finish(&json);
}

static enum exit_code week_report(struct command *command, const struct current *current)
{
	HISTORY_OWNED history = { 0 };
	struct weeks weeks;
	char offer[SENTENCE_SIZE];
	const struct plan *plan = config_plan(current->config);
	weeks.today = zone_day(&current->zone, current->now, plan->day_starts);
	weeks.ounces = plan->ounces;
	weeks.week = week_of(plan, weeks.today);
	enum exit_code code = history_open(command, &history);
	if (code == EXIT_FINE)
		code = history_failed(command, &history, weeks_read(history.store, &weeks));
	if (code != EXIT_FINE)
		return code;
	(void)offer_say(&weeks, current, offer);
	if (command->json)
		print_json(&weeks, offer);
	else
		print(&weeks, offer);
	history_lacks(command);
	return EXIT_FINE;
}

enum exit_code report_week(struct command *command)
{
	struct current current;
	current_init(&current, command);
	enum exit_code code = current.config
				      ? week_report(command, &current)
				      : complain(command, EXIT_REFUSED, "%s", strerror(ENOMEM));
	current_finish(&current);
	return code;
}
