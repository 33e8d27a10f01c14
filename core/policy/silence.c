/*
 * Days, not cards: a day on which nothing was due says nothing about whether cards can be seen,
 * and one on which a card was seen is well.
 */
#include "core/policy/silence.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/model/card.h"
#include "core/policy/busy.h"

static void note(const struct plan *plan, struct state *state, int index, uint8_t why,
		 struct moment now)
{
	struct silence *silence = &state->silence;
	struct reminder_state *its = &state->reminders[index];
	int32_t day = zone_day(&state->zone, now.real, plan->day_starts);
	if (state_today(&state->today, day).cards > 0)
		return;
	silence->why = why;
	if (!its->in_vain && silence->cards < UINT16_MAX)
		silence->cards++;
	its->in_vain = true;
	if (silence->days > 0 && silence->day == day)
		return;
	if (silence->days == 0)
		silence->since = now.real;
	if (silence->days < UINT8_MAX)
		silence->days++;
	silence->day = day;
}

void silence_note(const struct plan *plan, struct state *state, int index, struct moment now)
{
	note(plan, state, index, 0, now);
}

/* 1 + enum busy of what holds it, if nothing else does; 0: else. */
static int held_by(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	struct hold holds[HOLDS_MAX];
	int count = holds_of(plan, state, index, now, holds);
	for (int i = 0; i < count; i++)
		if (busy_of_hold(holds[i].kind) == BUSY_COUNT)
			return 0;
	return count > 0 ? 1 + (int)busy_of_hold(holds[0].kind) : 0;
}

void silence_watch(const struct plan *plan, struct state *state, struct moment now)
{
	for (int i = 0; i < plan->count; i++) {
		if (state->reminders[i].due.us == 0 || plan->reminders[i].with >= 0 ||
		    card_has(state, i))
			continue;
		int why = held_by(plan, state, i, now);
		if (why > 0)
			note(plan, state, i, (uint8_t)why, now);
	}
}

void silence_end(struct state *state, bool called)
{
	if (called && state->silence.why > 0)
		return;
	memset(&state->silence, 0, sizeof(state->silence));
}

struct realtime silence_since(const struct state *state)
{
	return state->silence.days >= SILENCE_DAYS ? state->silence.since : (struct realtime){ 0 };
}
