/*
 * Input of gamepads and joysticks, which no display server reports: the nodes js0, js1 … of the
 * kernel (joydev) that the session may read. logind grants that to the session in front (udev's
 * 70-uaccess.rules). Nodes of other devices are never opened.
 *
 * A node that was read rests for PADS_REST, so that a game wakes limberd twice a minute and a
 * gamepad that lies there not at all. New ones are seen by inotify, and so is a folder that comes
 * later.
 */
#ifndef LIMBER_PADS_H
#define LIMBER_PADS_H

#include <systemd/sd-event.h>

#include "core/base/moment.h"

/* The folder of the nodes; the environment variable names another one, for tests. */
#define PADS_FOLDER "/dev/input"
#define PADS_VARIABLE "LIMBER_DEV_INPUT"

#define PADS_REST (30 * USEC_PER_SEC)

enum { PADS_MAX = 32 };

struct pads;

/* Input now, or since the last call. Called from the event loop only. */
typedef void pads_played(void *user);

/* rest: PADS_REST. */
int pads_new(struct pads **ret, sd_event *event, usec rest, pads_played *played, void *user);
struct pads *pads_free(struct pads *pads); /* NULL; without callbacks */

/* How many are read, and how many there are that the session may not read. */
int pads_count(const struct pads *pads);
int pads_denied(const struct pads *pads);

#endif
