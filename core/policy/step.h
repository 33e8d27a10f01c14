/*
 * All policy is one transition: (plan, state, event) -> (next state, actions, wake time).
 *
 * Pure and total: no clock, no I/O, no memory of its own, a defined result for every event in
 * every state, bounded work. The actions are returned as data: the shell (daemon/app_step.c)
 * carries them out, a simulation only reads them.
 */
#ifndef LIMBER_STEP_H
#define LIMBER_STEP_H

#include "core/policy/result.h"

/* `state` must fit `plan` (state_adopt), but for EVENT_PLAN, which makes it so. */
void step(const struct plan *plan, struct state *state, const struct event *event,
	  struct result *ret);

#endif
