/* Places in the part, compared with the clock at each wake, so that late ones add up to nothing. */
#include "voice/count.h"

/* A slow reader says 13 letters a second. */
#define LETTER (USEC_PER_SEC / 13)

/* Of two at the same place the later one counts. */
static void offer(struct count offered, usec after, struct count *first)
{
	if (offered.at > after && (first->at < 0 || offered.at <= first->at))
		*first = offered;
}

bool count_next(const struct player_clock *clock, bool voice, size_t announced, usec after,
		struct count *ret)
{
	usec one = clock->length / clock->times, end = clock->change + clock->length;
	usec busy = clock->at + (voice ? (usec)announced * LETTER - 1 : 0);
	if (after < busy)
		after = busy;
	*ret = (struct count){ .at = -1 };
	if (clock->change > 0 && !voice)
		offer((struct count){ clock->change, COUNT_BEGIN, 1 }, after, ret);
	for (int i = clock->times - 1; i > 0 && (!voice || one >= COUNT_LEAST); i--)
		offer((struct count){ clock->change + i * one, COUNT_AGAIN, i + 1 }, after, ret);
	for (int i = 1; i <= COUNT_FROM && voice && clock->length >= COUNT_LEAST; i++)
		offer((struct count){ end - i * USEC_PER_SEC, COUNT_LEFT, i }, after, ret);
	return ret->at >= 0;
}
