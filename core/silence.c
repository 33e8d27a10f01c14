/*
 * Days, not cards: a day on which nothing was due says nothing about whether cards can be seen,
 * and one on which a card was seen is well.
 */
#include "core/silence.h"

#include <string.h>

#include "core/ascii.h"
#include "core/busy.h"
#include "core/card.h"

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
		if (holds[i].kind < HOLD_CALL || holds[i].kind > HOLD_ASKED)
			return 0;
	return count > 0 ? 1 + (int)holds[0].kind - HOLD_CALL : 0;
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

/* What goes on, of whom, and what to do; of displays first. */
static const struct {
	const char *cause, *whose, *remedy;
} causes[1 + BUSY_COUNT] = {
	[0] = { N_("nothing could show them"), N_("nothing could show them ({who})"),
		N_("Read them here: limber watch") },
	[1 + BUSY_CALL] = { N_("there is a call since {on}"),
			    N_("there is a call since {on} ({who})"),
			    N_("If there is none, take \"call\" out of never_during.") },
	[1 + BUSY_AWAKE] = { N_("the screen is kept awake since {on}"),
			     N_("{who} keeps the screen awake since {on}"),
			     N_("Close that, or take \"awake\" out of never_during.") },
	[1 + BUSY_DND] = { N_("do-not-disturb is on since {on}"),
			   N_("do-not-disturb ({who}) is on since {on}"),
			   N_("Turn it off, or take \"dnd\" out of never_during.") },
	[1 + BUSY_ASKED] = { N_("silence was asked for, since {on}"),
			     N_("silence was asked for by {who}, since {on}"),
			     N_("End that program.") },
};

void silence_say(const struct plan *plan, const struct state *state, struct moment now,
		 const char *display, words_translate *translate, char *out, size_t size)
{
	const struct silence *silence = &state->silence;
	int why = silence->why <= BUSY_COUNT ? silence->why : 0;
	const struct busy_state *busy = why > 0 ? &state->busy[why - 1] : NULL;
	bool over = busy && !busy_holds(plan, state, (enum busy)(why - 1), now);
	const char *who = busy ? busy->who : display;
	const char *cause = who[0] ? causes[why].whose : causes[why].cause;
	const char *remedy = over ? N_("See why: limber explain") : causes[why].remedy;
	const char *pattern = N_("NO CARD HAS BEEN SEEN SINCE {since}, though {cards} were due: "
				 "{cause}. {remedy}");
	char since[WHEN_SIZE], on[WHEN_SIZE] = "", cards[21], said[SENTENCE_SIZE];
	if (over)
		cause = N_("they were held each time");
	words_when(silence->since, &state->zone, now.real, translate, since);
	if (busy)
		words_when(moment_real_of(now, busy->since), &state->zone, now.real, translate, on);
	ascii_put_number(cards, silence->cards);
	words_fill(said, sizeof(said), translate ? translate(cause) : cause,
		   (const struct word[]){ { "on", on }, { "who", who }, { NULL, NULL } });
	words_fill(out, size, translate ? translate(pattern) : pattern,
		   (const struct word[]){ { "since", since },
					  { "cards", cards },
					  { "cause", said },
					  { "remedy", translate ? translate(remedy) : remedy },
					  { NULL, NULL } });
}
