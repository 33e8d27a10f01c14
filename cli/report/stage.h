/*
 * A routine in a terminal. On a screen it is redrawn in place; plain, for dumb terminals, pipes and
 * screen readers, each part is a line without colour.
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
	char notes[STAGE_NOTES_MAX]
		  [STAGE_NOTE_SIZE]; /* cautions, always shown; "" after the last */
	bool plain, keys;
	bool easier;     /* the steps are those of the easier form */
	bool may_change; /* a key changes to the other form and back */
	bool open;       /* the screen is taken */
	int printed;     /* plain: the last part printed, from 1 */
	bool ran;        /* plain: whether it ran then */
};

/* Whether the terminal cannot show a screen. */
bool stage_must_be_plain(void);

/* Whether the terminal has room for the first part; the rest is cut. */
bool stage_fits(const struct stage *stage);

/* Take the screen, or print the head of the routine. */
void stage_open(struct stage *stage);

/* Switch to the steps of the other form, which `player` has already. */
void stage_change_form(struct stage *stage, bool easier);

/* Show the current part. */
void stage_show(struct stage *stage, const struct play *play, struct boottime now);

/* Restore the screen, unless it is restored. */
void stage_close(struct stage *stage);

/* The next moment at which the picture changes while the play runs; false: never by itself. */
bool stage_next(const struct stage *stage, const struct play *play, struct boottime now,
		struct boottime *ret);

#endif
