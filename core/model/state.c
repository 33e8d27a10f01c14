/* Creates a state, and fits it to a plan that is replaced. */
#include "core/model/state.h"

#include <string.h>

#include "core/base/translate.h"

const struct absence_words absence_rows[ABSENCES] = {
	{ ABSENT_LOCKED, "locked", N_("the screen is locked") },
	{ ABSENT_ASLEEP, "asleep", N_("the machine sleeps") },
	{ ABSENT_BY_HAND, "by_hand", N_("limber away") },
	{ ABSENT_IDLE, "idle", N_("no input") },
	{ ABSENT_STANDING, "standing", N_("you work standing") },
	{ ABSENT_DOWN, "down", N_("limberd does not run") },
	{ ABSENT_WORKOUT, "workout", N_("a workout") },
};

static void reminder_state_init(struct reminder_state *state, const struct reminder *reminder,
				struct moment now)
{
	memset(state, 0, sizeof(*state));
	memcpy(state->name, reminder->name, sizeof(state->name));
	state->ledger.since = now.boot;
	state->planned = now.real;
	state->trigger = (uint8_t)reminder->trigger;
}

void state_init(struct state *state, const struct plan *plan, const struct zone *zone,
		struct moment now)
{
	memset(state, 0, offsetof(struct state, reminders));
	state->at = now;
	state->zone = *zone;
	state->presence.sitting_since = now.boot;
	state->work.since = now.boot;
	state->display = true;
	state->next_card = 1;
	state->next_sequence = 1;
	state->count = plan->count;
	for (int i = 0; i < plan->count; i++)
		reminder_state_init(&state->reminders[i], &plan->reminders[i], now);
}

static const struct reminder_state *find(const struct state *state, const char *name)
{
	for (int i = 0; i < state->count; i++)
		if (strcmp(state->reminders[i].name, name) == 0)
			return &state->reminders[i];
	return NULL;
}

/* The index in the new plan of reminder `index` of the old state, -1 if it is gone. */
static int32_t moved_to(const struct state *old, const struct plan *plan, int32_t index)
{
	if (index < 0 || index >= old->count)
		return -1;
	return plan_find(plan, old->reminders[index].name);
}

static uint64_t moved_bits(const struct state *old, const struct plan *plan, uint64_t bits)
{
	uint64_t moved = 0;
	for (int32_t i = 0; i < old->count; i++) {
		int32_t to = bits & UINT64_C(1) << i ? moved_to(old, plan, i) : -1;
		if (to >= 0)
			moved |= UINT64_C(1) << to;
	}
	return moved;
}

static void adopt_card(struct state *state, const struct state *old, const struct plan *plan)
{
	struct card *card = &state->card;
	if (card->id == 0)
		return;
	card->reminder = moved_to(old, plan, old->card.reminder);
	card->merged = moved_bits(old, plan, old->card.merged);
	card->riders = moved_bits(old, plan, old->card.riders);
	if (card->reminder < 0)
		memset(card, 0, sizeof(*card));
}

/* If one of its reminders is gone, the step cannot be undone. */
static void adopt_undo(struct state *state, const struct state *old, const struct plan *plan)
{
	for (int i = 0; i < old->undo.count; i++) {
		state->undo.reminders[i] = moved_to(old, plan, old->undo.reminders[i]);
		if (state->undo.reminders[i] < 0) {
			memset(&state->undo, 0, sizeof(state->undo));
			return;
		}
	}
}

void state_adopt(struct state *state, const struct plan *plan, struct moment now)
{
	struct state
		old; /* only state_size() bytes are copied, to touch no more stack than needed */
	memcpy(&old, state, state_size(state));
	state->count = plan->count;
	memset(&state->foresight, 0, sizeof(state->foresight));
	for (int i = 0; i < plan->count; i++) {
		const struct reminder_state *was = find(&old, plan->reminders[i].name);
		if (was)
			state->reminders[i] = *was;
		else
			reminder_state_init(&state->reminders[i], &plan->reminders[i], now);
	}
	adopt_card(state, &old, plan);
	adopt_undo(state, &old, plan);
}

const struct foreseen *state_foreseen(const struct state *state, int index)
{
	struct realtime at = state->foresight.at;
	return at.us != 0 && at.us == state->at.real.us ? &state->foresight.reminders[index] : NULL;
}

int32_t state_day(const struct plan *plan, const struct state *state, struct realtime real)
{
	return zone_day(&state->zone, real, plan->day_starts);
}

struct realtime state_day_begins(const struct plan *plan, const struct state *state, int32_t day)
{
	return zone_time(&state->zone, day, plan->day_starts);
}

struct realtime state_day_ends(const struct plan *plan, const struct state *state,
			       struct realtime real)
{
	return state_day_begins(plan, state, state_day(plan, state, real) + 1);
}

struct today state_today(const struct today *today, int32_t day)
{
	if (today->day == day)
		return *today;
	return (struct today){ .day = day };
}
