/*
 * The first words, on a fresh store: what will happen, and what to do first. It is no card of the
 * core, so it knows no gap, counts for nothing and leaves no row; it goes when it is closed, or
 * when the first card comes. The desktop and the displays show it under an id of its own; until
 * one has, it is tried again, also after another start.
 */
#ifndef LIMBER_WELCOME_H
#define LIMBER_WELCOME_H

#include "daemon/app.h"

#define WELCOME_ID UINT64_MAX

/* Show it, if it is due and nobody is away; after each event. */
void welcome_try(struct app *app);

/* What the notifier tells of it. It could not be shown: tried again when a server or display comes.
 */
void welcome_seen(struct app *app);
void welcome_again(struct app *app);
void welcome_over(struct app *app);
void welcome_failed(struct app *app);

/* The first card comes in its place. */
void welcome_make_room(struct app *app);

#endif
