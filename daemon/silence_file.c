/* The text is made from the state at each step; the file is written only when it differs. */
#include "daemon/silence_file.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/contract.h"
#include "core/words/silence_text.h"

void silent_say(const struct app *app, char out[SILENT_SIZE])
{
	out[0] = '\0';
	if (silence_since(&app->state).us != 0)
		silence_say(app_plan(app), &app->state, clock_now(),
			    app->no_card_why ? app->no_card_why : "", gettext_words, out,
			    SILENT_SIZE);
}

static bool silent_path(const struct app *app, char out[PATH_MAX])
{
	const char *slash = app->store ? strrchr(store_path(app->store), '/') : NULL;
	if (!slash)
		return false;
	int length = (int)(slash - store_path(app->store));
	return snprintf(out, PATH_MAX, "%.*s/" LIMBER_SILENT, length, store_path(app->store)) <
	       PATH_MAX;
}

/* Replace the file at once: a command may be reading it. */
static void file_replace(const char *path, const char *words)
{
	const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
	char temporary[PATH_MAX + sizeof(".new")];
	snprintf(temporary, sizeof(temporary), "%s.new", path);
	int fd = open(temporary, flags, 0600);
	if (fd < 0)
		return;
	bool whole = dprintf(fd, "%s\n", words) > 0;
	close(fd);
	if (!whole || rename(temporary, path) < 0)
		(void)unlink(temporary);
}

/* The first call of a process always writes or removes the file: an earlier limberd may have left
 * it.
 */
void silent_write(struct app *app)
{
	char path[PATH_MAX], words[SILENT_SIZE];
	bool silent = silence_since(&app->state).us != 0;
	if ((app->silent == SILENT_NO && !silent) || !silent_path(app, path))
		return;
	silent_say(app, words);
	if (app->silent == SILENT_YES && silent && strcmp(words, app->silent_words) == 0)
		return;
	if (silent)
		file_replace(path, words);
	else
		(void)unlink(path);
	memcpy(app->silent_words, words, sizeof(words));
	app->silent = silent ? SILENT_YES : SILENT_NO;
}
