/*
 * Random streams of events over random plans: for any events in any order, early, late or repeated,
 * the rules of rules.h hold. A failure prints its seed, which reproduces the stream.
 */
#include "core/base/amount.h"
#include "tests/core/stream.h"

enum { STREAMS = 2000, EVENTS = 300 };

/* LIMBER_STREAMS sets a smaller number, for emulated machines. */
static int streams_wanted(void)
{
	const char *fewer = getenv("LIMBER_STREAMS");
	return fewer ? atoi(fewer) : STREAMS;
}

/* Mostly to the wake, at times before or far beyond it. */
static void time_passes(struct stream *stream)
{
	int how = below(stream, 10);
	usec left = stream->result.wake.us - stream->now.boot.us;
	if (how < 5 && stream->result.armed && left > 0 && left < 4 * USEC_PER_DAY)
		pass(stream, left);
	else if (how < 9)
		pass(stream, below(stream, 600) * USEC_PER_SEC);
	else
		pass(stream, below(stream, 240) * USEC_PER_MIN);
}

static uint64_t some_card(struct stream *stream)
{
	if (below(stream, 8) == 0)
		return WELCOME_CARD;
	return below(stream, 4) ? stream->state.card.id : (uint64_t)below(stream, 20);
}

static int some_reminder(struct stream *stream)
{
	return below(stream, 2) ? REMINDER_ANY : below(stream, plan_of(stream)->count);
}

static enum absence some_absence(struct stream *stream)
{
	static const enum absence kinds[] = { ABSENT_LOCKED, ABSENT_ASLEEP,   ABSENT_BY_HAND,
					      ABSENT_IDLE,   ABSENT_STANDING, ABSENT_WORKOUT };
	return kinds[below(stream, ROWS(kinds))];
}

static usec ledger_of(const struct stream *stream, int index)
{
	const struct plan *plan = plan_of(stream);
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return 0;
	return ledger_read(&stream->state.reminders[index].ledger, plan->reminders[index].every,
			   plan, &stream->state.presence, stream->now.boot);
}

/* Right after an answer: every ledger is as it was before it. */
static void take_back_now(struct stream *stream, const usec ledgers[])
{
	struct boottime then = stream->now.boot;
	send(stream, (struct event){ .kind = EVENT_UNDO });
	rule_check(&stream->rules, stream->result.answer == ANSWER_OK,
		   "an answer is not taken back");
	usec passed = boottime_since(stream->now.boot, then); /* looking for calls */
	for (int i = 0; i < plan_of(stream)->count; i++)
		rule_check(&stream->rules,
			   ledger_of(stream, i) - ledgers[i] >= 0 &&
				   ledger_of(stream, i) - ledgers[i] <= passed,
			   "undo gives back a ledger of %d s, not %d",
			   (int)(ledger_of(stream, i) / USEC_PER_SEC),
			   (int)(ledgers[i] / USEC_PER_SEC));
}

/* An answer; at times, if it brought no other card, an undo. */
static void answer(struct stream *stream)
{
	static const enum outcome outcomes[] = { OUTCOME_DONE, OUTCOME_PARTLY, OUTCOME_SKIPPED };
	struct event event = { .kind = EVENT_ANSWER };
	event.answer.card = below(stream, 2) ? some_card(stream) : 0;
	event.answer.reminder = some_reminder(stream);
	event.answer.outcome = outcomes[below(stream, 3)];
	usec ledgers[REMINDERS_MAX] = { 0 };
	for (int i = 0; i < plan_of(stream)->count; i++)
		ledgers[i] = ledger_of(stream, i);
	int shows = stream->rules.shows_count;
	struct boottime then = stream->now.boot;
	send(stream, event);
	if (stream->result.answer == ANSWER_OK && shows == stream->rules.shows_count &&
	    then.us == stream->now.boot.us && below(stream, 3) == 0)
		take_back_now(stream, ledgers);
}

/* Water of today is never negative, and an undo gives it back. */
static void drink(struct stream *stream)
{
	int32_t before = stream->state.water.ml, day = stream->state.water.day;
	send(stream, (struct event){ .kind = EVENT_DRINK, .drink = 1 + below(stream, DRINK_MOST) });
	rule_check(&stream->rules, stream->state.water.ml >= 0, "water is negative");
	if (stream->result.answer != ANSWER_OK || stream->state.water.day != day ||
	    below(stream, 2))
		return;
	send(stream, (struct event){ .kind = EVENT_UNDO });
	rule_check(&stream->rules, stream->state.water.ml == before, "undo leaves %d ml of %d",
		   stream->state.water.ml, before);
}

static void snooze(struct stream *stream)
{
	struct event event = { .kind = EVENT_SNOOZE };
	event.snooze.card = below(stream, 2) ? some_card(stream) : 0;
	event.snooze.reminder = some_reminder(stream);
	event.snooze.until.us = stream->now.real.us + (below(stream, 130) - 3) * USEC_PER_MIN;
	send(stream, event);
}

/* Often the start, without which there is nothing else. */
static void play(struct stream *stream)
{
	struct event event = { .kind = EVENT_PLAY };
	event.play.card = below(stream, 2) ? some_card(stream) : 0;
	event.play.key =
		below(stream, 2) ? PLAY_START : (enum play_key)below(stream, PLAY_KEY_COUNT);
	send(stream, event);
}

static void take_another(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_ANOTHER,
				     .card = below(stream, 2) ? some_card(stream) : 0 });
}

static void pause_some(struct stream *stream)
{
	struct event event = { .kind = EVENT_PAUSE };
	event.pause.until.us = stream->now.real.us + (below(stream, 200) - 3) * USEC_PER_MIN;
	event.pause.why = "a talk";
	send(stream, event);
}

static void ring(struct stream *stream)
{
	send(stream,
	     (struct event){ .kind = EVENT_RING, .ring = below(stream, plan_of(stream)->count) });
}

static void absent(struct stream *stream)
{
	struct event event = { .kind = EVENT_ABSENT };
	event.absent.why = some_absence(stream);
	event.absent.since.us = stream->now.boot.us;
	if (event.absent.why == ABSENT_IDLE)
		event.absent.since.us -= below(stream, 200) * USEC_PER_SEC;
	if (event.absent.why == ABSENT_STANDING)
		event.absent.length = below(stream, 40) * USEC_PER_MIN;
	send(stream, event);
}

static void present(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_PRESENT, .present = some_absence(stream) });
}

/* A display's word, at times about another card. */
static void word(struct stream *stream)
{
	static const enum event_kind kinds[] = { EVENT_SHOWN,    EVENT_SHOWN, EVENT_NOT_SHOWN,
						 EVENT_CLOSED,   EVENT_LOST,  EVENT_DISPLAY,
						 EVENT_NO_SERVER };
	enum event_kind kind = kinds[below(stream, ROWS(kinds))];
	/* A display cannot fail to show what it shows. */
	if ((kind == EVENT_NOT_SHOWN || kind == EVENT_NO_SERVER) && stream->rules.shows)
		kind = EVENT_SHOWN;
	send(stream, (struct event){ .kind = kind, .card = some_card(stream) });
}

/* The shell promises a word about each card, and about the first words, within seconds. */
static void display_says(struct stream *stream)
{
	const struct rules *rules = &stream->rules;
	uint64_t card = rules->welcome && !rules->welcome_shows ? WELCOME_CARD : rules->card;
	if (card == 0 || (card == rules->card && rules->shows))
		return;
	pass(stream, below(stream, 5) * USEC_PER_SEC);
	send(stream, (struct event){ .kind = below(stream, 8) ? EVENT_SHOWN : EVENT_NOT_SHOWN,
				     .card = card });
}

static void clock_is_set(struct stream *stream)
{
	static const usec jumps[] = { USEC_PER_SEC,      20 * USEC_PER_MIN, USEC_PER_HOUR,
				      5 * USEC_PER_HOUR, 3 * USEC_PER_DAY,  365 * USEC_PER_DAY };
	usec jump = jumps[below(stream, ROWS(jumps))];
	stream->now.real.us += below(stream, 2) ? jump : -jump;
	send(stream, (struct event){ .kind = EVENT_CLOCK_SET });
}

static void travel(struct stream *stream)
{
	stream->zone = below(stream, 2) ? zone_berlin() : zone_fixed(below(stream, 24) - 11);
	send(stream, (struct event){ .kind = EVENT_ZONE, .zone = &stream->zone });
}

static void replan(struct stream *stream)
{
	const struct plan *old = plan_of(stream);
	stream->plan = !stream->plan;
	send(stream, (struct event){ .kind = EVENT_PLAN, .old = old });
}

/* Killed or stopped, within a boot or with the machine. */
static void restart(struct stream *stream)
{
	if (below(stream, 2))
		send(stream, (struct event){ .kind = EVENT_STOP });
	struct event event = { .kind = EVENT_START };
	event.start.saved = stream->state.at;
	event.start.same_boot = below(stream, 2);
	event.start.welcomes = true;
	pass(stream, below(stream, 300) * USEC_PER_MIN);
	if (!event.start.same_boot)
		stream->now.boot.us = below(stream, 100) * USEC_PER_SEC;
	send(stream, event);
}

static void source(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_INPUT, .input = below(stream, 4) != 0 });
}

static void gap_in_input(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_INPUT_GAP });
}

static void busy(struct stream *stream)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.kind = (enum busy)below(stream, BUSY_COUNT);
	event.busy.on = below(stream, 3) == 0;
	event.busy.gone = below(stream, 10) == 0;
	event.busy.who = below(stream, 2) ? "Firefox" : NULL;
	if (below(stream, 4) == 0)
		event.busy.since.us = stream->now.boot.us - below(stream, 300) * USEC_PER_MIN;
	send(stream, event);
}

static void occasion(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_OCCASION,
				     .occasion = below(stream, 2) ? ON_LOGIN : ON_WORKOUT });
}

static void correct(struct stream *stream)
{
	usec sat = (below(stream, 60) - 30) * USEC_PER_MIN;
	send(stream, (struct event){ .kind = EVENT_CORRECT, .sat = sat });
}

static void take_back(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_UNDO });
}

static void resume(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_RESUME });
}

static void wake(struct stream *stream)
{
	send(stream, (struct event){ .kind = EVENT_WAKE });
}

/* Something happens; how often stands beside it. */
static void something(struct stream *stream)
{
	static const struct {
		int often;
		void (*happens)(struct stream *stream);
	} kinds[] = {
		{ 14, wake },        { 7, absent },       { 10, present },   { 8, answer },
		{ 4, drink },        { 6, snooze },       { 3, pause_some }, { 3, resume },
		{ 4, ring },         { 6, take_back },    { 9, word },       { 3, source },
		{ 3, gap_in_input }, { 1, occasion },     { 1, correct },    { 2, clock_is_set },
		{ 1, travel },       { 1, replan },       { 2, restart },    { 6, busy },
		{ 6, play },         { 4, take_another },
	};
	int pick = below(stream, 100);
	for (size_t i = 0; i < ROWS(kinds); i++) {
		pick -= kinds[i].often;
		if (pick >= 0)
			continue;
		kinds[i].happens(stream);
		return;
	}
}

static void begin(struct stream *stream, int seed, unsigned char poison)
{
	memset(stream, 0, sizeof(*stream));
	stream->random = (uint64_t)seed * UINT64_C(0x9e3779b97f4a7c15) + 1;
	stream->poison = poison;
	plan_random(below, stream, &stream->plans[0]);
	plan_random(below, stream, &stream->plans[1]);
	stream->zone = zone_berlin();
	struct civil start = { .year = 2026,
			       .month = 1 + below(stream, 12),
			       .day = 1 + below(stream, 28),
			       .hour = below(stream, 24) };
	stream->now.boot.us = below(stream, 100) * USEC_PER_MIN;
	stream->now.real = zone_real(&stream->zone, start);
	memset(&stream->state, poison, sizeof(stream->state));
	state_init(&stream->state, plan_of(stream), &stream->zone, stream->now);
	struct event event = { .kind = EVENT_START };
	event.start.welcomes = true;
	send(stream, event);
}

/* False when a rule was broken, at stream->events. */
static bool run(struct stream *stream, int seed, unsigned char poison)
{
	begin(stream, seed, poison);
	while (stream->events < EVENTS && stream->rules.broken[0] == '\0') {
		settle(stream);
		display_says(stream);
		time_passes(stream);
		wake(stream);
		if (below(stream, 4) != 0)
			display_says(stream);
		something(stream);
	}
	return stream->rules.broken[0] == '\0';
}

static void streams(void **state)
{
	static struct stream one, other;
	struct rows rows = rows_begin(state);
	/* Seeds that broke a rule once, beyond those that are always run. */
	static const int broke[] = { 9687 };
	int shows = 0, welcomes = 0, count = streams_wanted();
	for (int i = 1 - (int)ROWS(broke); i <= count && rows.failed < 10; i++) {
		int seed = i > 0 ? i : broke[-i];
		bool good = run(&one, seed, 0x5a);
		row_check(&rows, good, "seed %d, event %d (kind %d): %s", seed, one.events,
			  (int)one.kind, one.rules.broken);
		shows += one.rules.shows_count;
		welcomes += one.rules.welcomes_count;
		if (seed % 8 != 0)
			continue;
		run(&other, seed, 0xa5);
		row_check(&rows,
			  one.print == other.print &&
				  memcmp(&one.state, &other.state, state_size(&one.state)) == 0,
			  "seed %d: another state from the same events", seed);
	}
	/* The streams would prove little if no card was shown in them. */
	row_check(&rows, shows > 5 * count, "%d cards", shows);
	row_check(&rows, welcomes > count / 2, "%d times the first words", welcomes);
	print_message("%d streams of %d events, %d cards, %d times the first words\n", count,
		      EVENTS, shows, welcomes);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(streams) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
