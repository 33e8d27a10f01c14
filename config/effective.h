/* The effective values of a configuration and their places, as `config show` prints them. */
#ifndef LIMBER_EFFECTIVE_H
#define LIMBER_EFFECTIVE_H

#include "config/changed.h"
#include "config/draft.h"
#include "config/layers.h"

/* Store the values of a checked draft in `config`. Return 0 or -ENOMEM. */
int effective_build(struct config *config, const struct draft *draft, const struct stack *stack);

/*
 * As config_overridden(), for the keys in `changes` only; NULL: for all. `again`: bits of the first
 * 64 changes whose key a command had set before: that it overrides a file was reported then.
 */
int effective_overridden(const struct config *config, const struct config_change changes[],
			 size_t count, uint64_t again, struct config_errors *ret);

#endif
