/* Weeks end today, so that an entry counts at once. */
#include "core/model/diary_sum.h"

enum { WOKEN_NIGHTS = 3, SCORES_LEAST = 2, DAY_SECONDS = 24 * 60 * 60 };

int32_t diary_night(struct realtime at, int32_t zone)
{
	int64_t second = at.us / USEC_PER_SEC + zone - DAY_SECONDS / 2;
	int64_t day = second / DAY_SECONDS - (second % DAY_SECONDS < 0);
	return day < INT32_MIN ? INT32_MIN : day > INT32_MAX ? INT32_MAX : (int32_t)day;
}

struct diary_sum diary_sum_begin(int32_t today, int32_t night)
{
	return (struct diary_sum){ .today = today, .night = night };
}

static void woken_add(struct diary_sum *sum, const struct record *row)
{
	int64_t ago = (int64_t)sum->night - diary_night(row->ended, row->zone);
	if (ago < 0 || ago >= DIARY_DAYS || sum->woken & UINT32_C(1) << ago)
		return;
	sum->woken |= UINT32_C(1) << ago;
	sum->weeks[ago / DIARY_WEEK].nights++;
}

static void cramp_add(struct diary_sum *sum, struct diary_week *week, const struct record *row)
{
	week->cramps++;
	if (week == sum->weeks)
		sum->signs |= diary_signs(row->marks);
	if (!diary_is_rated(row))
		return;
	week->rated++;
	if (row->amount > week->worst)
		week->worst = row->amount;
}

void diary_sum_add(struct diary_sum *sum, const struct record *row)
{
	int64_t ago = (int64_t)sum->today - row->day;
	if (row->outcome == OUTCOME_NONE)
		return;
	if (row->kind == RECORD_CRAMP && row->marks & DIARY_WOKE)
		woken_add(sum, row);
	if (ago < 0 || ago >= DIARY_DAYS)
		return;
	struct diary_week *week = &sum->weeks[ago / DIARY_WEEK];
	if (row->kind == RECORD_CRAMP)
		cramp_add(sum, week, row);
	if (row->kind == RECORD_SCORE) {
		week->scores++;
		week->score_sum += row->amount;
	}
}

bool diary_is_new(const struct record *entry, struct realtime seen, uint64_t row)
{
	return entry->origin == 0 ? entry->sequence >= row : entry->ended.us > seen.us;
}

int diary_nights(const struct diary_sum *sum)
{
	return sum->weeks[0].nights;
}

/* By the mean of scores; a week with fewer than SCORES_LEAST is not compared. */
static bool scores_rise(const struct diary_week *week, const struct diary_week *before)
{
	return week->scores >= SCORES_LEAST && before->scores >= SCORES_LEAST &&
	       (int64_t)week->score_sum * before->scores >
		       (int64_t)before->score_sum * week->scores;
}

/* Before a week without any entry nothing is known. */
static bool cramps_rise(const struct diary_week *week, const struct diary_week *before)
{
	return week->cramps > before->cramps && before->cramps + before->scores > 0;
}

uint32_t diary_reasons(const struct diary_sum *sum)
{
	const struct diary_week *weeks = sum->weeks;
	uint32_t reasons = sum->signs ? DIARY_SIGN : 0;
	if (diary_nights(sum) >= WOKEN_NIGHTS)
		reasons |= DIARY_NIGHTS;
	if ((scores_rise(&weeks[0], &weeks[1]) && scores_rise(&weeks[1], &weeks[2])) ||
	    (cramps_rise(&weeks[0], &weeks[1]) && cramps_rise(&weeks[1], &weeks[2])))
		reasons |= DIARY_WORSE;
	return reasons;
}
