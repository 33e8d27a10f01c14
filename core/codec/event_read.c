/*
 * Text to events. Each reader returns the position after its part and the blanks behind it, or NULL
 * for an error; text that is left at the end is an error.
 */
#include <string.h>

#include "core/base/amount.h"
#include "core/base/ascii.h"
#include "core/codec/event_rows.h"
#include "core/model/until.h"
#include "core/policy/play.h"

struct reading {
	const struct event_place *place;
	struct event_read *ret;
	bool no_reminder; /* the error is an unknown reminder */
};

/* Read the next word, truncated to the longest possible. */
static const char *take_word(const char *at, char word[EVENT_TEXT_SIZE])
{
	size_t length = (size_t)(ascii_word_end(at) - at);
	word[0] = '\0';
	if (length >= EVENT_TEXT_SIZE)
		return NULL;
	memcpy(word, at, length);
	word[length] = '\0';
	return ascii_skip(at + length);
}

static const char *take_length(const char *at, usec *ret)
{
	char word[EVENT_TEXT_SIZE];
	at = take_word(at, word);
	return at && length_read(word, ret) == TEXT_OK ? at : NULL;
}

static const char *take_ago(const char *at, struct reading *reading)
{
	usec ago = 0;
	if (*at != '\0')
		at = take_length(at, &ago);
	reading->ret->event.absent.since.us = reading->place->now.boot.us - ago;
	return at;
}

static const char *take_reasons(const char *at, uint32_t *ret)
{
	*ret = 0;
	for (;;) {
		size_t length = 0;
		int i = 0;
		while (at[length] != '\0' && at[length] != ',' && !ascii_is_blank(at[length]))
			length++;
		while (i < ABSENCES && !ascii_is_word(at, length, absence_rows[i].word))
			i++;
		if (i == ABSENCES)
			return NULL;
		*ret |= (uint32_t)absence_rows[i].bit;
		at += length;
		if (*at++ != ',')
			return ascii_skip(at - 1);
	}
}

static const char *take_switch(const char *at, bool *ret)
{
	char word[EVENT_TEXT_SIZE];
	at = take_word(at, word);
	*ret = strcmp(word, "on") == 0;
	return *ret || strcmp(word, "off") == 0 ? at : NULL;
}

static const char *take_source(const char *at, struct event *event)
{
	char word[EVENT_TEXT_SIZE];
	const char *end = take_word(at, word);
	event->dates = strcmp(word, "dates") == 0;
	event->input = event->dates;
	return event->dates ? end : take_switch(at, &event->input);
}

static const char *take_card(const char *at, uint64_t *ret)
{
	int64_t card = 0;
	*ret = 0;
	if (*at != '#')
		return at;
	const char *end = ascii_number(at + 1, INT64_MAX - 1, &card);
	if (end == at + 1 || card == INT64_MAX || (*end != '\0' && !ascii_is_blank(*end)))
		return NULL;
	*ret = (uint64_t)card;
	return ascii_skip(end);
}

/* Read a name; without one, the word may be the time that follows: do not move. */
static const char *take_name(const char *at, struct reading *reading, bool must, int *ret)
{
	char word[EVENT_TEXT_SIZE];
	*ret = REMINDER_ANY;
	const char *end = take_word(at, word);
	if (!end || word[0] == '\0')
		return must ? NULL : at;
	*ret = plan_find(reading->place->plan, word);
	if (*ret >= 0)
		return end;
	reading->no_reminder = must;
	return must ? NULL : at;
}

/* Read a time up to the end of the text or to a note in parentheses. */
static const char *take_until(const char *at, struct reading *reading, struct realtime *ret)
{
	const struct event_place *place = reading->place;
	char text[EVENT_TEXT_SIZE];
	struct until until;
	size_t length = 0;
	while (at[length] != '\0' && at[length] != '(')
		length++;
	const char *end = at + length;
	while (length > 0 && ascii_is_blank(at[length - 1]))
		length--;
	if (length >= sizeof(text))
		return NULL;
	memcpy(text, at, length);
	text[length] = '\0';
	usec back;
	if (strcmp(text, "open") == 0)
		*ret = REALTIME_OPEN;
	else if (strcmp(text, "0s") == 0)
		*ret = place->now.real;
	else if (text[0] == '-' && length_read(text + 1, &back) == TEXT_OK)
		ret->us = place->now.real.us - back;
	else if (until_read(text, &until) == TEXT_OK)
		*ret = until_resolve(&until, place->plan, place->zone, place->now.real);
	else
		return NULL;
	return end;
}

static const char *take_text(const char *at, size_t length, size_t size, struct reading *reading)
{
	if (length >= size)
		return NULL;
	memcpy(reading->ret->text, at, length);
	reading->ret->text[length] = '\0';
	return at + length;
}

/* "(lunch)", or nothing. */
static const char *take_note(const char *at, size_t size, struct reading *reading)
{
	size_t length = strlen(at);
	reading->ret->text[0] = '\0';
	if (length == 0)
		return at;
	if (*at != '(' || at[length - 1] != ')')
		return NULL;
	return take_text(at + 1, length - 2, size, reading) ? at + length : NULL;
}

static const char *take_snooze(const char *at, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	at = take_card(at, &event->snooze.card);
	if (at)
		at = take_name(at, reading, false, &event->snooze.reminder);
	return at ? take_until(at, reading, &event->snooze.until) : NULL;
}

static const char *take_pause(const char *at, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	event->pause.why = reading->ret->text;
	at = take_until(at, reading, &event->pause.until);
	return at ? take_note(at, WHY_SIZE, reading) : NULL;
}

static const char *take_correction(const char *at, int sign, usec *ret)
{
	at = take_length(at, ret);
	*ret *= sign;
	return at;
}

static const char *take_absences(const char *at, struct reading *reading)
{
	uint32_t set;
	at = take_reasons(at, &set);
	reading->ret->event.absent.why = (enum absence)set;
	return at ? take_ago(at, reading) : NULL;
}

static const char *take_standing(const char *at, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	event->absent.since = reading->place->now.boot;
	return *at != '\0' ? take_length(at, &event->absent.length) : at;
}

static const char *take_present(const char *at, struct event *event)
{
	uint32_t set;
	at = take_reasons(at, &set);
	event->present = (enum absence)set;
	return at;
}

static const char *take_answer(const char *at, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	at = take_card(at, &event->answer.card);
	if (!at)
		return NULL;
	return take_name(at, reading, *at != '\0', &event->answer.reminder);
}

static const char *take_play(const char *at, struct event *event)
{
	char word[EVENT_TEXT_SIZE];
	at = take_word(at, word);
	event->play.key = play_key_read(word);
	return at && event->play.key != PLAY_KEY_COUNT ? take_card(at, &event->play.card) : NULL;
}

static const char *take_did(const char *at, struct event *event)
{
	char item[EVENT_TEXT_SIZE];
	usec length;
	at = take_word(at, item);
	if (!at || name_read(item, strlen(item)) != TEXT_OK)
		return NULL;
	memcpy(event->played_elsewhere.item, item, strlen(item) + 1);
	at = take_length(at, &length);
	event->played_elsewhere.seconds = at ? (int32_t)(length / USEC_PER_SEC) : 0;
	if (!at || *at == '\0')
		return at;
	at = take_word(at, item);
	return at && sides_read(item, &event->played_elsewhere.sides) ? at : NULL;
}

/* "250ml", "2 glasses" */
static const char *take_drink(const char *at, struct reading *reading)
{
	const struct plan *plan = reading->place->plan;
	struct amount amount;
	if (amount_read(at, &amount) != TEXT_OK)
		return NULL;
	int32_t ml = amount_ml(&amount, plan->glass, plan->bottle);
	reading->ret->event.drink = ml;
	return ml >= DRINK_LEAST && ml <= DRINK_MOST ? at + strlen(at) : NULL;
}

/* "on 5min (Firefox)" */
static const char *take_busy(const char *at, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	char word[EVENT_TEXT_SIZE];
	usec ago = 0;
	at = take_word(at, word);
	event->busy.who = reading->ret->text;
	event->busy.on = strcmp(word, "on") == 0;
	event->busy.gone = strcmp(word, "gone") == 0;
	if (!at || !(event->busy.on || event->busy.gone || strcmp(word, "off") == 0))
		return NULL;
	if (*at != '\0' && *at != '(') {
		at = take_length(at, &ago);
		event->busy.since.us = reading->place->now.boot.us - ago;
	}
	return at ? take_note(at, WHO_SIZE, reading) : NULL;
}

static const char *take_zone(const char *at, struct reading *reading)
{
	size_t length = (size_t)(ascii_word_end(at) - at);
	return length > 0 ? take_text(at, length, sizeof(((struct zone *)NULL)->name), reading)
			  : NULL;
}

/* Set the value that the word of a row stands for. */
static void set_value(struct event *event, const struct event_row *row)
{
	size_t place = event_row_place(row);
	if (place > 0)
		memcpy((char *)event + place, &row->value, sizeof(row->value));
	if (row->form == FORM_START)
		event->start.same_boot = row->value;
}

static const char *take_rest(const char *at, const struct event_row *row, struct reading *reading)
{
	struct event *event = &reading->ret->event;
	switch (row->form) {
	case FORM_ABSENT:
		return take_ago(at, reading);
	case FORM_STANDING:
		return take_standing(at, reading);
	case FORM_ABSENCES:
		return take_absences(at, reading);
	case FORM_REASONS:
		return take_present(at, event);
	case FORM_SWITCH:
		return take_source(at, event);
	case FORM_BUSY:
		return take_busy(at, reading);
	case FORM_SAT:
	case FORM_STOOD:
		return take_correction(at, row->form == FORM_SAT ? 1 : -1, &event->sat);
	case FORM_CARD:
		return take_card(at, &event->card);
	case FORM_ANSWER:
		return take_answer(at, reading);
	case FORM_PLAY:
		return take_play(at, event);
	case FORM_DID:
		return take_did(at, event);
	case FORM_DRINK:
		return take_drink(at, reading);
	case FORM_SNOOZE:
		return take_snooze(at, reading);
	case FORM_PAUSE:
		return take_pause(at, reading);
	case FORM_NAME:
		return take_name(at, reading, true, &event->ring);
	case FORM_ZONE:
		return take_zone(at, reading);
	default:
		return at;
	}
}

static const struct event_row *row_find(const char *word)
{
	size_t length = (size_t)(ascii_word_end(word) - word);
	for (int i = 0; i < EVENT_ROWS; i++) {
		const char *usage = event_rows[i].usage;
		if ((size_t)(ascii_word_end(usage) - usage) == length &&
		    memcmp(usage, word, length) == 0)
			return &event_rows[i];
	}
	return NULL;
}

enum event_text event_read(const char *text, const struct event_place *place,
			   struct event_read *ret)
{
	struct reading reading = { .place = place, .ret = ret };
	text = ascii_skip(text);
	const struct event_row *row = row_find(text);
	memset(ret, 0, sizeof(*ret));
	if (!row)
		return EVENT_TEXT_NO_WORD;
	ret->form = row->usage;
	set_value(&ret->event, row);
	ret->event.kind = row->kind;
	ret->event.now = place->now;
	text = take_rest(ascii_skip(ascii_word_end(text)), row, &reading);
	if (text && *ascii_skip(text) == '\0')
		return EVENT_TEXT_OK;
	return reading.no_reminder ? EVENT_TEXT_NO_REMINDER : EVENT_TEXT_BAD;
}

int event_words(const char *ret[EVENT_WORDS_MAX])
{
	for (int i = 0; i < EVENT_ROWS; i++)
		ret[i] = event_rows[i].usage;
	return EVENT_ROWS;
}
