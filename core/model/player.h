/*
 * Plays a routine: which part of which step is current at a moment.
 *
 * The steps become parts, one for each side of a step with all its repetitions; before each but
 * the first there is time to change over. The position is computed from the moment at which the
 * play last started to run, so no error accumulates.
 */
#ifndef LIMBER_PLAYER_H
#define LIMBER_PLAYER_H

#include "core/base/limits.h"
#include "core/base/moment.h"
#include "core/model/item.h"
#include "core/model/outcome.h"

/* Between sides and steps: time to read the next one and to move. */
#define PLAYER_CHANGE (4 * USEC_PER_SEC)

/* The length of a step without a time, where no key ends it. */
#define PLAYER_READ (15 * USEC_PER_SEC)

/* Within this time of the begin of a part, `back` goes to the part before. */
#define PLAYER_AGAIN (3 * USEC_PER_SEC)

enum { PLAYER_PARTS_MAX = 2 * ITEM_STEPS_MAX }; /* both sides of each step */

enum player_side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

struct player_part {
	int step; /* index */
	enum player_side side;
	usec change; /* time to change over at its begin */
	usec length; /* without that */
	usec begins; /* in the routine, from its change-over on */
	bool waits;  /* only `next` ends it */
};

struct player {
	const struct item_step *steps; /* borrowed */
	int count;
	struct player_part parts[PLAYER_PARTS_MAX];
	usec total;
};

/* The position of a play. All zero: at the begin, not running. */
struct play {
	usec at;    /* in the routine, at `since` */
	usec spent; /* time played up to `since`, without pauses */
	struct boottime since;
	int32_t runs;     /* bool */
	uint32_t sides;   /* enum sides, as of `since`; see player_sides() */
	int32_t reported; /* for the caller: the part that was last reported */
};

/* A part that runs, with all that is needed to count it down without its routine. */
struct player_clock {
	usec at;             /* in the part, from its change-over on */
	usec change, length; /* of the part; length 0: nothing runs */
	usec begins, total;  /* of the part in the routine, of the routine */
	int times;           /* repetitions in `length`, at least 1 */
};

/* What is played at a moment. */
struct player_place {
	int part;       /* player.count: the end */
	bool changing;  /* still in the part's change-over */
	int time;       /* which repetition, from 1 */
	usec left;      /* of the change-over, else of the part; 0 for a part that waits */
	usec time_left; /* of this repetition */
	usec at;        /* in the routine */
};

/*
 * waits: a step without a time lasts until `next`, else PLAYER_READ. Steps beyond ITEM_STEPS_MAX
 * are ignored; without steps the play is at its end.
 */
void player_init(struct player *ret, const struct item_step *steps, int step_count, bool waits);

/* The steps of an item, the easier ones if wanted and present. item NULL: no steps. */
void player_init_item(struct player *ret, const struct item *item, bool easier, bool waits);

/*
 * Continue with the steps of `to`, another form of `from`: at the begin of the step of the same
 * number, or of the last one if there are fewer. A play at its end stays there.
 */
void player_change_form(const struct player *from, const struct player *to, struct play *play,
			struct boottime now);

void player_place(const struct player *player, const struct play *play, struct boottime now,
		  struct player_place *ret);

/* How long it was played, without pauses and the time after its end. */
usec player_spent(const struct player *player, const struct play *play, struct boottime now);

/* The sides that were played: each with a part of which PLAYER_AGAIN passed, or all of it. */
uint32_t player_sides(const struct player *player, const struct play *play, struct boottime now);

/* When the part changes or the play ends by itself; false: never. */
bool player_next_change(const struct player *player, const struct play *play, struct boottime now,
			struct boottime *ret);

/* Continue or pause; repeating it is harmless. */
void player_run(const struct player *player, struct play *play, bool runs, struct boottime now);

/* Go to the begin of the part, or within PLAYER_AGAIN of it to that of the part before. */
void player_back(const struct player *player, struct play *play, struct boottime now);

/* Skip the change-over, else go to the next part or to the end. */
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
