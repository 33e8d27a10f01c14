/*
 * limber forget --all: limberd is ended first, because it would write its state again; then the
 * files that Limber wrote are deleted, by name, and what anybody else put beside them stays.
 */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report/ask.h"
#include "cli/report/report.h"
#include "cli/shared/bus.h"
#include "cli/shared/leave.h"
#include "cli/shared/lines.h"
#include "cli/shared/marker.h"
#include "config/config.h"
#include "store/store.h"

enum { FILES_MAX = 256 };

struct files {
	char *paths[FILES_MAX];
	int count;
};

struct forget {
	struct command *command;
	struct config_layers layers;
	char *store;       /* its folder */
	struct files ours; /* what Limber wrote */
	struct files kept; /* what it did not */
	struct leave leave;
};

static void files_clear(struct files *files)
{
	while (files->count > 0)
		free(files->paths[--files->count]);
}

static void forget_finish(struct forget *forget)
{
	files_clear(&forget->ours);
	files_clear(&forget->kept);
	config_layers_finish(&forget->layers);
	free(forget->store);
}

static void files_add(struct files *files, const char *folder, const char *name)
{
	if (files->count < FILES_MAX &&
	    asprintf(&files->paths[files->count], "%s%s%s", folder, name[0] ? "/" : "", name) >= 0)
		files->count++;
}

/* limber.db-wal, limber.db.damaged-1, silent.new and the like are named after these. */
static bool is_stored(const char *name)
{
	static const char *const names[] = { "limber.db", "limber.lock", "silent", "told", "off" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i]);
		if (strncmp(name, names[i], length) == 0 && strchr(".-", name[length]))
			return true;
	}
	return false;
}

static bool is_change_file(const char *name)
{
	return strcmp(name, CHANGE_FILE) == 0 || strcmp(name, "." CHANGE_FILE ".new") == 0;
}

static bool is_nothing(const char *name)
{
	return false;
}

/* Sorts the files of a folder into `ours` and `kept`. */
static void forget_list(struct forget *forget, const char *folder,
			bool (*is_ours)(const char *name))
{
	struct dirent **names;
	int count = folder ? scandir(folder, &names, NULL, alphasort) : -1;
	for (int i = 0; i < count; i++) {
		const char *name = names[i]->d_name;
		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
			files_add(is_ours(name) ? &forget->ours : &forget->kept, folder, name);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

/* limberd makes files while it ends, so this is done again after that. */
static void forget_look(struct forget *forget)
{
	files_clear(&forget->ours);
	files_clear(&forget->kept);
	forget_list(forget, forget->store, is_stored);
	forget_list(forget, forget->layers.folder, is_change_file);
	if (forget->layers.user && access(forget->layers.user, F_OK) == 0)
		files_add(&forget->kept, forget->layers.user, "");
	forget_list(forget, forget->layers.catalogue, is_nothing);
}

static enum exit_code forget_begin(struct forget *forget)
{
	char *path = bus_property(forget->command, "StorePath");
	char *slash = path ? strrchr(path, '/') : NULL;
	if (slash) {
		*slash = '\0';
		forget->store = path;
	} else {
		free(path);
	}
	if (config_layers_init(&forget->layers) < 0 ||
	    (!forget->store && store_folder(&forget->store) == -ENOMEM))
		return complain(forget->command, EXIT_REFUSED, "%s", strerror(ENOMEM));
	forget_look(forget);
	return EXIT_FINE;
}

static void files_print(const char *title, const struct files *files)
{
	puts(title);
	for (int i = 0; i < files->count; i++)
		printf("  %s\n", files->paths[i]);
}

static void forget_print(const struct forget *forget)
{
	if (forget->ours.count > 0)
		files_print(_("Limber wrote these, and they will be deleted: what became of the "
			      "cards, what\nwas counted, your settings and health answers."),
			    &forget->ours);
	if (forget->kept.count > 0)
		files_print(_("Limber did not write these, and they stay. Health answers that you "
			      "wrote into\nthem stay, too:"),
			    &forget->kept);
}

static enum exit_code forget_ask(const struct forget *forget)
{
	if (command_given(forget->command, OPTION_YES))
		return EXIT_FINE;
	if (!ask_confirms(forget->command))
		return complain_unconfirmed(
			forget->command, EXIT_USAGE,
			_("Nothing was deleted. To delete without a question: limber forget "
			  "--all --yes"));
	forget_print(forget);
	if (ask_yes(_("limberd is stopped first, now and at each login. Delete all that?"),
		    false) == ASK_YES)
		return EXIT_FINE;
	return complain(forget->command, EXIT_REFUSED, _("Nothing was deleted."));
}

/* Ends limberd, unless there is no bus or nobody on it. */
static enum exit_code forget_stop(struct forget *forget)
{
	if (bus_connect(forget->command) >= 0) {
		TRY_EXIT(leave(forget->command, &forget->leave));
	}
	uint32_t owner = marker_owner();
	if (owner)
		return complain(forget->command, EXIT_REFUSED,
				_("Nothing was deleted: the limberd of another session still "
				  "writes these files. Do it there, or end it:  kill %u"),
				owner);
	return EXIT_FINE;
}

/* Also where a link leads. 0 or negative errno. */
static int file_delete(const char *path)
{
	char target[PATH_MAX];
	bool linked = realpath(path, target) && strcmp(path, target) != 0;
	if (linked && unlink(target) < 0 && errno != ENOENT)
		return -errno;
	return unlink(path) < 0 && errno != ENOENT ? -errno : 0;
}

static enum exit_code forget_delete(struct forget *forget)
{
	forget_look(forget);
	for (int i = 0; i < forget->ours.count; i++) {
		int r = file_delete(forget->ours.paths[i]);
		if (r < 0)
			return complain(forget->command, EXIT_REFUSED,
					_("%s could not be deleted: %s"), forget->ours.paths[i],
					strerror(-r));
	}
	/* Those that hold something else stay. */
	const char *folders[] = { forget->store, forget->layers.folder, forget->layers.catalogue };
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (folders[i])
			(void)rmdir(folders[i]);
	char *slash = forget->layers.user ? strrchr(forget->layers.user, '/') : NULL;
	if (slash) {
		*slash = '\0';
		(void)rmdir(forget->layers.user);
		*slash = '/';
	}
	return EXIT_FINE;
}

static void files_json(struct json *json, const char *key, const struct files *files)
{
	json_open(json, key, '[');
	for (int i = 0; i < files->count; i++)
		json_text(json, NULL, files->paths[i]);
	json_close(json, ']');
}

static void forget_json(const struct forget *forget)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	files_json(&json, "deleted", &forget->ours);
	files_json(&json, "kept", &forget->kept);
	json_close(&json, '}');
	json_end(&json);
}

static void forget_tell(const struct forget *forget)
{
	printf(ngettext("Deleted: %d file.\n", "Deleted: %d files.\n",
			(unsigned long)forget->ours.count),
	       forget->ours.count);
	for (int i = 0; i < forget->ours.count; i++)
		printf("  %s\n", forget->ours.paths[i]);
	if (forget->kept.count > 0)
		files_print(_("Left, as Limber did not write it:"), &forget->kept);
	puts(_("Limber knows nothing of you now, and does not run. To begin anew: limber on"));
}

enum exit_code report_forget(struct command *command)
{
	BUS_CLEANUP(forget_finish) struct forget forget = { .command = command };
	bool some = command->count > 0 || command_given(command, OPTION_KIND);
	if (some && command_given(command, OPTION_ALL))
		return complain(command, EXIT_USAGE,
				_("Either --all, or a range or a kind, not both."));
	if (some)
		return forget_rows(command);
	if (!command_given(command, OPTION_ALL))
		return complain(
			command, EXIT_USAGE,
			_("What? limber forget 2026-11, limber forget --kind cramp; or all that "
			  "Limber knows of you: limber forget --all"));
	enum exit_code code = forget_begin(&forget);
	if (code == EXIT_FINE)
		code = forget_ask(&forget);
	if (code == EXIT_FINE)
		code = forget_stop(&forget);
	if (code == EXIT_FINE)
		code = forget_delete(&forget);
	if (code == EXIT_FINE && command->json)
		forget_json(&forget);
	else if (code == EXIT_FINE)
		forget_tell(&forget);
	return code;
}
