/*
 * Holds: the reasons not to speak now. Never stored, always derived, so that what the step obeys
 * and what `limber explain` says cannot disagree.
 */
#ifndef LIMBER_HOLD_H
#define LIMBER_HOLD_H

#include "core/model/state.h"

enum hold_kind {
	HOLD_PAUSED,
	HOLD_SNOOZED,
	HOLD_LOCKED,  /* the screen */
	HOLD_ASLEEP,  /* the machine */
	HOLD_AWAY,    /* limber away, or no input for longer than still_sitting */
	HOLD_WORKOUT, /* limber start workout */
#define KIND(name, word) HOLD_##name,
	BUSY_KINDS(KIND) /* see busy_of_hold() */
#undef KIND
	HOLD_CARD_UP,    /* another card is on the screen */
	HOLD_QUIET,      /* in `quiet` */
	HOLD_HOURS,      /* outside `hours` */
	HOLD_CAP,        /* as many cards of built-in `every` reminders today as `cap` allows */
	HOLD_MOST,       /* as many of its own as `most` allows */
	HOLD_RETURNING,  /* just back from an absence */
	HOLD_WORK,       /* a check-in, and little was worked today */
	HOLD_TURN,       /* an old check-in, and today is another one's day */
	HOLD_SOON,       /* a calendar reminder is about to speak: it goes with that */
	HOLD_MOMENT,     /* looks for a gap in input */
	HOLD_GAP,        /* too soon after the last card */
	HOLD_HOUR,       /* two cards that nobody asked for came within the last hour */
	HOLD_FIRST_WEEK, /* too soon after the last `every` card, in the first week */
	HOLD_BACK_OFF,   /* too soon after its own last card, as several were not answered */
	HOLD_HEALTH,     /* the health questions are not answered, or its items not for the user */
	HOLD_NO_DISPLAY, /* nothing could show the last try */
	HOLD_STARTING,   /* limberd has just begun, and asks what goes on */
	HOLD_COUNT
};

/* The source of a hold, BUSY_COUNT for a hold that has none. */
enum busy busy_of_hold(enum hold_kind kind);

/* Its word on the bus and in --json: "paused", "no_display". */
const char *hold_word(enum hold_kind kind);

struct hold {
	enum hold_kind kind;
	struct realtime since;  /* 0: not known */
	struct realtime until;  /* REALTIME_OPEN: until something happens */
	const char *who;        /* the source's own name for itself; "": not known. Not owned */
	struct verdict verdict; /* HOLD_HEALTH: what speaks against its item */
};

/*
 * What keeps reminder `index` from speaking at `now` (or would, were it due): the number of
 * holds written to ret, the one that ends last first. 0: it may speak.
 */
int holds_of(const struct plan *plan, const struct state *state, int index, struct moment now,
	     struct hold ret[HOLDS_MAX]);

/* The same of what is no reminder's: the holds that bind whoever wants to speak, and the plan's
 * `quiet`. */
int holds_of_all(const struct plan *plan, const struct state *state, struct moment now,
		 struct hold ret[HOLDS_MAX]);

#endif
