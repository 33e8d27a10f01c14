/* Printer and reader use the same table of lines. */
#include "core/codec/state_text.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/codec/state_field.h"

enum { KEY_SIZE = 15 };

struct line {
	char key[KEY_SIZE]; /* an array, because a pointer needs a relocation and so a private page
			     */
	uint8_t length;     /* of the key; 0 ends the table */
	struct state_field fields[9]; /* ended by a FIELD_END */
};

/* A key and its length; one without room for a NUL does not compile. */
#define KEY(text)                                                                                  \
	text, sizeof(text) - 1 + 0 * sizeof(struct {                                               \
					 char byte;                                                \
					 _Static_assert(sizeof(text) <= KEY_SIZE,                  \
							"KEY_SIZE is too small: " text);           \
				 })

/* clang-format off */
#define W(type, member) { FIELD_##type, offsetof(struct state, member) }
#define R(type, member) { FIELD_##type, offsetof(struct reminder_state, member) }

static const struct line whole[] = {
	{ KEY("presence"), { W(U32, presence.absences), W(TIME, presence.absent_since),
			W(TIME, presence.sitting_since) } },
	{ KEY("spans"), { W(TIME, spans.begin), W(TIME, spans.since), W(TIME, spans.left),
			W(U32, spans.how), W(COUNT, spans.booked) } },
	{ KEY("long-back"), { W(TIME, presence.long_back) } },
	{ KEY("work"), { W(DAY, work.day), W(TIME, work.amount), W(TIME, work.since) } },
	{ KEY("standing"), { W(TIME, presence.standing_ends) } },
	{ KEY("workout"), { W(TIME, presence.workout) } },
	{ KEY("returned"), { W(FLAG, presence.returned) } },
	{ KEY("frozen"), { W(FLAG, presence.frozen) } },
	{ KEY("counts"), { W(FLAG, presence.counts), W(FLAG, presence.stands_open), W(TIME, presence.left) } },
	{ KEY("first-start"), { W(TIME, first_start) } },
	{ KEY("session"), { W(WHO, session) } },
	{ KEY("welcomed"), { W(FLAG, welcomed) } },
	{ KEY("pause"), { W(TIME, paused_until), W(WHY, paused_why) } },
	{ KEY("display"), { W(FLAG, display), W(U8, display_tries), W(TIME, display_retry) } },
	{ KEY("last-card"), { W(FLAG, spacing.had_card), W(TIME, spacing.last_card) } },
	{ KEY("last-every"), { W(TIME, spacing.last_every) } },
	{ KEY("unasked"), { W(TIME, spacing.unasked[0]), W(TIME, spacing.unasked[1]) } },
	{ KEY("card"), { W(ID, card.id), W(REMINDER, card.reminder), W(COUNT, card.called),
		    W(NAME, card.item), W(TIME, card.due), W(TIME, card.shown.boot),
		    W(REAL, card.shown.real), W(TIME, card.sat) } },
	{ KEY("play"), { W(COUNT, card.played), W(COUNT, card.hurt), W(LENGTH, card.play.at),
		    W(LENGTH, card.play.spent), W(TIME, card.play.since), W(COUNT, card.play.runs),
		    W(COUNT, card.play.reported) } },
	{ KEY("play-sides"), { W(U32, card.play.sides) } },
	{ KEY("easier"), { W(COUNT, card.easier) } },
	{ KEY("rested"), { W(COUNT, card.rested) } },
	{ KEY("stays"), { W(COUNT, card.stops), W(LENGTH, card.longer) } },
	{ KEY("merged"), { W(SET, card.merged) } },
	{ KEY("riders"), { W(SET, card.riders) } },
	{ KEY("next"), { W(ID, next_card), W(ID, next_sequence) } },
	{ KEY("today"), { W(DAY, today.day), W(U16, today.cards), W(COUNTS, today.outcomes) } },
	{ KEY("water"), { W(DAY, water.day), W(COUNT, water.ml) } },
	{ KEY("water-hour"), { W(TIME, water.slot), W(U16, water.slots[0]), W(U16, water.slots[1]),
			  W(U16, water.slots[2]), W(U16, water.slots[3]), W(U16, water.slots[4]),
			  W(U16, water.slots[5]), W(U16, water.slots[6]) } },
	{ KEY("silence"), { W(TIME, silence.since), W(DAY, silence.day), W(U8, silence.days) } },
	{ KEY("silence-why"), { W(U8, silence.why), W(U16, silence.cards) } },
	{ KEY("today-every"), { W(U16, today.every) } },
	{ KEY("answers"), { W(DAY, answers.asked), W(U32, answers.facts), W(U32, answers.kinds),
		       W(FLAG, answers.warned) } },
	{ KEY("stops"), { W(STOPS, stops) } },
	{ KEY("seen"), { W(TIME, seen), W(ID, seen_row) } },
	{ .length = 0 },
};

#define B(name, word) \
	{ KEY(word), { W(FLAG, busy[BUSY_##name].known), W(FLAG, busy[BUSY_##name].on), \
		  W(TIME, busy[BUSY_##name].since), W(TIME, busy[BUSY_##name].ended), \
		  W(TIME, busy[BUSY_##name].read), W(WHO, busy[BUSY_##name].who) } },

static const struct line reported[] = {
	{ KEY("at"), { W(TIME, at.boot), W(REAL, at.real) } },
	{ KEY("input"), { W(FLAG, input), W(FLAG, input_dates) } },
	BUSY_KINDS(B)
	{ .length = 0 },
};

static const struct line of_reminder[] = {
	{ KEY("trigger"), { R(U8, trigger) } },
	{ KEY("ledger"), { R(TIME, ledger.amount), R(TIME, ledger.since) } },
	{ KEY("planned"), { R(TIME, planned) } },
	{ KEY("mark"), { R(TIME, mark), R(TIME, marked) } },
	{ KEY("due"), { R(TIME, due), R(TIME, valid_until) } },
	{ KEY("snooze"), { R(FLAG, snoozed), R(TIME, snoozed_until) } },
	{ KEY("called"), { R(FLAG, called) } },
	{ KEY("place"), { R(COUNT, place) } },
	{ KEY("wait"), { R(FLAG, unheld), R(TIME, unheld_since) } },
	{ KEY("seen"), { R(TIME, seen) } },
	{ KEY("asked"), { R(U8, asked) } },
	{ KEY("spoke"), { R(TIME, spoke) } },
	{ KEY("came"), { R(U8, came) } },
	{ KEY("in-vain"), { R(FLAG, in_vain) } },
	{ KEY("back-off"), { R(U8, in_a_row), R(U8, well), R(U8, slow), R(FLAG, slowed) } },
	{ KEY("last"), { R(ID, last.sequence), R(U32, last.revision), R(NAME, last.reminder),
		    R(NAME, last.item), R(OUTCOME, last.outcome), R(TIME, last.due),
		    R(TIME, last.shown), R(TIME, last.ended) } },
	{ KEY("had"), { R(TIME, had) } },
	{ KEY("closed"), { R(FLAG, closed) } },
	{ KEY("played"), { R(COUNT, last.seconds) } },
	{ KEY("last-row"), { R(U32, last.kind), R(DAY, last.day), R(DAY, last.zone),
		    R(COUNT, last.amount), R(U32, last.sides) } },
	{ KEY("today"), { R(DAY, today.day), R(U16, today.cards), R(COUNTS, today.outcomes) } },
	{ KEY("today-called"), { R(U16, today.called) } },
	{ KEY("today-unasked"), { R(U16, today.unasked) } },
	{ .length = 0 },
};
/* clang-format on */

/* STATE_TEXT_SIZE holds the longest of both parts; a test prints it. */
static void lines_print(const struct line *line, const void *base, char *at)
{
	for (; line->length > 0; line++) {
		at = ascii_put(at, line->key);
		for (const struct state_field *field = line->fields; field->type != FIELD_END;
		     field++)
			at = state_field_print(at, field, base);
		at = ascii_put(at, "\n");
	}
}

void state_print(const struct state *state, char out[STATE_TEXT_SIZE])
{
	lines_print(whole, state, out);
}

void state_print_reported(const struct state *state, char out[STATE_TEXT_SIZE])
{
	lines_print(reported, state, out);
}

void state_print_reminder(const struct reminder_state *reminder, char out[STATE_TEXT_SIZE])
{
	lines_print(of_reminder, reminder, out);
}

static const struct line *line_find(const struct line *line, const char *key, size_t length)
{
	for (; line->length > 0; line++)
		if (line->length == length && memcmp(line->key, key, length) == 0)
			return line;
	return NULL;
}

/* Read a line; skip one with an unknown key. NULL for an error. `more`: further lines, or NULL. */
static const char *line_read(const char *at, const struct line *lines, const struct line *more,
			     void *base)
{
	size_t length = 0;
	while (at[length] && at[length] != ' ' && at[length] != '\n')
		length++;
	const struct line *line = line_find(lines, at, length);
	if (!line && more)
		line = line_find(more, at, length);
	at += length;
	if (!line)
		return length > 0 ? strchr(at, '\n') : NULL;
	for (const struct state_field *field = line->fields; at && field->type != FIELD_END;
	     field++)
		at = state_field_read(at, field, base);
	return at && *at == '\n' ? at : NULL;
}

static bool lines_read(const char *text, const struct line *lines, const struct line *more,
		       void *base)
{
	while (*text) {
		text = line_read(text, lines, more, base);
		if (!text)
			return false;
		text++;
	}
	return true;
}

bool state_read(struct state *state, const char *text)
{
	unsigned char before[offsetof(struct state, reminders)]; /* which have their own texts */
	memcpy(before, state, sizeof(before));
	if (!lines_read(text, whole, reported, state)) {
		memcpy(state, before, sizeof(before));
		return false;
	}
	if (state->card.reminder < 0)
		memset(&state->card, 0, sizeof(state->card));
	return true;
}

bool state_read_reminder(struct state *state, const char *name, const char *text)
{
	int32_t index = state_field_reminder(state, name);
	bool new = index < 0;
	if (new)
		index = state->count;
	if (index == REMINDERS_MAX || name_read(name, strlen(name)) != TEXT_OK)
		return false;
	struct reminder_state read = { 0 };
	if (!new)
		read = state->reminders[index];
	if (!lines_read(text, of_reminder, NULL, &read))
		return false;
	memcpy(read.name, name, strlen(name));
	state->reminders[index] = read;
	state->count += new;
	return true;
}

/* The text of the state, with that of state_print_reported(). */
enum { PART_SIZE = 2 * STATE_TEXT_SIZE };

/* Copy the lines under a head "[NAME]"; return the position of the next head. */
static const char *part_read(const char *at, char name[NAME_SIZE], char text[PART_SIZE])
{
	const char *close = *at == '[' ? strchr(at, ']') : NULL;
	size_t length = close ? (size_t)(close - at - 1) : 0;
	if (!close || close[1] != '\n' || length >= NAME_SIZE)
		return NULL;
	memcpy(name, at + 1, length);
	name[length] = '\0';
	at = close + 2;
	const char *end = at;
	while (*end != '\0' && *end != '[') {
		end = strchr(end, '\n');
		if (!end)
			return NULL;
		end++;
	}
	length = (size_t)(end - at);
	if (length >= PART_SIZE)
		return NULL;
	memcpy(text, at, length);
	text[length] = '\0';
	return end;
}

/* Two passes, because the text of the state needs its reminders. */
bool state_read_parts(struct state *state, const char *text)
{
	char name[NAME_SIZE], part[PART_SIZE];
	for (int turn = 0; turn < 2; turn++) {
		const char *at = text;
		while (*at != '\0') {
			at = part_read(at, name, part);
			if (!at)
				return false;
			if (turn == 0 && name[0] != '\0' && !state_read_reminder(state, name, part))
				return false;
			if (turn == 1 && name[0] == '\0' && !state_read(state, part))
				return false;
		}
	}
	return true;
}
