/*
 * How far a routine of ten minutes has drifted at its end, when each wake is late by up to 50 ms:
 * the place it is at, against the time that has passed. A player that counted would be late by the
 * sum, which is printed beside it.
 */
#include <stdio.h>

#include "core/model/player.h"

int main(void)
{
	static const struct item_step steps[] = {
		{ "Hold.", 6, 10, true, "" }, { "Lift.", 2, 15, true, "" },
		{ "Rest.", 30, 1, true, "" }, { "Push.", 10, 3, true, "" },
		{ "Turn.", 27, 5, true, "" }, /* 28 s to change over */
	};
	struct play play = { 0 };
	struct player player;
	struct player_place place;
	struct boottime now = { USEC_PER_HOUR };
	const struct boottime start = now;
	usec late = 0;
	unsigned dice = 1;
	player_init(&player, steps, sizeof(steps) / sizeof(steps[0]), false);
	player_run(&player, &play, true, now);
	for (struct boottime next; player_next_change(&player, &play, now, &next);) {
		dice = dice * 1103515245 + 12345;
		usec lateness = dice / 65536 % 50000;
		late += lateness;
		now.us = next.us + lateness;
		player_place(&player, &play, now, &place);
		if (place.part < player.count)
			printf("%.3f %.3f\n", (double)boottime_since(now, start) / 1e6,
			       (double)(place.at - boottime_since(now, start)) / 1e3);
		else
			printf("%.3f %.3f\n", (double)boottime_since(next, start) / 1e6,
			       (double)(boottime_since(next, start) - player.total) / 1e3);
	}
	printf("late %.3f\n", (double)late / 1e3);
	return 0;
}
