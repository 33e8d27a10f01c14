/*
 * Absence from input: what a source reports (idle/source.h), joined with input that it does not
 * see, such as a gamepad's. Used by idle.c only.
 */
#ifndef LIMBER_REST_H
#define LIMBER_REST_H

#include "idle/source.h"

struct rest;

/* absent: no input since `ago`; may be repeated with a more exact `ago`. !absent: input again.
 * Called by the functions below and from the event loop. */
typedef void rest_reports(void *user, bool absent, usec ago);

int rest_new(struct rest **ret, sd_event *event, rest_reports *reports, void *user);
struct rest *rest_free(struct rest *rest); /* NULL; without callbacks */

/* The lengths that the source was given. */
void rest_want(struct rest *rest, const usec lengths[IDLE_WATCHES]);

/* The source reported `watch`, IDLE_LONG or IDLE_SHORT; it reported input, or exists no longer. */
void rest_begin(struct rest *rest, enum idle_watch watch, usec ago);
void rest_end(struct rest *rest);

/* Whether the source reported a watch and no input since. */
bool rest_began(const struct rest *rest);

/* Input now that the source does not see: it ends an absence, and delays the next one by its
 * length. */
void rest_touch(struct rest *rest);

/* Whether there was such input within `length`. */
bool rest_is_fresh(const struct rest *rest, usec length);

#endif
