/* The paths of the configuration, by the XDG base directory specification: relative paths in its
 * variables are ignored. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/config.h"

/* Return the first absolute entry of $XDG_CONFIG_DIRS, of *length bytes, or /etc/xdg. */
static const char *system_folder(size_t *length)
{
	const char *at = getenv("XDG_CONFIG_DIRS");
	for (; at && *at; at += strspn(at, ":")) {
		*length = strcspn(at, ":");
		if (*at == '/')
			return at;
		at += *length;
	}
	*length = strlen("/etc/xdg");
	return "/etc/xdg";
}

/* Return $XDG_CONFIG_HOME or ~/.config in two parts; NULL if neither is an absolute path. */
static const char *user_folder(const char **below)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	*below = config && *config == '/' ? "" : "/.config";
	if (config && *config == '/')
		return config;
	return home && *home == '/' ? home : NULL;
}

int config_layers_init(struct config_layers *ret)
{
	struct config_layers layers = { 0 };
	size_t length;
	const char *below, *system = system_folder(&length), *user = user_folder(&below);
	int r = asprintf(&layers.system, "%.*s/limber/limber.conf", (int)length, system);
	if (r < 0)
		layers.system = NULL;
	if (r >= 0 && user &&
	    (r = asprintf(&layers.user, "%s%s/limber/limber.conf", user, below)) < 0)
		layers.user = NULL;
	if (r >= 0 && user && (r = asprintf(&layers.folder, "%s.d", layers.user)) < 0)
		layers.folder = NULL;
	if (r >= 0 && user &&
	    (r = asprintf(&layers.catalogue, "%s%s/limber/catalogue", user, below)) < 0)
		layers.catalogue = NULL;
	if (r < 0) {
		config_layers_finish(&layers);
		return -ENOMEM;
	}
	*ret = layers;
	return 0;
}

void config_layers_finish(struct config_layers *layers)
{
	if (!layers)
		return;
	free(layers->system);
	free(layers->user);
	free(layers->folder);
	free(layers->catalogue);
	free(layers->runtime);
	*layers = (struct config_layers){ 0 };
}
