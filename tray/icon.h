/*
 * The icon, drawn for a panel that may be light or dark: a filled disc, whose colour and sign are
 * the state, and in it a pie of eighths.
 */
#ifndef LIMBER_TRAY_ICON_H
#define LIMBER_TRAY_ICON_H

#include <stdint.h>

enum icon_state {
	ICON_OFF,    /* limberd is not there */
	ICON_UNWELL, /* it has problems */
	ICON_PAUSED,
	ICON_AWAY, /* the pie stands still */
	ICON_DUE,  /* a card is up, or waits */
	ICON_ON,
	ICON_STATES,
};

enum { ICON_PARTS = 8 };

struct icon {
	enum icon_state state;
	int parts; /* 0 to ICON_PARTS: of the sitting that is counted */
};

/* The sides in which the icon is offered, in pixels. */
#define ICON_SIDES 22, 44

/* Draws `side` x `side` pixels, row by row, 4 bytes each: alpha, red, green, blue. */
void icon_draw(const struct icon *icon, int side, uint8_t *out);

#endif
