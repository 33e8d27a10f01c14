/* Play every item of the catalogue from begin to end, in its easier form, too. */
#include <string.h>

#include "config/catalogue.h"
#include "core/words/play_text.h"
#include "tests/rows.h"

/* Return the sum of the waits from begin to end. */
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

/* The time of its steps, with change-overs, and 15 s for untimed ones where nobody waits for a key.
 */
static void total_check(struct rows *rows, const char *id, const struct item_step *steps, int count)
{
	struct player player;
	usec total = 0;
	int sides = 0, parts;
	for (int k = 0; k < count; k++) {
		int both = steps[k].both_sides ? 2 : 1;
		total += both * (steps[k].seconds == 0
					 ? PLAYER_READ
					 : steps[k].seconds * steps[k].times * USEC_PER_SEC);
		sides += both;
	}
	total += (sides - 1) * PLAYER_CHANGE;
	player_init(&player, steps, count, false);
	usec spent = play_through(&player, &parts);
	row_check(rows, player.total == total && spent == total && parts == sides,
		  "%s: %ld s in all, %ld s played in %d parts, not %ld s in %d", id,
		  (long)(player.total / USEC_PER_SEC), (long)(spent / USEC_PER_SEC), parts,
		  (long)(total / USEC_PER_SEC), sides);
}

static void totals(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		const struct item *item = &catalogue_items[i];
		total_check(&rows, item->id, item->steps, item->step_count);
		if (item->easier_count > 0)
			total_check(&rows, item->id, item->easier, item->easier_count);
	}
	rows_end(&rows);
}

/* Each part has its complete step, and nothing follows the last one. */
static void said_check(struct rows *rows, const char *id, const struct player *player)
{
	char part[PLAY_TEXT_SIZE], next[PLAY_TEXT_SIZE];
	for (int k = 0; k < player->count; k++) {
		const char *text = player->steps[player->parts[k].step].text;
		play_part_say(player, k, false, NULL, part);
		play_next_say(player, k, false, NULL, next);
		row_check(rows, strstr(part, text) && strlen(part) < sizeof(part) - 1,
			  "%s, part %d: %s", id, k, part);
		row_check(rows, (next[0] == '\0') == (k == player->count - 1),
			  "%s, after part %d: %s", id, k, next);
		play_part_say(player, k, true, NULL, part);
		row_check(rows, !strstr(part, text), "%s, part %d, not discreet: %s", id, k, part);
	}
}

static void said(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < catalogue_count; i++) {
		struct player player;
		player_init_item(&player, &catalogue_items[i], false, false);
		said_check(&rows, catalogue_items[i].id, &player);
		player_init_item(&player, &catalogue_items[i], true, false);
		said_check(&rows, catalogue_items[i].id, &player);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(totals), cmocka_unit_test(said) };
	return cmocka_run_group_tests_name("played", tests, NULL, NULL);
}
