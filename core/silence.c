/* Days, not cards: a day on which nothing was due says nothing about whether cards can be seen. */
#include "core/silence.h"

#include <string.h>

void silence_note(const struct plan *plan, struct state *state, struct moment now)
{
	struct silence *silence = &state->silence;
	int32_t day = zone_day(&state->zone, now.real, plan->day_starts);
	if (silence->days > 0 && silence->day == day)
		return;
	if (silence->days == 0)
		silence->since = now.real;
	if (silence->days < UINT8_MAX)
		silence->days++;
	silence->day = day;
}

void silence_end(struct state *state)
{
	memset(&state->silence, 0, sizeof(state->silence));
}

struct realtime silence_since(const struct state *state)
{
	return state->silence.days >= SILENCE_DAYS ? state->silence.since : (struct realtime){ 0 };
}
