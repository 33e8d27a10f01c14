/*
 * When sources of idle_choice.c that could not be reached are tried again: as the socket of the
 * last of them appears, and IDLE_AGAIN_TIMES by a timer, IDLE_AGAIN later and then each time four
 * times as long.
 */
#ifndef LIMBER_IDLE_RETRY_H
#define LIMBER_IDLE_RETRY_H

#include "idle/source.h"

struct idle_retry;

#define IDLE_AGAIN UINT64_C(100000)
#define IDLE_AGAIN_TIMES 6

/* again: called from the event loop. Negative errno. */
int idle_retry_new(struct idle_retry **ret, sd_event *event, void (*again)(void *user), void *user);
struct idle_retry *idle_retry_free(struct idle_retry *retry); /* NULL */

/* The timer begins anew. */
void idle_retry_reset(struct idle_retry *retry);

/* A round of tries begins: no source is known as not reachable. */
void idle_retry_begin(struct idle_retry *retry);

/* This source could not be reached; NULL: one that could not be loaded. */
void idle_retry_add(struct idle_retry *retry, const struct idle_source *source);

/* A round has ended: watch for the socket, and set the timer, if a source was added. */
void idle_retry_watch(struct idle_retry *retry);
void idle_retry_unwatch(struct idle_retry *retry);

/* Set the timer. */
void idle_retry_later(struct idle_retry *retry);

#endif
