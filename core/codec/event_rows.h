/* The table of event words, used by event_print.c and event_read.c. */
#ifndef LIMBER_EVENT_ROWS_H
#define LIMBER_EVENT_ROWS_H

#include "core/codec/event_text.h"

/* The arguments of a word; see event_rows.c. */
enum event_form {
	FORM_NONE,
	FORM_START,
	FORM_ABSENT,
	FORM_PRESENT,
	FORM_STANDING,
	FORM_ABSENCES,
	FORM_REASONS,
	FORM_SWITCH,
	FORM_BUSY,
	FORM_OCCASION,
	FORM_SAT,
	FORM_STOOD,
	FORM_CARD,
	FORM_ANSWER,
	FORM_PLAY,
	FORM_DID,
	FORM_DRINK,
	FORM_SNOOZE,
	FORM_PAUSE,
	FORM_NAME,
	FORM_ZONE,
};

struct event_row {
	const char *usage; /* the word and its arguments */
	enum event_kind kind;
	int value; /* its absence, occasion, outcome, level, or whether the boot is the same */
	enum event_form form;
};

enum { EVENT_ROWS = 47 + BUSY_COUNT };

extern const struct event_row event_rows[EVENT_ROWS];

/* Where the value of a row is in the event, which has an int there; 0: not one of these forms. */
size_t event_row_place(const struct event_row *row);

#endif
