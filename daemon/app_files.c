/* Watches the files of the configuration. Where that is not possible they are read at the start, by
 * Reload, and, if they changed, before each answer to a client. */
#include <errno.h>
#include <libintl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/change.h"
#include "daemon/adapters/log.h"
#include "daemon/app.h"

#define _(text) gettext(text)

/* The present version of CHANGE_FILE. */
static struct own_file own_file(const struct app *app)
{
	char path[PATH_MAX];
	struct stat is;
	int length = snprintf(path, sizeof(path), "%s/" CHANGE_FILE,
			      app->layers.folder ? app->layers.folder : "");
	if (length >= (int)sizeof(path) || stat(path, &is) < 0)
		return (struct own_file){ 0 };
	return (struct own_file){ is.st_ino, is.st_mtim };
}

void app_config_written(struct app *app)
{
	app->own = own_file(app);
	watch_note(app->watch);
}

static bool is_own(const struct app *app, const char *name)
{
	struct own_file now = own_file(app);
	return name && strcmp(name, CHANGE_FILE) == 0 && now.inode != 0 &&
	       now.inode == app->own.inode && now.written.tv_sec == app->own.written.tv_sec &&
	       now.written.tv_nsec == app->own.written.tv_nsec;
}

void app_config_changed(void *user, const char *name)
{
	if (!is_own(user, name))
		(void)app_reload(user);
}

/* Two errors of inotify(7), whose strerror() would mislead. */
static const char *watch_why(int error)
{
	if (error == -EMFILE)
		return _("other programs have all of fs.inotify.max_user_instances");
	if (error == -ENOSPC)
		return _("other programs have all of fs.inotify.max_user_watches");
	return strerror(-error);
}

const char *app_unwatched(const struct app *app)
{
	int error = watch_error(app->watch);
	return error < 0 ? watch_why(error) : "";
}

static void on_unwatched(void *user, int error)
{
	log_say(LOG_WARNING, NULL,
		"the configuration cannot be watched for changes: %s; it is read before the next "
		"answer to a client",
		watch_why(error));
}

static const struct watch_events watch_events = {
	.changed = app_config_changed,
	.lost = on_unwatched,
};

/* The folder of the system's file is watched if it exists, and never created. */
static bool has_folder(const char *path)
{
	char *folder = strndup(path, (size_t)(strrchr(path, '/') - path));
	bool has = folder && access(folder, R_OK) == 0;
	free(folder);
	return has;
}

enum { WATCHED_MAX = 4 };

/* Watch files, and the "*.conf" of folders. */
static void watch_all(struct app *app, const char *const files[], const char *const folders[])
{
	char patterns[WATCHED_MAX][PATH_MAX];
	const char *paths[2 * WATCHED_MAX];
	size_t count = 0;
	for (int i = 0; i < WATCHED_MAX && files[i]; i++)
		paths[count++] = files[i];
	for (int i = 0; i < WATCHED_MAX && folders[i]; i++)
		if (snprintf(patterns[i], PATH_MAX, "%s/*.conf", folders[i]) < PATH_MAX)
			paths[count++] = patterns[i];
	int r = watch_paths(app->watch, paths, count);
	if (r < 0)
		on_unwatched(app, r);
}

/* The user's folder is created only here: one that is removed later may be about to be replaced. */
static int watch_begin(struct app *app)
{
	if (app->layers.user)
		(void)watch_make_folder(app->layers.user);
	return watch_new(&app->watch, app->event, &watch_events, app);
}

void app_watch(struct app *app)
{
	const struct config_layers *layers = &app->layers;
	const char *files[WATCHED_MAX] = { NULL }, *folders[WATCHED_MAX] = { NULL };
	size_t count = 0;
	int r = app->watch ? 0 : watch_begin(app);
	if (r < 0) {
		on_unwatched(app, r);
		return;
	}
	if (layers->user)
		files[count++] = layers->user;
	if (layers->system && has_folder(layers->system))
		files[count] = layers->system;
	count = 0;
	if (layers->folder)
		folders[count++] = layers->folder;
	if (layers->catalogue)
		folders[count] = layers->catalogue;
	watch_all(app, files, folders);
}

void app_look(struct app *app)
{
	if (watch_error(app->watch) < 0)
		watch_look(app->watch);
}
