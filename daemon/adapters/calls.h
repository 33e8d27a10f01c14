/*
 * Whether somebody speaks into a microphone: a capture stream of the kernel's sound cards that
 * runs. Nobody tells of one, so it is read when that matters; a reading is a few small files.
 *
 * Blind to microphones that are no sound card of the kernel's, as those of Bluetooth headsets.
 */
#ifndef LIMBER_CALLS_H
#define LIMBER_CALLS_H

#include "core/base/limits.h"

/* Where the kernel tells of its sound cards; this environment variable names another folder, for
 * tests. */
#define CALLS_FOLDER "/proc/asound"
#define CALLS_VARIABLE "LIMBER_PROC_ASOUND"

/* No more streams than this are looked at: far more than any machine has. */
enum { CALLS_STREAMS_MAX = 256 };

enum calls {
	CALLS_UNKNOWN, /* there is no such folder: no sound card, or none that can be seen */
	CALLS_NONE,
	CALLS_ONE, /* at least one stream runs */
};

/* who: the program that records; "" where that is a sound server, or not known. */
enum calls calls_read(char who[WHO_SIZE]);

#endif
