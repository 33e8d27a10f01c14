/*
 * The user sits down, leaves or gets up at a handful of moments a day; the replay plays the time
 * between them. A user who does not sit is ABSENT_STANDING: up, and able to see a card.
 */
#include "core/foresee/typical.h"

#include "core/base/hours.h"
#include "core/policy/busy.h"

static bool is_within(const struct replay *replay, struct daily time)
{
	struct civil civil = zone_civil(&replay->state.zone, replay->now.real);
	int minute = civil.hour * 60 + civil.minute;
	bool after = minute >= time.from, before = minute < time.to;
	return time.from <= time.to ? after && before : after || before;
}

static bool is_never(struct daily time)
{
	return time.from == time.to;
}

static bool is_sitting(const struct replay *replay, const struct habits *habits)
{
	const struct ranges *hours = &replay->plan->hours;
	if (!is_never(habits->sits))
		return is_within(replay, habits->sits);
	return hours_contain(hours->hours, hours->count, &replay->state.zone, replay->now.real);
}

/* The absence that the user's habits ask for now; 0: sitting. */
static uint32_t habit(const struct replay *replay, const struct habits *habits)
{
	if (replay->now.boot.us < replay->stands_until.us || !is_sitting(replay, habits))
		return ABSENT_STANDING;
	return is_within(replay, habits->lunch) ? ABSENT_LOCKED : 0;
}

/* The next moment at which a daily time begins or ends. */
static struct realtime daily_change(const struct replay *replay, struct daily time)
{
	const struct calendar changes[] = { calendar_at(DAYS_ALL, time.from % (24 * 60)),
					    calendar_at(DAYS_ALL, time.to % (24 * 60)) };
	return is_never(time) ? REALTIME_OPEN
			      : calendar_next(changes, 2, &replay->state.zone, replay->now.real);
}

/* The next moment at which habit() may change. */
static struct realtime habit_ends(const struct replay *replay, const struct habits *habits)
{
	const struct ranges *hours = &replay->plan->hours;
	const struct zone *zone = &replay->state.zone;
	struct realtime now = replay->now.real, next = daily_change(replay, habits->sits);
	if (is_never(habits->sits))
		next = is_sitting(replay, habits)
			       ? hours_next_end(hours->hours, hours->count, zone, now)
			       : hours_next_start(hours->hours, hours->count, zone, now);
	if (replay->now.boot.us < replay->stands_until.us)
		next = realtime_min(next, moment_real_of(replay->now, replay->stands_until));
	return realtime_min(next, daily_change(replay, habits->lunch));
}

static void present(struct replay *replay, uint32_t why)
{
	if (why != 0)
		replay_send(replay,
			    (struct event){ .kind = EVENT_PRESENT, .present = (enum absence)why });
}

static void follow(struct replay *replay, const struct habits *habits)
{
	uint32_t is = replay->state.presence.absences, should = habit(replay, habits);
	struct event leave = { .kind = EVENT_ABSENT };
	if (is == should)
		return;
	present(replay, is);
	leave.absent.why = (enum absence)should;
	leave.absent.since = replay->now.boot;
	leave.absent.length = LENGTH_MAX; /* of standing: until follow() ends it */
	if (should != 0)
		replay_send(replay, leave);
}

/* End every absence but a standing that has an end: its end makes a card due. */
static void come_back(struct replay *replay)
{
	const struct presence *presence = &replay->state.presence;
	bool timed = (presence->absences & ABSENT_STANDING) && !presence->stands_open;
	replay->stands_until = timed ? presence->standing_ends : (struct boottime){ 0 };
	present(replay, presence->absences & ~(uint32_t)(timed ? ABSENT_STANDING : 0));
}

void typical_begin(struct replay *replay)
{
	struct event done = { .kind = EVENT_ANSWER };
	done.answer.card = replay->state.card.id;
	done.answer.reminder = REMINDER_ANY;
	done.answer.outcome = OUTCOME_DONE;
	replay->obliging = true;
	busy_forget(&replay->state);
	replay->state.display = true;
	replay->state.display_tries = 0;
	if (replay->state.card.id != 0)
		replay_send(replay, done);
	come_back(replay);
	replay_send(replay, (struct event){ .kind = EVENT_WAKE });
}

void typical_play(struct replay *replay, const struct habits *habits, struct realtime until)
{
	while (replay->now.real.us < until.us) {
		follow(replay, habits);
		struct realtime next = realtime_min(habit_ends(replay, habits), until);
		if (next.us <= replay->now.real.us)
			next = until;
		replay_until(replay, moment_boot_of(replay->now, next));
	}
}
