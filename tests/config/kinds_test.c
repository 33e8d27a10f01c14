/*
 * The reminders of each kind of cramp, and what none may have: an item that is not for it or is
 * only offered, strength on two consecutive days, more than one desk reminder.
 */
#include <string.h>

#include "config/catalogue.h"
#include "config/layers.h"
#include "core/words/words.h"
#include "tests/config/load_rows.h"

/* All reminders that are on: name, schedule, items. */
static void plan_print(const struct plan *plan, char *out, size_t size)
{
	FILE *stream = fmemopen(out, size, "w");
	assert_non_null(stream);
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		char schedule[SENTENCE_SIZE];
		if (!reminder->enabled)
			continue;
		words_schedule(plan, &(struct state){ 0 }, i, NULL, schedule);
		fprintf(stream, "%s: %s:", reminder->name, schedule);
		for (int j = 0; j < reminder->item_count; j++)
			fprintf(stream, " %s", reminder->items[j]->id);
		if (reminder->item_count == 0)
			fprintf(stream, " %s", reminder->say);
		fputc('\n', stream);
	}
	fclose(stream);
}

#define DESK "desk: every 50 min of sitting: "
#define DESK_DECK                                                                                  \
	"walk-break hip-flexor-stretch sit-stand-switch walk-break hip-flexor-stretch "            \
	"micro-pause walk-break hip-flexor-stretch\n"
#define POSTURAL_DECK                                                                              \
	"walk-break hip-flexor-stretch sit-stand-switch walk-break hip-flexor-stretch "            \
	"micro-pause posture-drill hip-flexor-stretch\n"
#define WATER "water: every 1 h 30 min of sitting, on the desk card: water-glass\n"
#define BEDTIME "bedtime: every day 21:30: "
#define BEDTIME_DECK                                                                               \
	"bedtime-stretch muscle-relaxation bedtime-stretch muscle-relaxation bedtime-stretch "     \
	"muscle-relaxation bedtime-stretch\n"
#define CHECK_UP                                                                                   \
	"check-up: first Mon 12:15: physio-plan\n"                                                 \
	"standing: when a time of standing is over: Sit down, or walk a little.\n"
#define SHIFT "shift: every 1 h 30 min of sitting, on the desk card: posture-shift\n"
#define WARMTH "warmth: Tue,Thu,Sat 21:30: heat-pack\n"
#define MEDICINES "medicines: first Mon 12:15: medicine-check\n"
#define BOTTLE "bottle: every 4 h of sitting, on the desk card: bottle-check\n"
#define PLATE "plate: every day 11:45: balanced-plate\n"
#define PILLOW "pillow: every day 21:30: sleep-position\n"
#define TAI_CHI "tai-chi: Tue,Thu,Sat 15:15: chair-tai-chi\n"
#define WEEKLY "check-week: Mon 12:15: Any new warning sign? Type: limber warnings\n"
#define STRAIN                                                                                     \
	"rest: every day 18:00, on the days 0 to 3 of acute: rest-plan\n"                          \
	"check-day: every day 18:00, on the days 0 to 3 of acute: Any new warning sign? Type: "    \
	"limber warnings\n"                                                                        \
	"check-over: every day 18:00, on day 4 of acute: Is the strain gone? Type: limber kinds "  \
	"remove acute\n"                                                                           \
	"check-later: every day 18:00, on day 14 of acute: Still sore? See someone; limber "       \
	"kinds add chronic. Then: limber kinds remove acute\n"
#define STRENGTH "strength: Mon,Wed,Fri 18:00: core-strength\n"

static const struct {
	const char *kinds, *plan;
} kinds[] = {
	{ "\"acute\"",
	  "desk: every 1 h of sitting: walk-break slow-breath-4-6 walk-break "
	  "hip-flexor-stretch\n" WATER BEDTIME "hip-flexor-stretch\n" CHECK_UP SHIFT STRAIN },
	{ "\"chronic\"", DESK DESK_DECK WATER BEDTIME BEDTIME_DECK CHECK_UP SHIFT STRENGTH
	  "move: Tue,Thu,Sat,Sun 17:45: move-most-days\n" WARMTH MEDICINES },
	{ "\"exertional\"", DESK DESK_DECK WATER BEDTIME
	  "bedtime-stretch\n" CHECK_UP SHIFT "cool-down: after a workout: cool-down\n"
	  "strength: Mon,Thu 18:00: core-strength\nroll: Tue,Fri,Sat 18:00: "
	  "foam-roll-thighs\n" BOTTLE PLATE "rest: Sun 18:00: rest-plan\n"
	  "shoes: first Sat 10:00: shoe-check\n" },
	{ "\"nocturnal\"",
	  DESK "walk-break hip-flexor-stretch walk-break micro-pause\n" WATER BEDTIME BEDTIME_DECK
		  CHECK_UP SHIFT PILLOW WARMTH MEDICINES },
	{ "\"referred\"", DESK
	  "walk-break slow-breath-4-6 walk-break hip-flexor-stretch\n" WATER CHECK_UP SHIFT TAI_CHI
	  "drill: Mon,Wed,Fri 08:45: posture-drill\n" STRENGTH PILLOW WEEKLY },
	{ "\"postural\"", DESK POSTURAL_DECK WATER BEDTIME "bedtime-stretch\n" CHECK_UP SHIFT },
	{ "\"ischemic\"", DESK "slow-breath-4-6\n" CHECK_UP WEEKLY },
	{ "\"neurological\"", DESK "slow-breath-4-6\n" CHECK_UP TAI_CHI PILLOW WEEKLY },
	{ "\"electrolyte\"",
	  DESK DESK_DECK WATER BEDTIME "bedtime-stretch\n" CHECK_UP SHIFT PLATE
				       "shopping: Fri 17:15: mineral-shopping\n" BOTTLE MEDICINES },
	{ "\"dehydration\"",
	  DESK DESK_DECK WATER BEDTIME "bedtime-stretch\n" CHECK_UP SHIFT BOTTLE MEDICINES },
	/* The order is that of the table, not that of the list. */
	{ "\"postural\", \"nocturnal\"",
	  DESK POSTURAL_DECK WATER BEDTIME BEDTIME_DECK CHECK_UP SHIFT PILLOW WARMTH MEDICINES },
	{ "\"neurological\", \"postural\"",
	  DESK "slow-breath-4-6\n" CHECK_UP TAI_CHI PILLOW WEEKLY },
};

static struct config *load_kinds(const char *list, const char *more)
{
	char text[512];
	struct config *config;
	snprintf(text, sizeof(text), "kinds = [ %s ]; %s", list, more);
	char *lines = load(text, strlen(text), &config);
	assert_string_equal(lines, "");
	free(lines);
	return config;
}

static void every_kind(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(kinds); i++) {
		char plan[4096] = "";
		struct config *config = load_kinds(kinds[i].kinds, "");
		plan_print(config_plan(config), plan, sizeof(plan));
		row_check(&rows, strcmp(plan, kinds[i].plan) == 0, "%s:\n%s", kinds[i].kinds, plan);
		config_free(config);
	}
	rows_end(&rows);
}

/* The items in a kind's own file are for that kind, and marked for it. */
static void only_what_is_for_it(void **state)
{
	struct rows rows = rows_begin(state);
	for (int kind = 0; kind < CRAMP_COUNT; kind++) {
		char list[32], layer[64];
		snprintf(list, sizeof(list), "\"%s\"", item_cramp_kinds[kind]);
		snprintf(layer, sizeof(layer), LAYER_KIND, item_cramp_kinds[kind]);
		struct config *config = load_kinds(list, "");
		const struct plan *plan = config_plan(config);
		int brought = 0;
		for (int i = 0; i < plan->count; i++) {
			const struct reminder *reminder = &plan->reminders[i];
			const struct config_value *items =
				config_value_find(config, reminder->name, "items");
			if (!items || strcmp(items->is.file, layer) != 0)
				continue;
			for (int j = 0; j < reminder->item_count; j++, brought++) {
				const struct item *item = reminder->items[j];
				uint32_t for_it = item->kinds.is & ~item->kinds.claimed;
				row_check(&rows, for_it & 1u << kind && !item->opt_in, "%s: %s",
					  list, item->id);
			}
		}
		row_check(&rows, brought > 0, "%s brings nothing", list);
		config_free(config);
	}
	rows_end(&rows);
}

/* The exercise and pressure that kinds and facts leave: nothing that a strain, a nerve or a back
 * forbids. */
static const struct {
	const char *kinds, *more, *ids;
} left[] = {
	{ "\"chronic\", \"neurological\"", "", "chair-tai-chi" },
	{ "\"exertional\", \"neurological\"", "", "chair-tai-chi" },
	{ "\"ischemic\", \"postural\"", "", "" },
	{ "\"referred\"", "", "chair-tai-chi walk-break" },
	{ "\"chronic\", \"exertional\", \"referred\"", "", "chair-tai-chi walk-break" },
	{ "\"postural\"", "health : { acute = true; };", "walk-break" },
	{ "\"chronic\", \"exertional\"", "health : { acute = true; };", "walk-break" },
	{ "\"acute\"", "health : { acute = true; };", "walk-break" },
	{ "\"chronic\"", "health : { fever = true; };", "" },
};

static void what_is_left(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(left); i++) {
		char ids[1024] = "";
		struct config *config = load_kinds(left[i].kinds, left[i].more);
		for (size_t j = 0; j < catalogue_count; j++) {
			const struct item *item = &catalogue_items[j];
			if (item->acts & (ACT_EXERCISE | ACT_PRESSURE) &&
			    item_verdict(item, &config_plan(config)->health, 20000).ruling ==
				    RULING_FOR_YOU)
				strcat(strcat(ids, *ids ? " " : ""), item->id);
		}
		row_check(&rows, strcmp(ids, left[i].ids) == 0, "%s %s: %s", left[i].kinds,
			  left[i].more, ids);
		config_free(config);
	}
	rows_end(&rows);
}

static bool has_of(const struct reminder *reminder, enum item_category category)
{
	for (int i = 0; i < reminder->item_count; i++)
		if (reminder->items[i]->category == category)
			return true;
	return false;
}

/* Any combination of kinds: one reminder that counts sitting, strength never on two consecutive
 * days, nothing between the end of the evening and the morning. */
static void all_together(void **state)
{
	struct rows rows = rows_begin(state);
	for (uint32_t set = 1; set < 1u << CRAMP_COUNT; set++) {
		char list[256] = "";
		for (int kind = 0; kind < CRAMP_COUNT; kind++)
			if (set & 1u << kind)
				strcat(strcat(strcat(strcat(list, *list ? ", " : ""), "\""),
					      item_cramp_kinds[kind]),
				       "\"");
		struct config *config = load_kinds(list, "");
		const struct plan *plan = config_plan(config);
		uint32_t strong = 0;
		int bells = 0;
		for (int i = 0; i < plan->count; i++) {
			const struct reminder *reminder = &plan->reminders[i];
			bells += reminder->enabled && reminder->trigger == TRIGGER_SITTING &&
				 reminder->with < 0;
			for (int j = 0; j < reminder->at_count; j++)
				if (has_of(reminder, CATEGORY_STRENGTHEN))
					strong |= reminder->at[j].weekdays;
		}
		row_check(&rows, bells == 1, "%s: %d bells", list, bells);
		row_check(&rows, !(strong & (strong << 1 | strong >> 6)), "%s: strength %x", list,
			  strong);
		row_check(&rows, plan->health.kinds == set, "%s", list);
		config_free(config);
	}
	rows_end(&rows);
}

/* A user's file overrides a kind, and a kind that is off adds nothing. */
static void the_user_decides(void **state)
{
	struct config *config = load_kinds(
		"\"chronic\"", "reminders : { strength : { enabled = false; }; move : { at = "
			       "\"12:00\"; }; };");
	const struct plan *plan = config_plan(config);
	(void)state;
	assert_false(plan->reminders[plan_find(plan, "strength")].enabled);
	const struct config_value *at = config_value_find(config, "move", "at");
	assert_string_equal(at->is.file, "f");
	assert_null(at->was.file);
	const struct config_value *items = config_value_find(config, "move", "items");
	assert_string_equal(items->is.file, "built-in (chronic)");
	assert_int_equal(items->is.line, 0);
	config_free(config);
	config = load_kinds("\"postural\"", "reminders : { strength : { at = \"12:00\"; }; };");
	assert_int_equal(plan_find(config_plan(config), "strength"), -1);
	config_free(config);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind),       cmocka_unit_test(only_what_is_for_it),
		cmocka_unit_test(what_is_left),     cmocka_unit_test(all_together),
		cmocka_unit_test(the_user_decides),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
