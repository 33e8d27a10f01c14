/*
 * year [SETTINGS]: a year of seven invented persons on the real step, and a table of what Limber
 * did to them. SETTINGS is text of a limber.conf, laid over the defaults. Nothing is asserted but
 * that every person saw cards; `make year` prints it for seldom and for frequent long pauses.
 *
 * What a person does is drawn from persons.h, two seconds at a time, from a fixed seed; where the
 * person really is, is known, so that a card to an empty chair and a break that was none are seen
 * as such.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/config.h"
#include "core/foresee/replay.h"
#include "tests/year/chance.h"
#include "tests/year/persons.h"
#include "tests/year/tally.h"

enum { CALLS_MAX = 16, CARDS_MAX = 40 };

#define HOUR 3600.0
#define DAY 86400.0
#define TICK 2.0
#define NEVER 1e18
#define BEGIN 1798761600.0 /* Fri 2027-01-01 00:00 UTC */

enum reaction { IGNORE, WALK, DO, DELAY, CLOSE };

struct life {
	const struct person *person;
	struct pauses pauses;
	struct replay replay;
	uint64_t random;
	double every; /* of the reminder that is looked at, seconds */
	double now;   /* seconds since the epoch */
	bool present, in_call;
	double left_at; /* when the chair was left */
	double unheld_since, longest, spare, spare_longest;
	bool card_up, stayed; /* stayed: seated since the last card */
	uint64_t card;
	enum reaction reaction;
	enum outcome last;
	double react_at;
	double next_up, lunch, meeting, call_end;
	double calls[CALLS_MAX];
	int call_count, call_next, cards_today;
	struct tally tally;
};

/* ---- what Limber does ---- */

static enum reaction reaction_draw(struct life *life)
{
	const struct person *person = life->person;
	double x = uniform(&life->random);
	if (x < person->walks)
		return WALK;
	if (x < person->walks + person->does)
		return DO;
	if (x < person->walks + person->does + person->delays)
		return DELAY;
	return x < person->walks + person->does + person->delays + person->closes ? CLOSE : IGNORE;
}

static void card_came(struct life *life, const struct card *card)
{
	struct tally *tally = &life->tally;
	tally->cards++;
	life->cards_today++;
	life->card_up = true;
	life->card = card->id;
	life->stayed = life->present;
	tally->empty += !life->present;
	tally->left += !life->present && life->now - life->left_at > 30;
	tally->prompt += realtime_since(life->replay.now.real, card->due) <= 605 * USEC_PER_SEC;
	life->reaction = life->present ? reaction_draw(life) : IGNORE;
	if (life->present)
		life->react_at = life->now + between(&life->random, 6, 70);
	life->unheld_since = life->now;
	life->spare = 0;
}

/* A row with a higher revision replaces the last one. */
static void row_came(struct life *life, const struct record *row)
{
	struct tally *tally = &life->tally;
	if (strcmp(row->reminder, "desk") != 0)
		return;
	if (row->revision > 1)
		--*counter_of(tally, life->last);
	++*counter_of(tally, row->outcome);
	life->last = row->outcome;
	tally->false_natural += row->outcome == OUTCOME_NATURAL && life->present && life->stayed;
}

static void told(struct replay *replay, const struct event *event, const struct result *result,
		 void *user)
{
	struct life *life = user;
	(void)replay;
	(void)event;
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		if (action->kind == ACTION_SHOW)
			card_came(life, &action->card);
		else if (action->kind == ACTION_CLOSE)
			life->card_up = false;
		else if (action->kind == ACTION_RECORD)
			row_came(life, &action->record);
	}
}

/* ---- what the person does ---- */

static struct boottime boot_at(double now)
{
	return (struct boottime){ (usec)((now - BEGIN) * 1e6) + USEC_PER_HOUR };
}

static void pass(struct life *life, double until)
{
	while (life->now < until) {
		life->now = life->now + TICK > until ? until : life->now + TICK;
		replay_until(&life->replay, boot_at(life->now));
		life->stayed = life->stayed && life->present;
		double sat = life->now - life->unheld_since;
		if (!life->present || life->in_call)
			continue;
		life->spare += TICK;
		life->longest = fmax(life->longest, sat);
		life->spare_longest = fmax(life->spare_longest, life->spare);
	}
}

static void stand_up(struct life *life)
{
	life->left_at = life->now;
	life->present = false;
	replay_rest(&life->replay);
}

static void sit_down(struct life *life)
{
	life->present = true;
	life->unheld_since = life->now;
	life->spare = 0;
	replay_move(&life->replay);
}

static void away_until(struct life *life, double until)
{
	stand_up(life);
	pass(life, until);
	sit_down(life);
}

static void plan_next_up(struct life *life)
{
	life->next_up =
		life->now + around(&life->random, life->person->up_every * MINUTE) + 5 * MINUTE;
}

static bool reacts_now(const struct life *life)
{
	return life->card_up && life->reaction != IGNORE && life->now >= life->react_at;
}

/* True: it took time. */
static bool react(struct life *life)
{
	struct event event = { .kind = EVENT_ANSWER };
	enum reaction reaction = life->reaction;
	life->reaction = IGNORE;
	switch (reaction) {
	case WALK:
		if (life->in_call)
			return false;
		away_until(life, life->now + between(&life->random, 100, 300));
		plan_next_up(life);
		return true;
	case DO:
		event.answer.reminder = REMINDER_ANY;
		event.answer.outcome = OUTCOME_DONE;
		break;
	case DELAY:
		event.kind = EVENT_SNOOZE;
		event.snooze.reminder = REMINDER_ANY;
		event.snooze.until.us = life->replay.now.real.us + 10 * USEC_PER_MIN;
		break;
	case CLOSE:
		event.kind = EVENT_CLOSED;
		event.card = life->card;
		break;
	case IGNORE:
		return false;
	}
	replay_send(&life->replay, event);
	return false;
}

static void call(struct life *life, bool on)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.kind = BUSY_CALL;
	event.busy.on = on;
	event.busy.who = on ? "meeting" : "";
	life->in_call = on;
	replay_send(&life->replay, event);
}

/* What the day has in store. True: it took time. */
static bool appointment(struct life *life)
{
	double now = life->now;
	if (life->in_call && now >= life->call_end) {
		call(life, false);
		if (uniform(&life->random) >= .3)
			return false;
		away_until(life, life->now + between(&life->random, 120, 480));
		return true;
	}
	if (life->in_call)
		return false;
	if (now >= life->lunch) {
		double back = life->lunch + between(&life->random, 1800, 3600);
		life->lunch = NEVER;
		away_until(life, back > now ? back : now + 1200);
		plan_next_up(life);
		return true;
	}
	if (now >= life->meeting) {
		life->meeting = NEVER;
		away_until(life, now + between(&life->random, 1500, 3600));
		return true;
	}
	if (now >= life->next_up) {
		away_until(life, now + between(&life->random, 60, 600));
		plan_next_up(life);
		return true;
	}
	if (life->call_next < life->call_count && now >= life->calls[life->call_next]) {
		life->call_next++;
		life->call_end = now + between(&life->random, .5, 1.5) * life->person->call_length;
		call(life, true);
	}
	return false;
}

static double pause_draw(struct life *life)
{
	double brief = life->pauses.brief, think = brief + life->pauses.think,
	       reading = think + life->pauses.reading, x = uniform(&life->random);
	if (life->in_call) {
		brief *= .4;
		think = reading = brief + .3;
	}
	return x < brief     ? between(&life->random, 2, 8)
	       : x < think   ? between(&life->random, 8, 60)
	       : x < reading ? between(&life->random, 60, 180)
			     : between(&life->random, 180, 480);
}

static void pass_unless_reaction(struct life *life, double until)
{
	while (life->now < until && !reacts_now(life))
		pass(life, life->now + TICK < until ? life->now + TICK : until);
}

static void type_and_pause(struct life *life)
{
	pass_unless_reaction(
		life, life->now + around(&life->random, life->in_call ? 8 : life->person->bout));
	double length = pause_draw(life);
	if (reacts_now(life))
		return;
	replay_rest(&life->replay);
	pass_unless_reaction(life, life->now + length);
	replay_move(&life->replay);
}

/* ---- days ---- */

static void day_plan(struct life *life, double midnight)
{
	life->lunch = midnight + 12.5 * HOUR + between(&life->random, -600, 900);
	life->call_next = 0;
	life->call_count = (int)(life->person->calls * between(&life->random, .5, 1.5) + .5);
	for (int i = 0; i < life->call_count; i++)
		life->calls[i] = midnight + between(&life->random, 9.2, 17) * HOUR;
	qsort(life->calls, (size_t)life->call_count, sizeof(life->calls[0]), by_value);
	life->meeting = uniform(&life->random) < life->person->meetings
				? midnight + between(&life->random, 10, 16.5) * HOUR
				: NEVER;
}

static void day_live(struct life *life, double midnight)
{
	struct tally *tally = &life->tally;
	double arrival = midnight + 9 * HOUR + between(&life->random, -900, 1200);
	double leave = midnight + 17.5 * HOUR + between(&life->random, -1200, 2400);
	day_plan(life, midnight);
	pass(life, arrival);
	life->cards_today = 0;
	life->longest = life->spare_longest = 0;
	sit_down(life);
	plan_next_up(life);
	while (life->now < leave)
		if (!(reacts_now(life) && react(life)) && !appointment(life))
			type_and_pause(life);
	if (life->in_call)
		call(life, false);
	stand_up(life);
	tally->bare += life->cards_today == 0 && life->longest > life->every;
	tally->longest[tally->days] = life->longest;
	tally->spare[tally->days] = life->spare_longest;
	tally->a_day[tally->days++] = life->cards_today;
}

static bool life_begin(struct life *life, const struct plan *plan)
{
	const struct zone zone = { .until = REALTIME_OPEN };
	struct event no_call = { .kind = EVENT_BUSY };
	life->replay.plan = plan;
	life->replay.shell = REPLAY_SHOWS;
	life->replay.stepped = told;
	life->replay.user = life;
	life->now = BEGIN;
	life->replay.now = (struct moment){ boot_at(life->now), { (int64_t)(life->now * 1e6) } };
	for (int i = 0; i < plan->count; i++)
		if (strcmp(plan->reminders[i].name, "desk") == 0)
			life->every = (double)plan->reminders[i].every / 1e6;
	replay_begin(&life->replay, &zone);
	replay_send(&life->replay, (struct event){ .kind = EVENT_INPUT, .input = true });
	no_call.busy.kind = BUSY_CALL;
	no_call.busy.who = "";
	replay_send(&life->replay, no_call);
	replay_rest(&life->replay);
	return life->every > 0;
}

/* False: this person saw no card at all. */
static bool person_live(int index, double long_pauses, const struct plan *plan)
{
	static struct life life;
	memset(&life, 0, sizeof(life));
	life.person = &persons[index];
	life.pauses = pauses_scale(life.person->pauses, long_pauses);
	life.random = UINT64_C(88172645463325252) + (uint64_t)index * 7919;
	if (!life_begin(&life, plan))
		return false;
	for (int day = 0; day < DAYS; day++)
		if ((day + 4) % 7 < 5)
			day_live(&life, BEGIN + day * DAY);
	tally_print(life.person->name, &life.tally);
	return life.tally.cards > 0;
}

static bool year_print(const char *title, double long_pauses, const struct plan *plan)
{
	bool good = true;
	printf("\n%s\n%-12s %5s %-6s %5s %7s %7s %7s %8s %8s %7s %6s   %s\n", title, "", "cards",
	       "p10-90", "bare", "10 min", "empty", "left", "false", "natural", "perhaps", "unans.",
	       "sitting, min  no calls");
	for (int i = 0; i < PERSONS; i++)
		good &= person_live(i, long_pauses, plan);
	return good;
}

int main(int argc, char *argv[])
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	char text[4096];
	snprintf(text, sizeof(text), "setup_done = true; first_week = \"full\"; %s",
		 argc > 1 ? argv[1] : "");
	if (config_load_text(NULL, "settings", text, strlen(text), &config, &errors) < 0) {
		for (size_t i = 0; i < errors.count; i++)
			fprintf(stderr, "%s\n", errors.lines[i]);
		return EXIT_FAILURE;
	}
	for (int i = 0; i < PERSONS; i++)
		printf("%-12s %s\n", persons[i].name, persons[i].about);
	puts("\ncards a day and their p10-p90; bare: working days without a card though `every` "
	     "was "
	     "sat at\none go; of the cards: seen within 10 min of being due, to an empty chair, to "
	     "one left more\nthan 30 s before; false: of `natural`, those where the person sat; "
	     "longest sitting without a\ncard, as seen outside calls, median and p95; and "
	     "likewise without the time in calls, in\nwhich no card may come.");
	bool good = year_print("long pauses at the keys are seldom", .33, config_plan(config));
	good &= year_print("long pauses at the keys are frequent", 1, config_plan(config));
	config_free(config);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
