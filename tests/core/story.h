/*
 * Stories: a script of events for the step, and the transcript of its actions.
 *
 * A script is a list of commands separated by ";". It begins on Monday 2026-11-23 at 08:00 in
 * Berlin with a fresh state, unless `begin` names another time. A time advances the clocks up to
 * it, and the wakes that the step asked for are sent on the way:
 *
 *	Tue 09:00   09:00:30   +10m       the next such time; a length (s m h d)
 *	begin Mon 06:00 | begin 2026-03-28 22:00
 *	begin first Mon 08:00             the shell can show the welcome; else it cannot
 *	lock unlock sleep wake away back  absences; nothing is sent while the machine is asleep
 *	idle 3m / input                   no input since 3 minutes ago / input again
 *	stand [20m] / sit                 standing at the machine / sitting again
 *	train / trained                   a workout begins / ends; its occasion is `workout`
 *	stood 20m, sat 20m                corrections of the ledgers
 *	source on|dates|off, moment       of input; a gap in input
 *	call on|off|gone                  a signal of calls, and the result of readings from then on
 *	mic on|off|gone                   the result of readings only
 *	awake|dnd|asked [WHO] on|off|gone a signal of a level that holds cards
 *	awake on 40m                      the level began 40 minutes ago
 *	login, workout                    occasions
 *	done|partly|skip [NAME]           answers; done #1: of card 1
 *	drink [AMOUNT]                    water; without an amount a glass of 250 ml
 *	snooze [NAME] +10m|23:00|Tue 9:00, snooze #1 +10m, pause +1h, resume, undo, ring NAME
 *	close, lost                       the user closes the card; the server exits
 *	close welcome                     the user closes the welcome
 *	play [#1] KEY                     start, pause, back, next, easier or hurt
 *	did|did-partly ITEM LENGTH        an item was played elsewhere
 *	display good|fails|mute           the fate of the next cards; shown #1: a late report
 *	display comes|none                EVENT_DISPLAY | EVENT_NO_SERVER
 *	clock +20m | clock -3d            CLOCK_REALTIME is set
 *	zone 9                            hours east of UTC from now on
 *	crash 5m, stop 5m                 the daemon is killed or stopped, and starts 5 min later
 *	reboot 8h, halt 8h                the same with the machine
 *	plan NAMES SETTINGS, setup no, switch NAME off
 *					  another plan, see plans.h
 *	timer                             a wake that the step did not ask for
 *	ledger|holds|last|next NAME, today [NAME]
 *					  printed to the transcript
 *	water                             printed: the water of today and of the hour
 *	explain NAME, silence             printed as sentences
 *	about                             printed: the reminder of the last request
 *	alarm                             printed: the next wake; none within a week
 *	watch                             printed: which input is to be reported
 *	only shows                        from here on only cards shown are in the transcript
 *
 * The transcript: moments separated by "; ", each "[Day] HH:MM[:SS] action, action"; the day is
 * printed when it changes. The actions of a step are in the order close, row, show:
 *
 *	show desk walk | close | close stays | #1.2 desk walk done | no_card (an answer that is
 *	not OK) | read on|off|gone (the microphones, as requested) | welcome | close welcome
 *
 * A close without a row of the step has its outcome. The other contents of a card follow it,
 * "show desk walk + eyes blink & water glass slowed": merged reminders, riders, and the line
 * about back-off. "play 2", "play paused 2", "play end": an update, with the part of the
 * routine. A row of a card that was played has the seconds and the sides after its outcome,
 * "done 60s both".
 */
#ifndef LIMBER_TESTS_STORY_H
#define LIMBER_TESTS_STORY_H

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

static inline void story_send(struct story *story, struct event event);

static inline void story_busy(struct story *story, enum busy kind, const char *who,
			      const char *word, usec age)
{
	struct event event = { .kind = EVENT_BUSY };
	event.busy.since.us = age != 0 ? story->now.boot.us - age : 0;
	event.busy.kind = kind;
	event.busy.who = who;
	event.busy.on = strcmp(word, "on") == 0;
	event.busy.gone = strcmp(word, "gone") == 0;
	story_send(story, event);
}

/* The shell answers at once. What is looked at again and again while a card waits is written once.
 */
static inline void story_read(struct story *story)
{
	const struct busy_state *call = &story->state.busy[BUSY_CALL];
	bool again = boottime_since(story->now.boot, call->read) == CALL_AGAIN &&
		     call->on == (strcmp(story->mic, "on") == 0);
	if (!story->shows_only && !again) {
		story_entry(story);
		story_write(story, "read %s", story->mic);
	}
	story->depth++;
	story_busy(story, BUSY_CALL, "microphone", story->mic, 0);
	story->depth--;
}

static inline void story_send(struct story *story, struct event event)
{
	struct result result;
	memset(&result, 0x5a, sizeof(result)); /* the step sets what it means */
	event.now = story->now;
	step(&story->plan.plan, &story->state, &event, &result);
	story_write_result(story, &result);
	story->result = result;
	if (result.read_calls && story->depth < 8)
		story_read(story);
	for (int i = 0; i < result.count && story->depth < 8; i++) {
		const struct action *action = &result.actions[i];
		if (action->kind != ACTION_SHOW || story->display == DISPLAY_MUTE)
			continue;
		story->depth++;
		story_send(story,
			   (struct event){ .kind = story->display == DISPLAY_GOOD ? EVENT_SHOWN
										  : EVENT_NOT_SHOWN,
					   .card = action->card.id });
		story->depth--;
	}
}

static inline void story_pass(struct story *story, usec length)
{
	story->now.boot.us += length;
	story->now.real.us += length;
}

/* Let time pass, with the wakes on the way. */
static inline void story_go(struct story *story, usec length)
{
	struct boottime target = { story->now.boot.us + length };
	for (int tries = 0;
	     story->result.armed && !story->asleep && story->result.wake.us <= target.us; tries++) {
		if (tries == 100000) {
			story_write(story, "; wakes without end");
			return;
		}
		if (story->result.wake.us > story->now.boot.us)
			story_pass(story, story->result.wake.us - story->now.boot.us);
		story_send(story, (struct event){ .kind = EVENT_WAKE });
	}
	story_pass(story, target.us - story->now.boot.us);
}

/* "10m", "90s", "8h", "3d", with a sign or not; "" is none. */
static inline usec story_length(const char *text)
{
	char *unit;
	long number = strtol(text, &unit, 10);
	usec size = *unit == 'd'   ? USEC_PER_DAY
		    : *unit == 'h' ? USEC_PER_HOUR
		    : *unit == 'm' ? USEC_PER_MIN
				   : USEC_PER_SEC;
	return number * size;
}

/* "[Day] 21:30[:00]", the next one from now on; "2026-03-28 22:00"; or "+10m". */
static inline struct realtime story_time(const struct story *story, const char *text)
{
	static const char days[] = "MonTueWedThuFriSatSun";
	if (*text == '+' || *text == '-')
		return (struct realtime){ story->now.real.us + story_length(text) };
	struct civil at = zone_civil(&story->state.zone, story->now.real);
	int week = 0;
	if (strlen(text) > 10 && strchr(text, '-') == text + 4) {
		sscanf(text, "%d-%d-%d", &at.year, &at.month, &at.day);
		text += 11;
	} else if (*text > '9') {
		char day[4] = { text[0], text[1], text[2], '\0' };
		int wanted = (int)(strstr(days, day) - days) / 3;
		at.day += (wanted - civil_weekday(civil_day(at)) + 7) % 7;
		text += 4;
		week = 7;
	}
	at.second = 0;
	sscanf(text, "%d:%d:%d", &at.hour, &at.minute, &at.second);
	struct realtime real = zone_real(&story->state.zone, at);
	if (real.us >= story->now.real.us)
		return real;
	at.day += week;
	return zone_real(&story->state.zone, at);
}

#endif
