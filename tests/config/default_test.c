/* The plan of the default configuration, and of a file above it. */
#include "config/keys.h"
#include "tests/config/load_rows.h"

static void the_default(void **state)
{
	struct rows rows = rows_begin(state);
	struct config *config;
	char *lines = load("", 0, &config);
	const struct plan *plan = config_plan(config);
	row_check(&rows,
		  plan->hours.count == 1 && plan->hours.hours[0].from == 480 &&
			  plan->hours.hours[0].to == 1200 && plan->hours.hours[0].days == DAYS_ALL,
		  "hours");
	row_check(&rows, plan->gap == 30 * USEC_PER_MIN, "gap");
	row_check(&rows, plan->day_starts == 4 * USEC_PER_HOUR, "day_starts");
	row_check(&rows, plan->still_sitting == 8 * USEC_PER_MIN, "still_sitting");
	row_check(&rows, plan->pays_back == 10 * USEC_PER_MIN, "pays_back");
	row_check(&rows, plan->card_time == 2 * USEC_PER_MIN, "card_time");
	row_check(&rows, plan->later == 10 * USEC_PER_MIN, "later");
	row_check(&rows, !plan->setup_done, "setup_done");
	row_check(&rows, plan->safe_count == 3, "safe");
	row_check(&rows,
		  strcmp(plan->safe[0]->id, "walk-break") == 0 &&
			  strcmp(plan->safe[1]->id, "posture-shift") == 0 &&
			  strcmp(plan->safe[2]->id, "micro-pause") == 0,
		  "safe items");
	row_check(&rows, plan->count == 6, "count");
	const struct reminder *desk = &plan->reminders[0], *bedtime = &plan->reminders[2];
	row_check(&rows, strcmp(desk->name, "desk") == 0 && desk->enabled, "desk");
	row_check(&rows, desk->trigger == TRIGGER_SITTING && desk->every == 50 * USEC_PER_MIN,
		  "desk.every");
	row_check(&rows, desk->item_count == 8, "desk.items");
	row_check(&rows, strcmp(desk->items[1]->id, "hip-flexor-stretch") == 0, "desk.items[1]");
	char bedtime_at[CALENDAR_SIZE];
	calendar_print(&bedtime->at[0], bedtime_at);
	row_check(&rows, strcmp(bedtime->name, "bedtime") == 0 && bedtime->enabled, "bedtime");
	row_check(&rows,
		  bedtime->trigger == TRIGGER_AT && bedtime->at_count == 1 &&
			  calendar_daily(&bedtime->at[0]) && strcmp(bedtime_at, "21:30") == 0,
		  "bedtime.at");
	row_check(&rows, bedtime->valid == 90 * USEC_PER_MIN, "bedtime.valid");
	row_check(&rows, strcmp(bedtime->items[0]->id, "bedtime-stretch") == 0, "bedtime.items");
	row_check(&rows, plan->quiet.count == 1 && plan->quiet.hours[0].from == 22 * 60 + 30,
		  "quiet");
	row_check(&rows, plan->cap == 10 && plan->first_week_half && plan->back_off, "cap");
	row_check(&rows, plan->video == VIDEO_SITTING, "video");
	row_check(&rows,
		  plan->never_during == (NEVER_CALL | NEVER_AWAKE | NEVER_DND | NEVER_LOCKED),
		  "never_during");
	row_check(&rows, plan->awake_limit == 3 * USEC_PER_HOUR, "awake_limit");
	row_check(&rows, plan->after_return == 2 * USEC_PER_MIN, "after_return");
	row_check(&rows, !plan->sound && !plan->discreet, "sound, discreet");
	row_check(&rows, desk->wait == 10 * USEC_PER_MIN && desk->repeat == 0 && desk->most == 0,
		  "desk.wait");
	row_check(&rows, desk->with == -1 && desk->hours.count == 0 && desk->quiet.count == 0,
		  "desk.with");
	const struct reminder *check_up = &plan->reminders[3];
	row_check(&rows,
		  check_up->trigger == TRIGGER_AT && check_up->valid == 3 * USEC_PER_DAY &&
			  check_up->repeat == 1 && check_up->item_count == 1,
		  "check-up");
	const struct reminder *water = &plan->reminders[1];
	row_check(&rows, water->with == 0 && water->most == 6 && water->every == 90 * USEC_PER_MIN,
		  "water");
	row_check(&rows, bedtime->wait == 30 * USEC_PER_MIN && bedtime->repeat == 1,
		  "bedtime.wait");
	row_check(&rows, *bedtime->title == '\0' && *bedtime->say == '\0', "bedtime.say");
	rows_end(&rows);
	free(lines);
	config_free(config);
}

/* Users copy the built-in file: it has every key of the top level. */
static void the_default_names_all(void **state)
{
	struct rows rows = rows_begin(state);
	for (const struct field *key = keys_plan; key->name; key++) {
		char line[40];
		if (key->form == FORM_GROUP && strcmp(key->name, "reminders") != 0)
			continue; /* it has nobody's health facts and commands */
		snprintf(line, sizeof(line), "\n%s ", key->name);
		row_check(&rows, strstr(config_default_text, line), "%s", key->name);
	}
	rows_end(&rows);
}

static void layers(void **state)
{
	struct rows rows = rows_begin(state);
	struct config *config;
	static const char text[] =
		"gap = \"20min\"; setup_done = true; hours = [ \"Sat 09:00-10:00\", \"7:00-8:00\" "
		"];"
		"reminders : { desk : { at = [ \"10:00\", \"Mon..Fri 15:00\" ]; };"
		" bedtime : { enabled = false; }; water : { at = \"11:00\"; };"
		" tea : { every = \"2h\"; title = \"Tea\"; say = \"Grüner Tee\"; };"
		" half : { enabled = false; every = \"1h\"; }; };";
	char *lines = load(text, sizeof(text) - 1, &config);
	assert_string_equal(lines, "");
	const struct plan *plan = config_plan(config);
	row_check(&rows, plan->gap == 20 * USEC_PER_MIN && plan->setup_done, "changed keys");
	row_check(&rows, plan->later == 10 * USEC_PER_MIN, "other keys stay");
	row_check(&rows, plan->hours.count == 2 && plan->hours.hours[0].days == 1 << SATURDAY,
		  "a list "
		  "replaces a list");
	row_check(&rows, plan->count == 7, "an incomplete reminder that is off is left out");
	const struct reminder *desk = &plan->reminders[0], *tea = &plan->reminders[6];
	row_check(&rows, desk->trigger == TRIGGER_AT && desk->at_count == 2, "at defeats every");
	row_check(&rows, desk->valid == 90 * USEC_PER_MIN, "valid has a default");
	row_check(&rows, desk->item_count == 8, "items stay");
	row_check(&rows, plan->reminders[1].with == -1 && plan->reminders[1].every == 0,
		  "at leaves nothing of every");
	row_check(&rows, desk->every == 0 && desk->repeat == 1, "nor here");
	row_check(&rows, !plan->reminders[2].enabled, "off");
	row_check(&rows, plan->reminders[2].at_count == 1, "off, but all there");
	row_check(&rows, strcmp(tea->name, "tea") == 0 && tea->enabled, "a new one comes last");
	row_check(&rows, strcmp(tea->title, "Tea") == 0 && strcmp(tea->say, "Grüner Tee") == 0,
		  "strings");
	row_check(&rows, tea->item_count == 0 && tea->every == 2 * USEC_PER_HOUR, "tea");
	rows_end(&rows);
	free(lines);
	config_free(config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_default),
		cmocka_unit_test(the_default_names_all),
		cmocka_unit_test(layers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
