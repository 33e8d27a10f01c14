/*
 * dunst and mako draw no buttons; a menu program shows the answers: with dunst `dmenu` of its
 * dunstrc, with mako the argument of makoctl. The menu program may not be installed.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/report/doctor.h"
#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "core/base/translate.h"

enum { COMMAND_SIZE = 128 };

/* Whether a program can be run: by its path, or found in $PATH. */
static bool runs(const char *program)
{
	const char *at = getenv("PATH");
	char path[4096];
	if (strchr(program, '/'))
		return access(program, X_OK) == 0;
	for (at = at ? at : "/usr/bin:/bin"; *at; at += strspn(at, ":")) {
		int length = (int)strcspn(at, ":");
		(void)!snprintf(path, sizeof(path), "%.*s/%s", length, at, program);
		if (access(path, X_OK) == 0)
			return true;
		at += length;
	}
	return false;
}

/* Read the last `dmenu = COMMAND` of a file, with or without quotes, if any. */
static void dunstrc_read(const char *path, char out[COMMAND_SIZE])
{
	char line[512], found[COMMAND_SIZE];
	FILE *file = fopen(path, "re");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, " dmenu = \"%127[^\"\n]", found) == 1 ||
		    sscanf(line, " dmenu = %127[^#;\n]", found) == 1)
			(void)!snprintf(out, COMMAND_SIZE, "%s", found);
	if (file)
		fclose(file);
}

static int is_conf(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');
	return dot && strcmp(dot, ".conf") == 0;
}

/* Read the dunstrc of a folder and its dunstrc.d. False: no dunstrc. */
static bool dunst_folder(const char *folder, int length, char out[COMMAND_SIZE])
{
	char path[4096], parts[4096];
	struct dirent **names;
	(void)!snprintf(path, sizeof(path), "%.*s/dunst/dunstrc", length, folder);
	bool there = access(path, R_OK) == 0;
	dunstrc_read(path, out);
	(void)!snprintf(parts, sizeof(parts), "%.*s/dunst/dunstrc.d", length, folder);
	int count = scandir(parts, &names, is_conf, alphasort);
	for (int i = 0; i < count; i++) {
		(void)!snprintf(path, sizeof(path), "%.3800s/%s", parts, names[i]->d_name);
		dunstrc_read(path, out);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
	return there;
}

/* The menu of dunst: by the user's dunstrc, else the first of the system. */
static void dunst_menu(char out[COMMAND_SIZE])
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	const char *folders = getenv("XDG_CONFIG_DIRS");
	char own[4096];
	(void)!snprintf(own, sizeof(own), "%s%s",
			config && *config ? config
			: home            ? home
					  : "",
			config && *config ? "" : "/.config");
	(void)!snprintf(out, COMMAND_SIZE, "/usr/bin/dmenu");
	if (dunst_folder(own, (int)strlen(own), out))
		return;
	for (folders = folders && *folders ? folders : "/etc/xdg"; *folders;
	     folders += strspn(folders, ":")) {
		int length = (int)strcspn(folders, ":");
		if (dunst_folder(folders, length, out))
			return;
		folders += length;
	}
}

static void dunst_how(char out[FINDING_SIZE])
{
	char command[COMMAND_SIZE], program[COMMAND_SIZE], path[FINDING_SIZE];
	dunst_menu(command);
	(void)!snprintf(program, sizeof(program), "%.*s", (int)strcspn(command, " \t"), command);
	path_say(program, path);
	words_fill(out, FINDING_SIZE,
		   runs(program) ? _("It draws no buttons: the middle mouse button opens a menu of "
				     "the answers ({program}).")
				 : _("It draws no buttons, and the program of its menu, {program}, "
				     "is not installed."),
		   "program", path, NULL);
}

static void mako_how(char out[FINDING_SIZE])
{
	static const char *const menus[] = { "fuzzel --dmenu", "wofi --dmenu", "bemenu",
					     "rofi -dmenu",    "tofi",         "dmenu" };
	char program[COMMAND_SIZE];
	for (size_t i = 0; i < sizeof(menus) / sizeof(menus[0]); i++) {
		(void)!snprintf(program, sizeof(program), "%.*s", (int)strcspn(menus[i], " "),
				menus[i]);
		if (!runs(program))
			continue;
		words_fill(out, FINDING_SIZE,
			   _("It draws no buttons: makoctl menu {program} chooses an answer."),
			   "program", menus[i], NULL);
		return;
	}
	(void)!snprintf(out, FINDING_SIZE, "%s",
			_("It draws no buttons, and no program for makoctl menu is installed, such "
			  "as fuzzel."));
}

/* Servers that take actions and draw no buttons: mako (its issue 612), dunst (its manual). */
bool menu_how(const char *server, char out[FINDING_SIZE])
{
	bool dunst = strcmp(server, "dunst") == 0, mako = strcmp(server, "mako") == 0;
	if (dunst)
		dunst_how(out);
	else if (mako)
		mako_how(out);
	return dunst || mako;
}

static const struct {
	const char *desktop, *keys;
} desktops[] = {
	{ "sway", N_("A key for it: bindsym $mod+F9 exec limber done") },
	{ "i3", N_("A key for it: bindsym $mod+F9 exec --no-startup-id limber done") },
	{ "hyprland", N_("A key for it: bind = SUPER, F9, exec, limber done") },
	{ "gnome", N_("A key for it: Settings, Keyboard, Custom Shortcuts, limber done") },
	{ "kde", N_("A key for it: System Settings, Shortcuts, Add Command, limber done") },
	{ "xfce", N_("A key for it: Settings, Keyboard, Application Shortcuts, limber done") },
};

const char *menu_keys(void)
{
	const char *desktop = getenv("XDG_CURRENT_DESKTOP");
	for (size_t i = 0; desktop && i < sizeof(desktops) / sizeof(desktops[0]); i++)
		if (strcasestr(desktop, desktops[i].desktop))
			return _(desktops[i].keys);
	return _("Keys can be bound to limber done, limber snooze and limber skip.");
}
