/* The kinds of holds: see hold.h. */
#ifndef LIMBER_HOLD_KIND_H
#define LIMBER_HOLD_KIND_H

#include "core/model/state.h"

/* Each with its word on the bus and in --json. */
#define HOLD_KINDS(KIND)                                                                           \
	KIND(PAUSED, "paused")                                                                     \
	KIND(SNOOZED, "snoozed")                                                                   \
	KIND(LOCKED, "locked")   /* the screen */                                                  \
	KIND(ASLEEP, "asleep")   /* the machine */                                                 \
	KIND(AWAY, "away")       /* limber away, or no input for longer than still_sitting */      \
	KIND(WORKOUT, "workout") /* limber start workout */                                        \
	BUSY_KINDS(KIND)         /* see busy_of_hold() */                                          \
	KIND(CARD_UP, "card_up") /* another card is on the screen */                               \
	KIND(QUIET, "quiet")     /* in `quiet` */                                                  \
	KIND(HOURS, "hours")     /* outside `hours` */                                             \
	KIND(CAP, "cap")         /* as many of built-in `every` reminders today as `cap` allows */ \
	KIND(MOST, "most")       /* as many of its own as `most` allows */                         \
	KIND(RETURNING, "returning") /* just back from an absence */                               \
	KIND(WORK, "work")           /* a check-in, and little was worked today */                 \
	KIND(TURN, "turn")           /* an old check-in, and today is another one's day */         \
	KIND(SOON, "soon")           /* a calendar reminder is due soon: one card of both */       \
	KIND(CHAIR, "chair")         /* the user may have left: until the next input */            \
	KIND(WAITING, "moment")      /* for a good moment */                                       \
	KIND(GAP, "gap")             /* too soon after the last card */                            \
	KIND(HOUR, "hour")           /* two cards that were not called for within the last hour */ \
	KIND(FIRST_WEEK, "first_week") /* too soon after the last `every` card, at first */        \
	KIND(SPREAD, "spread")         /* what is left of the cap is spread over the hours left */ \
	KIND(BACK_OFF, "back_off")     /* too soon: several of its cards were not answered */      \
	KIND(HEALTH, "health") /* no health answers yet, or its items are not for the user */      \
	KIND(NO_DISPLAY, "no_display") /* no display could show the last card */                   \
	KIND(STARTING, "starting")     /* limberd has just started and reads the levels */

#define KIND(name, word) HOLD_##name,
enum hold_kind { HOLD_KINDS(KIND) HOLD_COUNT };
#undef KIND

#endif
