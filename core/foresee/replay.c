/* Time advances to the next wake, gap or absence, or to the moment that the caller gives. */
#include "core/foresee/replay.h"

#include "core/policy/step.h"

#include <stddef.h>
#include <string.h>

/* A limit against an endless loop of wakes at one moment. */
enum { WAKES_AT_ONCE = 1000 };

static void replay_note(struct replay *replay, const struct event *event)
{
	enum event_kind kind = event->kind;
	if (kind == EVENT_STOP || (kind == EVENT_ABSENT && event->absent.why & ABSENT_ASLEEP))
		replay->stopped = true;
	if (kind == EVENT_START || (kind == EVENT_PRESENT && event->present & ABSENT_ASLEEP))
		replay->stopped = false;
}

/* Input on a machine that is recorded as asleep shows that it runs. */
static void replay_wakes(struct replay *replay)
{
	uint32_t absences = replay->state.presence.absences;
	if ((absences & ABSENT_ASLEEP) && !(absences & ABSENT_DOWN))
		replay->stopped = false;
}

static void replay_step(struct replay *replay, struct event event);

/* Report the cards of a step as shown, or as failed. */
static void replay_show(struct replay *replay, const struct result *result)
{
	enum event_kind said = replay->shell == REPLAY_FAILS ? EVENT_NOT_SHOWN : EVENT_SHOWN;
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_SHOW)
			replay_step(replay, (struct event){ .kind = said,
							    .card = result->actions[i].card.id });
}

static void replay_read(struct replay *replay)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.kind = BUSY_CALL;
	event.busy.on = replay->call;
	event.busy.who = replay->caller;
	replay_step(replay, event);
}

/* The user does each card, and types with gaps unless replay->types_on. */
static void replay_oblige(struct replay *replay, const struct event *event,
			  const struct result *result)
{
	if (event->kind == EVENT_SHOWN && replay->state.card.id != 0) {
		struct event done = { .kind = EVENT_ANSWER };
		done.answer.card = replay->state.card.id;
		done.answer.reminder = REMINDER_ANY;
		done.answer.outcome = OUTCOME_DONE;
		replay_step(replay, done);
	} else if (result->watch_input && !replay->types_on && event->kind != EVENT_INPUT_GAP) {
		replay_step(replay, (struct event){ .kind = EVENT_INPUT_GAP });
	}
}

static void replay_step(struct replay *replay, struct event event)
{
	struct result result;
	event.now = replay->now;
	if (event.kind == EVENT_START && replay->state.first_start.us != 0)
		event.start.saved = replay->state.at;
	replay_note(replay, &event);
	bool watched = replay->result.watch_input;
	step(replay->plan, &replay->state, &event, &result);
	memcpy(&replay->result, &result, offsetof(struct result, actions));
	if (!(replay->state.presence.absences & (ABSENT_ASLEEP | ABSENT_DOWN)))
		replay->stopped = false;
	if (result.watch_input && !watched)
		replay->watched = replay->now.boot;
	if (replay->stepped)
		replay->stepped(replay, &event, &result, replay->user);
	if (replay->shell == REPLAY_RECORDED)
		return;
	replay_show(replay, &result);
	if (result.read_calls)
		replay_read(replay);
	if (replay->obliging)
		replay_oblige(replay, &event, &result);
}

/* Keep the last level of calls for replay_read(); true if it needs no event now. */
static bool replay_keeps(struct replay *replay, const struct event *event)
{
	if (event->kind != EVENT_BUSY || event->busy.kind != BUSY_CALL || event->busy.gone)
		return false;
	replay->call = event->busy.on;
	memset(replay->caller, 0, sizeof(replay->caller));
	for (size_t i = 0; event->busy.who && event->busy.who[i] && i < WHO_SIZE - 1; i++)
		replay->caller[i] = event->busy.who[i];
	return replay->state.busy[BUSY_CALL].known;
}

void replay_send(struct replay *replay, struct event event)
{
	/* The replay knows the time of the last input. */
	if (event.kind == EVENT_INPUT && replay->shell != REPLAY_RECORDED)
		event.dates = true;
	if (replay->shell == REPLAY_RECORDED || !replay_keeps(replay, &event))
		replay_step(replay, event);
}

void replay_begin(struct replay *replay, const struct zone *zone)
{
	state_init(&replay->state, replay->plan, zone, replay->now);
	replay_send(replay, (struct event){ .kind = EVENT_START });
}

static void replay_pass(struct replay *replay, struct boottime until)
{
	usec length = boottime_since(until, replay->now.boot);
	replay->now.boot.us += length > 0 ? length : 0;
	replay->now.real.us += length > 0 ? length : 0;
}

/* The next event that comes by itself, not after `until`, and when. */
static bool replay_next(const struct replay *replay, struct boottime until, struct event *event,
			struct boottime *when)
{
	const struct result *result = &replay->result;
	bool watched = replay->still && replay->state.input;
	/* A watch that is set up in the middle of a rest sees only what is left of it. */
	usec gap = boottime_max(replay->still_since, replay->watched).us + MOMENT_GAP;
	usec idle = replay->still_since.us + result->idle_after;
	bool found = false;
	*when = until;
	if (result->armed && result->wake.us <= when->us) {
		*event = (struct event){ .kind = EVENT_WAKE };
		*when = result->wake;
		found = true;
	}
	if (watched && result->watch_input && !replay->gap_reported && gap <= when->us) {
		*event = (struct event){ .kind = EVENT_INPUT_GAP };
		when->us = gap;
		found = true;
	}
	if (watched && !replay->idle_reported && idle <= when->us) {
		*event = (struct event){ .kind = EVENT_ABSENT };
		event->absent.why = ABSENT_IDLE;
		event->absent.since = replay->still_since;
		when->us = idle;
		found = true;
	}
	return found;
}

void replay_until(struct replay *replay, struct boottime until)
{
	struct event event;
	struct boottime when;
	int at_once = 0;
	while (!replay->stopped && at_once < WAKES_AT_ONCE &&
	       replay_next(replay, until, &event, &when)) {
		at_once = when.us > replay->now.boot.us ? 0 : at_once + 1;
		replay_pass(replay, when);
		replay->gap_reported |= event.kind == EVENT_INPUT_GAP;
		replay->idle_reported |= event.kind == EVENT_ABSENT;
		replay_send(replay, event);
	}
	replay_pass(replay, until);
}

/* Step a wake, which is harmless, so that replay->stepped is called. */
static void replay_note_hands(struct replay *replay)
{
	if (!replay->stopped)
		replay_send(replay, (struct event){ .kind = EVENT_WAKE });
}

void replay_rest(struct replay *replay)
{
	replay->still = true;
	replay->still_since = replay->now.boot;
	replay->gap_reported = replay->idle_reported = false;
	replay_note_hands(replay);
}

void replay_move(struct replay *replay)
{
	bool told = replay->idle_reported;
	replay_wakes(replay);
	replay->still = replay->gap_reported = replay->idle_reported = false;
	if (told)
		replay_send(replay,
			    (struct event){ .kind = EVENT_PRESENT, .present = ABSENT_IDLE });
	else
		replay_note_hands(replay);
}
