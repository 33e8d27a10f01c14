/* The transcript of a story, see story.h: each action of a step with its time. */
#ifndef LIMBER_TESTS_TRANSCRIPT_H
#define LIMBER_TESTS_TRANSCRIPT_H

#include <stdarg.h>

#include "core/policy/busy.h"
#include "core/policy/deck.h"
#include "core/policy/play.h"
#include "core/policy/step.h"
#include "tests/core/plans.h"

enum display { DISPLAY_GOOD, DISPLAY_FAILS, DISPLAY_MUTE };

struct story {
	struct test_plan plan;
	struct zone zone;
	struct state state;
	struct moment now;
	bool asleep;
	enum display display;
	bool welcomes;   /* the shell has first words */
	const char *mic; /* what a reading finds */
	bool shows_only, spans_only;
	int depth;
	struct result result; /* of the last step */
	int32_t day;          /* the last one in the transcript */
	struct moment last;   /* of the last action in it */
	int rows;             /* of reminders: */
	uint64_t sequences[256];
	size_t length;
	char text[8192];
};

__attribute__((format(printf, 2, 3))) static inline void story_write(struct story *story,
								     const char *format, ...)
{
	va_list list;
	va_start(list, format);
	size_t left = sizeof(story->text) - story->length;
	int written = vsnprintf(story->text + story->length, left, format, list);
	va_end(list);
	story->length += written < 0 || (size_t)written >= left ? left - 1 : (size_t)written;
}

static inline void story_write_time(struct story *story, struct realtime real)
{
	struct civil civil = zone_civil(&story->state.zone, real);
	story_write(story, "%02d:%02d", civil.hour, civil.minute);
	if (civil.second != 0)
		story_write(story, ":%02d", civil.second);
}

/* The time before the first action of a moment, a comma before the others. */
static inline void story_entry(struct story *story)
{
	static const char days[7][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	bool same = story->now.boot.us == story->last.boot.us &&
		    story->now.real.us == story->last.real.us;
	story->last = story->now;
	if (story->length > 0 && same) {
		story_write(story, ", ");
		return;
	}
	if (story->length > 0)
		story_write(story, "; ");
	int32_t day = civil_day(zone_civil(&story->state.zone, story->now.real));
	if (day != story->day)
		story_write(story, "%s ", days[civil_weekday(day)]);
	story->day = day;
	story_write_time(story, story->now.real);
	story_write(story, " ");
}

static inline const char *story_name(const struct story *story, int index)
{
	bool known = index >= 0 && index < story->plan.plan.count;
	return known ? story->plan.reminders[index].name : "?";
}

/* Whether a row of the step has the outcome of the card that was closed. */
static inline bool story_explained(const struct result *result, enum outcome outcome)
{
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_RECORD &&
		    result->actions[i].record.outcome == outcome)
			return true;
	return false;
}

/* The reminders of a set with their items, each behind a mark. */
static inline void story_write_set(struct story *story, uint64_t set, const char *mark)
{
	for (int i = 0; i < story->plan.plan.count; i++) {
		const struct item *item = deck_item(&story->plan.plan, &story->state, i);
		if (set & UINT64_C(1) << i)
			story_write(story, " %s %s%s%s", mark, story_name(story, i),
				    item ? " " : "", item ? item->id : "");
	}
}

static inline void story_write_card(struct story *story, const char *verb, const struct card *card)
{
	story_write(story, "%s %s%s%s", verb, story_name(story, card->reminder),
		    card->item[0] == '\0' ? "" : " ", card->item);
	story_write_set(story, card->merged, "+");
	story_write_set(story, card->riders, "&");
	if (card->slowed)
		story_write(story, " slowed");
}

/* Rows are numbered without the spans between them, which span_test.c tests. */
static inline int story_number(struct story *story, uint64_t sequence)
{
	int i = 0;
	while (i < story->rows && story->sequences[i] != sequence)
		i++;
	if (i == story->rows && i < 256)
		story->sequences[story->rows++] = sequence;
	return i + 1;
}

static inline void story_write_record(struct story *story, const struct record *record)
{
	story_write(story, "#%d.%d %s%s%s %s", story_number(story, record->sequence),
		    (int)record->revision, record->reminder, record->item[0] == '\0' ? "" : " ",
		    record->item, outcome_word(record->outcome));
	if (record->seconds > 0)
		story_write(story, " %ds", (int)record->seconds);
	if (record->sides != 0)
		story_write(story, " %s", sides_word(record->sides));
}

/* The part that is on, and how far the routine is. */
static inline void story_write_play(struct story *story, const struct card *card)
{
	struct player player;
	struct player_place place;
	play_player(&story->plan.plan, card, &player);
	player_place(&player, &card->play, story->now.boot, &place);
	const char *how = card->hurt ? "hurt " : card->play.runs ? "" : "paused ";
	const char *form = card->easier ? "easier " : "";
	if (place.part == player.count)
		story_write(story, "play %s%send", form, how);
	else
		story_write(story, "play %s%s%d", form, how, place.part + 1);
}

static inline void story_write_action(struct story *story, const struct result *result,
				      const struct action *action)
{
	if ((story->shows_only && action->kind != ACTION_SHOW) || story->spans_only)
		return;
	story_entry(story);
	const struct record *record = &action->record;
	if (action->kind == ACTION_SHOW && action->card.id == WELCOME_CARD)
		story_write(story, WELCOME_ITEM);
	else if (action->kind == ACTION_SHOW)
		story_write_card(story, "show", &action->card);
	else if (action->kind == ACTION_UPDATE && !action->card.played)
		story_write_card(story, "now", &action->card);
	else if (action->kind == ACTION_UPDATE)
		story_write_play(story, &action->card);
	else if (action->kind == ACTION_RECORD)
		story_write_record(story, record);
	else if (action->close.id == WELCOME_CARD)
		story_write(story, "close welcome");
	else if (action->close.outcome == OUTCOME_NONE)
		story_write(story, "close stays");
	else if (story_explained(result, action->close.outcome))
		story_write(story, "close");
	else
		story_write(story, "close %s", outcome_word(action->close.outcome));
}

/* "sat 08:00 30m": its begin, on the wall of its end; "away 08:30 10m locked". */
static inline void story_write_span(struct story *story, const struct record *row)
{
	struct civil civil = zone_civil(&story->zone, row->shown);
	story_entry(story);
	story_write(story, "%s %02d:%02d %dm", row->kind == RECORD_SITTING ? "sat" : "away",
		    civil.hour, civil.minute, (int)(row->seconds / 60));
	for (int i = 0; i < ABSENCES; i++)
		if (row->marks & absence_rows[i].bit)
			story_write(story, " %s", absence_rows[i].word);
}

static inline const char *story_answer(enum answer answer)
{
	static const char *const words[ANSWER_COUNT] = { [ANSWER_OK] = "ok",
							 [ANSWER_NO_CARD] = "no_card",
							 [ANSWER_NO_REMINDER] = "no_reminder",
							 [ANSWER_OFF] = "off",
							 [ANSWER_PAST] = "past",
							 [ANSWER_OUTLIVED] = "outlived",
							 [ANSWER_TOO_FAR] = "too_far",
							 [ANSWER_NOT_PAUSED] = "not_paused",
							 [ANSWER_NOTHING_TO_UNDO] =
								 "nothing_to_undo",
							 [ANSWER_HEALTH] = "health",
							 [ANSWER_NOT_FOR_YOU] = "not-for-you",
							 [ANSWER_LOCKED] = "locked",

							 [ANSWER_NO_CARD_UP] = "no_card_up",
							 [ANSWER_NO_STEPS] = "no_steps",
							 [ANSWER_NOT_PLAYED] = "not_played",
							 [ANSWER_NO_EASIER] = "no_easier",
							 [ANSWER_NO_OTHER] = "no_other",
							 [ANSWER_HURT] = "hurt",
							 [ANSWER_IN_NO_DECK] = "in_no_deck",
							 [ANSWER_NO_WORKOUT] = "no_workout" };
	return answer < ANSWER_COUNT ? words[answer] : "?";
}

static inline void story_write_result(struct story *story, const struct result *result)
{
	static const enum action_kind order[] = { ACTION_CLOSE, ACTION_RECORD, ACTION_SHOW,
						  ACTION_UPDATE };
	for (int i = 0; story->spans_only && i < result->count; i++)
		if (result->actions[i].kind == ACTION_ROW)
			story_write_span(story, &result->actions[i].record);
	for (int kind = 0; kind < 4; kind++)
		for (int i = 0; i < result->count; i++)
			if (result->actions[i].kind == order[kind])
				story_write_action(story, result, &result->actions[i]);
	if (result->answer != ANSWER_OK) {
		story_entry(story);
		story_write(story, "%s", story_answer(result->answer));
	}
}

#endif
