/* Moments for people, in the local time of this process. */
#ifndef LIMBER_WHEN_H
#define LIMBER_WHEN_H

#include <stdint.h>
#include <time.h>

#include "core/words/words.h"

/* The time of a clock, and of CLOCK_REALTIME as it is on the bus. */
usec when_clock_us(clockid_t clock);
uint64_t when_now(void);

/* Moments as on the bus; "-" for never. */
void when_say(uint64_t us, uint64_t now, char out[WHEN_SIZE]);

/* The start of the next day in local time. */
uint64_t when_midnight(uint64_t now);

/* "14:06:09". */
void when_clock(uint64_t us, char out[WHEN_SIZE]);

/* "Tue 24 Nov 2026 14:06". */
void when_day(uint64_t us, char out[WHEN_SIZE]);

/* "Tue 24 Nov 2026". */
void when_date(uint64_t us, char out[WHEN_SIZE]);

/* "Tue 24 Nov, 14:06", and for records "2026-11-24 14:06". */
void when_head(uint64_t us, char out[WHEN_SIZE]);
void when_stamp(uint64_t us, char out[WHEN_SIZE]);

#endif
