/*
 * The numbers of the policy, with their sources, and the answers to requests. Lengths are
 * microseconds.
 */
#ifndef LIMBER_RULES_H
#define LIMBER_RULES_H

#include "core/base/moment.h"

/* The answer to a request. Each has a sentence in words.h and an error name on the bus. */
enum answer {
	ANSWER_OK,
	ANSWER_NO_CARD,     /* no such card is up, and none ended within ANSWER_LATE */
	ANSWER_NO_REMINDER, /* nothing to snooze: no reminder is on */
	ANSWER_OFF,         /* that reminder is switched off */
	ANSWER_PAST,        /* until is not after now */
	ANSWER_OUTLIVED,    /* the card is no longer valid at until */
	ANSWER_TOO_FAR,     /* until is over SNOOZE_MAX or PAUSE_MAX away */
	ANSWER_NOT_PAUSED,
	ANSWER_NOTHING_TO_UNDO,
	ANSWER_HEALTH,      /* none of its items may be shown before the health questions */
	ANSWER_NOT_FOR_YOU, /* the health answers forbid all of its items */
	ANSWER_LOCKED,      /* a called-for card: the screen is locked */
	ANSWER_NO_CARD_UP,  /* to play: no such card is up */
	ANSWER_NO_STEPS,    /* the item of the card that is up has no steps */
	ANSWER_NOT_PLAYED,  /* it was not started */
	ANSWER_NO_EASIER,   /* its item has no easier form */
	ANSWER_NO_OTHER,    /* the deck of the card has no other allowed item */
	ANSWER_HURT,        /* to show another item: it hurt, so none may follow */
	ANSWER_IN_NO_DECK,  /* the item is in no deck; its time is not sat */
	ANSWER_NO_WORKOUT,  /* to end: no workout was begun */
	ANSWER_COUNT
};

#define SNOOZE_MAX (7 * USEC_PER_DAY)
#define PAUSE_MAX (400 * USEC_PER_DAY)

/* A gap in input that is a good moment (Iqbal and Bailey 2008: cards at breakpoints). */
#define MOMENT_GAP (5 * USEC_PER_SEC)

/* An absence with a reported reason (a lock, sleep, `limber away`) counts once it is longer. */
#define REPORTED_COUNTS USEC_PER_MIN

/* `limber standing` without a time ends after this at the latest. */
#define STANDING_MOST (2 * USEC_PER_HOUR)

/* A machine that still runs this long after it was reported asleep is awake; and input for this
 * long on a locked screen is a reason to read the lock again. */
#define LEVEL_DOUBT (65 * USEC_PER_SEC)

/* How long a source that knows the time of the last input may take to report it. */
#define INPUT_ANSWERS USEC_PER_SEC

/* A user with input within this time is at the machine. With 60 s, 1.5 % of the cards in tests/year
 * are shown more than 30 s after the user left; with this, 0.5 %. */
#define KEY_FRESH (40 * USEC_PER_SEC)

/* While a card is up, and for NATURAL_AFTER, a lack of input for IDLE_AT_CARD is reported. An
 * absence that begins then and counts is getting up; a shorter rest from PERHAPS_LEAST on may be.
 */
#define IDLE_AT_CARD (30 * USEC_PER_SEC)
#define NATURAL_AFTER (5 * USEC_PER_MIN)
#define PERHAPS_LEAST (60 * USEC_PER_SEC)

/* Reminders that fall due within this time share a card. */
#define MERGE_WITHIN (20 * USEC_PER_MIN)

/* A card that is closed by a lock or sleep sooner than this was not read. */
#define CARD_READ USEC_PER_MIN

/* The back-off: five in a row give a reminder a gap of its own of 2 h, five more one of 4 h, which
 * still leaves a card in each half of a working day; two answered restore it. */
#define BACK_OFF_AFTER 5
#define BACK_OFF_LEVELS 2
#define BACK_OFF_GAP (2 * USEC_PER_HOUR)
#define RESTORE_AFTER 2

/* first_week = "half": the time from the first start, and the gap in it. */
#define FIRST_WEEK (7 * USEC_PER_DAY)
#define FIRST_WEEK_GAP (90 * USEC_PER_MIN)

/* The longest gap that spreading the cap makes. */
#define SPREAD_MOST (2 * USEC_PER_HOUR)
#define SPREAD_HOURS (9 * USEC_PER_HOUR) /* a working day */

/* A card that is closed sooner than this was dropped by the server: no user is that fast. */
#define SEEN_LEAST (300 * USEC_PER_SEC / 1000)

/* A calendar time whose card was seen is not repeated within this time when the wall clock shows it
 * again: a flight west, a clock that is set back, the date line. */
#define SEEN_LASTS (16 * USEC_PER_HOUR)

/* How long after its end a card can still be answered. */
#define ANSWER_LATE (30 * USEC_PER_MIN)

#endif
