/* Every item of the catalogue, played from its begin to its end. */
#include <string.h>

#include "config/catalogue.h"
#include "core/play_text.h"
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

/* Each part has its whole step, and the last one nothing behind it. */
static void said(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		struct player player;
		char part[PLAY_TEXT_SIZE], next[PLAY_TEXT_SIZE];
		player_init(&player, item->steps, item->step_count, false);
		for (int k = 0; k < player.count; k++) {
			const char *text = item->steps[player.parts[k].step].text;
			play_part_say(&player, k, false, NULL, part);
			play_next_say(&player, k, false, NULL, next);
			row_check(&rows, strstr(part, text) && strlen(part) < sizeof(part) - 1,
				  "%s, part %d: %s", item->id, k, part);
			row_check(&rows, (next[0] == '\0') == (k == player.count - 1),
				  "%s, after part %d: %s", item->id, k, next);
			play_part_say(&player, k, true, NULL, part);
			row_check(&rows, !strstr(part, text), "%s, part %d, not discreet: %s",
				  item->id, k, part);
		}
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(totals), cmocka_unit_test(said) };
	return cmocka_run_group_tests_name("played", tests, NULL, NULL);
}
