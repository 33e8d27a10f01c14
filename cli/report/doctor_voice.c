/* The cues of routines, where a setting wants some: limber-voice looks itself, as it would speak.
 */
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/report/current.h"
#include "cli/report/doctor.h"
#include "cli/shared/say.h"
#include "core/codec/card_wire.h"

/* Beside this program; the read end of a pipe with what it reports, or -1. */
static int start(char *kind, pid_t *process)
{
	char path[PATH_MAX + sizeof("limber-voice")], name[] = "limber-voice", option[] = "--check";
	char *arguments[] = { name, option, kind, NULL };
	posix_spawn_file_actions_t files;
	int ends[2];
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
	path[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(path, '/');
	memcpy(slash ? slash + 1 : path, name, sizeof(name));
	if (access(path, X_OK) < 0 || pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
	int error = posix_spawn(process, path, &files, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&files);
	close(ends[1]);
	if (error != 0)
		close(ends[0]);
	return error != 0 ? -1 : ends[0];
}

/* "ok", or why not; false: there is no limber-voice, or it does not report. */
static bool report_read(int wire, const char *kind, char out[FINDING_SIZE])
{
	static struct wire_reader reader;
	struct wire_message message;
	const char *value = NULL;
	wire_reader_init(&reader);
	for (;;) {
		char *to;
		size_t space = wire_space(&reader, &to);
		ssize_t n = space > 0 ? read(wire, to, space) : 0;
		if (n <= 0)
			return false;
		wire_got(&reader, (size_t)n);
		if (wire_next(&reader, &message) != WIRE_MESSAGE)
			continue;
		value = wire_value(&message, kind);
		if (!value)
			value = wire_value(&message, "error");
		(void)!snprintf(out, FINDING_SIZE, "%s", value ? value : "");
		return value != NULL;
	}
}

static void check_kind(char *kind, const char *good, const char *todo, struct findings *findings)
{
	char what[FINDING_SIZE] = "";
	pid_t process = 0;
	int wire = start(kind, &process);
	bool reported = wire >= 0 && report_read(wire, kind, what);
	if (wire >= 0) {
		close(wire);
		(void)waitpid(process, NULL, 0);
	}
	if (!reported)
		finding_add(findings, "voice", FINDING_LIMITED, _("limber-voice is not installed"),
			    _("It is built where libspeechd-dev or libcanberra-dev is; without it: "
			      "limber set cues=off"));
	else if (strcmp(what, "ok") == 0)
		finding_add(findings, "voice", FINDING_OK, good, NULL);
	else
		finding_add(findings, "voice", FINDING_LIMITED, what, todo);
}

/* Whether the plan or a reminder that is on wants this. */
static bool is_wanted(const struct plan *plan, enum cues cues)
{
	bool wanted = plan->cues == cues;
	for (int i = 0; i < plan->count; i++)
		wanted |= plan->reminders[i].enabled && plan->reminders[i].cues == (int)cues + 1;
	return wanted;
}

void check_voice(const struct patient *patient, struct findings *findings)
{
	char voice[] = "voice", tone[] = "tone";
	struct config_layers layers;
	struct config_errors errors = { 0 };
	struct config *config = NULL;
	if (current_layers(&layers, NULL) < 0)
		return;
	if (config_load(&layers, &config, &errors) == 0 &&
	    is_wanted(config_plan(config), CUES_VOICE))
		check_kind(voice, _("Routines can be spoken."),
			   _("Install speech-dispatcher and a voice for it, such as espeak-ng; to "
			     "try: spd-say hello"),
			   findings);
	if (config && is_wanted(config_plan(config), CUES_TONE))
		check_kind(tone, _("Routines can have tones."),
			   _("Install a sound theme, such as sound-theme-freedesktop; to try: "
			     "canberra-gtk-play -i bell"),
			   findings);
	config_free(config);
	config_errors_finish(&errors);
	config_layers_finish(&layers);
}
