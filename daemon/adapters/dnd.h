/*
 * Do-not-disturb, as far as a notification server or a desktop reports it.
 *
 * Not seen: mako before 1.10, which has no property Modes; and a dunst that is paused by SIGUSR1,
 * which sends no signal.
 */
#ifndef LIMBER_DND_H
#define LIMBER_DND_H

#include "daemon/adapters/levels.h"

/* changed: what the functions below return may have changed. */
int dnd_new(struct levels **ret, levels_changed *changed, void *user);

/* The first desktop or server that reports the level: "dunst"; "" for none. */
const char *dnd_source(const struct levels *dnd);

/* The first that has it on; "" for none. */
const char *dnd_who(const struct levels *dnd);

#endif
