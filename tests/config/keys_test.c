/*
 * The key table agrees with the built-in file, the defaults of a reminder and the printed form. Two
 * plans are equal if they print the same text, so printing is tested first, with plans that differ
 * in one key each.
 */
#include "config/draft.h"
#include "config/keys.h"
#include "tests/config/load_rows.h"

static char *print(const struct config *config)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	assert_non_null(stream);
	config_print(config, stream);
	assert_int_equal(fclose(stream), 0);
	return text;
}

static struct config *load_good(const char *text)
{
	struct config *config;
	char *lines = load(text, strlen(text), &config);
	assert_string_equal(lines, "");
	free(lines);
	return config;
}

static bool same_ranges(const struct ranges *a, const struct ranges *b)
{
	bool same = a->count == b->count;
	for (int i = 0; i < a->count && same; i++)
		same = a->hours[i].days == b->hours[i].days &&
		       a->hours[i].from == b->hours[i].from && a->hours[i].to == b->hours[i].to;
	return same;
}

static bool same_times(const struct reminder *a, const struct reminder *b)
{
	char x[CALENDAR_SIZE], y[CALENDAR_SIZE];
	bool same = a->at_count == b->at_count;
	for (int i = 0; i < a->at_count && same; i++) {
		calendar_print(&a->at[i], x);
		calendar_print(&b->at[i], y);
		same = strcmp(x, y) == 0;
	}
	return same;
}

static bool same_reminder(const struct reminder *a, const struct reminder *b)
{
	return strcmp(a->name, b->name) == 0 && a->enabled == b->enabled &&
	       a->trigger == b->trigger && a->on == b->on && strcmp(a->title, b->title) == 0 &&
	       strcmp(a->say, b->say) == 0 && a->every == b->every && same_times(a, b) &&
	       a->after == b->after && a->wait == b->wait &&
	       (a->trigger <= TRIGGER_CLOCK || a->valid == b->valid) && a->repeat == b->repeat &&
	       a->insist == b->insist && a->most == b->most && a->with == b->with &&
	       a->own == b->own && a->set == b->set && same_ranges(&a->hours, &b->hours) &&
	       same_ranges(&a->quiet, &b->quiet) && a->sound == b->sound &&
	       a->discreet == b->discreet && a->cues == b->cues && a->pictures == b->pictures &&
	       a->item_count == b->item_count &&
	       memcmp(a->items, b->items, (size_t)a->item_count * sizeof(const struct item *)) == 0;
}

static bool same_plan(const struct plan *a, const struct plan *b)
{
	bool same = same_ranges(&a->hours, &b->hours) && same_ranges(&a->quiet, &b->quiet) &&
		    a->gap == b->gap && a->cap == b->cap &&
		    a->first_week_half == b->first_week_half && a->back_off == b->back_off &&
		    a->day_starts == b->day_starts && a->still_sitting == b->still_sitting &&
		    a->pays_back == b->pays_back && a->video == b->video &&
		    a->never_during == b->never_during && a->awake_limit == b->awake_limit &&
		    a->after_return == b->after_return && a->sound == b->sound &&
		    a->discreet == b->discreet && a->cues == b->cues &&
		    a->pictures == b->pictures && a->tray_minutes == b->tray_minutes &&
		    a->keep == b->keep && a->card_time == b->card_time && a->later == b->later &&
		    a->setup_done == b->setup_done &&
		    memcmp(&a->health, &b->health, sizeof(a->health)) == 0 && a->count == b->count;
	for (int i = 0; i < a->count && same; i++)
		same = same_reminder(&a->reminders[i], &b->reminders[i]);
	return same;
}

#define NEW(keys) ("reminders : { new : { " keys " }; };")

/* Each changes something, and is loaded from its printed form unchanged. */
static const char *const configurations[] = {
	"hours = [ \"Mon..Fri 08:00-12:00\", \"13:00-17:00\" ];",
	"quiet = [ ];",
	"quiet = [ \"Fri,Sat 23:30-09:00\", \"Mon 21:00-07:00\" ];",
	"keep = \"2years\";",
	"gap = \"0\";",
	"cap = 3;",
	"first_week = \"full\";",
	"back_off = false;",
	"day_starts = \"3:30\";",
	"still_sitting = \"90s\";",
	"pays_back = \"1h30\";",
	"video = \"away\";",
	"video = \"frozen\";",
	"never_during = [ ];",
	"never_during = \"locked\";",
	"never_during = [ \"call\", \"fullscreen\" ];",
	"awake_limit = \"1h\";",
	"after_return = \"0\";",
	"sound = true;",
	"cues = \"voice\";",
	"card_time = \"10s\";",
	"later = \"7min\";",
	"discreet = true;",
	"pictures = \"dark\";",
	"tray = \"minutes\";",
	"reminders : { water : { sound = true; discreet = false; pictures = \"light\"; }; };",
	"setup_done = true;",
	"health : { kidney = true; acute = \"2026-11-22\"; };",
	"health_asked = \"2026-11-22\";",
	"kinds = [ \"chronic\", \"nocturnal\" ];",
	"agreed = [ \"walk-break\", \"warm-bath\" ];",
	"cleared = [ \"referred\", \"spinal\" ];",
	"warning = \"2026-11-24\";",
	"reminders : { water : { cues = \"off\"; }; };",
	"reminders : { desk : { enabled = false; }; };",
	"reminders : { desk : { at = [ \"10:00\", \"Mon,Wed 15:00\" ]; }; };",
	"reminders : { desk : { enabled = false; items = [ ]; }; };",
	"reminders : { bedtime : { every = \"2h\"; of = \"clock\"; }; };",
	"reminders : { bedtime : { on = \"login\"; }; };",
	"reminders : { water : { with = \"bedtime\"; most = 0; }; };",
	"reminders : { water : { with = \"\"; }; };",
	"reminders : { water : { at = \"10:00\"; }; };",
	"reminders : { water : { hours = \"9:00-10:00\"; quiet = [ \"12:00-13:00\" ]; }; };",
	NEW("every = \"1h\"; say = \"Quote \\\" back \\\\ Grüß\"; title = \"T\";"),
	NEW("every = \"1h\"; of = \"clock\"; items = \"walk-break\"; wait = \"0\"; repeat = 2;"),
	NEW("at = \"0:00\"; say = \"x\"; repeat = 0; valid = \"3days\"; most = 1;"),
	NEW("at = \"0:00\"; say = \"x\"; repeat = 0; insist = true;"),
	NEW("at = \"0:00\"; say = \"x\"; days = \"acute 0..3\";"),
	NEW("at = \"0:00\"; say = \"x\"; days = \"op 14\";"),
	NEW("on = \"unlock\"; after = \"20min\"; valid = \"5min\"; say = \"x\";"),
	NEW("on = \"workout\"; say = \"x\"; enabled = false;"),
};

static void round_trip(void **state)
{
	struct rows rows = rows_begin(state);
	struct config *built_in = load_good("");
	for (size_t i = 0; i < ROWS(configurations); i++) {
		struct config *config = load_good(configurations[i]);
		char *text = print(config), *lines;
		struct config *again;
		row_check(&rows, !same_plan(config_plan(config), config_plan(built_in)),
			  "%s changes nothing", configurations[i]);
		lines = load(text, strlen(text), &again);
		row_check(&rows, again && same_plan(config_plan(config), config_plan(again)),
			  "%s: %s%s", configurations[i], lines, text);
		free(lines);
		free(text);
		config_free(again);
		config_free(config);
	}
	config_free(built_in);
	rows_end(&rows);
}

/* Which reminders are the user's own, and whose interval was set, also those of a kind of cramp. */
static void whose_it_is(void **state)
{
	static const struct {
		const char *text, *reminder;
		bool own, set;
	} cases[] = {
		{ "", "desk", false, false },
		{ "reminders : { desk : { wait = \"5min\"; }; };", "desk", false, false },
		{ "reminders : { desk : { every = \"40min\"; }; };", "desk", false, true },
		{ "kinds = \"acute\";", "desk", false, false },
		{ "kinds = \"acute\"; reminders : { desk : { every = \"50min\"; }; };", "desk",
		  false, true },
		{ NEW("every = \"1h\"; say = \"x\";"), "new", true, true },
		{ NEW("at = \"12:00\"; say = \"x\";"), "new", true, false },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct config *config = load_good(cases[i].text);
		const struct plan *plan = config_plan(config);
		int index = plan_find(plan, cases[i].reminder);
		row_check(&rows,
			  index >= 0 && plan->reminders[index].own == cases[i].own &&
				  plan->reminders[index].set == cases[i].set,
			  "%s %s", cases[i].reminder, cases[i].text);
		config_free(config);
	}
	rows_end(&rows);
}

/* A file with the default of each key of the top level. */
static void default_file_is_the_table(void **state)
{
	struct rows rows = rows_begin(state);
	struct config *built_in = load_good("");
	for (const struct field *key = keys_plan; key->name; key++) {
		const struct config_value *value = config_value_find(built_in, NULL, key->name);
		if (key->form == FORM_GROUP)
			continue;
		char *line, *lines;
		assert_true(asprintf(&line, "%s = %s;", key->name, key->preset) > 0);
		struct config *config;
		lines = load(line, strlen(line), &config);
		row_check(&rows, config && same_plan(config_plan(config), config_plan(built_in)),
			  "%s %s", line, lines);
		row_check(&rows, value && strcmp(value->is.file, "built-in") == 0, "%s", key->name);
		free(line);
		free(lines);
		config_free(config);
	}
	config_free(built_in);
	rows_end(&rows);
}

/* A reminder in which a key has its default equals one without the key. */
static void reminder_presets(void **state)
{
	static const char *const ways[] = { "every = \"1h\"", "at = \"12:00\"", "on = \"wake\"" };
	struct rows rows = rows_begin(state);
	for (int way = 0; way < 3; way++) {
		for (const struct field *key = keys_reminder; key->name; key++) {
			const char *preset = key_preset(key, (uint8_t)(1 << way));
			if (!preset || (key->valid_with && !(key->valid_with & 1 << way)))
				continue;
			char *with, *without;
			assert_true(asprintf(&without, NEW("%s; say = \"x\";"), ways[way]) > 0);
			assert_true(asprintf(&with, NEW("%s; say = \"x\"; %s = %s;"), ways[way],
					     key->name, preset) > 0);
			struct config *a = load_good(with), *b = load_good(without);
			const struct config_value *value = config_value_find(b, "new", key->name);
			row_check(&rows, same_plan(config_plan(a), config_plan(b)), "%s", with);
			row_check(&rows, value && strcmp(value->is.value, preset) == 0, "%s", with);
			config_free(a);
			config_free(b);
			free(with);
			free(without);
		}
	}
	rows_end(&rows);
}

/* Check-ins may be late by days. */
static void check_in_presets(void **state)
{
	static const struct {
		const char *text, *valid;
	} table[] = {
		{ "at = \"12:00\"; items = \"physio-plan\";", "\"3days\"" },
		{ "at = \"12:00\"; items = [ \"walk-break\", \"physio-plan\" ];", "\"90min\"" },
		{ "on = \"wake\"; items = \"physio-plan\";", "\"90min\"" },
		{ "at = \"12:00\"; items = \"physio-plan\"; valid = \"2h\";", "\"2h\"" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(table); i++) {
		char *text;
		usec valid = 0;
		assert_true(asprintf(&text, NEW("%s"), table[i].text) > 0);
		struct config *config = load_good(text);
		const struct plan *plan = config_plan(config);
		const struct config_value *value = config_value_find(config, "new", "valid");
		char word[16] = "";
		sscanf(table[i].valid, "\"%15[^\"]", word);
		assert_int_equal(length_read(word, &valid), TEXT_OK);
		row_check(&rows, value && strcmp(value->is.value, table[i].valid) == 0, "%s", text);
		row_check(&rows, plan->reminders[plan_find(plan, "new")].valid == valid, "%s",
			  text);
		config_free(config);
		free(text);
	}
	rows_end(&rows);
}

/* More rows than this would be lost from error messages and places. */
static void tables_fit(void **state)
{
	struct rows rows = rows_begin(state);
	size_t plan = 0, reminder = 0;
	while (keys_plan[plan].name)
		plan++;
	while (keys_reminder[reminder].name)
		reminder++;
	row_check(&rows, plan < FIELDS_MAX && reminder < FIELDS_MAX, "%zu, %zu", plan, reminder);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trip),
		cmocka_unit_test(whose_it_is),
		cmocka_unit_test(default_file_is_the_table),
		cmocka_unit_test(reminder_presets),
		cmocka_unit_test(check_in_presets),
		cmocka_unit_test(tables_fit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
