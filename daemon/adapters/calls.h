/*
 * Whether the user is in a call: a capture stream of a sound card of the kernel runs. There is no
 * signal for that, so it is read when needed, from a few small files.
 *
 * Not seen: microphones that are not sound cards of the kernel, such as Bluetooth headsets; these
 * are in recorders.h.
 */
#ifndef LIMBER_CALLS_H
#define LIMBER_CALLS_H

#include "core/base/limits.h"

/* The kernel's files of sound cards; the environment variable names another folder, for tests. */
#define CALLS_FOLDER "/proc/asound"
#define CALLS_VARIABLE "LIMBER_PROC_ASOUND"

/* The most streams that are read: more than any machine has. */
enum { CALLS_STREAMS_MAX = 256 };

enum calls {
	CALLS_UNKNOWN, /* the folder cannot be read: no sound card, or a sandbox */
	CALLS_NONE,
	CALLS_ONE, /* at least one stream runs */
};

/* who: the program that records; "" for a sound server or an unknown one. */
enum calls calls_read(char who[WHO_SIZE]);

#endif
