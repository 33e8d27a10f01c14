/*
 * Adjust quiet and the times of day in a plan to hours other than the default, so that nothing is
 * scheduled for a time at which no card can be shown. Times are minutes after midnight. The hours
 * of all weekdays are merged, as most people sleep at the same time every day.
 */
#ifndef LIMBER_QUIET_H
#define LIMBER_QUIET_H

#include "core/model/plan.h"

enum {
	QUIET_LEAST = 60,  /* minimum from the evening card to quiet, else quiet is moved */
	QUIET_AFTER = 90,  /* from the evening card to moved quiet: the validity of the card */
	EVENING_AFTER = 90 /* from the end of the hours to the evening card */
};

/*
 * Return whether quiet overlaps the plan's hours or the time after one of `count` evening cards. If
 * so, *ret is the adjusted quiet: the part without overlap if that is at least four hours, else up
 * to twelve hours in the longest gap outside the hours. Hours without such a gap are ignored.
 * Ranges of three hours or less (lunch), and one on the same day as a longer one, are kept.
 */
bool quiet_moves(const struct plan *plan, const int evenings[], int count, struct ranges *ret);

/* The time of the evening card for these hours: `minute`, or EVENING_AFTER past their end if
 * `minute` is within them or less than three hours before them. */
int quiet_evening(const struct ranges *hours, int minute);

/*
 * Return whether a calendar time lies in the plan's quiet and can be moved into its hours. It is
 * moved to the position it had in the hours `before`, or in the default hours (08:00-20:00) if it
 * was outside of them. A calendar expression with several times of day is not moved.
 */
bool quiet_moves_time(const struct plan *plan, const struct ranges *before,
		      const struct calendar *time, struct calendar *ret);

/* The longest run of the hours without a break, in minutes; a whole day if there are no hours. */
int quiet_longest(const struct ranges *hours);

#endif
