/* Events to text. */
#include <string.h>

#include "core/base/amount.h"
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/codec/event_rows.h"
#include "core/policy/play.h"

/* The row of an event: that of its value, else the general one of its kind. */
static bool row_fits(const struct event_row *row, const struct event *event)
{
	size_t place = event_row_place(row);
	int value = row->value;
	if (place > 0)
		memcpy(&value, (const char *)event + place, sizeof(value));
	if (row->kind != event->kind || row->value != value)
		return false;
	switch (row->form) {
	case FORM_START:
		return row->value == event->start.same_boot;
	case FORM_STANDING:
		return event->absent.since.us == event->now.boot.us;
	case FORM_SAT:
		return event->sat >= 0;
	default:
		return true;
	}
}

static char *put_length(char *at, usec length)
{
	char text[LENGTH_SIZE];
	length_print(length, text);
	at = ascii_put(at, " ");
	return ascii_put(at, text);
}

static char *put_ago(char *at, const struct event *event)
{
	usec ago = boottime_since(event->now.boot, event->absent.since);
	return ago > 0 ? put_length(at, ago < LENGTH_MAX ? ago : LENGTH_MAX) : at;
}

static char *put_reasons(char *at, uint32_t set)
{
	const char *between = " ";
	for (int i = 0; i < ABSENCES; i++) {
		if (!(set & (uint32_t)absence_rows[i].bit))
			continue;
		at = ascii_put(at, between);
		at = ascii_put(at, absence_rows[i].word);
		between = ",";
	}
	return at;
}

static char *put_card(char *at, uint64_t card)
{
	return card != 0 ? ascii_put_number(ascii_put(at, " #"), card) : at;
}

static char *put_name(char *at, const struct plan *plan, int index)
{
	if (index < 0 || index >= plan->count)
		return at;
	return ascii_put(ascii_put(at, " "), plan->reminders[index].name);
}

static char *put_until(char *at, struct realtime until, struct realtime now)
{
	if (until.us > now.us + LENGTH_MAX)
		return ascii_put(at, " open");
	usec length = realtime_since(until, now);
	if (length >= 0)
		return put_length(at, length);
	char text[LENGTH_SIZE];
	length_print(length > -LENGTH_MAX ? -length : LENGTH_MAX, text);
	return ascii_put(ascii_put(at, " -"), text);
}

/* Append a note in parentheses, truncated between characters, without line feeds. */
static char *put_note(char *at, const char *note, size_t size)
{
	size_t length = strlen(note);
	if (length == 0)
		return at;
	if (length >= size)
		length = size - 1;
	while (note[length] != '\0' && ((unsigned char)note[length] & 0xc0) == 0x80)
		length--;
	at = ascii_put(at, " (");
	for (size_t i = 0; i < length; i++)
		*at++ = (unsigned char)note[i] < ' ' || note[i] == 0x7f ? ' ' : note[i];
	return ascii_put(at, ")");
}

static char *put_busy(char *at, const struct event *event)
{
	bool since = event->busy.since.us != 0;
	at = ascii_put(at, event->busy.gone ? " gone" : event->busy.on ? " on" : " off");
	if (since)
		at = put_length(at, boottime_since(event->now.boot, event->busy.since));
	return event->busy.who ? put_note(at, event->busy.who, WHO_SIZE) : at;
}

static char *put_snooze(char *at, const struct event *event, const struct plan *plan)
{
	at = put_name(put_card(at, event->snooze.card), plan, event->snooze.reminder);
	return put_until(at, event->snooze.until, event->now.real);
}

static char *put_pause(char *at, const struct event *event)
{
	at = put_until(at, event->pause.until, event->now.real);
	return event->pause.why ? put_note(at, event->pause.why, WHY_SIZE) : at;
}

static char *put_word(char *at, const char *word)
{
	return ascii_put(ascii_put(at, " "), word);
}

static char *put_did(char *at, const struct event *event)
{
	at = put_word(at, event->played_elsewhere.item);
	at = put_length(at, event->played_elsewhere.seconds * USEC_PER_SEC);
	uint32_t sides = event->played_elsewhere.sides;
	return sides == 0 ? at : put_word(at, sides_word(sides));
}

static char *put_rest(char *at, const struct event_row *row, const struct event *event,
		      const struct plan *plan)
{
	char amount[AMOUNT_SIZE];
	switch (row->form) {
	case FORM_ABSENT:
		return put_ago(at, event);
	case FORM_STANDING:
		return event->absent.length > 0 ? put_length(at, event->absent.length) : at;
	case FORM_ABSENCES:
		return put_ago(put_reasons(at, (uint32_t)event->absent.why), event);
	case FORM_REASONS:
		return put_reasons(at, (uint32_t)event->present);
	case FORM_SWITCH:
		return ascii_put(at, !event->input ? " off" : event->dates ? " dates" : " on");
	case FORM_BUSY:
		return put_busy(at, event);
	case FORM_SAT:
	case FORM_STOOD:
		return put_length(at, event->sat < 0 ? -event->sat : event->sat);
	case FORM_CARD:
		return put_card(at, event->card);
	case FORM_ANSWER:
		return put_name(put_card(at, event->answer.card), plan, event->answer.reminder);
	case FORM_PLAY:
		return put_card(put_word(at, play_key_word(event->play.key)), event->play.card);
	case FORM_DID:
		return put_did(at, event);
	case FORM_DRINK:
		amount_print(event->drink, amount);
		return put_word(at, amount);
	case FORM_SNOOZE:
		return put_snooze(at, event, plan);
	case FORM_PAUSE:
		return put_pause(at, event);
	case FORM_NAME:
		return put_name(at, plan, event->ring);
	case FORM_ZONE:
		return put_word(at, event->zone->name);
	default:
		return at;
	}
}

void event_print(const struct event *event, const struct plan *plan, char out[EVENT_TEXT_SIZE])
{
	const struct event_row *row = event_rows;
	out[0] = '\0';
	while (row < event_rows + EVENT_ROWS && !row_fits(row, event))
		row++;
	if (row == event_rows + EVENT_ROWS)
		return;
	size_t length = (size_t)(ascii_word_end(row->usage) - row->usage);
	memcpy(out, row->usage, length);
	out[length] = '\0';
	put_rest(out + length, row, event, plan);
}
