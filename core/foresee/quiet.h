/*
 * Where quiet and the times of a day go when the hours are not those of the default: nothing may
 * be planned for a time at which no card can come. Times are minutes after midnight. Hours of
 * different days of the week are taken together, as most people sleep at one time of day.
 */
#ifndef LIMBER_QUIET_H
#define LIMBER_QUIET_H

#include "core/model/plan.h"

enum {
	QUIET_LEAST = 60,  /* quiet may begin so long after the evening card; if it must move: */
	QUIET_AFTER = 90,  /* it begins so long after it, which is how long the card is valid */
	EVENING_AFTER = 90 /* from the end of the hours to the evening card */
};

/*
 * Whether quiet overlaps the plan's hours or the time after one of `count` evening cards. Then
 * *ret is another: what is left of it if that is four hours or more, else up to twelve hours in
 * the longest time outside the hours. Hours that leave no such time are disregarded. Ranges of
 * three hours and less (lunch), and a shorter one beside another on one of its days, stay.
 */
bool quiet_moves(const struct plan *plan, const int evenings[], int count, struct ranges *ret);

/* The evening card that goes with these hours: `minute`, unless that is in them or less than three
 * hours before them; then 90 min after their end. */
int quiet_evening(const struct ranges *hours, int minute);

/*
 * Whether a calendar time lies in the plan's quiet and can be moved into its hours: to the part of
 * them that it was of the hours `before`, or of the default's, 08:00-20:00, where it was not in
 * those. One that falls at several times of day cannot.
 */
bool quiet_moves_time(const struct plan *plan, const struct ranges *before,
		      const struct calendar *time, struct calendar *ret);

/* The longest time without a break in the hours, in minutes; none given: a day. */
int quiet_longest(const struct ranges *hours);

#endif
