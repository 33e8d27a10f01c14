/*
 * Whether the configuration of the notification server gives a card less room than its default, for
 * which cards are laid out (core/codec/card_server.c): then the server cuts the end of long cards.
 * Known of mako and dunst only, from their files.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/report/doctor.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

static const struct room {
	const char *server, *file, *setting;
	int height; /* the default, in pixels */
} rooms[] = {
	{ "mako", "mako/config", "height=100", 100 },
	{ "dunst", "dunst/dunstrc", "height = 300", 300 },
};

static FILE *config_open(const char *folder, const char *below, const char *file, char path[4096])
{
	(void)!snprintf(path, 4096, "%s%s/%s", folder, below, file);
	return fopen(path, "re");
}

static FILE *user_config_open(const char *file, char path[4096])
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	if (config && *config)
		return config_open(config, "", file, path);
	return home && *home ? config_open(home, "/.config", file, path) : NULL;
}

/* The last height that a file sets for all notifications; -1: none. dunst also takes a minimum and
 * a maximum. */
static int height_read(FILE *file)
{
	char line[512], section[64] = "global";
	int height = -1, found;
	while (fgets(line, sizeof(line), file)) {
		(void)sscanf(line, " [%63[^]]", section);
		if (strcmp(section, "global") == 0 &&
		    (sscanf(line, " height = %d", &found) == 1 ||
		     sscanf(line, " height = ( %*d , %d", &found) == 1))
			height = found;
	}
	return height;
}

static void height_report(const struct room *room, int height, const char *path,
			  struct findings *findings)
{
	char what[FINDING_SIZE], shown[FINDING_SIZE], todo[FINDING_SIZE], is[16];
	path_say(path, shown);
	(void)!snprintf(is, sizeof(is), "%d", height);
	words_fill(what, sizeof(what),
		   _("{server} cuts cards at a height of {height}: an instruction or a caution may "
		     "be missing on them."),
		   "server", room->server, "height", is, NULL);
	words_fill(todo, sizeof(todo), _("At least {setting} in {file}"), "setting", room->setting,
		   "file", shown, NULL);
	finding_add(findings, "room", FINDING_LIMITED, what, todo);
}

void room_check(const char *server, struct findings *findings)
{
	char path[4096];
	for (size_t i = 0; i < sizeof(rooms) / sizeof(rooms[0]); i++) {
		FILE *file = strcmp(rooms[i].server, server) == 0
				     ? user_config_open(rooms[i].file, path)
				     : NULL;
		if (!file)
			continue;
		int height = height_read(file);
		fclose(file);
		if (height > 0 && height < rooms[i].height)
			height_report(&rooms[i], height, path, findings);
	}
}
