/*
 * Do-not-disturb, as far as a notification server or a desktop tells of it.
 *
 * Not seen: GNOME's, which it tells nobody, nor any portal (xdg-desktop-portal-gnome and -gtk,
 * src/settings.c); mako before it had the property Modes (1.10); and changes of a dunst that is
 * paused by SIGUSR1, which send no signal.
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

/* Ask again: a signal may have been missed. */
void dnd_again(struct dnd *dnd);

/* Who tells, "dunst", or "" for nobody. */
const char *dnd_source(const struct dnd *dnd);

#endif
