/*
 * The layers in order, each put on the one draft; trees live until the plan is built, because the
 * draft borrows their strings.
 */
#include "config/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/draft.h"
#include "config/load.h"
#include "config/plan_build.h"
#include "config/source.h"

enum { LAYER_DEFAULT, LAYER_USER, LAYER_COUNT };

struct loader {
	struct source layers[LAYER_COUNT];
	struct errors errors;
	struct draft draft;
};

static struct loader *loader_free(struct loader *loader)
{
	if (!loader)
		return NULL;
	for (int i = 0; i < LAYER_COUNT; i++)
		source_finish(&loader->layers[i]);
	errors_finish(&loader->errors);
	free(loader);
	return NULL;
}

/* With the built-in layer. */
static struct loader *loader_new(const char *path)
{
	struct loader *loader = calloc(1, sizeof(*loader));
	if (!loader)
		return NULL;
	source_init(&loader->layers[LAYER_DEFAULT], "built-in limber.conf", LAYER_DEFAULT);
	source_init(&loader->layers[LAYER_USER], path, LAYER_USER);
	if (source_set_text(&loader->layers[LAYER_DEFAULT], config_default_text,
			    strlen(config_default_text)) < 0)
		return loader_free(loader);
	return loader;
}

static int loader_build(struct loader *loader, struct config **ret)
{
	for (int i = 0; i < LAYER_COUNT; i++) {
		source_parse(&loader->layers[i], &loader->errors);
		const config_setting_t *root = source_root(&loader->layers[i]);
		if (root)
			draft_add(&loader->draft, root, &loader->errors);
	}
	draft_check(&loader->draft, &loader->errors);
	int r = errors_result(&loader->errors);
	if (r < 0)
		return r;
	struct config *config = plan_build(&loader->draft);
	if (!config)
		return -ENOMEM;
	*ret = config;
	return 0;
}

/* Builds, tells, and frees the loader. */
static int loader_end(struct loader *loader, struct config **ret, struct config_errors *errors)
{
	int r = loader_build(loader, ret);
	if (r == -EINVAL) {
		int told = errors_hand_over(&loader->errors, errors);
		r = told < 0 ? told : r;
	}
	loader_free(loader);
	return r;
}

int config_load(const char *path, struct config **ret, struct config_errors *errors)
{
	*errors = (struct config_errors){ NULL, 0 };
	struct loader *loader = loader_new(path);
	if (!loader)
		return -ENOMEM;
	int r = path ? source_read(&loader->layers[LAYER_USER], &loader->errors) : 0;
	if (r == -ENOMEM) {
		loader_free(loader);
		return r;
	}
	return loader_end(loader, ret, errors);
}

int config_load_text(const char *path, const char *text, size_t length, struct config **ret,
		     struct config_errors *errors)
{
	*errors = (struct config_errors){ NULL, 0 };
	struct loader *loader = loader_new(path);
	if (!loader || source_set_text(&loader->layers[LAYER_USER], text, length) < 0) {
		loader_free(loader);
		return -ENOMEM;
	}
	return loader_end(loader, ret, errors);
}

int config_user_path(char **ret)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	char *path;
	int r;
	if (config && *config == '/')
		r = asprintf(&path, "%s/limber/limber.conf", config);
	else if (home && *home == '/')
		r = asprintf(&path, "%s/.config/limber/limber.conf", home);
	else
		return -ENOENT;
	if (r < 0)
		return -ENOMEM;
	*ret = path;
	return 0;
}
