/* The day is played twice: with typing that never pauses each card waits as long as it may, without
 * a source of input none waits. A real day lies between. */
#include "core/foresee/forecast.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/foresee/quiet.h"
#include "core/foresee/typical.h"
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

static void day_count(struct replay *replay, const struct event *event, const struct result *result,
		      void *user)
{
	struct forecast *ret = user;
	const struct card *card = &replay->state.card;
	if (event->kind != EVENT_SHOWN || card->id != event->card)
		return;
	if (plan_bound(replay->plan, card->reminder))
		ret->most++;
	else if (ret->count < FORECAST_TIMES)
		ret->cards[ret->count++] = (struct forecast_card){ card->due, card->reminder };
}

/* So many minutes after midnight, a while after `minute`. */
static int later(int minute, usec length)
{
	return (minute + (int)(length / USEC_PER_MIN)) % (24 * 60);
}

/* Into *ret: `most` is the number of cards of `every` reminders. */
static void day_play(const struct plan *plan, const struct zone *zone, struct realtime begins,
		     bool first_week, bool busy_hands, struct forecast *ret)
{
	struct replay replay = { .plan = plan, .stepped = day_count, .user = ret };
	struct civil civil = zone_civil(zone, begins);
	int from = civil.hour * 60 + civil.minute;
	struct habits habits = { .sits = { from, later(from, SITTING) },
				 .lunch = { later(from, UNTIL_LUNCH),
					    later(from, UNTIL_LUNCH + LUNCH) } };
	replay.now = (struct moment){ { USEC_PER_HOUR }, begins };
	replay.types_on = busy_hands;
	*ret = (struct forecast){ 0 };
	replay_begin(&replay, zone);
	if (!first_week)
		replay.state.first_start.us -= FIRST_WEEK;
	replay_send(&replay, (struct event){ .kind = EVENT_INPUT, .input = busy_hands });
	typical_begin(&replay);
	typical_play(&replay, &habits, (struct realtime){ begins.us + SITTING + EVENING });
}

void forecast_day(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, struct forecast *ret)
{
	struct realtime begins = day_begins(plan, zone, now);
	struct forecast busy;
	day_play(plan, zone, begins, first_week, true, &busy);
	day_play(plan, zone, begins, first_week, false, ret);
	ret->least = busy.most < ret->most ? busy.most : ret->most;
	if (ret->most < busy.most)
		ret->most = busy.most;
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
	words_fill(out, PACE_SIZE, between > 0 && translate ? translate(pattern) : pattern, "least",
		   least, "most", most, NULL);
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

/* A quiet outside the hours, "00:00-07:00"; as an example where the hours leave no room. */
static void quiet_elsewhere(const struct plan *plan, char out[2 * CLOCK_SIZE])
{
	struct ranges moved;
	bool moves = quiet_moves(plan, NULL, 0, &moved) && moved.count > 0;
	clock_print(moves ? moved.hours[0].from : 0, out);
	out[CLOCK_SIZE - 1] = '-';
	clock_print(moves ? moved.hours[0].to : 5 * 60, out + CLOCK_SIZE);
}

void forecast_say(const struct plan *plan, const struct zone *zone, struct realtime now,
		  bool first_week, words_translate *translate, char out[SENTENCE_SIZE])
{
	struct forecast later, week;
	char then[PACE_SIZE], pace[PACE_SIZE], quiet[2 * CLOCK_SIZE];
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
			     "limber set quiet={quiet}");
	quiet_elsewhere(plan, quiet);
	words_fill(out, SENTENCE_SIZE, tr(translate, pattern), "pace", pace, "then", then, "quiet",
		   quiet, NULL);
}
