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
static void cell(char out[64], bool known, int32_t number)
{
	snprintf(out, 64, "-");
	if (known)
		snprintf(out, 64, "%d", (int)number);
}

/* "24 Nov - 30 Nov" */
static void week_say(const struct diary_sum *sum, int week, char out[64])
{
	struct civil first = civil_of_day(sum->today - DIARY_WEEK * (week + 1) + 1);
	struct civil last = civil_of_day(sum->today - DIARY_WEEK * week);
	snprintf(out, 64, "%d %s - %d %s", first.day, _(month_short(first.month)), last.day,
		 _(month_short(last.month)));
}

enum { COLUMNS = 5, CELL = 64 };

static void week_cells(const struct diary_sum *sum, int number, char cells[COLUMNS][CELL])
{
	const struct diary_week *week = &sum->weeks[number];
	week_say(sum, number, cells[0]);
	cell(cells[1], true, week->cramps);
	cell(cells[2], week->rated > 0, week->worst);
	cell(cells[3], true, week->nights);
	cell(cells[4], false, 0);
	if (week->scores > 0)
		words_tenths((10 * (int64_t)week->score_sum + week->scores / 2) / week->scores,
			     say_translate, cells[4]);
}

static void table_print(FILE *out, char cells[][COLUMNS][CELL], int count)
{
	int widths[COLUMNS] = { 0 };
	for (int row = 0; row < count; row++)
		for (int i = 0; i < COLUMNS; i++)
			if (lines_width(cells[row][i]) > widths[i])
				widths[i] = lines_width(cells[row][i]);
	for (int row = 0; row < count; row++) {
		for (int i = 0; i < COLUMNS - 1; i++) {
			fputs("  ", out);
			lines_pad(out, cells[row][i], widths[i]);
		}
		fprintf(out, "  %s\n", cells[row][COLUMNS - 1]);
	}
}

void diary_weeks_print(FILE *out, const struct diary_sum *sum)
{
	const char *const head[COLUMNS] = { _("YOUR DIARY"), _("CRAMPS"), _("WORST"),
					    _("NIGHTS WOKEN"), _("DAY'S MEAN") };
	char cells[1 + DIARY_WEEKS][COLUMNS][CELL];
	if (is_empty(sum)) {
		lines_indent(out,
			     _("Your diary has nothing of the last four weeks. To keep one: limber "
			       "cramp, limber how"),
			     2, 2);
		return;
	}
	for (int i = 0; i < COLUMNS; i++)
		snprintf(cells[0][i], CELL, "%s", head[i]);
	for (int i = 0; i < DIARY_WEEKS; i++)
		week_cells(sum, i, cells[1 + i]);
	table_print(out, cells, 1 + DIARY_WEEKS);
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
