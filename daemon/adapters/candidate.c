/* X11 is not a candidate within Wayland, where its server sees only the input of X programs. */
#include "daemon/adapters/candidate.h"

#include <dlfcn.h>
#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/translate.h"
#include "daemon/adapters/idle_mutter.h"

static const struct candidate {
	const struct idle_source *source; /* NULL: a plug-in */
	const char *plugin;
	const char *needs; /* environment variable that must be set; NULL: none */
	const char *bars;  /* environment variable that must not be set; NULL: none */
	/* Why it is not in use, for people: no variable; no protocol; no plug-in; no answer. */
	const char *absent, *lacks, *unbuilt, *silent;
} candidates[CANDIDATES] = {
	{
		NULL,
		"idle-wayland.so",
		"WAYLAND_DISPLAY",
		NULL,
		N_("Wayland: limberd knows of none"),
		N_("Wayland: this compositor does not report input"),
		N_("Wayland: limberd's part for it is not installed"),
		N_("Wayland: its socket does not answer"),
	},
	{
		&idle_mutter,
		NULL,
		NULL,
		NULL,
		NULL,
		N_("GNOME: its Mutter is not on this bus"),
		NULL,
		N_("GNOME: its Mutter does not answer"),
	},
	{
		NULL,
		"idle-x11.so",
		"DISPLAY",
		"WAYLAND_DISPLAY",
		N_("X11: limberd knows of none"),
		N_("X11: this server does not report input"),
		N_("X11: limberd's part for it is not installed"),
		N_("X11: its socket does not answer"),
	},
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

const char *candidate_why(int which, int missed)
{
	const struct candidate *candidate = &candidates[which];
	if (variable(candidate->bars))
		return gettext("X11: within Wayland it sees only some programs");
	if (candidate->needs && !variable(candidate->needs))
		return gettext(candidate->absent);
	if (missed == 0)
		return NULL;
	return gettext(missed == -EOPNOTSUPP ? candidate->lacks
		       : missed == -ELIBACC  ? candidate->unbuilt
					     : candidate->silent);
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
