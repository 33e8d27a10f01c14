/* Two moments of input are kept, and evaluated when a card could be shown. */
#include "core/policy/chair.h"

#include "core/policy/busy.h"
#include "core/policy/rules.h"

/* A film or a call that counts as sitting, in which the user types nothing. */
static bool looks_on(const struct plan *plan, const struct state *state, struct moment now)
{
	return plan->video == VIDEO_SITTING && busy_awake(plan, state, now).lasts;
}

static bool is_fresh(struct boottime key, struct moment now)
{
	return key.us != 0 && boottime_since(now.boot, key) < KEY_FRESH;
}

enum chair chair_of(const struct plan *plan, const struct state *state, struct moment now)
{
	const struct presence *presence = &state->presence;
	struct boottime key = presence->idle ? presence->idle_since : state->chair.key;
	if (!state->input || is_fresh(key, now) || looks_on(plan, state, now))
		return CHAIR_TAKEN;
	if (presence->idle)
		return CHAIR_EMPTY;
	return chair_known(state, now).us <= now.boot.us ? CHAIR_TAKEN : CHAIR_UNKNOWN;
}

bool chair_asked(const struct plan *plan, const struct state *state, int index, struct moment now)
{
	const struct reminder *reminder = &plan->reminders[index];
	return reminder->trigger != TRIGGER_ON || reminder->on == ON_STANDING ||
	       realtime_since(now.real, state->reminders[index].due) >= KEY_FRESH;
}

struct boottime chair_known(const struct state *state, struct moment now)
{
	struct boottime watched = state->chair.watched;
	usec length = state->input_dates ? INPUT_ANSWERS : KEY_FRESH;
	return (struct boottime){ (watched.us != 0 ? watched.us : now.boot.us) + length };
}

void chair_key(struct state *state, struct moment now)
{
	state->chair.key = now.boot;
}

void chair_watch(struct state *state, struct moment now, const struct result *result)
{
	struct boottime *watched = &state->chair.watched;
	if (!state->input || result->idle_after > KEY_FRESH)
		watched->us = 0;
	else if (watched->us == 0)
		*watched = now.boot;
}
