/* The texts of the layers in order: the built-in ones first, then every file and text above them.
 */
#ifndef LIMBER_LAYERS_H
#define LIMBER_LAYERS_H

#include "config/config.h"
#include "config/errors.h"
#include "config/source.h"

#define LAYER_BUILT_IN "built-in"
#define LAYER_KIND "built-in (%s)"
#define LAYER_RUNTIME "limber set --runtime"
#define LAYER_CAREFUL "built-in (while health facts may be missing)"

struct stack {
	int count;
	size_t bytes; /* of the files */
	struct source sources[CONFIG_LAYERS_MAX];
	char *paths[CONFIG_LAYERS_MAX]; /* the names of the sources, owned */
};

/* A text to load instead of a layer's own, which need not exist. */
struct layer_swap {
	bool runtime;     /* replaces the runtime layer; else CHANGE_FILE in the folder */
	const char *text; /* NULL: load without that layer */
};

/* The embedded layer of each kind of cramp: config/kinds/. */
extern const char *const config_kind_texts[CRAMP_COUNT];

void stack_finish(struct stack *stack);

/* Add a layer with a copy of a text. Return 0 or -ENOMEM. */
int stack_add_text(struct stack *stack, const char *path, const char *text, size_t length);

/*
 * Read all of `layers` (NULL: the built-in ones alone) without parsing. `swap`: NULL for none. A
 * file that cannot be read is an error line. Return 0 or -ENOMEM.
 */
int stack_read(struct stack *stack, const struct config_layers *layers,
	       const struct layer_swap *swap, struct errors *errors);

/* Add `setup_done = false` as the top layer, so that it is effective and shown as a value; once.
 * Return 0 or -ENOMEM. */
int stack_require_setup(struct stack *stack);

/* Enable the layers of exactly these kinds of cramp (bits); empty the others. Return 0 or -ENOMEM.
 */
int stack_set_kinds(struct stack *stack, uint32_t kinds);

/* True if the layer of any kind of cramp has a reminder of this name. */
bool kinds_define(const char *reminder);

#endif
