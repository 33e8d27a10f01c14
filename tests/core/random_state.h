/*
 * States full of random values, each within what its field may hold, for tests of how the state
 * is kept; and which fields of two states differ. The list of fields stands here once more so
 * that one forgotten in core/state_text.c shows.
 */
#ifndef LIMBER_RANDOM_STATE_H
#define LIMBER_RANDOM_STATE_H

#include <stdlib.h>
#include <string.h>

#include "core/model/state.h"

/* Its own random numbers (xorshift), so that a failure is repeated by its seed. */
struct dice {
	uint64_t bits;
};

static inline uint64_t dice_roll(struct dice *dice, uint64_t below)
{
	dice->bits ^= dice->bits << 13;
	dice->bits ^= dice->bits >> 7;
	dice->bits ^= dice->bits << 17;
	return dice->bits % below;
}

/* Often one of the ends, where mistakes live. */
static inline int64_t dice_time(struct dice *dice)
{
	switch (dice_roll(dice, 6)) {
	case 0:
		return 0;
	case 1:
		return REALTIME_OPEN.us;
	case 2:
		return -(INT64_C(1) << 60);
	case 3:
		return INT64_C(1) << 60;
	default:
		return (int64_t)dice_roll(dice, UINT64_C(1) << 60) - (INT64_C(1) << 59);
	}
}

static inline void dice_name(struct dice *dice, char name[NAME_SIZE])
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	uint64_t length = dice_roll(dice, 3) ? dice_roll(dice, NAME_SIZE) : NAME_SIZE - 1;
	memset(name, 0, NAME_SIZE);
	for (size_t i = 0; i < length; i++)
		name[i] = letters[dice_roll(dice, i == 0 ? 26 : sizeof(letters) - 1)];
}

static inline struct today dice_today(struct dice *dice)
{
	struct today today = { .day = (int32_t)((int64_t)dice_roll(dice, UINT32_MAX) - INT32_MAX),
			       .cards = (uint16_t)dice_roll(dice, UINT16_MAX + 1),
			       .every = (uint16_t)dice_roll(dice, UINT16_MAX + 1),
			       .called = (uint16_t)dice_roll(dice, UINT16_MAX + 1),
			       .unasked = (uint16_t)dice_roll(dice, UINT16_MAX + 1) };
	for (int i = 0; i < OUTCOME_COUNT; i++)
		today.outcomes[i] = dice_roll(dice, 2) ? (uint16_t)dice_roll(dice, 65536) : 0;
	return today;
}

static inline struct reminder_state random_reminder(struct dice *dice, int index)
{
	struct reminder_state is = {
		.snoozed = dice_roll(dice, 2),
		.called = dice_roll(dice, 2),
		.ledger = { dice_time(dice), { dice_time(dice) } },
		.planned = { dice_time(dice) },
		.due = { dice_time(dice) },
		.valid_until = { dice_time(dice) },
		.snoozed_until = { dice_time(dice) },
		.seen = { dice_time(dice) },
		.unheld = dice_roll(dice, 2),
		.unheld_since = { dice_time(dice) },
		.asked = (uint8_t)dice_roll(dice, 256),
		.in_a_row = (uint8_t)dice_roll(dice, 256),
		.well = (uint8_t)dice_roll(dice, 256),
		.slow = (uint8_t)dice_roll(dice, 256),
		.spoke = { dice_time(dice) },
		.in_vain = dice_roll(dice, 2),
		.came = (uint8_t)dice_roll(dice, 256),
		.slowed = dice_roll(dice, 2),
		.place = (int32_t)dice_roll(dice, INT32_MAX),
		.last = { .sequence = dice_roll(dice, INT64_MAX),
			  .revision = (uint32_t)dice_roll(dice, UINT32_MAX),
			  .outcome = (enum outcome)dice_roll(dice, OUTCOME_COUNT),
			  .due = { dice_time(dice) },
			  .shown = { dice_time(dice) },
			  .ended = { dice_time(dice) },
			  .seconds = (int32_t)dice_roll(dice, INT32_MAX) },
		.had = dice_time(dice),
		.closed = dice_roll(dice, 2),
		.mark = { dice_time(dice) },
		.marked = { dice_time(dice) },
		.today = dice_today(dice),
	};
	dice_name(dice, is.name);
	dice_name(dice, is.last.reminder);
	dice_name(dice, is.last.item);
	is.today.every = 0;                    /* not kept of one */
	is.name[0] = (char)('a' + index / 26); /* no two alike */
	is.name[1] = (char)('a' + index % 26);
	return is;
}

static inline void random_why(struct dice *dice, char why[], size_t size)
{
	uint64_t length = dice_roll(dice, size);
	for (size_t i = 0; i < length; i++)
		why[i] = dice_roll(dice, 2) ? "\n\\ n/-"[dice_roll(dice, 6)]
					    : (char)(1 + dice_roll(dice, 127));
}

static inline void random_card(struct dice *dice, struct state *is)
{
	is->card.id = 1 + dice_roll(dice, INT64_MAX - 1);
	is->card.reminder = (int32_t)dice_roll(dice, (uint64_t)is->count);
	is->card.called = (int32_t)dice_roll(dice, 2);
	dice_name(dice, is->card.item);
	is->card.due.us = dice_time(dice);
	is->card.shown = (struct moment){ { dice_time(dice) }, { dice_time(dice) } };
	is->card.sat = dice_time(dice);
	is->card.played = (int32_t)dice_roll(dice, 2);
	is->card.hurt = (int32_t)dice_roll(dice, 2);
	is->card.play = (struct play){ .at = (usec)dice_roll(dice, UINT64_C(1) << 60),
				       .spent = (usec)dice_roll(dice, UINT64_C(1) << 60),
				       .since = { dice_time(dice) },
				       .runs = (int32_t)dice_roll(dice, 2),
				       .sides = (uint32_t)dice_roll(dice, SIDES_BOTH + 1),
				       .reported = (int32_t)dice_roll(dice, INT32_MAX) };
	for (int i = 1; i < CARD_MAX; i++) {
		uint64_t bit = UINT64_C(1) << dice_roll(dice, (uint64_t)is->count);
		*(dice_roll(dice, 2) ? &is->card.merged : &is->card.riders) |= bit;
	}
}

static inline void random_state(struct dice *dice, struct state *is)
{
	memset(is, 0, sizeof(*is));
	is->first_start.us = dice_time(dice);
	is->welcomed = dice_roll(dice, 2);
	is->answers.asked = (int32_t)dice_roll(dice, INT32_MAX);
	is->answers.facts = (uint32_t)dice_roll(dice, UINT32_MAX);
	is->answers.kinds = (uint32_t)dice_roll(dice, UINT32_MAX);
	is->answers.warned = dice_roll(dice, 2);
	is->water.day = (int32_t)dice_roll(dice, INT32_MAX);
	is->water.ml = (int32_t)dice_roll(dice, INT32_MAX);
	is->water.slot = dice_time(dice);
	for (int i = 0; i < WATER_SLOTS; i++)
		is->water.slots[i] = (uint16_t)dice_roll(dice, UINT16_MAX + 1);
	is->seen.us = dice_time(dice);
	is->silence.since.us = dice_time(dice);
	is->silence.day = (int32_t)dice_roll(dice, INT32_MAX);
	is->silence.why = (uint8_t)dice_roll(dice, 256);
	is->silence.cards = (uint16_t)dice_roll(dice, 65536);
	is->silence.days = (uint8_t)dice_roll(dice, UINT8_MAX + 1);
	is->presence = (struct presence){
		.absences = (uint32_t)dice_roll(dice, UINT32_MAX),
		.absent_since = { dice_time(dice) },
		.sitting_since = { dice_time(dice) },
		.standing_ends = { dice_time(dice) },
		.returned = dice_roll(dice, 2),
		.long_back = { dice_time(dice) },
		.frozen = dice_roll(dice, 2),
		.counts = dice_roll(dice, 2),
		.stands_open = dice_roll(dice, 2),
		.left = { dice_time(dice) },
		.workout = { dice_time(dice) },
	};
	is->work = (struct work){ (int32_t)dice_roll(dice, INT32_MAX),
				  dice_time(dice),
				  { dice_time(dice) } };
	is->paused_until.us = dice_time(dice);
	random_why(dice, is->paused_why, WHY_SIZE);
	random_why(dice, is->session, WHO_SIZE);
	is->display = dice_roll(dice, 2);
	is->display_tries = (uint8_t)dice_roll(dice, 256);
	is->display_retry.us = dice_time(dice);
	is->spacing.last_every.us = dice_time(dice);
	is->spacing.unasked[0].us = dice_time(dice);
	is->spacing.unasked[1].us = dice_time(dice);
	is->spacing.had_card = dice_roll(dice, 2);
	is->spacing.last_card.us = dice_time(dice);
	is->next_card = dice_roll(dice, INT64_MAX);
	is->next_sequence = dice_roll(dice, INT64_MAX);
	is->today = dice_today(dice);
	is->today.called = is->today.unasked = 0; /* kept of one */
	is->count = (int32_t)dice_roll(dice, REMINDERS_MAX + 1);
	for (int i = 0; i < is->count; i++)
		is->reminders[i] = random_reminder(dice, i);
	if (is->count > 0 && dice_roll(dice, 2))
		random_card(dice, is);
}

struct kept {
	const char *name;
	size_t offset, size;
};

#define KEPT(type, member)                                                                         \
	{                                                                                          \
#member, offsetof(type, member), sizeof(((type *)NULL)->member)                    \
	}

static const struct kept kept_of_state[] = {
	KEPT(struct state, presence.absences),
	KEPT(struct state, presence.absent_since),
	KEPT(struct state, presence.sitting_since),
	KEPT(struct state, presence.standing_ends),
	KEPT(struct state, presence.returned),
	KEPT(struct state, presence.frozen),
	KEPT(struct state, presence.counts),
	KEPT(struct state, presence.stands_open),
	KEPT(struct state, presence.left),
	KEPT(struct state, presence.workout),
	KEPT(struct state, first_start),
	KEPT(struct state, welcomed),
	KEPT(struct state, session),
	KEPT(struct state, paused_until),
	KEPT(struct state, paused_why),
	KEPT(struct state, display),
	KEPT(struct state, display_tries),
	KEPT(struct state, display_retry),
	KEPT(struct state, spacing.last_card),
	KEPT(struct state, spacing.had_card),
	KEPT(struct state, spacing.last_every),
	KEPT(struct state, spacing.unasked),
	KEPT(struct state, card.id),
	KEPT(struct state, card.reminder),
	KEPT(struct state, card.called),
	KEPT(struct state, card.item),
	KEPT(struct state, card.due),
	KEPT(struct state, card.shown),
	KEPT(struct state, card.sat),
	KEPT(struct state, card.played),
	KEPT(struct state, card.hurt),
	KEPT(struct state, card.play),
	KEPT(struct state, card.merged),
	KEPT(struct state, card.riders),
	KEPT(struct state, next_card),
	KEPT(struct state, next_sequence),
	KEPT(struct state, today.day),
	KEPT(struct state, today.cards),
	KEPT(struct state, today.every),
	KEPT(struct state, presence.long_back),
	KEPT(struct state, work.day),
	KEPT(struct state, work.amount),
	KEPT(struct state, work.since),
	KEPT(struct state, answers.asked),
	KEPT(struct state, answers.facts),
	KEPT(struct state, answers.kinds),
	KEPT(struct state, answers.warned),
	KEPT(struct state, seen),
	KEPT(struct state, silence.since),
	KEPT(struct state, silence.day),
	KEPT(struct state, silence.days),
	KEPT(struct state, silence.why),
	KEPT(struct state, silence.cards),
	KEPT(struct state, today.outcomes),
	KEPT(struct state, water.day),
	KEPT(struct state, water.ml),
	KEPT(struct state, water.slot),
	KEPT(struct state, water.slots),
	KEPT(struct state, count),
};

static const struct kept kept_of_reminder[] = {
	KEPT(struct reminder_state, name),          KEPT(struct reminder_state, snoozed),
	KEPT(struct reminder_state, called),        KEPT(struct reminder_state, ledger),
	KEPT(struct reminder_state, planned),       KEPT(struct reminder_state, due),
	KEPT(struct reminder_state, valid_until),   KEPT(struct reminder_state, snoozed_until),
	KEPT(struct reminder_state, seen),          KEPT(struct reminder_state, unheld),
	KEPT(struct reminder_state, unheld_since),  KEPT(struct reminder_state, asked),
	KEPT(struct reminder_state, in_a_row),      KEPT(struct reminder_state, well),
	KEPT(struct reminder_state, slow),          KEPT(struct reminder_state, spoke),
	KEPT(struct reminder_state, slowed),        KEPT(struct reminder_state, place),
	KEPT(struct reminder_state, last.sequence), KEPT(struct reminder_state, last.revision),
	KEPT(struct reminder_state, last.reminder), KEPT(struct reminder_state, last.item),
	KEPT(struct reminder_state, last.outcome),  KEPT(struct reminder_state, last.due),
	KEPT(struct reminder_state, last.shown),    KEPT(struct reminder_state, last.ended),
	KEPT(struct reminder_state, last.seconds),  KEPT(struct reminder_state, today.day),
	KEPT(struct reminder_state, in_vain),       KEPT(struct reminder_state, came),
	KEPT(struct reminder_state, today.cards),   KEPT(struct reminder_state, today.outcomes),
	KEPT(struct reminder_state, today.unasked), KEPT(struct reminder_state, today.called),
	KEPT(struct reminder_state, had),           KEPT(struct reminder_state, closed),
	KEPT(struct reminder_state, mark),          KEPT(struct reminder_state, marked),
};

static inline const char *kept_differs(const struct kept *kept, size_t count, const void *a,
				       const void *b)
{
	for (size_t i = 0; i < count; i++) {
		size_t offset = kept[i].offset;
		if (memcmp((const char *)a + offset, (const char *)b + offset, kept[i].size) != 0)
			return kept[i].name;
	}
	return NULL;
}

/* The first field kept that differs, NULL for none. Reminders may stand in another order. */
static inline const char *state_differs(const struct state *a, const struct state *b)
{
	const char *field =
		kept_differs(kept_of_state, sizeof(kept_of_state) / sizeof(struct kept), a, b);
	for (int i = 0; i < a->count && !field; i++)
		field = kept_differs(kept_of_reminder,
				     sizeof(kept_of_reminder) / sizeof(struct kept),
				     &a->reminders[i], &b->reminders[i]);
	return field;
}

#endif
