/*
 * Where the user is changes at a handful of moments a day; between them the replay plays. Who is
 * outside `hours` stands, as ABSENT_STANDING means it: up, and able to see a card.
 */
#include "core/foresee/typical.h"

#include "core/base/hours.h"
#include "core/policy/busy.h"

static bool at_lunch(const struct replay *replay, const struct lunch *lunch)
{
	struct civil civil = zone_civil(&replay->state.zone, replay->now.real);
	int minute = civil.hour * 60 + civil.minute;
	return minute >= lunch->from && minute < lunch->to;
}

static bool in_hours(const struct replay *replay)
{
	const struct ranges *hours = &replay->plan->hours;
	return hours_contain(hours->hours, hours->count, &replay->state.zone, replay->now.real);
}

/* Where the user is from now on, as reasons for an absence. */
static uint32_t habit(const struct replay *replay, const struct lunch *lunch)
{
	if (!in_hours(replay))
		return ABSENT_STANDING;
	return at_lunch(replay, lunch) ? ABSENT_BY_HAND : 0;
}

static struct realtime earlier(struct realtime a, struct realtime b)
{
	return a.us < b.us ? a : b;
}

/* When a clock next shows so many minutes after midnight. */
static struct realtime clock_shows(const struct replay *replay, int minute)
{
	const struct calendar time = calendar_at(DAYS_ALL, minute % (24 * 60));
	return calendar_next(&time, 1, &replay->state.zone, replay->now.real);
}

/* When that may change next. */
static struct realtime habit_ends(const struct replay *replay, const struct lunch *lunch)
{
	const struct ranges *hours = &replay->plan->hours;
	struct realtime next = in_hours(replay)
				       ? hours_next_end(hours->hours, hours->count,
							&replay->state.zone, replay->now.real)
				       : hours_next_start(hours->hours, hours->count,
							  &replay->state.zone, replay->now.real);
	if (lunch->from == lunch->to)
		return next;
	next = earlier(next, clock_shows(replay, lunch->from));
	return earlier(next, clock_shows(replay, lunch->to));
}

static void present(struct replay *replay, uint32_t why)
{
	if (why != 0)
		replay_send(replay,
			    (struct event){ .kind = EVENT_PRESENT, .present = (enum absence)why });
}

static void follow(struct replay *replay, const struct lunch *lunch)
{
	uint32_t is = replay->state.presence.absences, should = habit(replay, lunch);
	struct event leave = { .kind = EVENT_ABSENT };
	if (is == should)
		return;
	present(replay, is);
	leave.absent.why = (enum absence)should;
	leave.absent.since = replay->now.boot;
	leave.absent.length = USEC_PER_DAY; /* of standing: until follow() ends it */
	if (should != 0)
		replay_send(replay, leave);
}

void typical_begin(struct replay *replay)
{
	struct event done = { .kind = EVENT_ANSWER };
	done.answer.card = replay->state.card.id;
	done.answer.reminder = REMINDER_ANY;
	done.answer.outcome = OUTCOME_DONE;
	replay->obliging = true;
	busy_forget(&replay->state);
	if (replay->state.card.id != 0)
		replay_send(replay, done);
	present(replay, replay->state.presence.absences);
	replay_send(replay, (struct event){ .kind = EVENT_WAKE });
}

void typical_play(struct replay *replay, const struct lunch *lunch, struct realtime until)
{
	while (replay->now.real.us < until.us) {
		follow(replay, lunch);
		struct realtime next = earlier(habit_ends(replay, lunch), until);
		if (next.us <= replay->now.real.us)
			next = until;
		replay_until(replay, moment_boot_of(replay->now, next));
	}
}
