/*
 * limber doctor: check all that Limber needs, with one thing to do for each finding. It changes
 * nothing and starts no service; a service that does not reply is a finding.
 */
#include <string.h>

#include "cli/report/doctor.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/lines.h"
#include "core/base/translate.h"

enum { STATE_AT = 2, NAME_AT = 11, WHAT_AT = 27 }; /* columns */

/* In the order of their dependencies. */
static check *const checks[] = {
	check_session,       check_daemon,  check_login, check_problems,
	check_server,        check_sources, check_store, check_time,
	check_configuration, check_hooks,   check_voice,
};

static const char *const state_words[FINDING_STATES] = { N_("ok"), N_("limited"), N_("missing") };
static const char *const state_codes[FINDING_STATES] = { "ok", "limited", "missing" };

/* The names for people. */
static const struct {
	const char *name, *label;
} labels[] = {
	{ "idle", N_("keyboard, mouse") },
	{ "lock", N_("screen lock") },
	{ "call", N_("calls") },
	{ "awake", N_("films, slides") },
	{ "dnd", N_("do-not-disturb") },
	{ "voice", N_("voice, tones") },
	{ "zone", N_("time zone") },
	{ "clocks", N_("clocks") },
	{ "session", N_("session") },
	{ "login", N_("login") },
	{ "cards", N_("cards") },
	{ "server", N_("notifications") },
	{ "sleep", N_("sleep") },
	{ "display", N_("display") },
	{ "store", N_("store") },
	{ "configuration", N_("configuration") },
	{ "health", N_("health") },
	{ "hooks", N_("your commands") },
	{ "fullscreen", N_("full screen") },
	{ "gamepad", N_("gamepad") },
};

static const char *label_of(const char *name)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(labels[i].name, name) == 0)
			return _(labels[i].label);
	return name;
}

void finding_add(struct findings *findings, const char *name, enum finding_state state,
		 const char *what, const char *todo)
{
	if (findings->count == FINDINGS_MAX)
		return;
	struct finding *finding = &findings->finding[findings->count++];
	*finding = (struct finding){ .name = name, .state = state };
	path_say(what, finding->what);
	(void)!snprintf(finding->todo, sizeof(finding->todo), "%s", todo ? todo : "");
}

/* Does not report errors: the checks do. */
static void patient_meet(struct patient *patient, struct command *command)
{
	*patient = (struct patient){ 0 };
	if (bus_connect(command) < 0)
		return;
	patient->bus = command->bus;
	(void)sd_bus_set_method_call_timeout(patient->bus, 2 * USEC_PER_SEC);
	patient->daemon = bus_owner(patient->bus);
	patient->status = patient->daemon != 0 ? status_try(command) : NULL;
}

static void finding_print(FILE *out, const struct style *style, const struct finding *finding)
{
	const char *colour = finding->state == FINDING_MISSING   ? style->alarm
			     : finding->state == FINDING_LIMITED ? style->bold
								 : style->faint;
	fprintf(out, "%*s%s", STATE_AT, "", colour);
	lines_pad(out, _(state_words[finding->state]), NAME_AT - STATE_AT);
	fputs(style->plain, out);
	lines_pad(out, label_of(finding->name), WHAT_AT - NAME_AT);
	lines_wrap(out, finding->what, WHAT_AT, WHAT_AT);
	if (!finding->todo[0])
		return;
	fprintf(out, "%*s", WHAT_AT, "");
	lines_wrap(out, finding->todo, WHAT_AT, WHAT_AT + 2);
}

static void findings_print(FILE *out, const struct findings *findings, int missing)
{
	const struct style *style = style_of(out);
	fprintf(out, "Limber " LIMBER_VERSION "\n\n");
	for (int i = 0; i < findings->count; i++)
		finding_print(out, style, &findings->finding[i]);
	fputc('\n', out);
	if (missing == 0)
		fprintf(out, "  %s\n", _("Nothing that Limber needs is missing."));
	else
		fprintf(out,
			ngettext("  %d thing is missing.\n", "  %d things are missing.\n",
				 (unsigned long)missing),
			missing);
}

static void findings_json(const struct findings *findings, int missing)
{
	struct json json = json_start(stdout);
	json_text(&json, "version", LIMBER_VERSION);
	json_bool(&json, "good", missing == 0);
	json_open(&json, "findings", '[');
	for (int i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->finding[i];
		json_open(&json, NULL, '{');
		json_text(&json, "name", finding->name);
		json_text(&json, "state", state_codes[finding->state]);
		json_text(&json, "what", finding->what);
		json_text(&json, "todo", finding->todo);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_finish(&json);
}

enum exit_code report_doctor(struct command *command)
{
	struct patient patient;
	struct findings findings = { 0 };
	int missing = 0;
	patient_meet(&patient, command);
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		checks[i](&patient, &findings);
	for (int i = 0; i < findings.count; i++)
		missing += findings.finding[i].state == FINDING_MISSING;
	if (command->json)
		findings_json(&findings, missing);
	else
		findings_print(stdout, &findings, missing);
	status_done(&patient.status);
	return missing == 0 ? EXIT_FINE : EXIT_REFUSED;
}
