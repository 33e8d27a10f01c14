/* Which cards have the sentence about when to stop, and that of many items the first is forgotten.
 */
#include <stdio.h>
#include <string.h>

#include "core/codec/state_text.h"
#include "core/policy/card.h"
#include "core/policy/stop.h"
#include "core/words/card_text.h"
#include "core/words/health_text.h"
#include "tests/core/script.h"

static const struct item item_run = {
	.id = "run", .title = "Run", .cue = "Run.", .acts = ACT_EXERCISE, .note = ""
};
static const struct item item_press = { .id = "press",
					.title = "Press",
					.cue = "Press.",
					.acts = ACT_PRESSURE,
					.note = "",
					.seconds = 30 };
static const struct item item_sit = { .id = "sit", .title = "Sit", .cue = "Sit.", .note = "" };
static const struct item item_wear = {
	.id = "wear", .title = "Wear", .cue = "Wear.", .acts = ACT_PRESSURE, .note = ""
};

static void has(struct story *story, const struct item *item)
{
	story->plan.reminders[0].items[0] = item;
	story->plan.reminders[0].item_count = 1;
}

static bool stops(const struct story *story, const struct item *item)
{
	struct card_text text;
	card_text(&story->plan.plan, &story->state, item, NULL, &text);
	return strstr(text.body, stop_text) != NULL;
}

/* A card that is called for, and whether it has the sentence; then it is done. */
static bool next_stops(struct story *story, const struct item *item)
{
	story_send(story, (struct event){ .kind = EVENT_RING, .ring = 0 });
	assert_int_not_equal(story->state.card.id, 0);
	bool found = stops(story, item);
	story_send(story, (struct event){ .kind = EVENT_ANSWER,
					  .answer = { 0, REMINDER_ANY, OUTCOME_DONE } });
	return found;
}

static void the_first_three(void **state)
{
	static const struct {
		const struct item *item;
		int cards; /* with the sentence, of five */
	} cases[] = { { &item_run, 3 }, { &item_press, 3 }, { &item_wear, 0 }, { &item_sit, 0 } };
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		int found = 0;
		assert_true(script_play(&story, "desk", "08:05"));
		has(&story, cases[i].item);
		for (int card = 0; card < 5; card++)
			found += next_stops(&story, cases[i].item);
		row_check(&rows, found == cases[i].cards, "%s: %d", cases[i].item->id, found);
	}
	rows_end(&rows);
}

/* Also on the third card while it is up: it is counted by then. */
static void the_third_keeps_it(void **state)
{
	static struct story story;
	(void)state;
	assert_true(script_play(&story, "desk", "08:05"));
	has(&story, &item_run);
	next_stops(&story, &item_run);
	next_stops(&story, &item_run);
	story_send(&story, (struct event){ .kind = EVENT_RING, .ring = 0 });
	assert_true(stops(&story, &item_run));
	story_send(&story, (struct event){ .kind = EVENT_WAKE });
	assert_true(stops(&story, &item_run));
}

/* And is known after a restart. */
static void it_is_kept(void **state)
{
	static struct story story;
	static struct state read;
	char text[STATE_TEXT_SIZE];
	(void)state;
	assert_true(script_play(&story, "desk", "08:05"));
	has(&story, &item_run);
	for (int card = 0; card < 3; card++)
		next_stops(&story, &item_run);
	state_print(&story.state, text);
	read = story.state;
	memset(read.stops, 0, sizeof(read.stops));
	assert_true(state_read(&read, text));
	assert_memory_equal(read.stops, story.state.stops, sizeof(read.stops));
}

static void the_first_is_forgotten(void **state)
{
	static struct story story;
	static char names[STOPS_MAX][8];
	static struct item items[STOPS_MAX];
	(void)state;
	assert_true(script_play(&story, "desk", "08:05"));
	has(&story, &item_run);
	for (int card = 0; card < 3; card++)
		next_stops(&story, &item_run);
	assert_false(next_stops(&story, &item_run));
	for (int i = 0; i < STOPS_MAX; i++) {
		snprintf(names[i], sizeof(names[i]), "i%d", i);
		items[i] = item_run;
		items[i].id = names[i];
		has(&story, &items[i]);
		next_stops(&story, &items[i]);
	}
	has(&story, &item_run);
	assert_true(next_stops(&story, &item_run));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_three),
		cmocka_unit_test(the_third_keeps_it),
		cmocka_unit_test(it_is_kept),
		cmocka_unit_test(the_first_is_forgotten),
	};
	return cmocka_run_group_tests_name("stop", tests, NULL, NULL);
}
