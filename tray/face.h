/*
 * What the tray shows of a status: the icon's state and filling, the label, the tooltip, and the
 * moment at which one of them changes although nothing happens.
 */
#ifndef LIMBER_TRAY_FACE_H
#define LIMBER_TRAY_FACE_H

#include "cli/shared/status.h"
#include "tray/icon.h"

enum { FACE_LABEL = 48, FACE_NEXT = 256, FACE_TEXT = 1024 };

/* Moments are CLOCK_REALTIME in microseconds, 0: none. */
struct face {
	struct icon icon;
	char label[FACE_LABEL]; /* beside the icon, where a panel shows it: "14:18", or "12 min" */
	char next[FACE_NEXT];   /* what comes next, or what the state is */
	char text[FACE_TEXT];   /* the rest of the tooltip: lines, no markup */
	bool card;              /* whether one is up */
	bool paused;
	uint64_t changes; /* when face_pass() would change it */
	uint64_t stale; /* when a text is wrong, such as "tomorrow 09:00": read the status again */
	/* Of the sitting that is counted; full_at 0: it does not grow. */
	uint64_t every, full_at;
	/* The card whose minutes are counted down; 0: the label is a clock time. */
	uint64_t minutes_to;
	char when[FACE_LABEL];   /* its clock time */
	char counted[NAME_SIZE]; /* the reminder whose card "Start a stretch" asks for; "": none */
};

/* status NULL: limberd is not there. */
void face_make(const struct status *status, struct face *ret);

/* Brings the filling and the minutes to this moment. */
void face_pass(struct face *face, uint64_t now);

/* Whether a panel would show the same icon, and the same texts. */
bool face_same_icon(const struct face *a, const struct face *b);
bool face_same_texts(const struct face *a, const struct face *b);

#endif
