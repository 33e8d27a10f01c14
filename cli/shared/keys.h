/*
 * Single keys from the terminal, while this program is in its foreground. The terminal is restored
 * at the end, on signals but SIGKILL, and while the program is stopped.
 */
#ifndef LIMBER_KEYS_H
#define LIMBER_KEYS_H

#include <stdbool.h>
#include <systemd/sd-event.h>
#include <termios.h>

struct keys {
	sd_event_source *input;
	sd_event *event;
	struct termios before; /* of the terminal, while `taken` */
	int taken;
	void (*pressed)(void *user, char key);
	/* Called before the program is stopped, and when it continues; NULL: not called. */
	void (*stopped)(void *user, bool stopped);
	void *user;
};

/*
 * Handle the signals that end or stop a program, and read keys if both input and output are a
 * terminal. Returns 1 with keys, 0 without, or negative errno. Signals and the end of the input end
 * the loop. `event` is borrowed.
 */
int keys_init(struct keys *keys, sd_event *event, void (*pressed)(void *user, char key),
	      void *user);
void keys_finish(struct keys *keys);

#endif
