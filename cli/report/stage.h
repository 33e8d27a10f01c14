/*
 * A routine in a terminal. On a screen it is drawn anew in place; plain, each part is a line, for
 * dumb terminals, pipes and screen readers: nothing moves, nothing is coloured.
 */
#ifndef LIMBER_STAGE_H
#define LIMBER_STAGE_H

#include <stdbool.h>

#include "core/model/item.h"
#include "core/model/player.h"

enum { STAGE_NOTES_MAX = 8, STAGE_NOTE_SIZE = 512 };

struct stage {
	const struct item *item;
	const struct player *player;
	char notes[STAGE_NOTES_MAX][STAGE_NOTE_SIZE]; /* cautions, always there; "" behind them */
	bool plain, keys;
	bool easier;     /* the steps are those of the easier form */
	bool may_change; /* and there are others: a key leads there and back */
	bool open;       /* the screen is ours */
	int told;        /* plain: the last part told, from 1 */
	bool ran;        /* and whether it ran */
};

/* Whether a terminal can do no more than that. */
bool stage_must_be_plain(void);

/* Whether the terminal has room for its first part; it is drawn as far as there is room. */
bool stage_fits(const struct stage *stage);

/* Takes the screen, or says what is to come. */
void stage_open(struct stage *stage);

/* The steps are those of the other form from now on; `player` has them already. */
void stage_change_form(struct stage *stage, bool easier);

/* What is on now. */
void stage_show(struct stage *stage, const struct play *play, struct boottime now);

/* Gives the screen back as it was; nothing where it has been. */
void stage_close(struct stage *stage);

/* When it will look different, while the play runs; false: not by itself. */
bool stage_next(const struct stage *stage, const struct play *play, struct boottime now,
		struct boottime *ret);

#endif
