/*
 * What a step returns: the answer to a request, the actions to carry out, and when to step again.
 */
#ifndef LIMBER_RESULT_H
#define LIMBER_RESULT_H

#include "core/model/event.h"
#include "core/policy/rules.h"

enum action_kind {
	ACTION_SHOW,    /* put state->card on every display; EVENT_SHOWN or NOT_SHOWN comes of it */
	ACTION_WELCOME, /* put the first words up, as WELCOME_CARD; likewise */
	ACTION_UPDATE,  /* show state->card, which is up, as it is now */
	ACTION_CLOSE,   /* take card `close.id` off every display */
	ACTION_RECORD,  /* write a row of history, in the same transaction as the state */
};

struct action {
	enum action_kind kind;
	uint64_t card_id; /* ACTION_RECORD: of the card it is about; 0: of none */
	union {
		struct card card; /* ACTION_SHOW, ACTION_UPDATE */
		struct {
			uint64_t id;
			enum outcome outcome;
		} close; /* OUTCOME_NONE: it stays due */
		struct record record;
	};
};

struct result {
	enum answer answer;    /* to a request; ANSWER_OK for all other events */
	int reminder;          /* index the request was about, REMINDER_ANY for none */
	enum undo_kind undone; /* EVENT_UNDO */
	bool watch_input; /* a reminder waits for a gap in input: send EVENT_INPUT_GAP in one */
	/* Look at the microphones now and send EVENT_BUSY of BUSY_CALL at once, changed or not;
	 * `gone` where they cannot be read. The step of that event never asks again. */
	bool read_calls;
	/* Ask those who tell of a lock, of a film and of do-not-disturb again; what they say comes
	 * as events where it is another. */
	bool read_levels;
	usec idle_after;      /* no input for this long is worth an EVENT_ABSENT */
	bool armed;           /* whether `wake` is meant; false: nothing to wake for */
	struct boottime wake; /* send EVENT_WAKE then; never before event->now */
	int count;
	struct action actions[ACTIONS_MAX]; /* last: beyond `count` they are not set */
};

/* Takes one kind of event into the state; step.c has the table of them. */
typedef void event_handler(const struct plan *plan, struct state *state, const struct event *event,
			   struct result *ret);

#endif
