/*
 * The first words, on a fresh store: what will happen, and what to do first. It is no card of the
 * core, so it knows no gap, counts for nothing and leaves no row; it goes when it is closed, or
 * when the first card comes. The adapter of cards on the desktop shows it under an id of its own.
 */
#ifndef LIMBER_WELCOME_H
#define LIMBER_WELCOME_H

#include "daemon/app.h"

#define WELCOME_ID UINT64_MAX

/* Show it, if it is due and nobody is away; after each event. */
void welcome_try(struct app *app);

/* What the notifier tells of it. It could not be shown: tried again when a server comes. */
void welcome_over(struct app *app);
void welcome_failed(struct app *app);

/* The first card comes in its place. */
void welcome_make_room(struct app *app);

#endif
