/*
 * The voice: speech-dispatcher, by libspeechd. What was sent is spoken after the connection ends.
 *
 * A client of it starts the server where none runs. In the sandbox of limberd.service the server,
 * which speaks for the whole session, would be shut in, too, and end with limberd: so the manager
 * of the user's services is asked to start it.
 */
#include <fcntl.h>
#include <libintl.h>
#include <libspeechd.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "voice/engine.h"

#define _(text) gettext(text)

static SPDConnection *connection;

static int dial(int spawns, char why[WHY_SIZE_MOST])
{
	char *error = NULL;
	if (connection)
		spd_close(connection);
	connection = spd_open2("limber", "routine", NULL, SPD_MODE_SINGLE, NULL, spawns, &error);
	if (error)
		error[strcspn(error, "\n")] = '\0';
	if (!connection)
		snprintf(why, WHY_SIZE_MOST, _("speech-dispatcher cannot be reached: %s"),
			 error ? error : "");
	free(error);
	return connection ? 0 : -1;
}

static void start_outside(void)
{
	char *const arguments[] = { (char[]){ "systemd-run" },
				    (char[]){ "--user" },
				    (char[]){ "--quiet" },
				    (char[]){ "--collect" },
				    (char[]){ "--property=Type=forking" },
				    (char[]){ "speech-dispatcher" },
				    (char[]){ "--spawn" },
				    NULL };
	posix_spawn_file_actions_t files;
	pid_t process;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&process, arguments[0], &files, NULL, arguments, environ) == 0)
		(void)waitpid(process, NULL, 0);
	posix_spawn_file_actions_destroy(&files);
}

static int speech_open(char why[WHY_SIZE_MOST])
{
	int r = dial(0, why);
	if (r < 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1) {
		start_outside();
		r = dial(0, why);
	} else if (r < 0) {
		r = dial(1, why);
	}
	if (r == 0)
		(void)spd_set_language(connection, engine_language());
	return r;
}

static int speech_say(const char *text)
{
	(void)spd_cancel(connection);
	return spd_say(connection, SPD_MESSAGE, text) < 0 ? -1 : 0;
}

static void speech_hush(void)
{
	(void)spd_cancel(connection);
}

static void speech_finish(void)
{
	spd_close(connection);
}

/* A module that lists no voices may have one. */
static int has_language(const char *language)
{
	SPDVoice **voices = spd_list_synthesis_voices(connection);
	size_t length = strcspn(language, "-");
	int found = !voices || !voices[0];
	for (int i = 0; !found && voices[i]; i++)
		found = voices[i]->language &&
			strncasecmp(voices[i]->language, language, length) == 0;
	free_spd_voices(voices);
	return found;
}

static int speech_check(char why[WHY_SIZE_MOST])
{
	char **modules = spd_list_modules(connection);
	int none = !modules || !modules[0];
	free_spd_modules(modules);
	if (none)
		snprintf(why, WHY_SIZE_MOST, "%s",
			 _("speech-dispatcher has no output module, such as espeak-ng"));
	else if (!has_language(engine_language()))
		snprintf(why, WHY_SIZE_MOST,
			 _("speech-dispatcher has no voice for the language \"%s\""),
			 engine_language());
	else
		return 0;
	return -1;
}

const struct engine speech = {
	.open = speech_open,
	.say = speech_say,
	.hush = speech_hush,
	.finish = speech_finish,
	.check = speech_check,
};
