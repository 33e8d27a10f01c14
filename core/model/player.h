/*
 * A routine as it is played: which part of which step is on at a moment.
 *
 * The steps become parts, one for each side of a step with all its repetitions; before each but
 * the first there is time to change over. Where the play stands is computed from the moment it
 * last began to run, never ticked, so nothing adds up to a drift.
 */
#ifndef LIMBER_PLAYER_H
#define LIMBER_PLAYER_H

#include "core/base/limits.h"
#include "core/base/moment.h"
#include "core/model/item.h"

/* Between sides and steps: to read what comes and to move over. */
#define PLAYER_CHANGE (4 * USEC_PER_SEC)

/* What a step without a time of its own takes where nobody waits for a key: to read and do it. */
#define PLAYER_READ (15 * USEC_PER_SEC)

/* So soon after a part's begin `back` means the part before it. */
#define PLAYER_AGAIN (3 * USEC_PER_SEC)

enum { PLAYER_PARTS_MAX = 2 * ITEM_STEPS_MAX }; /* both sides of each step */

enum player_side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

struct player_part {
	int step; /* index */
	enum player_side side;
	usec change; /* at its begin: to change over */
	usec length; /* without that */
	usec begins; /* in the routine, from its change-over on */
	bool waits;  /* it has no end but `next` */
};

struct player {
	const struct item_step *steps; /* borrowed */
	int count;
	struct player_part parts[PLAYER_PARTS_MAX];
	usec total;
};

/* Where a play stands. All zero: at the begin, and not running. */
struct play {
	usec at;    /* in the routine, at `since` */
	usec spent; /* with it, up to `since`; pauses are not in it */
	struct boottime since;
	int32_t runs; /* bool */
	int32_t told; /* the caller's: the part that was last told */
};

/* A part that runs, with all that is needed to count it down without its routine. */
struct player_clock {
	usec at;             /* in the part, from its change-over on */
	usec change, length; /* of the part; length 0: nothing runs */
	usec begins, total;  /* of the part in the routine, of the routine */
	int times;           /* repetitions in `length`, at least 1 */
};

/* What is on at a moment. */
struct player_place {
	int part;       /* player.count: it is over */
	bool changing;  /* still in the part's change-over */
	int time;       /* which repetition, from 1 */
	usec left;      /* of the change-over, else of the part; 0 for a part that waits */
	usec time_left; /* of this repetition */
	usec at;        /* in the routine */
};

/*
 * waits: a step without a time of its own lasts until `next`; else PLAYER_READ. At most
 * ITEM_STEPS_MAX steps; more are left out. None: it is over from the begin.
 */
void player_init(struct player *ret, const struct item_step *steps, int step_count, bool waits);

/* The steps of an item, in its easier form if that is wanted and there is one. NULL: none. */
void player_init_item(struct player *ret, const struct item *item, bool easier, bool waits);

/*
 * On with the steps of `to`, another form of what `from` has: from the begin of the step of the
 * same number, or of the last one where there are fewer. What was over stays over.
 */
void player_change_form(const struct player *from, const struct player *to, struct play *play,
			struct boottime now);

void player_place(const struct player *player, const struct play *play, struct boottime now,
		  struct player_place *ret);

/* How long it was really played; not in pauses, nor after its end. */
usec player_spent(const struct player *player, const struct play *play, struct boottime now);

/* When the place changes by itself to another part, or the play ends: false while it never does. */
bool player_next_change(const struct player *player, const struct play *play, struct boottime now,
			struct boottime *ret);

/* Goes on, or stands still; again is harmless. */
void player_run(const struct player *player, struct play *play, bool runs, struct boottime now);

/* To the begin of the part, or of the one before it when it has only begun (PLAYER_AGAIN). */
void player_back(const struct player *player, struct play *play, struct boottime now);

/* Out of a change-over into its part, else on to the next part; from the last one to the end. */
void player_skip(const struct player *player, struct play *play, struct boottime now);

/* The clock of the part that is on; length 0: none is, or it stands still. */
void player_clock(const struct player *player, const struct play *play, struct boottime now,
		  struct player_clock *ret);

/* Where it is a length after it was made; part 1: it is over. Returns the per cent of the routine.
 */
int player_clock_place(const struct player_clock *clock, usec since, struct player_place *ret);

/* Per cent of the routine. */
int player_progress(const struct player *player, usec at);

#endif
