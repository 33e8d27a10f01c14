/* A play is a position at a moment; the present position follows by subtraction. */
#include "core/model/player.h"

#include <stddef.h>

static void part_add(struct player *player, int step, enum player_side side, bool waits)
{
	const struct item_step *its = &player->steps[step];
	struct player_part *part = &player->parts[player->count++];
	*part = (struct player_part){
		.step = step,
		.side = side,
		.change = player->count > 1 ? PLAYER_CHANGE : 0,
		.length = its->seconds * USEC_PER_SEC * its->times,
		.begins = player->total,
		.waits = waits && its->seconds == 0,
	};
	if (its->seconds == 0)
		part->length = PLAYER_READ;
	player->total += part->change + part->length;
}

void player_init(struct player *ret, const struct item_step *steps, int step_count, bool waits)
{
	*ret = (struct player){ .steps = steps };
	for (int i = 0; i < step_count && i < ITEM_STEPS_MAX; i++) {
		part_add(ret, i, steps[i].both_sides ? SIDE_LEFT : SIDE_NONE, waits);
		if (steps[i].both_sides)
			part_add(ret, i, SIDE_RIGHT, waits);
	}
}

void player_init_item(struct player *ret, const struct item *item, bool easier, bool waits)
{
	if (item && easier && item->easier_count > 0)
		player_init(ret, item->easier, item->easier_count, waits);
	else
		player_init(ret, item ? item->steps : NULL, item ? item->step_count : 0, waits);
}

static usec part_ends(const struct player_part *part)
{
	return part->begins + part->change + part->length;
}

/* The part at a place in the routine; player->count for its end. */
static int part_at(const struct player *player, usec at)
{
	int i = 0;
	while (i < player->count && at >= part_ends(&player->parts[i]))
		i++;
	return i;
}

/* How far it runs without a key: to the end, or to just before the end of the next part that waits.
 */
static usec farthest(const struct player *player, usec at)
{
	for (int i = part_at(player, at); i < player->count; i++)
		if (player->parts[i].waits)
			return part_ends(&player->parts[i]) - 1;
	return player->total;
}

static usec ran(const struct play *play, struct boottime now)
{
	usec length = play->runs ? boottime_since(now, play->since) : 0;
	return length > 0 ? length : 0;
}

static usec place_at(const struct player *player, const struct play *play, struct boottime now)
{
	usec at = play->at + ran(play, now), most = farthest(player, play->at);
	return at < most ? at : most;
}

static void place_in(const struct player *player, struct player_place *ret)
{
	const struct player_part *part = &player->parts[ret->part];
	const struct item_step *step = &player->steps[part->step];
	usec into = ret->at - part->begins - part->change;
	usec one = part->length / (step->seconds > 0 ? step->times : 1);
	ret->changing = into < 0;
	ret->time = into < 0 ? 1 : (int)(into / one) + 1;
	ret->left = into < 0 ? -into : part->waits ? 0 : part->length - into;
	ret->time_left = into < 0 ? one : part->waits ? 0 : ret->time * one - into;
}

void player_place(const struct player *player, const struct play *play, struct boottime now,
		  struct player_place *ret)
{
	usec at = place_at(player, play, now);
	*ret = (struct player_place){ .part = part_at(player, at), .at = at };
	if (ret->part < player->count)
		place_in(player, ret);
}

usec player_spent(const struct player *player, const struct play *play, struct boottime now)
{
	usec left = play->at < player->total ? player->total - play->at : 0;
	usec length = ran(play, now);
	/* In a part that waits the time is not limited. */
	if (farthest(player, play->at) == player->total && length > left)
		length = left;
	return play->spent + length;
}

bool player_next_change(const struct player *player, const struct play *play, struct boottime now,
			struct boottime *ret)
{
	struct player_place place;
	player_place(player, play, now, &place);
	if (!play->runs || place.part == player->count || player->parts[place.part].waits)
		return false;
	ret->us = now.us + part_ends(&player->parts[place.part]) - place.at;
	return true;
}

/* Keys lead to the begin of a part, or of its hold: the place in a part is the time it was held. */
uint32_t player_sides(const struct player *player, const struct play *play, struct boottime now)
{
	static const uint32_t bits[] = {
		[SIDE_NONE] = 0, [SIDE_LEFT] = SIDES_LEFT, [SIDE_RIGHT] = SIDES_RIGHT
	};
	usec at = place_at(player, play, now);
	uint32_t sides = play->sides;
	for (int i = 0; i < player->count; i++) {
		const struct player_part *part = &player->parts[i];
		usec least = part->length < PLAYER_AGAIN ? part->length : PLAYER_AGAIN;
		if (play->at < part_ends(part) && at >= part->begins + part->change + least)
			sides |= bits[part->side];
	}
	return sides;
}

/* Set `at`, `spent` and `sides` to their values at `now`. */
static void settle(const struct player *player, struct play *play, struct boottime now)
{
	usec spent = player_spent(player, play, now);
	play->sides = player_sides(player, play, now);
	play->at = place_at(player, play, now);
	play->spent = spent;
	play->since = now;
}

void player_run(const struct player *player, struct play *play, bool runs, struct boottime now)
{
	settle(player, play, now);
	play->runs = runs;
}

void player_back(const struct player *player, struct play *play, struct boottime now)
{
	settle(player, play, now);
	int part = part_at(player, play->at);
	if (part == player->count) {
		play->at = part > 0 ? player->parts[part - 1].begins : 0;
		return;
	}
	usec into = play->at - player->parts[part].begins - player->parts[part].change;
	if (into < PLAYER_AGAIN && part > 0)
		part--;
	play->at = player->parts[part].begins;
}

void player_skip(const struct player *player, struct play *play, struct boottime now)
{
	settle(player, play, now);
	int part = part_at(player, play->at);
	if (part == player->count)
		return;
	usec starts = player->parts[part].begins + player->parts[part].change;
	play->at = play->at < starts ? starts : part_ends(&player->parts[part]);
}

/* Where a step begins; the last one if there are fewer steps. */
static usec step_begins(const struct player *player, int step)
{
	int i = player->count - 1;
	while (i > 0 && (player->parts[i].step > step || player->parts[i].side == SIDE_RIGHT))
		i--;
	return i < 0 ? 0 : player->parts[i].begins;
}

void player_change_form(const struct player *from, const struct player *to, struct play *play,
			struct boottime now)
{
	settle(from, play, now);
	int part = part_at(from, play->at);
	play->at = part < from->count ? step_begins(to, from->parts[part].step) : to->total;
}

int player_progress(const struct player *player, usec at)
{
	return player->total > 0 ? (int)(at * 100 / player->total) : 100;
}

void player_clock(const struct player *player, const struct play *play, struct boottime now,
		  struct player_clock *ret)
{
	struct player_place place;
	*ret = (struct player_clock){ .times = 1 };
	player_place(player, play, now, &place);
	if (!play->runs || place.part == player->count || player->parts[place.part].waits)
		return;
	const struct player_part *part = &player->parts[place.part];
	const struct item_step *step = &player->steps[part->step];
	*ret = (struct player_clock){ place.at - part->begins,
				      part->change,
				      part->length,
				      part->begins,
				      player->total,
				      step->seconds > 0 ? step->times : 1 };
}

int player_clock_place(const struct player_clock *clock, usec since, struct player_place *ret)
{
	const struct item_step step = { .seconds = 1, .times = clock->times };
	const struct player player = {
		.steps = &step,
		.count = 1,
		.parts = { { .change = clock->change, .length = clock->length } },
		.total = clock->change + clock->length,
	};
	const struct play play = { .at = clock->at, .runs = true };
	player_place(&player, &play, (struct boottime){ since }, ret);
	return clock->total > 0 ? (int)((clock->begins + ret->at) * 100 / clock->total) : 100;
}
