/* Status is called often, so that a day is played only where the intervals alone exceed the cap. */
#include "core/foresee/limits_text.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/foresee/forecast.h"
#include "core/policy/gap.h"
#include "core/policy/rules.h"

#define LUNCH (45 * USEC_PER_MIN)

/* The longest day of the week. */
static usec hours_of_a_day(const struct plan *plan, const struct zone *zone, struct realtime now)
{
	int32_t today = zone_day(zone, now, plan->day_starts);
	usec most = 0;
	for (int32_t day = today; day < today + 7; day++) {
		usec hours = gap_hours(plan, zone, zone_time(zone, day, plan->day_starts),
				       zone_time(zone, day + 1, plan->day_starts));
		most = hours > most ? hours : most;
	}
	return most;
}

static bool has_cards_by_interval(const struct plan *plan, int index)
{
	const struct reminder *reminder = &plan->reminders[index];
	return reminder->enabled && reminder->with < 0 && plan_bound(plan, index);
}

static void say_gap(const struct plan *plan, const struct reminder *reminder,
		    words_translate *translate, char out[SENTENCE_SIZE])
{
	char every[LENGTH_SIZE], gap[LENGTH_SIZE], set[LENGTH_SIZE];
	length_say(reminder->every, every);
	length_say(plan->gap, gap);
	length_print(reminder->every, set);
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, N_("{name} is due every {every}, but {gap} pass after each card. "
				    "Less: limber set gap={set}")),
		   "name", reminder->name, "every", every, "gap", gap, "set", set, NULL);
}

/* The number of cards of a reminder on a day without the cap. */
static int cards_of_a_day(const struct plan *plan, const struct zone *zone, struct realtime now,
			  int index)
{
	usec every = plan->reminders[index].every, day = hours_of_a_day(plan, zone, now);
	every = every > plan->gap ? every : plan->gap;
	day = day < SPREAD_HOURS ? day : SPREAD_HOURS;
	return day > LUNCH ? (int)((day - LUNCH) / every) : 0;
}

/* The cards of reminders with an interval, with this cap (0: none), on a day after the first week.
 */
static int cards_with(const struct plan *plan, const struct zone *zone, struct realtime now,
		      int cap)
{
	struct plan other = *plan;
	struct forecast forecast;
	other.cap = cap;
	forecast_day(&other, zone, now, false, &forecast);
	return forecast.most;
}

static void say_cap(const struct plan *plan, int cards, words_translate *translate,
		    char out[SENTENCE_SIZE])
{
	char cap[24], most[24];
	ascii_put_number(cap, (uint64_t)plan->cap);
	ascii_put_number(most, (uint64_t)cards);
	words_fill(out, SENTENCE_SIZE,
		   tr(translate, N_("The cap of {cap} spreads the cards over the day. More: limber "
				    "set cap={most}")),
		   "most", most, "cap", cap, NULL);
}

int limits_say(const struct plan *plan, const struct zone *zone, struct realtime now,
	       words_translate *translate, char out[LIMITS_SAID][SENTENCE_SIZE])
{
	int count = 0, most = 0;
	for (int i = 0; i < plan->count; i++) {
		if (!has_cards_by_interval(plan, i))
			continue;
		if (plan->reminders[i].every < plan->gap && count < LIMITS_SAID - 1)
			say_gap(plan, &plan->reminders[i], translate, out[count++]);
		int cards = plan_capped(plan, i) ? cards_of_a_day(plan, zone, now, i) : 0;
		most = cards > most ? cards : most;
	}
	most = most < CAP_MOST ? most : CAP_MOST;
	if (most <= plan->cap)
		return count;
	if (cards_with(plan, zone, now, 0) > cards_with(plan, zone, now, plan->cap))
		say_cap(plan, most, translate, out[count++]);
	return count;
}
