/*
 * No path shows an item that is forbidden to the user: every item with every fact and with a
 * warning sign, in a deck, on a shared card, as a line, at a time, on request, played, snoozed,
 * before the questions are answered, and on a card that is up when the fact is set.
 */
#include <string.h>

#include "config/catalogue.h"
#include "core/model/health.h"
#include "core/policy/card.h"
#include "core/policy/deck.h"
#include "core/policy/step.h"
#include "core/words/card_text.h"
#include "tests/config/load_rows.h"

enum { WARNING = FACT_COUNT, FACTS };

/* The verdict by the catalogue, computed independently of item_verdict(). */
static bool is_stopped(const struct item *item, int fact)
{
	if (fact == WARNING)
		return item->acts != 0;
	if (fact == FACT_FRACTURE)
		return true;
	if (fact == FACT_FEVER && item->acts & (ACT_EXERCISE | ACT_HEAT | ACT_PRESSURE))
		return true;
	uint32_t acute = 1u << CRAMP_ACUTE, named = item->kinds.is & ~item->kinds.checked;
	if (fact == FACT_ACUTE && item->acts != 0 && !(named & acute))
		return true;
	for (int i = 0; i < item->caution_count; i++)
		if ((int)item->cautions[i].fact == fact &&
		    (item->cautions[i].rule == RULE_STOP || item->cautions[i].rule == RULE_ASK))
			return true;
	return false;
}

static const char reminders[] =
	"hours = \"00:00-24:00\"; quiet = [ ]; gap = \"10min\"; cap = 100; first_week = \"full\";"
	"cleared = [ \"chronic\", \"referred\" ];"
	"reminders : { desk : { every = \"30min\"; wait = \"0\"; items = [ \"posture-shift\", "
	"\"%s\", \"micro-pause\" ]; }; water : { enabled = false; };"
	" line : { every = \"30min\"; with = \"desk\"; items = [ \"%s\", \"desk-setup\" ]; };"
	" other : { every = \"31min\"; items = [ \"%s\" ]; };"
	" timed : { at = [ \"09:00\", \"11:00\", \"14:00\" ]; wait = \"0\"; items = \"%s\"; };"
	" woken : { on = \"unlock\"; items = \"%s\"; }; };";

/* A plan with one item everywhere, with one fact set or none. */
static struct config *plan_of(const struct item *item, int fact, bool told, bool done)
{
	const char *id = item->id;
	char text[2048], more[128] = "";
	struct config *config;
	snprintf(text, sizeof(text), reminders, id, id, id, id, id);
	if (told && fact == WARNING)
		snprintf(more, sizeof(more), "warning = \"2026-11-24\";");
	else if (told)
		snprintf(more, sizeof(more), "health : { %s = true; };", item_facts[fact]);
	strcat(strcat(text, more), done ? "setup_done = true;" : "");
	char *lines = load(text, strlen(text), &config);
	assert_string_equal(lines, "");
	free(lines);
	return config;
}

struct run {
	struct rows rows;
	const struct plan *plan;
	const struct item *item;
	int fact;
	struct state state;
	struct moment now;
	int seen; /* how often the item itself was on a card */
};

/* Check that all items on the card are allowed, by name and by text. */
static void look(struct run *run)
{
	int indices[CARD_MAX];
	struct card_text text;
	const struct card *card = &run->state.card;
	int count = card->id ? card_reminders(card, indices) : 0;
	for (int i = 0; i < count; i++) {
		const struct item *item = i == 0 ? catalogue_find(card->item)
						 : deck_item(run->plan, &run->state, indices[i]);
		if (item == run->item)
			run->seen++;
		if (item && is_stopped(item, run->fact))
			row_check(&run->rows, false, "%s shows %s in spite of %d",
				  run->plan->reminders[indices[i]].name, item->id, run->fact);
	}
	if (count == 0)
		return;
	card_text(run->plan, &run->state, catalogue_find(card->item), NULL, &text);
	bool stopped = run->item && is_stopped(run->item, run->fact);
	row_check(&run->rows,
		  !stopped || (!strstr(text.title, run->item->title) &&
			       !strstr(text.body, run->item->title) &&
			       !strstr(text.body, run->item->cue)),
		  "fact %d: %s: %s", run->fact, text.title, text.body);
}

static enum answer send(struct run *run, struct event event)
{
	struct result result;
	event.now = run->now;
	step(run->plan, &run->state, &event, &result);
	if (run->state.card.id != 0 && run->state.card.shown.real.us == 0)
		return send(run, (struct event){ .kind = EVENT_SHOWN, .card = run->state.card.id }),
		       result.answer;
	look(run);
	return result.answer;
}

static void later(struct run *run, usec length)
{
	run->now.boot.us += length;
	run->now.real.us += length;
	send(run, (struct event){ .kind = EVENT_WAKE });
}

static void begin(struct run *run, const struct config *config)
{
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	int32_t day = 0;
	assert_true(date_read("2026-11-24", &day));
	run->plan = config_plan(config);
	run->now = (struct moment){ { USEC_PER_DAY }, { day * USEC_PER_DAY + 8 * USEC_PER_HOUR } };
	state_init(&run->state, run->plan, &zone, run->now);
	send(run, (struct event){ .kind = EVENT_START });
}

static void answer(struct run *run, int turn)
{
	struct event event = { .kind = EVENT_ANSWER,
			       .answer = { .reminder = REMINDER_ANY, .outcome = OUTCOME_DONE } };
	if (run->state.card.id == 0)
		return;
	if (turn % 3 == 1)
		event = (struct event){ .kind = EVENT_SNOOZE,
					.snooze = { .reminder = REMINDER_ANY,
						    .until = { run->now.real.us +
							       5 * USEC_PER_MIN } } };
	if (turn % 3 == 2)
		event = (struct event){ .kind = EVENT_CLOSED, .card = run->state.card.id };
	send(run, event);
}

/* Lock the screen for some minutes: an absence, then an unlock. */
static void leave(struct run *run)
{
	send(run,
	     (struct event){ .kind = EVENT_ABSENT, .absent = { ABSENT_LOCKED, run->now.boot, 0 } });
	later(run, 4 * USEC_PER_MIN);
	send(run, (struct event){ .kind = EVENT_PRESENT, .present = ABSENT_LOCKED });
}

/* Play its steps for a while. */
static void play(struct run *run)
{
	send(run, (struct event){ .kind = EVENT_PLAY, .play = { 0, PLAY_START } });
	later(run, USEC_PER_MIN);
}

/* Run half a day: answer each card in a different way, and request each reminder once an hour. */
static void live(struct run *run)
{
	for (int turn = 0; turn < 40; turn++) {
		later(run, 10 * USEC_PER_MIN);
		answer(run, turn);
		if (turn % 6 == 5)
			leave(run);
		send(run, (struct event){ .kind = EVENT_RING, .ring = turn % run->plan->count });
		if (turn % 4 == 0)
			play(run);
		answer(run, turn + 1);
		if (turn % 10 == 9)
			send(run, (struct event){ .kind = EVENT_UNDO });
	}
}

static void a_forbidden_item_is_never_shown(void **state)
{
	struct run run = { .rows = rows_begin(state) };
	for (size_t i = 0; i < catalogue_count; i++) {
		for (int fact = 0; fact < FACTS; fact++) {
			run.item = &catalogue_items[i];
			run.fact = fact;
			run.seen = 0;
			struct config *config = plan_of(run.item, fact, true, true);
			begin(&run, config);
			live(&run);
			row_check(&run.rows, (run.seen == 0) == is_stopped(run.item, fact),
				  "%s, fact %d: seen %d times", run.item->id, fact, run.seen);
			config_free(config);
		}
	}
	rows_end(&run.rows);
}

static void only_safe_items_before_the_questions(void **state)
{
	struct run run = { .rows = rows_begin(state) };
	for (int fact = 0; fact < FACTS; fact++) {
		run.item = catalogue_find("walk-break");
		run.fact = fact;
		run.seen = 0;
		struct config *config = plan_of(run.item, fact, true, false);
		begin(&run, config);
		live(&run);
		row_check(&run.rows, (run.seen == 0) == is_stopped(run.item, fact),
			  "fact %d: seen %d times", fact, run.seen);
		config_free(config);
	}
	rows_end(&run.rows);
}

/* The card is up with the item, as its own or as a line, when the fact is set. */
static void a_new_fact_closes_the_card(void **state)
{
	struct run run = { .rows = rows_begin(state) };
	for (size_t i = 0; i < catalogue_count; i++) {
		for (int fact = 0; fact < FACTS; fact++) {
			run.item = &catalogue_items[i];
			struct config *before = plan_of(run.item, fact, false, true);
			struct config *after = plan_of(run.item, fact, true, true);
			for (int turn = 0; turn < 3; turn++) {
				run.fact = FACT_TRAUMA; /* which stops nothing */
				run.seen = 0;
				begin(&run, before);
				for (int j = 0; j < 5 * (turn + 1) && run.seen <= turn; j++) {
					later(&run, 10 * USEC_PER_MIN);
					if (run.seen <= turn)
						answer(&run, 0);
				}
				row_check(&run.rows, run.seen > 0 && run.state.card.id != 0,
					  "%s was not up", run.item->id);
				run.plan = config_plan(after);
				run.fact = fact;
				send(&run, (struct event){ .kind = EVENT_PLAN });
			}
			config_free(before);
			config_free(after);
		}
	}
	rows_end(&run.rows);
}

/* A fact with a date lapses without a reload, and a wake-up is requested for it. */
static void a_fact_lapses(void **state)
{
	struct run run = { .rows = rows_begin(state), .fact = FACT_TRAUMA };
	static const char text[] =
		"setup_done = true; health : { acute = \"2026-11-21\"; }; first_week = \"full\";"
		"reminders : { desk : { items = \"sit-stand-switch\"; }; water : { enabled = "
		"false; "
		"}; bedtime : { enabled = false; }; check-up : { enabled = false; }; "
		"shift : { enabled = false; }; };";
	struct config *config;
	char *lines = load(text, strlen(text), &config);
	assert_string_equal(lines, "");
	free(lines);
	run.item = catalogue_find("sit-stand-switch");
	begin(&run, config);
	struct hold holds[HOLDS_MAX];
	struct result result;
	char why[SENTENCE_SIZE];
	assert_true(holds_of(run.plan, &run.state, 0, run.now, holds) > 0);
	words_hold(&holds[0], &run.state, run.now.real, NULL, why);
	assert_string_equal(why, "nothing of it is for you before tomorrow 00:00: because of a "
				 "fresh strain or injury");
	step(run.plan, &run.state, &(struct event){ .kind = EVENT_WAKE, .now = run.now }, &result);
	usec wait = boottime_since(result.wake, run.now.boot);
	row_check(&run.rows, result.armed && wait == 16 * USEC_PER_HOUR, "wakes after %ld min",
		  (long)(wait / USEC_PER_MIN));
	run.now.boot.us += wait;
	run.now.real.us += wait;
	for (int i = 0; i < 60; i++)
		later(&run, 10 * USEC_PER_MIN);
	row_check(&run.rows, run.seen > 0, "it never came");
	config_free(config);
	rows_end(&run.rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_forbidden_item_is_never_shown),
		cmocka_unit_test(only_safe_items_before_the_questions),
		cmocka_unit_test(a_new_fact_closes_the_card),
		cmocka_unit_test(a_fact_lapses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
