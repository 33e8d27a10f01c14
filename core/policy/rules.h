/*
 * The numbers of the policy, and what a request is answered. Lengths are microseconds; where a
 * number comes from stands beside it.
 */
#ifndef LIMBER_RULES_H
#define LIMBER_RULES_H

#include "core/base/moment.h"

/* What a request met. Each has its sentence in words.h and its error name on the bus. */
enum answer {
	ANSWER_OK,
	ANSWER_NO_CARD,     /* this card is not up, and nothing to answer in the last 30 min */
	ANSWER_NO_REMINDER, /* nothing to snooze: no reminder is on */
	ANSWER_OFF,         /* that reminder is switched off */
	ANSWER_PAST,        /* until is not after now */
	ANSWER_OUTLIVED,    /* until is after the time that the card is worth saying */
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
	ANSWER_NO_OTHER,    /* the deck of the card has no other item for the user */
	ANSWER_NOT_DEALT,   /* no reminder deals the item that was done */
	ANSWER_NO_WORKOUT,  /* to end: none was begun */
	ANSWER_COUNT
};

#define SNOOZE_MAX (7 * USEC_PER_DAY)
#define PAUSE_MAX (400 * USEC_PER_DAY)

/* A gap in input that is a good moment (Iqbal and Bailey 2008: cards at breakpoints). */
#define MOMENT_GAP (5 * USEC_PER_SEC)

/* An absence that something tells of (a lock, sleep, `limber away`) counts once it is longer. */
#define TOLD_COUNTS USEC_PER_MIN

/* `limber standing` without a time ends by itself after this, at the latest. */
#define STANDING_MOST (2 * USEC_PER_HOUR)

/* A machine that runs so long after it was told to sleep is not asleep; and keys for so long on a
 * locked screen are a reason to ask again whether it is. */
#define LEVEL_DOUBT (65 * USEC_PER_SEC)

/* How long a source that dates the last key may take to tell of one that is old. */
#define INPUT_ANSWERS USEC_PER_SEC

/* Who pressed a key within this is at the machine. With 60 s, 1.5 % of the cards in tests/year come
 * more than 30 s after somebody left; with this, 0.5 %. */
#define KEY_FRESH (40 * USEC_PER_SEC)

/* While a card is up, and this long after, no input for IDLE_AT_CARD is noticed. An absence that
 * begins then and counts is getting up; a shorter rest from PERHAPS_LEAST on may have been. */
#define IDLE_AT_CARD (30 * USEC_PER_SEC)
#define NATURAL_AFTER (5 * USEC_PER_MIN)
#define PERHAPS_LEAST (60 * USEC_PER_SEC)

/* Reminders that fall due this close are one card. */
#define MERGE_WITHIN (20 * USEC_PER_MIN)

/* A card that is taken away sooner than this has not been read. */
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

/* The longest time that the cap puts between two cards to have some left for the evening. */
#define SPREAD_MOST (2 * USEC_PER_HOUR)
#define SPREAD_HOURS (9 * USEC_PER_HOUR) /* a working day */

/* A card that leaves sooner after it was shown was not seen: nobody is that fast. */
#define SEEN_LEAST (300 * USEC_PER_SEC / 1000)

/* A calendar time whose card was seen does not come again within this, though the wall shows it
 * again: a flight west, a clock that is put back, the date line. */
#define SEEN_LASTS (16 * USEC_PER_HOUR)

/* How long after its end a card can still be answered. */
#define ANSWER_LATE (30 * USEC_PER_MIN)

#endif
