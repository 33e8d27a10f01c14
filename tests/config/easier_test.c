/*
 * The easier forms of the catalogue: their content; a card plays them if a health fact or the user
 * asks for them.
 */
#include <string.h>

#include "config/catalogue.h"
#include "core/base/contract.h"
#include "core/policy/step.h"
#include "core/words/card_button.h"
#include "core/words/card_text.h"
#include "tests/config/load_rows.h"

/*
 * The easier form of each item that has one, as seconds of its steps; and the words of the full
 * form that speak against its "swap", so that they are not in it.
 */
static const struct {
	const char *id;
	int seconds;
	const char *never[3];
} easier[] = {
	{ "hip-flexor-stretch", 70, { "step one foot back" } },
	{ "yoga-low-lunge", 236, { "on your back", "bridge", "lie still with knees" } },
	{ "pilates-core", 206, { "on your back", "bridge", "knees over hips" } },
	{ "heat-pack", 900, { "front of the hip" } },
	{ "foam-roll-thighs", 180, { "face down", "roller" } },
	{ "sit-stand-switch", 80, { "stand fully" } },
	{ "posture-drill", 160, { "lying" } },
	{ "chair-tai-chi", 316, { "halfway" } },
	{ "core-strength", 322, { "on your back", "bridge", "dead bug" } },
	{ "sleep-position", 0, { "on the back", "face down" } },
	{ "muscle-relaxation", 535, { "lie or sit" } },
	{ "bedtime-stretch", 240, { "on your back" } },
};

/* Of these the safer form is an amount, a list of somebody else's, or a choice among what there
 * is: no steps say it better than the line. */
static const char *const lines_alone[] = { "balanced-plate", "bottle-check", "mineral-shopping",
					   "move-most-days" };

static bool is_swapped(const struct item *item)
{
	for (int i = 0; i < item->caution_count; i++)
		if (item->cautions[i].rule == RULE_SWAP)
			return true;
	return false;
}

static void easier_check(struct rows *rows, size_t row)
{
	const struct item *item = catalogue_find(easier[row].id);
	int seconds = 0;
	for (int i = 0; i < item->easier_count; i++) {
		const struct item_step *step = &item->easier[i];
		seconds += step->seconds * step->times * (step->both_sides ? 2 : 1);
		for (int k = 0; k < 3 && easier[row].never[k]; k++)
			row_check(rows, !strcasestr(step->text, easier[row].never[k]), "%s: %s",
				  item->id, step->text);
	}
	row_check(rows, item->easier_count > 0 && seconds == easier[row].seconds, "%s: %d s",
		  item->id, seconds);
	row_check(rows, seconds <= item->seconds, "%s takes longer", item->id);
}

static void every_easier_form(void **state)
{
	struct rows rows = rows_begin(state);
	size_t swapped = 0, with = 0;
	for (size_t i = 0; i < ROWS(easier); i++)
		easier_check(&rows, i);
	for (size_t i = 0; i < ROWS(lines_alone); i++)
		row_check(&rows, catalogue_find(lines_alone[i])->easier_count == 0, "%s has one",
			  lines_alone[i]);
	for (size_t i = 0; i < catalogue_count; i++) {
		swapped += is_swapped(&catalogue_items[i]);
		with += catalogue_items[i].easier_count > 0;
	}
	row_check(&rows, swapped == ROWS(easier) + ROWS(lines_alone) && with == ROWS(easier),
		  "%zu with a safer form, %zu with easier steps", swapped, with);
	rows_end(&rows);
}

/* Show its card, in a plan with one fact; FACT_COUNT: none. */
struct up {
	struct config *config;
	const struct plan *plan;
	const struct item *item;
	struct state state;
	struct moment now;
};

static void send(struct up *up, struct event event)
{
	struct result result;
	event.now = up->now;
	step(up->plan, &up->state, &event, &result);
}

static void put_up(struct up *up, const struct item *item, enum fact fact)
{
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	char text[512];
	snprintf(text, sizeof(text),
		 "setup_done = true; cleared = [ \"chronic\" ]; health : { %s%s };"
		 "reminders : { timed : { at = \"09:00\"; items = \"%s\"; }; };",
		 fact < FACT_COUNT ? item_facts[fact] : "", fact < FACT_COUNT ? " = true; " : "",
		 item->id);
	char *lines = load(text, strlen(text), &up->config);
	assert_string_equal(lines, "");
	free(lines);
	up->plan = config_plan(up->config);
	up->item = item;
	up->now = (struct moment){ { USEC_PER_DAY }, { 20000 * USEC_PER_DAY } };
	state_init(&up->state, up->plan, &zone, up->now);
	send(up, (struct event){ .kind = EVENT_START });
	send(up, (struct event){ .kind = EVENT_RING, .ring = plan_find(up->plan, "timed") });
	send(up, (struct event){ .kind = EVENT_SHOWN, .card = up->state.card.id });
}

/* True if the card shows these steps from the first on, and the right buttons. */
static void card_check(struct rows *rows, const struct up *up, bool is_easier)
{
	const struct item_step *steps = is_easier ? up->item->easier : up->item->steps;
	const char *id = up->item->id, *buttons[BUTTONS_MAX];
	struct card_text text;
	card_text(up->plan, &up->state, up->item, NULL, &text);
	card_buttons(up->plan, &up->state, up->item, buttons);
	row_check(rows, strstr(text.body, steps[0].text), "%s: %s", id, text.body);
	row_check(rows, !strstr(text.body, "These are the easier steps.") == !is_easier, "%s: %s",
		  id, text.body);
	row_check(rows, (text.picture[0] == '\0') == is_easier, "%s: picture %s", id, text.picture);
	row_check(rows,
		  is_easier ? !buttons[2] : buttons[2] && !strcmp(buttons[2], LIMBER_BUTTON_EASIER),
		  "%s: third button %s", id, buttons[2] ? buttons[2] : "none");
}

static void press(struct up *up, enum play_key key)
{
	send(up, (struct event){ .kind = EVENT_PLAY, .play = { 0, key } });
}

static void every_card(void **state)
{
	struct rows rows = rows_begin(state);
	struct up up;
	for (size_t i = 0; i < ROWS(easier); i++) {
		const struct item *item = catalogue_find(easier[i].id);
		put_up(&up, item, FACT_COUNT);
		press(&up, PLAY_START);
		card_check(&rows, &up, false);
		press(&up, PLAY_EASIER);
		card_check(&rows, &up, true);
		config_free(up.config);
		put_up(&up, item, FACT_PREGNANT);
		press(&up, PLAY_START);
		card_check(&rows, &up, true);
		config_free(up.config);
	}
	rows_end(&rows);
}

/* A discreet card does not show that there is a reason. */
static void discreet(void **state)
{
	struct rows rows = rows_begin(state);
	struct card_text text;
	struct up up;
	put_up(&up, catalogue_find("core-strength"), FACT_PREGNANT);
	struct plan plan = *up.plan;
	plan.discreet = true;
	up.plan = &plan;
	press(&up, PLAY_START);
	card_text(up.plan, &up.state, up.item, NULL, &text);
	row_check(&rows, up.state.card.easier && !strstr(text.body, "easier"), "%s", text.body);
	config_free(up.config);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_easier_form),
		cmocka_unit_test(every_card),
		cmocka_unit_test(discreet),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
