/* The sums for scripts: all numbers, those that are 0 too, so that each object has the same keys.
 */
#include "cli/report/sums.h"

static void outcomes_json(struct json *json, const int64_t *fields)
{
	json_open(json, "outcomes", '{');
	for (int i = OUTCOME_DONE; i < OUTCOME_COUNT; i++)
		json_number(json, outcome_word((enum outcome)i), fields[DAY_OUTCOMES + i]);
	json_close(json, '}');
}

static void hours_json(struct json *json, const int64_t *fields)
{
	json_open(json, "hours", '[');
	for (int hour = 0; hour < 24; hour++) {
		json_open(json, NULL, '{');
		json_number(json, "asked", fields[DAY_HOURS_ASKED + hour]);
		json_number(json, "taken", fields[DAY_HOURS_TAKEN + hour]);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void day_json(struct json *json, const struct day *day)
{
	static const struct {
		const char *key;
		enum day_field field;
	} members[] = {
		{ "unasked", DAY_UNASKED },     { "sitting_spans", DAY_SPANS },
		{ "sitting_seconds", DAY_SAT }, { "sitting_longest", DAY_LONGEST },
		{ "absences", DAY_ABSENCES },   { "away_seconds", DAY_AWAY },
		{ "drinks", DAY_DRINKS },       { "water_ml", DAY_WATER },
		{ "cramps", DAY_CRAMPS },       { "cramp_worst", DAY_CRAMP_WORST },
		{ "scores", DAY_SCORES },       { "score_sum", DAY_SCORE_SUM },
	};
	json_number(json, "asked", day_asked(day));
	json_number(json, "taken", day_taken(day));
	outcomes_json(json, day->fields);
	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		json_number(json, members[i].key, day->fields[members[i].field]);
	hours_json(json, day->fields);
}

void sums_json(FILE *out, const struct sums *sums)
{
	static const char *const units[] = { "day", "week", "month", "year" };
	struct json json = json_start(out);
	json_day(&json, "first", sums->first);
	json_day(&json, "last", sums->last);
	json_text(&json, "unit", units[sums->unit]);
	json_open(&json, "parts", '[');
	for (int i = 0; i < sums->count; i++) {
		json_open(&json, NULL, '{');
		json_day(&json, "first", sums->parts[i].first);
		json_day(&json, "last", sums->parts[i].last);
		day_json(&json, &sums->parts[i].day);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_open(&json, "all", '{');
	day_json(&json, &sums->all);
	json_close(&json, '}');
	json_finish(&json);
}
