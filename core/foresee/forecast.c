/* The day is played twice: hands that never rest make a reminder wait as long as it may, and
 * without a source of input it does not wait at all. What a day brings lies between. */
#include "core/foresee/forecast.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/foresee/replay.h"
#include "core/policy/due.h"

#define SITTING (9 * USEC_PER_HOUR)
#define UNTIL_LUNCH (4 * USEC_PER_HOUR)
#define LUNCH (45 * USEC_PER_MIN)
#define EVENING (6 * USEC_PER_HOUR)
#define LONG_HOURS (14 * USEC_PER_HOUR)
#define INTO_LONG_HOURS (8 * USEC_PER_HOUR)

static struct realtime day_begins(const struct plan *plan, const struct zone *zone,
				  struct realtime now)
{
	const struct ranges *hours = &plan->hours;
	struct realtime begins = hours_next_start(hours->hours, hours->count, zone, now);
	if (begins.us == REALTIME_OPEN.us)
		return now;
	struct realtime ends = hours_next_end(hours->hours, hours->count, zone, begins);
	if (ends.us == REALTIME_OPEN.us || realtime_since(ends, begins) > LONG_HOURS)
		begins.us += INTO_LONG_HOURS;
	return begins;
}

struct day {
	struct forecast *ret;
	int every; /* cards of `every` reminders */
};

static void day_count(const struct replay *replay, const struct card *card, struct day *day)
{
	struct forecast *ret = day->ret;
	if (plan_bound(replay->plan, card->reminder))
		day->every++;
	else if (ret->count < FORECAST_TIMES)
		ret->cards[ret->count++] = (struct forecast_card){ card->due, card->reminder };
}

static void day_told(struct replay *replay, const struct event *event, const struct result *result,
		     void *user)
{
	(void)result;
	if (event->kind != EVENT_SHOWN || replay->state.card.id != event->card)
		return;
	day_count(replay, &replay->state.card, user);
	replay_send(replay,
		    (struct event){ .kind = EVENT_ANSWER,
				    .answer = { event->card, REMINDER_ANY, OUTCOME_DONE } });
}

static void day_pass(struct replay *replay, usec length)
{
	replay_until(replay, (struct boottime){ replay->now.boot.us + length });
}

static void day_leave(struct replay *replay, enum absence why, usec length)
{
	replay_send(replay, (struct event){ .kind = EVENT_ABSENT,
					    .absent = { .why = why,
							.since = replay->now.boot,
							.length = USEC_PER_DAY } });
	day_pass(replay, length);
	replay_send(replay, (struct event){ .kind = EVENT_PRESENT, .present = why });
}

/* The number of cards of `every` reminders; the others go into *ret. */
static int day_play(const struct plan *plan, const struct zone *zone, struct realtime begins,
		    bool first_week, bool busy_hands, struct forecast *ret)
{
	struct day day = { .ret = ret };
	struct replay replay = { .plan = plan, .told = day_told, .user = &day };
	replay.now = (struct moment){ { USEC_PER_HOUR }, begins };
	ret->count = 0;
	replay_begin(&replay, zone);
	if (!first_week)
		replay.state.first_start.us -= FIRST_WEEK;
	replay_send(&replay, (struct event){ .kind = EVENT_INPUT, .input = busy_hands });
	day_pass(&replay, UNTIL_LUNCH);
	day_leave(&replay, ABSENT_LOCKED, LUNCH);
	day_pass(&replay, SITTING - UNTIL_LUNCH - LUNCH);
	day_leave(&replay, ABSENT_STANDING, EVENING);
	return day.every;
}

void forecast_day(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, struct forecast *ret)
{
	struct realtime begins = day_begins(plan, zone, now);
	*ret = (struct forecast){ 0 };
	int busy = day_play(plan, zone, begins, first_week, true, ret);
	int idle = day_play(plan, zone, begins, first_week, false, ret);
	ret->least = busy < idle ? busy : idle;
	ret->most = busy < idle ? idle : busy;
}

void forecast_pace(const struct forecast *forecast, words_translate *translate, char out[PACE_SIZE])
{
	char least[24], most[24];
	int between = forecast->most - forecast->least;
	const char *pattern = between == 0   ? "{least}"
			      : between == 1 ? N_("{least} or {most}")
					     : N_("{least} to {most}");
	ascii_put_number(least, (uint64_t)forecast->least + (uint64_t)forecast->count);
	ascii_put_number(most, (uint64_t)forecast->most + (uint64_t)forecast->count);
	words_fill(out, PACE_SIZE, between > 0 && translate ? translate(pattern) : pattern,
		   (const struct word[]){ { "least", least }, { "most", most }, { NULL, NULL } });
}

/* Whether there would be cards of `every` reminders, were it not for quiet. */
static bool is_hushed(const struct plan *plan, const struct zone *zone, struct realtime now,
		      const struct forecast *forecast)
{
	struct plan loud = *plan;
	struct forecast without;
	if (forecast->most > 0 || plan->quiet.count == 0)
		return false;
	loud.quiet.count = 0;
	forecast_day(&loud, zone, now, false, &without);
	return without.most > 0;
}

void forecast_say(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, words_translate *translate, char out[SENTENCE_SIZE])
{
	struct forecast later, week;
	char then[PACE_SIZE], pace[PACE_SIZE];
	forecast_day(plan, zone, now, false, &later);
	forecast_day(plan, zone, now, first_week, &week);
	forecast_pace(&later, translate, then);
	forecast_pace(&week, translate, pace);
	bool same = strcmp(pace, then) == 0;
	const char *pattern = same ? N_("About {pace} cards a day.")
				   : N_("About {pace} cards a day, after the first week {then}.");
	if (strcmp(pace, "1") == 0)
		pattern = same ? N_("About one card a day.")
			       : N_("About one card a day, after the first week {then}.");
	if (is_hushed(plan, zone, now, &later))
		pattern = N_("About {pace} cards a day, as quiet covers the hours. Another quiet: "
			     "limber set quiet=09:00-16:00");
	words_fill(out, SENTENCE_SIZE, translate ? translate(pattern) : pattern,
		   (const struct word[]){ { "pace", pace }, { "then", then }, { NULL, NULL } });
}
