/*
 * The layers in order, each put on the one draft; trees live until the plan is built, because the
 * draft borrows their strings.
 */
#include "config/config.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "config/draft.h"
#include "config/load.h"
#include "config/plan_build.h"
#include "config/shown.h"

struct loader {
	struct stack stack;
	struct errors errors;
	struct draft draft;
	struct own *own; /* until it is the configuration's */
};

static struct loader *loader_free(struct loader *loader)
{
	if (!loader)
		return NULL;
	stack_finish(&loader->stack);
	errors_finish(&loader->errors);
	own_free(loader->own);
	free(loader);
	return NULL;
}

static struct config *loader_config(struct loader *loader)
{
	struct config *config = plan_build(&loader->draft);
	if (config && shown_build(config, &loader->draft, &loader->stack) < 0)
		config = config_free(config);
	return config;
}

/* What the last layer that has `kinds` says; which of it is wrong is told later. */
static uint32_t loader_kinds(const struct loader *loader, int count)
{
	const config_setting_t *kinds = NULL;
	for (int i = 0; i < count; i++) {
		const config_setting_t *root = source_root(&loader->stack.sources[i]);
		const config_setting_t *member =
			root ? config_setting_get_member(root, "kinds") : NULL;
		kinds = member ? member : kinds;
	}
	return kinds ? key_kinds_of(kinds) : 1u << CRAMP_POSTURAL;
}

static void loader_parse(struct loader *loader, int from, int count)
{
	for (int i = from; i < count; i++)
		if (!loader->stack.sources[i].parsed)
			source_parse(&loader->stack.sources[i], &loader->errors);
}

/* The layers below number `below`. */
static int loader_build(struct loader *loader, int below, struct config **ret)
{
	int count = loader->stack.count < below ? loader->stack.count : below;
	loader_parse(loader, 0, count);
	int r = stack_set_kinds(&loader->stack, loader_kinds(loader, count));
	if (r < 0)
		return r;
	loader_parse(loader, 1, 1 + CRAMP_COUNT);
	for (int i = 0; i < count || i <= CRAMP_COUNT; i++) {
		const config_setting_t *root = source_root(&loader->stack.sources[i]);
		if (root)
			draft_add(&loader->draft, root, &loader->errors);
	}
	draft_check(&loader->draft, &loader->errors);
	r = errors_result(&loader->errors);
	if (r < 0)
		return r;
	struct config *config = loader_config(loader);
	if (!config)
		return -ENOMEM;
	config->own = loader->own;
	loader->own = NULL;
	*ret = config;
	return 0;
}

static int loader_read_own(struct loader *loader, const char *folder)
{
	int r = own_read(folder, &loader->own);
	loader->draft.own = loader->own;
	return r;
}

/* The lines of the own items first: they may be the cause of the others. */
static int loader_tell(struct loader *loader, struct config_errors *errors)
{
	int r = errors_hand_over(&loader->errors, errors);
	if (r < 0 || !loader->own || loader->own->errors.count == 0)
		return r;
	struct config_errors *own = &loader->own->errors;
	size_t count = own->count + errors->count;
	char **lines = reallocarray(own->lines, count, sizeof(*lines));
	own->lines = lines ? lines : own->lines;
	size_t *open = lines ? reallocarray(own->open, count, sizeof(*open)) : NULL;
	if (!open)
		return -ENOMEM;
	memcpy(lines + own->count, errors->lines, errors->count * sizeof(*lines));
	memcpy(open + own->count, errors->open, errors->count * sizeof(*open));
	free(errors->lines);
	free(errors->open);
	*errors = (struct config_errors){ lines, count, open };
	*own = (struct config_errors){ .count = 0 };
	return 0;
}

/* Builds, tells, and frees the loader. */
static int loader_end(struct loader *loader, int r, struct config **ret,
		      struct config_errors *errors)
{
	if (r == 0)
		r = loader_build(loader, INT_MAX, ret);
	if (r == -EINVAL) {
		int told = loader_tell(loader, errors);
		r = told < 0 ? told : r;
	}
	loader_free(loader);
	return r;
}

int load_swapped(const struct config_layers *layers, const struct layer_swap *swap,
		 struct config **ret, struct config_errors *errors)
{
	*errors = (struct config_errors){ .count = 0 };
	struct loader *loader = calloc(1, sizeof(*loader));
	if (!loader)
		return -ENOMEM;
	int r = stack_read(&loader->stack, layers, swap, &loader->errors);
	if (r == 0)
		r = loader_read_own(loader, layers ? layers->catalogue : NULL);
	return loader_end(loader, r, ret, errors);
}

int config_load(const struct config_layers *layers, struct config **ret,
		struct config_errors *errors)
{
	return load_swapped(layers, NULL, ret, errors);
}

int config_load_text(const char *catalogue, const char *path, const char *text, size_t length,
		     struct config **ret, struct config_errors *errors)
{
	*errors = (struct config_errors){ .count = 0 };
	struct loader *loader = calloc(1, sizeof(*loader));
	if (!loader)
		return -ENOMEM;
	int r = stack_read(&loader->stack, NULL, NULL, &loader->errors);
	if (r == 0)
		r = stack_add_text(&loader->stack, path, text, length);
	if (r == 0)
		r = loader_read_own(loader, catalogue);
	return loader_end(loader, r, ret, errors);
}

/* The first layer with an error. */
static int first_bad(const struct errors *errors)
{
	int first = INT_MAX;
	for (size_t i = 0; i < errors->count; i++)
		if (errors->list[i].layer < first)
			first = errors->list[i].layer;
	return first;
}

/*
 * The layers below `below`, or as many of them as are good: without the layers above, what was good
 * may be good no more. Moves the errors of the first try to *told. *bad is the first bad layer.
 */
static int load_below(const struct config_layers *layers, int below, struct config **ret,
		      struct config_errors *told, int *bad)
{
	struct loader *loader = calloc(1, sizeof(*loader));
	if (!loader)
		return -ENOMEM;
	int r = stack_read(&loader->stack, layers, NULL, &loader->errors);
	if (below < INT_MAX)
		errors_finish(&loader->errors);
	if (r == 0)
		r = loader_read_own(loader, layers ? layers->catalogue : NULL);
	if (r == 0)
		r = loader_build(loader, below, ret);
	*bad = first_bad(&loader->errors);
	if (r == -EINVAL && told && loader_tell(loader, told) < 0)
		r = -ENOMEM;
	loader_free(loader);
	return r;
}

int config_load_start(const struct config_layers *layers, struct config **ret,
		      struct config_errors *errors)
{
	*errors = (struct config_errors){ .count = 0 };
	int bad, r = load_below(layers, INT_MAX, ret, errors, &bad);
	for (int below = INT_MAX; r == -EINVAL && below > 1;) {
		below = bad > 1 ? bad : 1; /* the built-in layer alone is good */
		r = load_below(layers, below, ret, NULL, &bad);
	}
	return r;
}
