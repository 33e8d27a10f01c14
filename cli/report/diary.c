/* Weeks end today: a check after a month sees all of it. */
#include "cli/report/diary.h"

#include <string.h>

#include "cli/report/history.h"
#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "config/config.h"

bool diary_is_for(const struct item *item)
{
	return strcmp(item->id, "physio-plan") == 0;
}

static int row_add(const struct record *row, void *user)
{
	diary_sum_add(user, row);
	return 0;
}

enum exit_code diary_weeks_read(struct command *command, const struct current *current,
				struct diary_sum *ret)
{
	HISTORY_OWNED history = { 0 };
	int32_t today = zone_day(&current->zone, current->now,
				 current->config ? config_plan(current->config)->day_starts : 0);
	const struct history_query query = { .first = today - DIARY_DAYS + 1,
					     .last = today,
					     .kinds = 1 << RECORD_CRAMP | 1 << RECORD_SCORE };
	*ret = diary_sum_begin(
		today, diary_night(current->now, zone_offset(&current->zone, current->now)));
	enum exit_code code = history_open(command, &history);
	if (code != EXIT_FINE || !history.store)
		return code;
	return history_failed(command, &history,
			      store_history(history.store, &query, row_add, ret));
}

static bool is_empty(const struct diary_sum *sum)
{
	for (int i = 0; i < DIARY_WEEKS; i++)
		if (sum->weeks[i].cramps > 0 || sum->weeks[i].scores > 0)
			return false;
	return true;
}

/* A number, "-" for none. */
static void cell(char out[16], bool known, int32_t number)
{
	snprintf(out, 16, "-");
	if (known)
		snprintf(out, 16, "%d", (int)number);
}

/* "24 Nov - 30 Nov" */
static void week_say(const struct diary_sum *sum, int week, char out[64])
{
	struct civil first = civil_of_day(sum->today - DIARY_WEEK * (week + 1) + 1);
	struct civil last = civil_of_day(sum->today - DIARY_WEEK * week);
	snprintf(out, 64, "%d %s - %d %s", first.day, _(month_short(first.month)), last.day,
		 _(month_short(last.month)));
}

static void row_print(FILE *out, const char *const cells[5])
{
	static const int widths[5] = { 17, 8, 9, 13, 12 };
	fputs("  ", out);
	for (int i = 0; i < 4; i++)
		lines_pad(out, cells[i], widths[i]);
	fprintf(out, "%s\n", cells[4]);
}

void diary_weeks_print(FILE *out, const struct diary_sum *sum)
{
	const char *const head[5] = { _("YOUR DIARY"), _("CRAMPS"), _("WORST"), _("NIGHTS WOKEN"),
				      _("DAY'S MEAN") };
	if (is_empty(sum)) {
		lines_indent(out,
			     _("Your diary has nothing of the last four weeks. To keep one: limber "
			       "cramp, limber how"),
			     2, 2);
		return;
	}
	row_print(out, head);
	for (int i = 0; i < DIARY_WEEKS; i++) {
		const struct diary_week *week = &sum->weeks[i];
		char days[64], cramps[16], worst[16], nights[16], mean[16];
		const char *const cells[5] = { days, cramps, worst, nights, mean };
		week_say(sum, i, days);
		cell(cramps, true, week->cramps);
		cell(worst, week->rated > 0, week->worst);
		cell(nights, true, week->nights);
		cell(mean, false, 0);
		if (week->scores > 0)
			snprintf(mean, sizeof(mean), "%.1f",
				 (double)week->score_sum / week->scores);
		row_print(out, cells);
	}
}

void diary_weeks_json(struct json *json, const struct diary_sum *sum)
{
	json_open(json, "weeks", '[');
	for (int i = 0; i < DIARY_WEEKS; i++) {
		const struct diary_week *week = &sum->weeks[i];
		json_open(json, NULL, '{');
		json_day(json, "first", sum->today - DIARY_WEEK * (i + 1) + 1);
		json_number(json, "cramps", week->cramps);
		if (week->rated > 0)
			json_number(json, "worst", week->worst);
		else
			json_null(json, "worst");
		json_number(json, "nights", week->nights);
		json_number(json, "scores", week->scores);
		json_number(json, "score_sum", week->score_sum);
		json_close(json, '}');
	}
	json_close(json, ']');
}
