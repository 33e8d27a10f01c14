/*
 * The holds, one row each: when it is there, since and until when. The order of the rows is the
 * order in which equal ends are told.
 */
#include "core/hold.h"

#include "core/due.h"

static const char *const hold_words[HOLD_COUNT] = {
	[HOLD_PAUSED] = "paused",         [HOLD_SNOOZED] = "snoozed", [HOLD_LOCKED] = "locked",
	[HOLD_ASLEEP] = "asleep",         [HOLD_AWAY] = "away",       [HOLD_CARD_UP] = "card_up",
	[HOLD_HOURS] = "hours",           [HOLD_GAP] = "gap",         [HOLD_HEALTH] = "health",
	[HOLD_NO_DISPLAY] = "no_display",
};

const char *hold_word(enum hold_kind kind)
{
	return kind < HOLD_COUNT ? hold_words[kind] : "";
}

/* The holds found so far, the one that ends last first. */
struct found {
	struct hold *holds;
	int count;
};

static void add(struct found *found, enum hold_kind kind, struct realtime since,
		struct realtime until)
{
	int at = found->count++;
	while (at > 0 && found->holds[at - 1].until.us < until.us) {
		found->holds[at] = found->holds[at - 1];
		at--;
	}
	found->holds[at] = (struct hold){ kind, since, until };
}

static const struct realtime unknown = { 0 };

static void add_absences(struct found *found, const struct presence *presence, struct moment now)
{
	struct realtime since = moment_real_of(now, presence->absent_since);
	if (presence->absences & ABSENT_LOCKED)
		add(found, HOLD_LOCKED, since, REALTIME_OPEN);
	if (presence->absences & ABSENT_ASLEEP)
		add(found, HOLD_ASLEEP, since, REALTIME_OPEN);
	if (presence->absences & (ABSENT_BY_HAND | ABSENT_IDLE))
		add(found, HOLD_AWAY, since, REALTIME_OPEN);
}

/* `hours` and `gap` bind reminders that count sitting. */
static void add_limits(struct found *found, const struct plan *plan, const struct state *state,
		       int index, struct moment now)
{
	struct realtime gap_began = moment_real_of(now, state->last_card);
	struct realtime gap_ends = { gap_began.us + plan->gap };
	if (plan->reminders[index].trigger != TRIGGER_SITTING)
		return;
	if (!hours_contain(plan->hours, plan->hours_count, &state->zone, now.real))
		add(found, HOLD_HOURS, unknown,
		    hours_next_start(plan->hours, plan->hours_count, &state->zone, now.real));
	if (state->had_card && !state->reminders[index].snoozed && gap_ends.us > now.real.us)
		add(found, HOLD_GAP, gap_began, gap_ends);
}

int holds_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	     struct hold ret[HOLDS_MAX])
{
	const struct reminder_state *its = &state->reminders[index];
	struct found found = { ret, 0 };
	if (due_silent(plan, index))
		add(&found, HOLD_HEALTH, unknown, REALTIME_OPEN);
	if (state->paused_until.us > now.real.us)
		add(&found, HOLD_PAUSED, unknown, state->paused_until);
	if (its->snoozed_until.us > now.real.us)
		add(&found, HOLD_SNOOZED, unknown, its->snoozed_until);
	if (state->card.id != 0 && state->card.reminder != index)
		add(&found, HOLD_CARD_UP, state->card.shown.real, REALTIME_OPEN);
	if (!state->display)
		add(&found, HOLD_NO_DISPLAY, unknown, moment_real_of(now, state->display_retry));
	add_absences(&found, &state->presence, now);
	add_limits(&found, plan, state, index, now);
	return found.count;
}
