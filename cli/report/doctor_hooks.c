/* Whether the commands of the group `hooks` run, and how they did. */
#include <stdlib.h>
#include <string.h>

#include "cli/report/doctor.h"
#include "cli/report/hook_trouble.h"
#include "cli/report/hooks.h"
#include "cli/shared/say.h"
#include "cli/shared/unit.h"

static bool name_taken(sd_bus *bus, const char *name)
{
	static const struct member has = { "org.freedesktop.DBus", "/org/freedesktop/DBus",
					   "org.freedesktop.DBus", "NameHasOwner" };
	BUS_MESSAGE *reply = NULL;
	int taken = 0;
	if (bus_try(bus, &has, NULL, &reply, "s", name) >= 0)
		sd_bus_message_read(reply, "b", &taken);
	return taken;
}

/* "on_card, on_away"; "" where none is set. */
static void hooks_say(char out[FINDING_SIZE])
{
	struct config_layers layers;
	struct config_errors errors = { 0 };
	struct config *config = NULL;
	size_t length = 0;
	out[0] = '\0';
	if (config_layers_init(&layers) == 0)
		(void)config_load_start(&layers, &config, &errors);
	for (int i = 0; config && i < HOOK_COUNT; i++) {
		char **words = hook_words(config, (enum hook)i);
		if (words)
			length += (size_t)snprintf(out + length, FINDING_SIZE - length, "%s%s",
						   length > 0 ? ", " : "", hook_key((enum hook)i));
		free(words);
	}
	config_free(config);
	config_errors_finish(&errors);
	config_layers_finish(&layers);
}

void check_hooks(const struct patient *patient, struct findings *findings)
{
	char set[FINDING_SIZE], what[FINDING_SIZE];
	struct hook_trouble trouble;
	bool well = true;
	hooks_say(set);
	if (!patient->bus || !set[0])
		return;
	if (!name_taken(patient->bus, HOOKS_BUS_NAME)) {
		(void)!snprintf(what, sizeof(what), _("Nothing runs what limber.conf sets: %s."),
				set);
		finding_add(findings, "hooks", FINDING_LIMITED, what,
			    unit_manager(patient->bus)
				    ? "systemctl --user enable --now limber-hooks"
				    : _("Let your session run at login:  limber hooks"));
		return;
	}
	hook_trouble_read(&trouble);
	for (int i = 0; i < HOOK_COUNT; i++) {
		if (!trouble.why[i][0])
			continue;
		well = false;
		(void)!snprintf(set, sizeof(set), "%s: %s", hook_key((enum hook)i), trouble.why[i]);
		path_say(set, what);
		finding_add(findings, "hooks", FINDING_LIMITED, what,
			    _("What it printed: journalctl --user -u limber-hooks"));
	}
	if (well)
		finding_add(findings, "hooks", FINDING_OK, set, NULL);
}
