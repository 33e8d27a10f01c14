/*
 * Make the store of an invented person, the same one at each run:
 *
 *	history_make FOLDER LAST DAYS [ROWS]
 *
 * DAYS local days up to the date LAST: a weekday at the desk has sittings, absences, cards, water
 *and a score; some nights have a cramp; a weekend has a few rows. With ROWS more cards are added
 *evenly, so that there are about that many rows. Of the zone UTC+1; a day begins at 4:00.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/zone.h"
#include "core/model/state.h"
#include "store/store.h"

enum { ZONE = 3600, BATCH = 4096 };

static struct record records[BATCH];
static int count;
static uint64_t sequence;
static uint64_t bits = UINT64_C(0x9e3779b97f4a7c15);

static int roll(int below)
{
	bits ^= bits << 13;
	bits ^= bits >> 7;
	bits ^= bits << 17;
	return (int)(bits % (uint64_t)below);
}

/* `minute` of the local day, from midnight on. */
static struct realtime moment(int32_t day, int minute)
{
	return (struct realtime){ day * USEC_PER_DAY + minute * USEC_PER_MIN -
				  ZONE * USEC_PER_SEC };
}

static struct record *row(int32_t day, int minute, enum record_kind kind, enum outcome outcome)
{
	struct record *ret = &records[count++];
	*ret = (struct record){ .sequence = ++sequence,
				.revision = 1,
				.kind = kind,
				.outcome = outcome,
				.ended = moment(day, minute),
				.day = day,
				.zone = ZONE };
	return ret;
}

static void span(int32_t day, int from, int until, enum record_kind kind)
{
	struct record *new = row(day, until, kind, OUTCOME_DONE);
	new->shown = moment(day, from);
	new->seconds = (until - from) * 60;
	if (kind == RECORD_AWAY)
		new->marks = roll(3) ? ABSENT_IDLE : ABSENT_LOCKED;
}

/* In the afternoon cards are left alone more often. */
static enum outcome answer(int minute)
{
	static const enum outcome mornings[] = { OUTCOME_DONE,    OUTCOME_DONE,   OUTCOME_NATURAL,
						 OUTCOME_NATURAL, OUTCOME_PARTLY, OUTCOME_SKIPPED,
						 OUTCOME_SNOOZED, OUTCOME_DONE },
				  later[] = { OUTCOME_DONE,       OUTCOME_NATURAL,
					      OUTCOME_SKIPPED,    OUTCOME_PERHAPS,
					      OUTCOME_UNANSWERED, OUTCOME_DONE,
					      OUTCOME_NOT_SHOWN,  OUTCOME_UNANSWERED };
	return minute < 14 * 60 ? mornings[roll(8)] : later[roll(8)];
}

static void card(int32_t day, int minute, const char *reminder)
{
	static const char *const items[] = { "hip-flexor-stretch", "walk-break", "posture-shift",
					     "micro-pause" };
	enum outcome outcome = answer(minute);
	struct record *new = row(day, minute, RECORD_CARD, outcome);
	strcpy(new->reminder, reminder);
	strcpy(new->item, items[roll(4)]);
	new->due.us = new->ended.us - 4 * USEC_PER_MIN;
	if (outcome != OUTCOME_NOT_SHOWN)
		new->shown.us = new->ended.us - 40 * USEC_PER_SEC;
	if (outcome == OUTCOME_DONE)
		new->seconds = 30 + roll(120);
}

static void drink(int32_t day, int minute)
{
	struct record *new = row(day, minute, RECORD_DRINK, OUTCOME_DONE);
	strcpy(new->reminder, "water");
	strcpy(new->item, "fluid-intake");
	new->amount = 200 + 50 * roll(3);
}

static void night(int32_t day, int chance)
{
	if (roll(100) >= chance)
		return;
	struct record *new = row(day, 24 * 60 + 120 + roll(100), RECORD_CRAMP, OUTCOME_DONE);
	strcpy(new->item, "calf");
	new->amount = 3 + roll(5);
	new->sides = roll(2) ? SIDES_LEFT : SIDES_RIGHT;
}

static void desk(int32_t day, int left)
{
	int minute = 8 * 60 + 40 + roll(40);
	while (minute < 17 * 60) {
		int sat = 30 + roll(roll(4) ? 45 : 90);
		int away = minute < 720 && minute + sat > 720 ? 40 + roll(15) : 3 + roll(12);
		span(day, minute, minute + sat, RECORD_SITTING);
		if (sat > 40)
			card(day, minute + 41, "desk");
		minute += sat;
		span(day, minute, minute + away, RECORD_AWAY);
		if (roll(2))
			drink(day, minute + 1);
		minute += away;
	}
	struct record *score = row(day, 21 * 60, RECORD_SCORE, OUTCOME_DONE);
	score->amount = 2 + roll(3) + (left > 14);
	night(day, left > 14 ? 30 : 15);
}

static void weekend(int32_t day)
{
	span(day, 600, 640 + roll(60), RECORD_SITTING);
	row(day, 21 * 60, RECORD_SCORE, OUTCOME_DONE)->amount = 1 + roll(3);
	night(day, 10);
}

static int save(struct store *store)
{
	static struct state state;
	state.next_card = 1;
	state.next_sequence = sequence + 1;
	state.at.real = records[count - 1].ended;
	int r = store_save(store, "11111111-1111-1111-1111-111111111111", &state, records, count);
	count = 0;
	return r;
}

static int make(struct store *store, int32_t last, int days, int64_t rows)
{
	int r = 0;
	for (int left = days - 1; left >= 0 && r == 0; left--) {
		int32_t day = last - left;
		int64_t wanted = rows * (days - left) / days;
		if (civil_weekday(day) >= SATURDAY)
			weekend(day);
		else
			desk(day, left);
		while ((int64_t)sequence < wanted && count < BATCH - 1)
			card(day, 8 * 60 + roll(600), roll(3) ? "eyes" : "air");
		if (count > BATCH / 2 || left == 0)
			r = save(store);
	}
	return r;
}

int main(int argc, char *argv[])
{
	struct store *store = NULL;
	struct store_trouble trouble;
	int32_t last;
	int days = argc > 3 ? atoi(argv[3]) : 0;
	if (days < 1 || !date_read(argv[2], &last)) {
		fprintf(stderr, "usage: history_make FOLDER LAST DAYS [ROWS]\n");
		return 2;
	}
	int r = store_open(argv[1], &store, &trouble);
	if (r == STORE_OK)
		r = make(store, last, days, argc > 4 ? atoll(argv[4]) : 0);
	if (r != 0)
		fprintf(stderr, "history_make: %s: %d\n", argv[1], r);
	store_free(store);
	return r != 0;
}
