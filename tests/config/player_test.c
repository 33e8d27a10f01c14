/* Every item of the catalogue, played from its begin to its end. */
#include "config/catalogue.h"
#include "core/player.h"
#include "tests/rows.h"

/* What the wakes between begin and end add up to. */
static usec play_through(const struct player *player, int *parts)
{
	struct play play = { 0 };
	struct boottime now = { 0 };
	*parts = 0;
	player_run(player, &play, true, now);
	while (player_next_change(player, &play, now, &now))
		++*parts;
	return player_spent(player, &play, now);
}

/* The time of an item, with its change-overs, and its untimed steps where nobody waits for a key.
 */
static void totals(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		struct player player;
		int untimed = 0, sides = 0, parts;
		for (int k = 0; k < item->step_count; k++) {
			int both = item->steps[k].both_sides ? 2 : 1;
			untimed += item->steps[k].seconds == 0 ? both : 0;
			sides += both;
		}
		player_init(&player, item->steps, item->step_count, false);
		usec total = item->seconds * USEC_PER_SEC + (sides - 1) * PLAYER_CHANGE +
			     untimed * PLAYER_READ;
		usec spent = play_through(&player, &parts);
		row_check(&rows, player.total == total && spent == total && parts == sides,
			  "%s: %ld s in all, %ld s played in %d parts, not %ld s in %d", item->id,
			  (long)(player.total / USEC_PER_SEC), (long)(spent / USEC_PER_SEC), parts,
			  (long)(total / USEC_PER_SEC), sides);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(totals) };
	return cmocka_run_group_tests_name("played", tests, NULL, NULL);
}
