/*
 * The state: all that is true now and is not in the plan. A flat value, copied by `=`, saved by
 * reminder name. Reminder N of the state is reminder N of the plan: state_adopt() keeps it so.
 */
#ifndef LIMBER_STATE_H
#define LIMBER_STATE_H

#include <stddef.h>

#include "core/model/outcome.h"
#include "core/model/plan.h"
#include "core/model/player.h"

/*
 * Counted sitting: `amount` at `since`. What it is at another moment is computed, never ticked:
 * see ledger_read().
 */
struct ledger {
	usec amount;
	struct boottime since;
};

/* Why the user is taken to be absent; a set. */
enum absence {
	ABSENT_LOCKED = 1 << 0,
	ABSENT_ASLEEP = 1 << 1,   /* the machine */
	ABSENT_BY_HAND = 1 << 2,  /* limber away */
	ABSENT_IDLE = 1 << 3,     /* no input */
	ABSENT_STANDING = 1 << 5, /* limber standing: up, and at the machine */
	ABSENT_WORKOUT = 1 << 6,  /* limber start workout */
	ABSENT_DOWN = 1 << 4,     /* limberd itself: set by EVENT_STOP, gone after EVENT_START */
};

enum { ABSENCES = 7 };

/* Their words, and what a screen says of each; the sentences are marked for gettext. */
extern const struct absence_words {
	enum absence bit;
	const char *word, *sentence;
} absence_rows[ABSENCES];

struct presence {
	uint32_t absences;             /* enum absence; 0: sitting */
	struct boottime absent_since;  /* the first second of the absence, while there is one */
	struct boottime sitting_since; /* the last return from one that counted, or the start */
	struct boottime standing_ends; /* of ABSENT_STANDING, at the latest */
	bool returned;                 /* sitting_since is such a return */
	struct realtime long_back;     /* the last return from more than a day; 0: none */
	bool idle;                     /* no input since: an absence, but see presence_follow() */
	bool frozen;                   /* the ledgers stand still */
	struct boottime idle_since;
	bool counts;                  /* it counted when one of several reasons for it ended */
	bool stands_open;             /* ABSENT_STANDING ends with the next absence, too */
	struct boottime asleep_since; /* of ABSENT_ASLEEP */
	struct boottime keys_since;   /* of keys on a locked screen; 0: there are none */
	struct boottime left;         /* since when it has a reason besides ABSENT_STANDING */
	struct realtime workout; /* when the one began whose end was not told yet; 0: none did */
};

/*
 * What may keep cards back from outside, in the order in which that is told, and its word on the
 * bus and in files. To add one: a name here, its row in busy.c, and an adapter that sends
 * EVENT_BUSY; where never_during may name it also a bit in enum never and the word in
 * config/keys.c.
 */
#define BUSY_KINDS(KIND)                                                                           \
	KIND(CALL, "call")                                                                         \
	KIND(AWAKE, "awake")                                                                       \
	KIND(DND, "dnd")                                                                           \
	KIND(ASKED, "inhibited") /* limber inhibit */

/* What a card came at: a good moment, or what it did without one. */
enum moment_kind {
	MOMENT_NONE,   /* nobody knows */
	MOMENT_FREE,   /* as soon as nothing held it */
	MOMENT_WAITED, /* no good one came in its wait */
	MOMENT_PAUSE,  /* a gap in input */
	MOMENT_UNLOCK, /* after a lock that was too short to count */
	MOMENT_BACK,   /* after another such absence */
#define KIND(name, word) MOMENT_##name,
	BUSY_KINDS(KIND) /* one of these ended */
#undef KIND
	MOMENT_REQUESTED, /* asked for by `try` */
	MOMENT_COUNT
};

/* What is known of keys, see chair.h; 0: nothing. */
struct chair_watch {
	struct boottime watched; /* since when no input for KEY_FRESH is told */
	struct boottime key;     /* the last one that was told */
};

struct good_moment {
	enum moment_kind kind;
	struct boottime at;
};

/* When cards were shown last, as far as they keep the next ones apart; 0: never. */
struct spacing {
	bool had_card; /* last_card is meant */
	struct boottime last_card;
	struct boottime last_every; /* the last one that `cap` counts */
	struct boottime unasked[2]; /* the last two that nobody asked for, the later one first */
};

/* Days on which cards were due and none was seen, see silence.h. */
struct silence {
	struct realtime since; /* the first such card */
	int32_t day;           /* the last such day */
	uint8_t days;
	uint8_t why;    /* of the last such card: enum silence_why */
	uint16_t cards; /* that came to nothing */
};

/* The card on the screen, or on its way there. */
struct card {
	uint64_t id;      /* 0: none. Never used twice in a store's life */
	int32_t reminder; /* index */
	int32_t called;   /* bool: asked for by `try` */
	char item[NAME_SIZE];
	struct realtime due;   /* 0: it was not due, only called for */
	struct moment shown;   /* real 0: no display has said so yet */
	usec sat;              /* the ledger when it was made, for the words on it */
	struct spacing before; /* what its showing changed; not saved */
	int32_t slowed;        /* bool: the back-off is said on this one */
	int32_t came;          /* enum moment_kind */
	uint64_t merged;       /* bit I: reminder I is on it too, and is answered with it */
	uint64_t riders;       /* bit I: reminder I is a line on it */
	int32_t played;        /* bool: its item is, see play.h */
	int32_t hurt;          /* bool: and it hurt */
	int32_t easier;        /* bool: in its easier form */
	int32_t rested;        /* bool: no input for a while with the card up, see natural.h */
	int32_t stops;         /* bool: it has the sentence about when to stop, see stop.h */
	usec longer;           /* it stays so much longer, as another item was put on it */
	struct play play;
	struct silence silence; /* when it was shown, before that ended it; not saved */
};

struct today {
	int32_t day;     /* zone_day() these belong to */
	uint16_t cards;  /* shown; of a reminder: also those it was merged into or a line on */
	uint16_t every;  /* of these, cards that `cap` counts */
	uint16_t called; /* of a reminder, of these: called for, which `most` does not count */
	uint16_t outcomes[OUTCOME_COUNT];
};

/* Time at the machine on a day: `amount` at `since`. See work.h. */
struct work {
	int32_t day; /* zone_day() */
	usec amount;
	struct boottime since;
};

struct reminder_state {
	char name[NAME_SIZE];
	uint8_t trigger;         /* enum trigger it was kept for: a plan may change it */
	bool snoozed;            /* its next card was asked for by a snooze: it passes the gap */
	bool called;             /* and before by `try`: it comes then, whatever was sat */
	struct ledger ledger;    /* TRIGGER_SITTING */
	struct realtime planned; /* TRIGGER_AT: all its times up to here are dealt with */
	struct realtime mark;    /* TRIGGER_AT: the last of its times whose card was seen */
	struct boottime marked;  /* when that was; 0: never */
	struct realtime due;     /* since when it wants to speak; 0: it does not */
	struct realtime seen; /* when due and its card was taken down again: when that was shown */
	struct realtime valid_until;   /* of a due TRIGGER_AT */
	struct realtime snoozed_until; /* 0: not put off */
	bool unheld;                  /* due, and nothing holds it but the wait for a good moment */
	struct boottime unheld_since; /* its wait runs from here */
	uint8_t asked;                /* how often it came again unanswered: see `repeat` */
	uint8_t in_a_row;             /* unanswered or skipped, one after another */
	uint8_t well;                 /* answered, one after another, while backed off */
	uint8_t slow;                 /* the level of its back-off, 0 for none: back_off_length() */
	struct boottime spoke; /* when its last card that was not called for was shown; 0: never */
	uint8_t came;          /* enum moment_kind of its last card, not of lines on others */
	bool in_vain;          /* due, and counted in silence.cards */
	bool closed;           /* `last` was skipped by closing its card */
	bool slowed;           /* since its last card: the next one says so */
	int32_t place;         /* in the deck: the item of its next card */
	struct record last;    /* its last row of history; sequence 0: none */
	usec had;              /* TRIGGER_SITTING: the ledger that this row found */
	struct today today;
};

#define KIND(name, word) BUSY_##name,
enum busy { BUSY_KINDS(KIND) BUSY_COUNT };
#undef KIND

/* The last word of the sources of one kind. `since` and `ended` outlive it, see busy.h. */
struct busy_state {
	bool known;            /* a source has spoken, and is there */
	bool on;               /* never without `known` */
	char who[WHO_SIZE];    /* while on: valid UTF-8, "" where nobody knows */
	struct boottime since; /* when it came on last; 0: never */
	struct boottime ended; /* when that ended; of what is on: 0 */
	struct boottime read;  /* the moment of the last word */
};

enum undo_kind { UNDO_NOTHING, UNDO_ANSWER, UNDO_SNOOZE, UNDO_PAUSE, UNDO_RESUME, UNDO_BACK_OFF };

/* The one step that `limber undo` takes back. */
struct undo {
	enum undo_kind kind;
	int32_t count; /* the reminders it was about: one for UNDO_BACK_OFF, 0 for the pauses */
	int32_t reminders[CARD_MAX]; /* indices, the card's own first */
	struct reminder_state before[CARD_MAX];
	bool called;                  /* the card that was up was called for */
	struct realtime paused_until; /* UNDO_PAUSE and UNDO_RESUME: before it */
	char paused_why[WHY_SIZE];
};

/* What is asked for many times a step and seldom changes, as due_foresee() found it. A plan or a
 * zone that is replaced begins it anew; it may be forgotten at any time. */
struct foreseen {
	struct realtime planned, next; /* TRIGGER_AT: the first of its times after `planned` */
	int32_t place, ahead; /* from this place on, what is for the user is so many places on */
};

struct foresight {
	struct realtime at; /* it is right for a state that is `at` this; 0: for none */
	int32_t day;        /* health_today() of that */
	struct realtime
		from; /* spacing.last_every, and how much of the day's hours was left then */
	usec left;
	struct foreseen reminders[REMINDERS_MAX];
};

/* The first words, see welcome.h: wanted, on their way to a display, on one. */
enum welcome_stage { WELCOME_OVER, WELCOME_DUE, WELCOME_SENT, WELCOME_UP };

struct welcome {
	enum welcome_stage stage;
	uint32_t tries;        /* that failed */
	struct boottime retry; /* after these: not before */
};

struct state {
	struct moment at;            /* of the last step */
	struct realtime first_start; /* of this store: the first week is counted from it */
	char session[WHO_SIZE];     /* the shell's: the login it was last saved in; "": not known */
	bool welcomed;              /* the first words, or a card, were seen */
	struct welcome welcome;     /* not saved: due anew at each start until then */
	bool input_dates;           /* and who was idle before it was asked is told at once */
	bool input;                 /* a source tells of input: good moments can be waited for */
	struct boottime asks_until; /* what goes on is asked after a start; not saved */
	struct good_moment good;    /* the last one; not saved */
	struct chair_watch chair;   /* not saved */
	struct boottime levels_read;        /* when the levels were asked for again; not saved */
	struct zone zone;                   /* not saved: probed at each start */
	struct foresight foresight;         /* not saved */
	struct busy_state busy[BUSY_COUNT]; /* not saved: told anew after each start */
	struct presence presence;
	struct work work;
	struct realtime paused_until; /* 0: not paused */
	char paused_why[WHY_SIZE];
	bool display;                  /* some display took a card, or may: see step.c */
	uint8_t display_tries;         /* failures in a row */
	struct boottime display_retry; /* when to try again, while !display; 0: when told to */
	struct spacing spacing;
	struct card card;
	uint64_t next_card; /* ids and sequences go up and are never used again */
	uint64_t next_sequence;
	struct today today;
	struct silence silence;
	struct answers answers;
	uint32_t stops[STOPS_MAX]; /* items whose cards were seen, see stop.h; 0: none */
	struct undo undo;
	int32_t count;
	struct reminder_state reminders[REMINDERS_MAX];
};

_Static_assert(sizeof(struct state) <= STATE_BYTES_MAX, "the state is copied at each step");

/* So many bytes from its beginning are meant: behind them are reminders that it does not have. */
static inline size_t state_size(const struct state *state)
{
	return offsetof(struct state, reminders) +
	       (size_t)state->count * sizeof(state->reminders[0]);
}

/* A state before the first start, for a plan: nothing has happened. */
void state_init(struct state *state, const struct plan *plan, const struct zone *zone,
		struct moment now);

/*
 * Make a state fit another plan, by name: reminders that went are forgotten (a card of theirs
 * is dropped too, see EVENT_PLAN for what closes it on the screen), new ones begin at `now`.
 */
void state_adopt(struct state *state, const struct plan *plan, struct moment now);

/* What was counted today, zero when the day has changed since. */
struct today state_today(const struct today *today, int32_t day);

#endif
