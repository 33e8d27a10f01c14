/*
 * The health answers of the user, and what they do to an item. Every path that shows an item calls
 * item_verdict() first: a stopped item is on no card, on no line of one, and is not played.
 *
 * A fact is true until it is taken back; one with a date lapses: `acute` 72 hours after it,
 * `pregnant` (a birth) and `op` 12 weeks after it. Each function takes the present day, so nothing
 * has to be updated. A date is a whole day, so a fact holds through the last day that could count;
 * one with a date in the future holds already.
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

/* How many days after its date a fact holds; 0: it takes no date. */
int fact_days(enum fact fact);

/* Whether a fact holds, and the first day on which it has lapsed; INT32_MAX: never. */
bool fact_holds(const struct health *health, enum fact fact, int32_t today, int32_t *ret_until);

/* The present day. */
int32_t health_today(const struct zone *zone, struct realtime now);

/* Whether the answers are older than half a year and should be reviewed. */
bool health_is_old(const struct health *health, int32_t today);

/* The kinds for which the user has to see a clinician first: referred, ischemic, neurological. */
bool cramp_see_first(enum cramp cramp);

/* When the next fact lapses; REALTIME_OPEN: none. */
struct realtime health_lapses(const struct health *health, const struct zone *zone,
			      struct realtime now);

enum ruling {
	RULING_FOR_YOU,
	RULING_STOP,    /* a fact stops it */
	RULING_WARNING, /* a warning sign: no exercise, heat, cold or pressure */
	RULING_NOT_FOR, /* not for one of the user's kinds of cramp */
	RULING_CHECK,   /* a kind of cramp stops it until a clinician checked that: `cleared` */
	RULING_ASK,     /* a fact stops it until a clinician agrees: `agreed` */
	RULING_COUNT
};

struct verdict {
	enum ruling ruling;
	enum fact fact;   /* RULING_STOP, RULING_ASK */
	enum cramp cramp; /* RULING_NOT_FOR, RULING_CHECK */
	int32_t until;    /* the day on which it may lapse; INT32_MAX: never */
};

/* Its word in --json and on the bus: "for_you", "stop", "ask". */
const char *ruling_word(enum ruling ruling);

/*
 * The verdict on an item today, by the most severe rule that forbids it. Whatever the file of the
 * item says, `fracture` stops everything, `fever` exercise, heat and pressure, `acute` every act
 * that is not for a fresh strain. Until a clinician has checked them, `ischemic` and `neurological`
 * allow only items that name them, and `referred` the same for exercise and pressure.
 */
struct verdict item_verdict(const struct item *item, const struct health *health, int32_t today);

/* Whether only the easier steps of an allowed item are allowed today: a fact asks for the safer
 * form, and the item has easier steps. */
bool item_only_easier(const struct item *item, const struct health *health, int32_t today);

/* The cautions of an allowed item that apply today, safer forms before warnings; returns their
 * number. They are shown on the card and with the steps. */
int item_notes(const struct item *item, const struct health *health, int32_t today,
	       const struct item_caution *ret[FACT_COUNT]);

#endif
