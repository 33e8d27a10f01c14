/* The values of a configuration and their places, as `config show` tells them. */
#ifndef LIMBER_SHOWN_H
#define LIMBER_SHOWN_H

#include "config/changed.h"
#include "config/draft.h"
#include "config/layers.h"

/* Keep the values of a checked draft in `config`. 0 or -ENOMEM. */
int shown_build(struct config *config, const struct draft *draft, const struct stack *stack);

/* config_defeats() of the keys that were changed; changes NULL: of all. */
int shown_defeats(const struct config *config, const struct config_change changes[], size_t count,
		  struct config_errors *ret);

#endif
