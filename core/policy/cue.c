/* Computed from the state each time, so that what ends a silence needs no event of its own. */
#include "core/policy/cue.h"

#include "core/policy/busy.h"
#include "core/policy/play.h"

static enum cues wanted(const struct plan *plan, int index, bool voice)
{
	int own = index == REMINDER_ANY ? 0 : plan->reminders[index].cues;
	if (voice)
		return CUES_VOICE;
	return own == 0 ? plan->cues : (enum cues)(own - 1);
}

/* The hold that mutes cues; HOLD_COUNT: none. */
static enum hold_kind mute_reason(const struct plan *plan, const struct state *state, int index,
				  struct moment now)
{
	const struct ranges *quiet = index == REMINDER_ANY ? &plan->quiet : plan_quiet(plan, index);
	if (busy_counts(plan, state, BUSY_CALL, now))
		return HOLD_CALL;
	if (quiet->count > 0 && hours_contain(quiet->hours, quiet->count, &state->zone, now.real))
		return HOLD_QUIET;
	if (state->presence.absences & ABSENT_LOCKED)
		return HOLD_LOCKED;
	for (int i = 0; i < BUSY_COUNT; i++)
		if (busy_holds(plan, state, (enum busy)i, now))
			return (enum hold_kind)(HOLD_CALL + i);
	return HOLD_COUNT;
}

enum cues cue_of(const struct plan *plan, const struct state *state, int index, bool voice,
		 struct moment now, enum hold_kind *why)
{
	enum cues cues = wanted(plan, index, voice);
	*why = cues == CUES_OFF ? HOLD_COUNT : mute_reason(plan, state, index, now);
	return *why == HOLD_COUNT ? cues : CUES_OFF;
}

void cue_place(const struct plan *plan, const struct state *state, struct moment now,
	       struct cue_place *ret)
{
	const struct card *card = &state->card;
	struct player_place place;
	enum hold_kind why;
	*ret = (struct cue_place){ .cues = CUES_OFF };
	if (card->id == 0 || !card->played)
		return;
	enum cues cues = cue_of(plan, state, card->reminder, card->voice, now, &why);
	if (cues == CUES_OFF)
		return;
	play_place(plan, card, now.boot, &place);
	*ret = (struct cue_place){ .card = card->id,
				   .cues = cues,
				   .part = place.part,
				   .runs = card->play.runs,
				   .hurt = card->hurt,
				   .at = card->play.at,
				   .since = card->play.since };
}

bool cue_place_same(const struct cue_place *a, const struct cue_place *b)
{
	return a->card == b->card && a->cues == b->cues && a->part == b->part &&
	       a->runs == b->runs && a->hurt == b->hurt && a->at == b->at &&
	       a->since.us == b->since.us;
}

bool cue_runs(const struct plan *plan, const struct state *state, struct moment now)
{
	const struct card *card = &state->card;
	struct boottime next;
	return card->id != 0 && !card->hurt &&
	       wanted(plan, card->reminder, card->voice) != CUES_OFF &&
	       play_next_turn(plan, state, now, &next);
}
