/* What a click does. */
#ifndef LIMBER_TRAY_CLICK_H
#define LIMBER_TRAY_CLICK_H

struct tray;

enum click {
	CLICK_NONE,
	CLICK_DONE,
	CLICK_LATER,
	CLICK_START,
	CLICK_PAUSE_HOUR,
	CLICK_PAUSE_DAY,
	CLICK_RESUME,
	CLICK_ON,
	CLICK_TODAY,
	CLICK_SETTINGS,
	CLICK_DOCTOR,
	CLICK_COUNT,
};

/* Begins it, without waiting for its end. What is refused then appears as a notification. Negative
 * errno. */
int click_do(struct tray *tray, enum click what);

#endif
