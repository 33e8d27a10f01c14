/* An X server within Wayland sees what X programs see: its counter would be wrong. */
#include "daemon/candidate.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#include "daemon/idle_mutter.h"

static const struct candidate {
	const struct idle_source *source; /* NULL: a plug-in */
	const char *plugin;
	const char *needs; /* a variable of the environment, NULL: none */
	const char *bars;  /* likewise, which must not be there */
} candidates[CANDIDATES] = {
	{ NULL, "idle-wayland.so", "WAYLAND_DISPLAY", NULL },
	{ &idle_mutter, NULL, NULL, NULL },
	{ NULL, "idle-x11.so", "DISPLAY", "WAYLAND_DISPLAY" },
};

static const char *variable(const char *name)
{
	const char *value = name ? getenv(name) : NULL;
	return value && value[0] ? value : NULL;
}

const char *candidate_where(int which)
{
	return variable(candidates[which].needs);
}

bool candidate_is_possible(int which)
{
	const struct candidate *candidate = &candidates[which];
	return (!candidate->needs || variable(candidate->needs)) && !variable(candidate->bars);
}

const struct idle_source *candidate_load(int which, const char *folder, void **plugin)
{
	const struct candidate *candidate = &candidates[which];
	char *path = NULL;
	if (candidate->source)
		return candidate->source;
	if (!*plugin && asprintf(&path, "%s/%s", folder, candidate->plugin) >= 0) {
		*plugin = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		free(path);
	}
	return *plugin ? dlsym(*plugin, IDLE_SOURCE_SYMBOL) : NULL;
}

void candidate_unload(void **plugin)
{
	if (*plugin)
		dlclose(*plugin);
	*plugin = NULL;
}
