/*
 * All policy is one transition: (plan, state, event) -> (next state, actions, wake time).
 *
 * Pure and total: no clock, no I/O, no memory of its own, a defined result for every event in
 * every state, bounded work. What is to be done comes back as data and is carried out by the
 * shell (daemon/app.c); a simulation just reads it.
 */
#ifndef LIMBER_STEP_H
#define LIMBER_STEP_H

#include "core/event.h"

/* What a request met. Each has its sentence in words.h and its error name on the bus. */
enum answer {
	ANSWER_OK,
	ANSWER_NO_CARD,     /* this card is not up, and nothing to answer in the last 30 min */
	ANSWER_NO_REMINDER, /* nothing to snooze: no reminder is on */
	ANSWER_OFF,         /* that reminder is switched off */
	ANSWER_PAST,        /* until is not after now */
	ANSWER_TOO_FAR,     /* until is over SNOOZE_MAX or PAUSE_MAX away */
	ANSWER_NOT_PAUSED,
	ANSWER_NOTHING_TO_UNDO,
	ANSWER_HEALTH,      /* before the health questions nothing of it may be shown */
	ANSWER_NOT_FOR_YOU, /* because of the answers none of its items is for the user */
	ANSWER_LOCKED,      /* a called-for card: the screen is locked */
	ANSWER_NO_CARD_UP,  /* to play: this card is not on a screen, or none is */
	ANSWER_NO_STEPS,    /* the card that is up has nothing to play */
	ANSWER_NOT_PLAYED,  /* it was not started */
	ANSWER_NO_EASIER,   /* its item has no easier form */
	ANSWER_NOT_DEALT,   /* no reminder deals the item that was done */
	ANSWER_NO_WORKOUT,  /* to end: none was begun */
	ANSWER_COUNT
};

#define SNOOZE_MAX (7 * USEC_PER_DAY)
#define PAUSE_MAX (400 * USEC_PER_DAY)

/* A gap in input that is a good moment (Iqbal and Bailey 2008: cards at breakpoints). */
#define MOMENT_GAP (5 * USEC_PER_SEC)

/* While a card is up, and this long after, no input for IDLE_AT_CARD is noticed; and no input, or
 * any other absence, for half the item's time and at least NATURAL_LEAST is getting up. */
#define IDLE_AT_CARD (30 * USEC_PER_SEC)
#define NATURAL_AFTER (5 * USEC_PER_MIN)
#define NATURAL_LEAST (60 * USEC_PER_SEC)

/* Reminders that fall due this close are one card. */
#define MERGE_WITHIN (10 * USEC_PER_MIN)

/* The back-off: five in a row double the interval, two answered restore it; never more than
 * INTERVAL_MOST, which is about two cards a day. */
#define BACK_OFF_AFTER 5
#define RESTORE_AFTER 2
#define INTERVAL_MOST (4 * USEC_PER_HOUR)
#define FIRST_WEEK (7 * USEC_PER_DAY)

/* How long after its end a card can still be answered. */
#define ANSWER_LATE (30 * USEC_PER_MIN)

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
	bool watch_input;      /* a reminder waits for a gap in input: send EVENT_MOMENT in one */
	/* Look at the microphones now and send EVENT_BUSY of BUSY_CALL at once, changed or not;
	 * `gone` where they cannot be read. The step of that event never asks again. */
	bool read_calls;
	usec idle_after;      /* no input for this long is worth an EVENT_ABSENT */
	bool armed;           /* whether `wake` is meant; false: nothing to wake for */
	struct boottime wake; /* send EVENT_WAKE then; never before event->now */
	int count;
	struct action actions[ACTIONS_MAX]; /* last: beyond `count` they are not set */
};

/* `state` must fit `plan` (state_adopt), but for EVENT_PLAN, which makes it so. */
void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret);

#endif
