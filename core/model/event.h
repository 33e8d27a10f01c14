/*
 * Events: what happened, and when. Invalid input is rejected where it enters (the bus, the
 * configuration, messages of limber-notify); every event has a defined result in every state.
 */
#ifndef LIMBER_EVENT_H
#define LIMBER_EVENT_H

#include "core/model/state.h"

enum event_kind {
	EVENT_START,     /* the first of a process; the state may come from an earlier one */
	EVENT_STOP,      /* the last of a process: until EVENT_START no ledger grows */
	EVENT_WAKE,      /* the wake that a step asked for, or any other: early, late or twice is
			    harmless */
	EVENT_PLAN,      /* the plan was replaced; state_adopt() is part of the step */
	EVENT_ZONE,      /* the table of the zone was read again */
	EVENT_CLOCK_SET, /* CLOCK_REALTIME was set */
	EVENT_ABSENT,    /* an absence begins, for one more reason */
	EVENT_PRESENT,   /* one reason for absence is gone; a workout must have begun */
	EVENT_INPUT,     /* a source of input works, or no longer */
	EVENT_INPUT_GAP, /* a good moment: a gap in input, as result.watch_input asks for */
	EVENT_BUSY,      /* a level that holds cards, at each change; of calls, which are read on
			    request (result.read_calls), after each reading */
	EVENT_OCCASION,  /* a login, or the end of a workout; the step finds unlock and wake */
	EVENT_CORRECT,   /* correct the ledgers: the user stood, or sat, for a while */
	EVENT_DISPLAY,   /* a display or a notification server appeared: try again now */
	EVENT_SHOWN,     /* a display shows the card */
	EVENT_NOT_SHOWN, /* no display could show the card */
	EVENT_CLOSED,    /* the user closed the card on a display */
	EVENT_NO_SERVER, /* no display can show cards; EVENT_DISPLAY follows when one can */
	EVENT_LOST,      /* the server of the card exited */
	EVENT_ANSWER,    /* done, partly or skipped */
	EVENT_PLAY,      /* the item of the card that is up: start, pause, back, next, it hurt */
	EVENT_ANOTHER,   /* another item on the card that is up */
	EVENT_PLAYED_ELSEWHERE, /* an item was played in a terminal */
	EVENT_DRINK,            /* water was drunk */
	EVENT_BOOK,             /* a row of history was booked by hand, or changed */
	EVENT_SEEN,             /* the user has seen somebody about the diary */
	EVENT_RECOUNT,          /* another program removed or added rows of history */
	EVENT_SNOOZE,
	EVENT_PAUSE,
	EVENT_RESUME,
	EVENT_RING, /* show a card now: limber try */
	EVENT_UNDO,
	EVENT_COUNT
};

/* Keys of a routine on a card. `start` also continues one that is paused; so do `easier`, which
 * changes to the easier form, and `voice`, which makes it spoken for once. */
enum play_key {
	PLAY_START,
	PLAY_PAUSE,
	PLAY_BACK,
	PLAY_NEXT,
	PLAY_HURT,
	PLAY_EASIER,
	PLAY_VOICE,
	PLAY_KEY_COUNT
};

/* The card id of the welcome: the largest that the text of an event can hold. It is fixed, so that
 * the ids of a recorded day do not depend on the welcome. */
#define WELCOME_CARD ((uint64_t)INT64_MAX - 1)
#define WELCOME_ITEM "welcome"

/* A request without a name: about the card that is up, else as the handler of the event decides. */
#define REMINDER_ANY (-1)

/* What the store has after another program wrote to it, see recount.h. */
struct recount {
	int32_t day; /* zone_day() of these counts: today */
	int32_t water;
	uint16_t outcomes[OUTCOME_COUNT];
	struct {
		uint16_t outcomes[OUTCOME_COUNT], unasked;
	} reminders[REMINDERS_MAX];
	uint64_t gone;  /* bit I: the last row of reminder I is no longer there */
	bool undo_gone; /* nor is the row that `limber undo` would take back */
};

struct event {
	enum event_kind kind;
	struct moment now;
	union {
		struct {
			struct moment saved; /* the state's last save; real 0: a fresh store */
			bool same_boot;      /* boot times in the state are of this boot */
			bool welcomes;       /* the shell can show a welcome on a fresh store */
		} start;
		const struct plan *old;  /* EVENT_PLAN: the plan until now; NULL: unknown */
		const struct zone *zone; /* EVENT_ZONE */
		struct {
			enum absence why;
			struct boottime since; /* at most now */
			usec length;           /* ABSENT_STANDING: how long; 0: open */
		} absent;
		enum absence present; /* EVENT_PRESENT */
		struct {
			bool input; /* EVENT_INPUT */
			bool dates; /* it knows the time of the last input, so that an absence
				       that began before is reported at once */
		};
		struct {
			enum busy kind;
			bool on;
			bool gone;       /* no source reports the level any more: off and unknown */
			const char *who; /* valid UTF-8, may be truncated; "" or NULL: unknown */
			struct boottime since; /* of the newest of several; 0: now, or unchanged */
		} busy;
		enum occasion occasion;
		usec sat;      /* EVENT_CORRECT: to add; negative: stood, paid back */
		uint64_t card; /* EVENT_SHOWN, NOT_SHOWN, NO_SERVER, CLOSED, LOST: its id;
				  EVENT_ANOTHER: 0 for the one up */
		struct {
			uint64_t card;        /* 0: no certain card */
			int reminder;         /* index or REMINDER_ANY */
			enum outcome outcome; /* OUTCOME_DONE, PARTLY or SKIPPED */
		} answer;
		struct {
			uint64_t card; /* 0: no certain card */
			enum play_key key;
		} play;
		struct {
			char item[NAME_SIZE];
			enum outcome outcome; /* OUTCOME_DONE or PARTLY */
			int32_t seconds;      /* really played, not negative */
			uint32_t sides;       /* enum sides, really played */
		} played_elsewhere;
		int32_t drink; /* EVENT_DRINK: millilitres, DRINK_LEAST to DRINK_MOST */
		struct {
			struct record row;    /* of no reminder; sequence 0: a new one */
			struct record before; /* a changed one, as it is now */
		} book;
		struct {
			uint64_t card; /* 0: no certain card */
			int reminder;  /* index or REMINDER_ANY */
			struct realtime until;
		} snooze;
		struct {
			struct realtime until;
			const char *why; /* valid UTF-8, may be truncated */
		} pause;
		int ring;                      /* EVENT_RING: index */
		const struct recount *recount; /* EVENT_RECOUNT; NULL: unknown, nothing changes */
	};
};

#endif
