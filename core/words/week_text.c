/* Sums grow beyond the units of length_say(): four working days are "32 h". */
#include "core/words/week_text.h"

#include "core/base/ascii.h"
#include "core/base/text.h"

void sat_say(int64_t seconds, char out[LENGTH_SIZE])
{
	int64_t minutes = (seconds + 30) / 60, hours = minutes / 60;
	char *at = out;
	if (hours > 0)
		at = ascii_put(ascii_put_number(at, (uint64_t)hours), " h");
	if (hours > 0 && hours < 10 && minutes % 60 > 0)
		at = ascii_put(at, " ");
	if (hours == 0 || (hours < 10 && minutes % 60 > 0))
		ascii_put(ascii_put_number(at, (uint64_t)(minutes % 60)), " min");
}
