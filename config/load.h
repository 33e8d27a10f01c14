/* A load with a layer that is not yet what it will be; for change.c. */
#ifndef LIMBER_LOAD_H
#define LIMBER_LOAD_H

#include "config/layers.h"

/* As config_load(). */
int load_swapped(const struct config_layers *layers, const struct layer_swap *swap,
		 struct config **ret, struct config_errors *errors);

#endif
