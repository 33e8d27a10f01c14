/* Lines are in the order of the events; a row of history changes the line of its card. */
#include "cli/report/simulate/transcript.h"

#include <stdlib.h>
#include <string.h>

#include "core/words/words.h"

static struct transcript_line *line_add(struct transcript *transcript, const struct replay *replay)
{
	struct transcript_line *more =
		reallocarray(transcript->lines, transcript->count + 1, sizeof(*more));
	if (!more) {
		transcript->full = true;
		return NULL;
	}
	transcript->lines = more;
	more[transcript->count] = (struct transcript_line){
		.at = replay->now.real, .offset = zone_offset(&replay->state.zone, replay->now.real)
	};
	return &more[transcript->count++];
}

/* Note the holds of the reminders that are due. */
static void note_holds(struct transcript *transcript, const struct replay *replay)
{
	struct hold holds[HOLDS_MAX];
	for (int i = 0; i < replay->plan->count; i++) {
		struct realtime due = replay->state.reminders[i].due;
		if (due.us != transcript->due[i].us)
			transcript->holds[i] = 0;
		transcript->due[i] = due;
		if (due.us == 0 || (replay->state.card.id != 0 && replay->state.card.reminder == i))
			continue;
		int count = holds_of(replay->plan, &replay->state, i, replay->now, holds);
		for (int k = 0; k < count; k++)
			transcript->holds[i] |= UINT32_C(1) << holds[k].kind;
	}
}

static void add_card(struct transcript *transcript, const struct replay *replay,
		     const struct card *card)
{
	struct transcript_line *line = line_add(transcript, replay);
	if (!line)
		return;
	line->card = card->id;
	line->due = card->due;
	line->came = (enum good_kind)card->came;
	memcpy(line->reminder, replay->plan->reminders[card->reminder].name, NAME_SIZE);
	memcpy(line->item, card->item, NAME_SIZE);
	for (int i = 0, k = 0; i < replay->plan->count && k < CARD_MAX; i++)
		if ((card->merged | card->riders) & UINT64_C(1) << i)
			memcpy(line->with[k++], replay->plan->reminders[i].name, NAME_SIZE);
	line->holds = card->called ? 0 : transcript->holds[card->reminder];
}

/* The line of a row: the first row of a card is that of its own reminder, also after the card was
 * closed and stayed due; later rows change the line. */
static struct transcript_line *find_line(struct transcript *transcript, uint64_t card,
					 const struct record *record)
{
	for (size_t i = transcript->count; i-- > 0;) {
		struct transcript_line *line = &transcript->lines[i];
		bool open = line->card != 0 && line->sequence == 0 &&
			    strcmp(line->reminder, record->reminder) == 0;
		if (line->sequence == record->sequence || (open && line->card == card) ||
		    (open && card == 0 && line->shown && line->due.us == record->due.us))
			return line;
	}
	return NULL;
}

static void add_record(struct transcript *transcript, const struct replay *replay, uint64_t card,
		       const struct record *record)
{
	struct transcript_line *line = find_line(transcript, card, record);
	/* Merged reminders are part of the line of their card. */
	if (!line && (card != 0 || record->revision > 1))
		return;
	if (!line)
		line = line_add(transcript, replay);
	if (!line)
		return;
	memcpy(line->reminder, record->reminder, NAME_SIZE);
	memcpy(line->item, record->item, NAME_SIZE);
	line->sequence = record->sequence;
	line->outcome = record->outcome;
	line->ended = record->ended;
	line->due = record->due;
}

static void note_shown(struct transcript *transcript, uint64_t card)
{
	for (size_t i = 0; i < transcript->count; i++)
		if (transcript->lines[i].card == card && card != 0)
			transcript->lines[i].shown = true;
}

void transcript_step(struct replay *replay, const struct event *event, const struct result *result,
		     void *user)
{
	struct transcript *transcript = user;
	if (event->kind == EVENT_SHOWN)
		note_shown(transcript, event->card);
	for (int i = 0; i < result->count; i++) {
		const struct action *action = &result->actions[i];
		if (action->kind == ACTION_SHOW)
			add_card(transcript, replay, &action->card);
		else if (action->kind == ACTION_RECORD)
			add_record(transcript, replay, action->card_id, &action->record);
	}
	struct transcript_line *line =
		result->answer == ANSWER_OK ? NULL : line_add(transcript, replay);
	if (line)
		line->refused = words_answer(result->answer);
	note_holds(transcript, replay);
}

void transcript_finish(struct transcript *transcript)
{
	free(transcript->lines);
	*transcript = (struct transcript){ 0 };
}
