/* The session, limberd in it, and the problems that limberd reports. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/doctor.h"
#include "cli/shared/autostart.h"
#include "cli/shared/bus.h"
#include "cli/shared/marker.h"
#include "cli/shared/say.h"
#include "cli/shared/unit.h"

static const char *environment(const char *name)
{
	const char *value = getenv(name);
	return value && value[0] ? value : NULL;
}

void check_session(const struct patient *patient, struct findings *findings)
{
	char what[FINDING_SIZE];
	const char *desktop = environment("XDG_CURRENT_DESKTOP");
	const char *wayland = environment("WAYLAND_DISPLAY"), *x11 = environment("DISPLAY");
	if (!patient->bus) {
		finding_add(findings, "session", FINDING_MISSING, _("There is no session bus."),
			    _("Run this in a terminal of your desktop."));
		return;
	}
	if (!wayland && !x11) {
		finding_add(findings, "session", FINDING_LIMITED,
			    _("This shell belongs to no desktop; limberd may know one."),
			    _("Cards can be read here: limber watch"));
		return;
	}
	(void)!snprintf(what, sizeof(what), "%s, %s %s",
			desktop ? desktop : _("an unnamed desktop"), wayland ? "Wayland" : "X11",
			wayland ? wayland : x11);
	finding_add(findings, "session", FINDING_OK, what, NULL);
}

static const char *restart_command(const struct patient *patient)
{
	return unit_manager(patient->bus) ? "systemctl --user restart limberd"
					  : "limber off; limber on";
}

void check_daemon(const struct patient *patient, struct findings *findings)
{
	char what[FINDING_SIZE], todo[FINDING_SIZE];
	uint32_t elsewhere = patient->daemon == 0 ? marker_owner() : 0;
	if (elsewhere) {
		(void)!snprintf(what, sizeof(what),
				_("It runs in another session, as process %" PRIu32 "."),
				elsewhere);
		(void)!snprintf(todo, sizeof(todo), _("To have it here: kill %" PRIu32 "; limberd"),
				elsewhere);
		finding_add(findings, "limberd", FINDING_MISSING, what, todo);
		return;
	}
	if (patient->daemon == 0) {
		finding_add(findings, "limberd", FINDING_MISSING,
			    marker_exists() ? _("It is switched off.") : _("It is not running."),
			    "limber on");
		return;
	}
	if (!patient->status) {
		finding_add(findings, "limberd", FINDING_MISSING, _("It runs and does not answer."),
			    restart_command(patient));
		return;
	}
	const struct status *status = patient->status;
	if (strcmp(status->version, LIMBER_VERSION) != 0) {
		(void)!snprintf(what, sizeof(what), _("Version %s runs, not that of this command."),
				status->version);
		finding_add(findings, "limberd", FINDING_LIMITED, what, restart_command(patient));
		return;
	}
	(void)!snprintf(what, sizeof(what), _("It runs, as process %" PRIu32 "."), patient->daemon);
	finding_add(findings, "limberd", FINDING_OK, what, NULL);
}

void check_login(const struct patient *patient, struct findings *findings)
{
	if (!patient->bus)
		return;
	if (unit_enabled(patient->bus, UNIT_LIMBERD))
		finding_add(findings, "login", FINDING_OK, _("It starts at each login."), NULL);
	else if (!unit_manager(patient->bus) && autostart_exists(AUTOSTART_LIMBERD))
		finding_add(findings, "login", FINDING_OK,
			    _("Without systemd, an autostart file starts it at each login."), NULL);
	else
		finding_add(findings, "login", FINDING_LIMITED, _("It is not started at login."),
			    "limber on");
}

void check_problems(const struct patient *patient, struct findings *findings)
{
	for (int i = 0; patient->status && i < patient->status->problems.count; i++)
		finding_add(findings, "cards", FINDING_LIMITED, patient->status->problems.text[i],
			    NULL);
}

void check_sources(const struct patient *patient, struct findings *findings)
{
	for (int i = 0; patient->status && i < patient->status->source_count; i++) {
		const struct status_source *source = &patient->status->sources[i];
		enum finding_state state = strcmp(source->state, "ok") == 0 ? FINDING_OK
					   : strcmp(source->state, "limited") == 0
						   ? FINDING_LIMITED
						   : FINDING_MISSING;
		bool named = source->name[0] != '\0';
		char what[FINDING_SIZE];
		(void)!snprintf(what, sizeof(what), source->others[0] ? "%s (%s)" : "%s",
				named ? source->name : source->note, source->others);
		finding_add(findings, source->kind, state, what, named ? source->note : NULL);
	}
}
