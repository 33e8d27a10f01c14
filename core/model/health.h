/*
 * What the user told about their health, and what it does to an item. Every path that shows an
 * item asks item_verdict() first: no card, no line on one, no step of what it stops.
 *
 * A fact is true until it is taken back, or has a date and lapses by itself: `acute` 72 hours
 * after it, `pregnant` (a birth) and `op` 12 weeks after it. Nothing needs to be read again for
 * that; the day is asked for with each question. A date is a whole day, so it holds through the
 * last day that could still count; one in the future holds already.
 */
#ifndef LIMBER_HEALTH_H
#define LIMBER_HEALTH_H

#include "core/base/zone.h"
#include "core/model/item.h"

enum { AGREED_MAX = 64 }; /* items a clinician agreed to */

/* Day numbers are those of zone.h; 0 stands for "no date". */
struct health {
	struct {
		bool holds;
		int32_t day; /* of the strain, the operation, the birth */
	} facts[FACT_COUNT];
	uint32_t kinds;                        /* of cramp: bit I is enum cramp */
	uint32_t cleared_kinds;                /* a clinician has checked these */
	uint32_t cleared_causes;               /* and these */
	const struct item *agreed[AGREED_MAX]; /* a clinician agreed: lifts RULE_ASK */
	int agreed_count;
	int32_t warning; /* the day of a yes to a warning sign, until it is cleared */
	int32_t asked;   /* the day the questions were answered last */
};

/*
 * What of that was answered, as the files had it when they were read last: kept with the state, so
 * that answers which are gone from the files since are missed.
 */
struct answers {
	int32_t asked;  /* the day the questions were answered; 0: they were not */
	uint32_t facts; /* that hold: bit I is enum fact */
	uint32_t kinds; /* of cramp; 0: none but postural */
	bool warned;    /* a warning sign was said yes to */
};

/* How many days after its own a fact with a date still holds; 0: it takes none. */
int fact_days(enum fact fact);

/* Whether it holds, and the first day on which it will not, by itself: INT32_MAX for never. */
bool fact_holds(const struct health *health, enum fact fact, int32_t today, int32_t *ret_until);

/* The day a question is asked about. */
int32_t health_today(const struct zone *zone, struct realtime now);

/* Whether the answers are older than half a year: then the questions are worth another look. */
bool health_is_old(const struct health *health, int32_t today);

/* Those for which somebody has to be seen first: referred, ischemic, neurological. */
bool cramp_see_first(enum cramp cramp);

/* When the next of the facts with a date lapses; REALTIME_OPEN: none will. */
struct realtime health_lapses(const struct health *health, const struct zone *zone,
			      struct realtime now);

enum ruling {
	RULING_FOR_YOU,
	RULING_STOP,    /* a fact stops it */
	RULING_WARNING, /* a warning sign was said yes to: exercise, heat, cold, pressure wait */
	RULING_NOT_FOR, /* not for one of the user's kinds of cramp */
	RULING_CHECK,   /* not with one of these until a clinician has checked it: `cleared` */
	RULING_ASK,     /* a fact stops it until a clinician agrees: `agreed` */
	RULING_COUNT
};

struct verdict {
	enum ruling ruling;
	enum fact fact;   /* RULING_STOP, RULING_ASK */
	enum cramp cramp; /* RULING_NOT_FOR, RULING_CHECK */
	int32_t until;    /* the day it may end by itself; INT32_MAX: it does not */
};

/* Its word in --json and on the bus: "for_you", "stop", "ask". */
const char *ruling_word(enum ruling ruling);

/*
 * What is to be done with an item today: the gravest of what speaks against it. A fact that
 * stops, whatever the item's file says: `fracture` everything; `fever` exercise, heat and pressure;
 * `acute` what acts on the body and is not meant for a fresh strain. Of the kinds, as long as
 * nobody has checked them, `ischemic` and `neurological` leave only what names them, and `referred`
 * of exercise and pressure, too.
 */
struct verdict item_verdict(const struct item *item, const struct health *health, int32_t today);

/* Whether of an item that is for the user only the easier steps are today: a fact asks for the
 * safer form, and there are such steps. */
bool item_only_easier(const struct item *item, const struct health *health, int32_t today);

/* Its cautions that apply today to an item that is for the user: the safer forms first, then
 * the warnings; their number. What is written there stands on card and steps. */
int item_notes(const struct item *item, const struct health *health, int32_t today,
	       const struct item_caution *ret[FACT_COUNT]);

#endif
