/*
 * Do-not-disturb, as far as a notification server or a desktop tells of it.
 *
 * Not seen: mako before 1.10 sends no signal, so its modes are asked for by dnd_ask() only; a
 * dunst that is paused by a Unix signal (SIGUSR1) tells nobody either, until it is asked.
 */
#ifndef LIMBER_DND_H
#define LIMBER_DND_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

struct dnd;

/* known: somebody tells. who: which desktop or server has it on, "" for none. At each change, only
 * from the event loop. */
struct dnd_events {
	void (*changed)(void *user, bool known, const char *who);
};

int dnd_new(struct dnd **ret, const struct dnd_events *events, void *user);
struct dnd *dnd_free(struct dnd *dnd); /* NULL; without a word */

/* There is a session bus, which is referenced. */
int dnd_up(struct dnd *dnd, sd_bus *bus);

/* Who tells, "dunst", or "" for nobody. */
const char *dnd_source(const struct dnd *dnd);

#endif
