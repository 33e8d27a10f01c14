/*
 * The result of a step: the answer to a request, the actions to carry out, and the next wake.
 */
#ifndef LIMBER_RESULT_H
#define LIMBER_RESULT_H

#include "core/model/event.h"
#include "core/policy/rules.h"

enum action_kind {
	ACTION_SHOW,   /* show a card on all displays, then send EVENT_SHOWN or NOT_SHOWN */
	ACTION_UPDATE, /* update state->card, which is up */
	ACTION_CLOSE,  /* close card `close.id` on all displays */
	ACTION_RECORD, /* write a row of history, in the same transaction as the state */
	ACTION_ROW,    /* the same, of no reminder: spans, the diary */
};

struct action {
	enum action_kind kind;
	uint64_t card_id; /* ACTION_RECORD: of the card; 0: none */
	union {
		struct card card; /* ACTION_SHOW: state->card or the welcome; ACTION_UPDATE */
		struct {
			uint64_t id;
			enum outcome outcome;
		} close;              /* OUTCOME_NONE: it stays due */
		struct record record; /* ACTION_RECORD, ACTION_ROW */
	};
};

struct result {
	enum answer answer;    /* to a request; ANSWER_OK for all other events */
	int reminder;          /* index the request was about, REMINDER_ANY for none */
	enum undo_kind undone; /* EVENT_UNDO */
	bool watch_input; /* a reminder waits for a gap in input: send EVENT_INPUT_GAP in one */
	/* Read the microphones now and send EVENT_BUSY of BUSY_CALL at once, changed or not; `gone`
	 * if they cannot be read. The step of that event does not ask again. */
	bool read_calls;
	/* Read lock, inhibitors and do-not-disturb again from their owners; changes are sent as
	 * events. */
	bool read_levels;
	usec idle_after;      /* send EVENT_ABSENT after this time without input */
	bool armed;           /* whether `wake` is set */
	struct boottime wake; /* send EVENT_WAKE then; never before event->now */
	int count;
	struct action actions[ACTIONS_MAX]; /* last member: beyond `count` not set */
};

/* Handles one kind of event; step.c has the table. */
typedef void event_handler(const struct plan *plan, struct state *state, const struct event *event,
			   struct result *ret);

#endif
