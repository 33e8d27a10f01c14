/*
 * All policy is one transition: (plan, state, event) -> (next state, actions, wake time).
 *
 * Pure and total: no clock, no I/O, no memory of its own, a defined result for every event in
 * every state, bounded work. What is to be done comes back as data and is carried out by the
 * shell (daemon/app_step.c); a simulation just reads it.
 */
#ifndef LIMBER_STEP_H
#define LIMBER_STEP_H

#include "core/policy/result.h"

/* `state` must fit `plan` (state_adopt), but for EVENT_PLAN, which makes it so. */
void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret);

#endif
