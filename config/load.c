/*
 * Merge the layers in order into one draft. Trees live until the plan is built, because the draft
 * borrows their strings.
 */
#include "config/load.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/draft_read.h"
#include "config/effective.h"
#include "config/keys.h"
#include "config/lost.h"
#include "config/plan_build.h"
#include "core/base/try.h"

struct loader {
	struct stack stack;
	struct errors errors;
	struct draft draft;
	struct own *own;                 /* moved to the configuration at the end */
	bool dropped[CONFIG_LAYERS_MAX]; /* layers that config_load_start() skips */
	const char *folder;              /* the folder of layers if it cannot be read, else NULL */
	bool careful;                    /* health facts may be in a skipped layer */
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
	if (config && effective_build(config, &loader->draft, &loader->stack) < 0)
		config = config_free(config);
	return config;
}

/* Return the `kinds` of the last layer that has them; draft_add() reports invalid ones later. */
static uint32_t loader_kinds(const struct loader *loader, int count)
{
	const config_setting_t *kinds = NULL;
	for (int i = 0; i < count; i++) {
		const config_setting_t *root = source_root(&loader->stack.sources[i]);
		const config_setting_t *member =
			root ? config_setting_get_member(root, "kinds") : NULL;
		kinds = member ? member : kinds;
	}
	bool good;
	return kinds ? key_kinds_of(kinds, &good) : 1u << CRAMP_POSTURAL;
}

static void loader_parse(struct loader *loader, int from, int count)
{
	for (int i = from; i < count; i++)
		if (!loader->stack.sources[i].parsed)
			source_parse(&loader->stack.sources[i], &loader->errors);
}

static int loader_build(struct loader *loader, struct config **ret)
{
	int count = loader->stack.count;
	loader_parse(loader, 0, count);
	TRY(stack_set_kinds(&loader->stack, loader_kinds(loader, count)));
	loader_parse(loader, 1, 1 + CRAMP_COUNT);
	for (int i = 0; i < count; i++) {
		const config_setting_t *root = source_root(&loader->stack.sources[i]);
		if (root)
			draft_add(&loader->draft, root, &loader->errors);
	}
	draft_check(&loader->draft, &loader->errors);
	TRY(errors_result(&loader->errors));
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

/* Move the error lines, those of own items first: they may be the cause of the others. */
static int loader_report(struct loader *loader, struct config_errors *errors)
{
	int r = errors_move(&loader->errors, errors);
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

/* Build the configuration or report the errors, and free the loader. */
static int loader_end(struct loader *loader, int r, struct config **ret,
		      struct config_errors *errors)
{
	if (r == 0)
		r = loader_build(loader, ret);
	if (r == -EINVAL) {
		int reported = loader_report(loader, errors);
		r = reported < 0 ? reported : r;
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

/* Empty a layer. False if it was empty or is built-in. */
static bool loader_drop_layer(struct loader *loader, int layer)
{
	struct source *source = &loader->stack.sources[layer];
	bool had = source->text;
	if (source->built_in || loader->dropped[layer])
		return false;
	loader->dropped[layer] = true;
	loader->careful |= lost_may_hold_health(source);
	source_empty(source);
	return had;
}

/* Drop the layers with errors. An error of the folder itself belongs to none of its layers. */
static bool loader_drop_bad(struct loader *loader)
{
	bool dropped = false;
	for (size_t i = 0; i < loader->errors.count; i++) {
		const struct error *error = &loader->errors.list[i];
		bool of_layer = error->layer < loader->stack.count &&
				error->path == loader->stack.paths[error->layer];
		if (of_layer)
			dropped |= loader_drop_layer(loader, error->layer);
		else
			loader->folder = error->path;
	}
	for (int i = 0; i < loader->stack.count; i++)
		if (loader->errors.more[i])
			dropped |= loader_drop_layer(loader, i);
	loader->careful |= loader->folder != NULL;
	return dropped;
}

/* Drop all layers, for errors in none of them or only in built-in ones. */
static bool loader_drop_all(struct loader *loader)
{
	bool dropped = false;
	for (int i = 0; i < loader->stack.count; i++)
		if (loader->stack.sources[i].text)
			dropped |= loader_drop_layer(loader, i);
	return dropped;
}

/* Build again without the dropped layers. */
static int loader_retry(struct loader *loader, struct config **ret)
{
	errors_finish(&loader->errors);
	memset(&loader->draft, 0, sizeof(loader->draft));
	loader->draft.own = loader->own;
	int r = loader->careful ? stack_require_setup(&loader->stack) : 0;
	return r < 0 ? r : loader_build(loader, ret);
}

/* Set config->skipped to the names of the dropped layers. */
static int loader_list_dropped(const struct loader *loader, struct config *config)
{
	size_t size;
	FILE *stream = open_memstream(&config->skipped, &size);
	if (!stream)
		return -ENOMEM;
	for (int i = 0; i < loader->stack.count; i++)
		if (loader->dropped[i])
			fprintf(stream, "%s%s", ftell(stream) > 0 ? ", " : "",
				loader->stack.paths[i]);
	if (loader->folder)
		fprintf(stream, "%s%s", ftell(stream) > 0 ? ", " : "", loader->folder);
	config->careful = loader->careful;
	return fclose(stream) == 0 ? 0 : -ENOMEM;
}

/* Drop more layers in each round, down to the built-in ones. */
static int loader_build_without_bad(struct loader *loader, struct config **ret,
				    struct config_errors *errors)
{
	(void)loader_drop_bad(loader);
	int r = errors_move(&loader->errors, errors);
	if (r == 0)
		r = loader_retry(loader, ret);
	while (r == -EINVAL && (loader_drop_bad(loader) || loader_drop_all(loader)))
		r = loader_retry(loader, ret);
	if (r == 0 && (r = loader_list_dropped(loader, *ret)) < 0)
		*ret = config_free(*ret);
	return r;
}

int config_load_start(const struct config_layers *layers, struct config **ret,
		      struct config_errors *errors)
{
	*errors = (struct config_errors){ .count = 0 };
	struct loader *loader = calloc(1, sizeof(*loader));
	if (!loader)
		return -ENOMEM;
	int r = stack_read(&loader->stack, layers, NULL, &loader->errors);
	if (r == 0)
		r = loader_read_own(loader, layers ? layers->catalogue : NULL);
	if (r == 0)
		r = loader_build(loader, ret);
	if (r == -EINVAL)
		r = loader_build_without_bad(loader, ret, errors);
	loader_free(loader);
	return r;
}
