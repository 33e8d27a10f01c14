/* The layers as they are read: the built-in ones first, then every file and text over them. */
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
	char *paths[CONFIG_LAYERS_MAX]; /* what the sources call themselves, owned */
};

/* A text that takes the place of a layer's own, which need not exist. */
struct layer_swap {
	bool runtime;     /* of the runtime layer; else of CHANGE_FILE in the folder */
	const char *text; /* NULL: as if there were no such layer */
};

/* What each kind of cramp brings, in the form of the files: config/kinds/, embedded. */
extern const char *const config_kind_texts[CRAMP_COUNT];

void stack_init(struct stack *stack);
void stack_finish(struct stack *stack);

/* One more layer with a copy of a text. 0 or -ENOMEM. */
int stack_add_text(struct stack *stack, const char *path, const char *text, size_t length);

/*
 * All of `layers` (NULL: the built-in one alone), not yet parsed. `swap`: NULL for none. What
 * cannot be read is an error line. 0 or -ENOMEM.
 */
int stack_read(struct stack *stack, const struct config_layers *layers,
	       const struct layer_swap *swap, struct errors *errors);

/* Give the layers of these kinds of cramp, and no others, their texts: the rest are empty. 0 or
 * -ENOMEM. */
int stack_set_kinds(struct stack *stack, uint32_t kinds);

/* Whether some kind of cramp brings a reminder of this name. */
bool kinds_bring(const char *reminder);

#endif
