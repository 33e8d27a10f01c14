/* Load with a layer that is not written yet; for change.c. */
#ifndef LIMBER_LOAD_H
#define LIMBER_LOAD_H

#include "config/layers.h"

/* As config_load(), with `swap` instead of its layer; NULL for none. */
int load_swapped(const struct config_layers *layers, const struct layer_swap *swap,
		 struct config **ret, struct config_errors *errors);

#endif
