/*
 * Events: what happened, each with its moment. Bad input is stopped where it enters (the bus, the
 * configuration, a helper's line); every event here has a defined result in every state.
 */
#ifndef LIMBER_EVENT_H
#define LIMBER_EVENT_H

#include "core/model/state.h"

enum event_kind {
	EVENT_START,     /* the first of a process; the state may come from an earlier one */
	EVENT_STOP,      /* the last one: what comes until EVENT_START adds nothing to a ledger */
	EVENT_WAKE,      /* the wake that a step asked for, or any other: early, late or twice is
			    harmless */
	EVENT_PLAN,      /* the plan was replaced; state_adopt() is part of the step */
	EVENT_ZONE,      /* the zone's table was probed again */
	EVENT_CLOCK_SET, /* CLOCK_REALTIME was set */
	EVENT_ABSENT,    /* an absence begins, for one more reason */
	EVENT_PRESENT,   /* one reason for absence is gone; a workout must have begun */
	EVENT_INPUT,     /* a source of input is there, or is gone */
	EVENT_INPUT_GAP, /* a good moment: a gap in input, as result.watch_input asks for */
	EVENT_BUSY,      /* a word of what keeps cards back: at each change; of calls, which are
			    read when asked for (result.read_calls), after each reading */
	EVENT_OCCASION,  /* a login, or a workout ends; unlock and wake are found by the step */
	EVENT_CORRECT,   /* the ledgers were wrong: the user stood, or sat, for a while */
	EVENT_DISPLAY,   /* a display came, or a server: worth trying again now */
	EVENT_SHOWN,     /* a display shows the card */
	EVENT_NOT_SHOWN, /* no display could show the card */
	EVENT_CLOSED,    /* the user closed the card on a display */
	EVENT_NO_SERVER, /* nothing can show cards, and EVENT_DISPLAY will tell when something can
			  */
	EVENT_LOST,      /* the card went with its server */
	EVENT_ANSWER,    /* done, partly or skipped */
	EVENT_PLAY,      /* the item of the card that is up: start, pause, back, next, it hurt */
	EVENT_ANOTHER,   /* another item on the card that is up */
	EVENT_PLAYED_ELSEWHERE, /* an item was played elsewhere, in a terminal */
	EVENT_SNOOZE,
	EVENT_PAUSE,
	EVENT_RESUME,
	EVENT_RING, /* a called-for card, now: limber try */
	EVENT_UNDO,
	EVENT_COUNT
};

/* What may be done with the item of a card. `start` goes on, too, where it is paused; `easier` is
 * the same in the easier form. */
enum play_key {
	PLAY_START,
	PLAY_PAUSE,
	PLAY_BACK,
	PLAY_NEXT,
	PLAY_HURT,
	PLAY_EASIER,
	PLAY_KEY_COUNT
};

/* The id of the first words, among those of cards: the last that the text of an event can hold. */
#define WELCOME_CARD ((uint64_t)INT64_MAX - 1)

/* For "the card up, else the one it would be about": see each event in step.c. */
#define REMINDER_ANY (-1)

struct event {
	enum event_kind kind;
	struct moment now;
	union {
		struct {
			struct moment saved; /* the state's last save; real 0: a fresh store */
			bool same_boot;      /* boot times in the state are of this boot */
			bool welcomes;       /* the shell has first words for a fresh store */
		} start;
		const struct plan *old;  /* EVENT_PLAN: the one until now; NULL: not known */
		const struct zone *zone; /* EVENT_ZONE */
		struct {
			enum absence why;
			struct boottime since; /* at most now */
			usec length;           /* ABSENT_STANDING: it ends by itself; 0: open */
		} absent;
		enum absence present; /* EVENT_PRESENT */
		struct {
			bool input; /* EVENT_INPUT */
			bool dates; /* it dates the last key: who was idle before is told at
				       once, not one length later */
		};
		struct {
			enum busy kind;
			bool on;
			bool gone; /* nobody can tell any more: neither on nor known from here on */
			const char *who;       /* valid UTF-8, may be cut; "" or NULL: not known */
			struct boottime since; /* of the youngest of several; 0: now, or as said
						  before */
		} busy;
		enum occasion occasion;
		usec sat;      /* EVENT_CORRECT: to add; negative: stood, paid back */
		uint64_t card; /* EVENT_SHOWN, NOT_SHOWN, NO_SERVER, CLOSED, LOST: its id;
				  EVENT_ANOTHER: 0 for the one up */
		struct {
			uint64_t card;        /* 0: not about a certain card */
			int reminder;         /* index or REMINDER_ANY */
			enum outcome outcome; /* OUTCOME_DONE, PARTLY or SKIPPED */
		} answer;
		struct {
			uint64_t card; /* 0: not about a certain card */
			enum play_key key;
		} play;
		struct {
			char item[NAME_SIZE];
			enum outcome outcome; /* OUTCOME_DONE or PARTLY */
			int32_t seconds;      /* really played, not negative */
		} played_elsewhere;
		struct {
			uint64_t card; /* 0: not about a certain card */
			int reminder;  /* index or REMINDER_ANY */
			struct realtime until;
		} snooze;
		struct {
			struct realtime until;
			const char *why; /* valid UTF-8, may be cut */
		} pause;
		int ring; /* EVENT_RING: index */
	};
};

#endif
