/* The kinds of holds: see hold.h. */
#ifndef LIMBER_HOLD_KIND_H
#define LIMBER_HOLD_KIND_H

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
	HOLD_SOON,       /* a calendar reminder is due soon, and it is merged onto that card */
	HOLD_CHAIR,      /* the user may have left: until the next input */
	HOLD_WAITING,    /* for a good moment */
	HOLD_GAP,        /* too soon after the last card */
	HOLD_HOUR,       /* two cards that were not called for within the last hour */
	HOLD_FIRST_WEEK, /* too soon after the last `every` card, in the first week */
	HOLD_SPREAD,     /* what is left of the cap is spread over what is left of the hours */
	HOLD_BACK_OFF,   /* too soon after its own last card, as several were not answered */
	HOLD_HEALTH,     /* the health questions are not answered, or its items not for the user */
	HOLD_NO_DISPLAY, /* no display could show the last card */
	HOLD_STARTING,   /* limberd has just started and reads the levels */
	HOLD_COUNT
};

#endif
