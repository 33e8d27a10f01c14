/*
 * The state: everything that changes while a plan is in force. A flat value, copied by `=`;
 * reminders are saved by name. Reminder N of the state is reminder N of the plan (state_adopt()).
 */
#ifndef LIMBER_STATE_H
#define LIMBER_STATE_H

#include <stddef.h>

#include "core/model/outcome.h"
#include "core/model/plan.h"
#include "core/model/player.h"

/*
 * Counted sitting: `amount` at `since`; ledger_read() computes it for another moment.
 */
struct ledger {
	usec amount;
	struct boottime since;
};

/* Reasons for which the user counts as absent; a set. */
enum absence {
	ABSENT_LOCKED = 1 << 0,
	ABSENT_ASLEEP = 1 << 1,   /* the machine */
	ABSENT_BY_HAND = 1 << 2,  /* limber away */
	ABSENT_IDLE = 1 << 3,     /* no input */
	ABSENT_STANDING = 1 << 5, /* limber standing: up, and at the machine */
	ABSENT_WORKOUT = 1 << 6,  /* limber start workout */
	ABSENT_DOWN = 1 << 4,     /* limberd does not run: from EVENT_STOP to EVENT_START */
};

enum { ABSENCES = 7 };

/* The word and the sentence of each; the sentences are marked for gettext. */
extern const struct absence_words {
	enum absence bit;
	const char *word, *sentence;
} absence_rows[ABSENCES];

struct presence {
	uint32_t absences;             /* enum absence; 0: sitting */
	struct boottime absent_since;  /* the first second of the absence, while there is one */
	struct boottime sitting_since; /* the last return from one that counts, or the start */
	struct boottime standing_ends; /* of ABSENT_STANDING, at the latest */
	bool returned;                 /* sitting_since is such a return */
	struct realtime long_back;     /* the last return from more than a day; 0: none */
	bool idle;   /* no input; presence_follow() decides whether it is absence */
	bool frozen; /* the ledgers neither grow nor shrink */
	struct boottime idle_since;
	bool counts;                  /* it counted before one of several reasons ended */
	bool stands_open;             /* ABSENT_STANDING also ends with the next absence */
	struct boottime asleep_since; /* of ABSENT_ASLEEP */
	struct boottime keys_since;   /* since when there is input on a locked screen; 0: none */
	struct boottime left;         /* since when there is a reason besides ABSENT_STANDING */
	struct realtime workout;      /* begin of a workout whose end was not reported; 0: none */
};

/* The spans of sitting and of absences as history books them, see span.h; 0: none yet. */
struct spans {
	struct boottime begin; /* of the sitting that is not booked yet */
	struct boottime since; /* presence.sitting_since as the last step had it */
	struct boottime left;  /* while `booked`: when that sitting ended */
	struct boottime down;  /* in the step of a start: when limberd stopped, in this boot */
	uint32_t how;          /* the reasons of the absence up to now */
	int32_t booked;        /* bool: the sitting is, the absence after it is not */
};

/*
 * Levels from outside that hold cards, in the order of the replies, with the word on the bus and in
 * files. To add one: a name here, its row in busy.c, and an adapter that sends EVENT_BUSY; if
 * never_during may name it, also a bit in enum never and the word in config/keys.c.
 */
#define BUSY_KINDS(KIND)                                                                           \
	KIND(CALL, "call")                                                                         \
	KIND(AWAKE, "awake")                                                                       \
	KIND(DND, "dnd")                                                                           \
	KIND(FULLSCREEN, "fullscreen") /* the window in front covers the screen */                 \
	KIND(ASKED, "inhibited")       /* limber inhibit */

/* Why a card was shown at its moment: a good moment, or none needed. */
enum good_kind {
	GOOD_NONE,   /* unknown */
	GOOD_FREE,   /* as soon as nothing held it */
	GOOD_WAITED, /* its wait ended without a good moment */
	GOOD_PAUSE,  /* a gap in input */
	GOOD_UNLOCK, /* after a lock that was too short to count */
	GOOD_BACK,   /* after another absence that was too short to count */
#define KIND(name, word) GOOD_##name,
	BUSY_KINDS(KIND) /* at the end of that level */
#undef KIND
	GOOD_REQUESTED, /* limber try */
	GOOD_COUNT
};

/* What is known of input, see chair.h; 0: nothing. */
struct chair_watch {
	struct boottime watched; /* since when the source reports KEY_FRESH without input */
	struct boottime key;     /* the last input that was reported */
};

struct good_moment {
	enum good_kind kind;
	struct boottime at;
};

/* The last cards, for the gaps between cards; 0: never. */
struct spacing {
	bool had_card; /* last_card is set */
	struct boottime last_card;
	struct boottime last_every; /* the last one that `cap` counts */
	struct boottime unasked[2]; /* the last two that were not called for, the later first */
};

/* Days on which cards were due and none was seen, see silence.h. */
struct silence {
	struct realtime since; /* the first such card */
	int32_t day;           /* the last such day */
	uint8_t days;
	uint8_t why;    /* of the last such card: enum silence_why */
	uint16_t cards; /* that were not seen */
};

/* The card that is up, or that is being shown. */
struct card {
	uint64_t id;      /* 0: none. Never used twice in a store's life */
	int32_t reminder; /* index */
	int32_t called;   /* bool: called for by `limber try` */
	char item[NAME_SIZE];
	struct realtime due;   /* 0: it was not due, only called for */
	struct moment shown;   /* real 0: no display has reported it yet */
	usec sat;              /* the ledger when it was made, for its text */
	struct spacing before; /* the spacing before it was shown; not saved */
	int32_t slowed;        /* bool: it mentions the back-off */
	int32_t came;          /* enum good_kind */
	uint64_t merged;       /* bit I: reminder I is on it too, and is answered with it */
	uint64_t riders;       /* bit I: reminder I is a line on it */
	int32_t played;        /* bool: its item is played, see play.h */
	int32_t hurt;          /* bool: the play was stopped because it hurt */
	int32_t easier;        /* bool: played in the easier form */
	int32_t voice;         /* bool: its play is spoken whatever `cues` says; not saved */
	int32_t rested;        /* bool: no input for a while since it is up, see natural.h */
	int32_t stops;         /* bool: it has the sentence about when to stop, see stop.h */
	usec longer;           /* it stays so much longer, as another item was put on it */
	struct play play;
	struct silence silence; /* before it was shown, which ended it; not saved */
};

struct today {
	int32_t day;     /* zone_day() these belong to */
	uint16_t cards;  /* shown; of a reminder: also those it was merged into or a line on */
	uint16_t every;  /* of these, cards that `cap` counts */
	uint16_t called; /* of a reminder, of these: called for; `most` does not count them */
	uint16_t outcomes[OUTCOME_COUNT];
	uint16_t unasked; /* of a reminder: done without a card */
};

/* Time at the machine on a day: `amount` at `since`. See work.h. */
struct work {
	int32_t day; /* zone_day() */
	usec amount;
	struct boottime since;
};

struct reminder_state {
	char name[NAME_SIZE];
	uint8_t trigger;      /* enum trigger it was kept for: a plan may change it */
	bool snoozed;         /* its next card follows a snooze: it passes the gap */
	bool called;          /* and the snoozed card was called for: it comes whatever was sat */
	struct ledger ledger; /* TRIGGER_SITTING */
	struct realtime planned; /* TRIGGER_AT: its times up to here are handled */
	struct realtime mark;    /* TRIGGER_AT: the last of its times whose card was seen */
	struct boottime marked;  /* when that was; 0: never */
	struct realtime due;     /* since when it is due; 0: it is not */
	struct realtime
		seen; /* of a due reminder whose card was shown and taken down: when shown */
	struct realtime valid_until;   /* of a due TRIGGER_AT */
	struct realtime snoozed_until; /* 0: not snoozed */
	bool unheld;                   /* due, and held by nothing but the wait for a good moment */
	struct boottime unheld_since;  /* the begin of its wait */
	uint8_t asked;                 /* how often it came again unanswered: see `repeat` */
	uint8_t in_a_row;              /* unanswered or skipped, one after another */
	uint8_t well;                  /* answered, one after another, while backed off */
	uint8_t slow;          /* the level of its back-off, 0 for none: back_off_length() */
	struct boottime spoke; /* when its last card that was not called for was shown; 0: never */
	uint8_t came;          /* enum good_kind of its last card; as a rider: unchanged */
	bool in_vain;          /* due, and counted in silence.cards */
	bool closed;           /* `last` was skipped by closing its card */
	bool slowed;           /* backed off since its last card: the next one mentions it */
	int32_t place;         /* in the deck, of the item of its next card */
	struct record last;    /* its last row of history; sequence 0: none */
	usec had;              /* TRIGGER_SITTING: the ledger that this row found */
	struct today today;
};

/* Water that was booked, see water.h. */
enum { WATER_SLOTS = 7 };
#define WATER_SLOT (10 * USEC_PER_MIN)
struct water {
	int32_t day; /* zone_day() of `ml` */
	int32_t ml;
	int64_t slot;                /* WATER_SLOTs since 1970: of the latest drink */
	uint16_t slots[WATER_SLOTS]; /* millilitres in that slot, in the one before, … */
};

#define KIND(name, word) BUSY_##name,
enum busy { BUSY_KINDS(KIND) BUSY_COUNT };
#undef KIND

/* The last report of one kind of level. `since` and `ended` are kept when it is off, see busy.h. */
struct busy_state {
	bool known;            /* a source reports it */
	bool on;               /* never without `known` */
	char who[WHO_SIZE];    /* while on: valid UTF-8, "" if unknown */
	struct boottime since; /* when it was last turned on; 0: never */
	struct boottime ended; /* when that ended; 0 while it is on */
	struct boottime read;  /* the moment of the last report */
};

enum undo_kind {
	UNDO_NOTHING,
	UNDO_ANSWER,
	UNDO_SNOOZE,
	UNDO_PAUSE,
	UNDO_RESUME,
	UNDO_BACK_OFF,
	UNDO_BOOK,
	UNDO_AMEND
};

/* The one step that `limber undo` takes back. */
struct undo {
	enum undo_kind kind;
	int32_t count;               /* of reminders; 1 for UNDO_BACK_OFF, 0 for the pauses */
	int32_t reminders[CARD_MAX]; /* indices, the card's own first */
	struct reminder_state before[CARD_MAX];
	bool called;                  /* the card that was up was called for */
	struct realtime paused_until; /* UNDO_PAUSE and UNDO_RESUME: before it */
	char paused_why[WHY_SIZE];
	struct record row; /* UNDO_BOOK and UNDO_AMEND: to be booked */
	struct record was; /* UNDO_AMEND: in place of this */
};

/* Caches of due_foresee(): values that a step needs many times and that seldom change. Cleared with
 * a new plan or zone; clearing them is always safe. */
struct foreseen {
	struct realtime planned, next; /* TRIGGER_AT: the first of its times after `planned` */
	int32_t place, ahead; /* from `place` in the deck, the next allowed item is so many on */
};

struct foresight {
	struct realtime at; /* the state.at that it is valid for; 0: for none */
	int32_t day;        /* health_today() of that */
	struct realtime
		from; /* spacing.last_every, and how much of the day's hours was left then */
	usec left;
	struct foreseen reminders[REMINDERS_MAX];
};

/* The welcome, see welcome.h: to be shown, sent to a display, shown. */
enum welcome_stage { WELCOME_OVER, WELCOME_DUE, WELCOME_SENT, WELCOME_UP };

struct welcome {
	enum welcome_stage stage;
	uint32_t tries;        /* failed ones */
	struct boottime retry; /* not before this */
};

struct state {
	struct moment at;            /* of the last step */
	struct realtime first_start; /* of this store: the first week is counted from it */
	char session[WHO_SIZE];      /* for the shell: the login of the last save; "": unknown */
	bool welcomed;               /* the welcome, or a card, was seen */
	struct welcome welcome;      /* not saved: due again at each start until then */
	bool input;                  /* a source reports input, so there can be good moments */
	bool input_dates;            /* it knows the time of the last input */
	struct boottime asks_until;  /* after a start, levels are still being read; not saved */
	struct good_moment good;     /* the last one; not saved */
	struct chair_watch chair;    /* not saved */
	struct boottime levels_read; /* when the levels were last read again; not saved */
	struct zone zone;            /* not saved: read at each start */
	struct foresight foresight;  /* not saved */
	struct busy_state busy[BUSY_COUNT]; /* not saved: reported again after each start */
	struct presence presence;
	struct spans spans;
	struct work work;
	struct realtime paused_until; /* 0: not paused */
	char paused_why[WHY_SIZE];
	bool display;                  /* a display shows cards, or none has failed yet */
	uint8_t display_tries;         /* failures in a row */
	struct boottime display_retry; /* the next try while !display; 0: at EVENT_DISPLAY */
	struct spacing spacing;
	struct card card;
	uint64_t next_card; /* ids and sequences are never used twice */
	uint64_t next_sequence;
	struct today today;
	struct water water;
	struct silence silence;
	struct realtime seen; /* `limber warnings seen`: the diary before it gives no reason */
	uint64_t seen_row;    /* next_sequence at that moment */
	struct answers answers;
	uint32_t stops[STOPS_MAX]; /* items whose cards were seen, see stop.h; 0: none */
	struct undo undo;
	int32_t count;
	struct reminder_state reminders[REMINDERS_MAX];
};

_Static_assert(sizeof(struct state) <= STATE_BYTES_MAX, "the state is copied at each step");

/* The size in use: reminders beyond `count` are not set. */
static inline size_t state_size(const struct state *state)
{
	return offsetof(struct state, reminders) +
	       (size_t)state->count * sizeof(state->reminders[0]);
}

/* The state of a fresh store, for a plan. */
void state_init(struct state *state, const struct plan *plan, const struct zone *zone,
		struct moment now);

/*
 * Fit a state to another plan, by the names of reminders: those that are gone are dropped with
 * their card (EVENT_PLAN closes it on the screen), new ones begin at `now`.
 */
void state_adopt(struct state *state, const struct plan *plan, struct moment now);

/* The cache of a reminder; NULL if it is of another moment than state->at. */
const struct foreseen *state_foreseen(const struct state *state, int index);

/* The day of a moment, by `day_starts`; when a day begins, and when that of a moment ends. */
int32_t state_day(const struct plan *plan, const struct state *state, struct realtime real);
struct realtime state_day_begins(const struct plan *plan, const struct state *state, int32_t day);
struct realtime state_day_ends(const struct plan *plan, const struct state *state,
			       struct realtime real);

/* The counts of a day; zero if they are of another day. */
struct today state_today(const struct today *today, int32_t day);

#endif
