/*
 * Moments in the past, as users type them:
 *
 *   now, 20m ago, 1h30 ago, an hour ago, half an hour ago, ago 20m, ago an hour
 *   3am, 03:00, 3 o'clock 05, 10 o'clock evening, at 3
 *                               the last time the clock showed it; "last night" may come first
 *   today 9:00, yesterday 22:00
 *   last night                  about 3:00
 *   this morning, yesterday afternoon, monday evening: about 7:00, 15:00, 20:00; "night": 23:00
 *   monday 22:00                the last such day, today included
 *   2026-11-24 03:00
 *
 * A day may also come last: "3am yesterday".
 */
#ifndef LIMBER_AGO_H
#define LIMBER_AGO_H

#include "core/base/text.h"
#include "core/base/zone.h"

enum ago_kind { AGO_LENGTH, AGO_CLOCK, AGO_DAY, AGO_WEEKDAY, AGO_DATE };

/* A part of a day instead of a time; 0: a time. */
enum ago_part { AGO_MORNING = 1, AGO_AFTERNOON, AGO_EVENING, AGO_NIGHT, AGO_PARTS };

struct ago {
	enum ago_kind kind;
	usec length; /* AGO_LENGTH; 0: now */
	int days;    /* AGO_DAY: 0 today, 1 yesterday */
	int weekday; /* AGO_WEEKDAY */
	int32_t day; /* AGO_DATE: day number of zone.h */
	int minute;  /* after midnight, of all kinds but AGO_LENGTH */
	enum ago_part part;
};

/* TEXT_BAD_PAST: a day without its time, a word that is none. */
enum text_error ago_read(const char *text, struct ago *ret);

enum { AGO_SIZE = LENGTH_SIZE + 8 };
void ago_print(const struct ago *ago, char out[AGO_SIZE]);

/* The moment that is meant; after `now` for a time of today, or a date, that is yet to come. A part
 * of today that has begun is not after `now`. */
struct realtime ago_resolve(const struct ago *ago, const struct zone *zone, struct realtime now);

#endif
