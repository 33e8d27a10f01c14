/* Settings that are written together, all or none, with one `limber undo` for all. */
#ifndef LIMBER_SETTINGS_H
#define LIMBER_SETTINGS_H

#include "cli/shared/command.h"
#include "config/change.h"
#include "core/words/words.h"

enum { SETTINGS_MAX = 40 };

struct settings {
	struct config_change list[SETTINGS_MAX];
	size_t count;
	char room[8192]; /* for keys and values */
	size_t used;
	bool lost;                 /* one did not fit: none will be written */
	char shown[SENTENCE_SIZE]; /* a note of limberd that has been shown */
};

/* Add a setting, its value as in a file. If it does not fit, `lost` is set. */
__attribute__((format(printf, 4, 5))) void settings_add(struct settings *settings,
							const char *reminder, const char *key,
							const char *format, ...);

/* Add a key to unset in the file of commands; its value is NULL. */
void settings_unset(struct settings *settings, const char *reminder, const char *key);

/* Add a day; 0: none. */
void settings_add_day(struct settings *settings, const char *key, int32_t day);

/* Check that limberd can store settings, starting it if necessary, before questions are asked. */
enum exit_code settings_ready(struct command *command);

/* Have limberd check, write and apply them, and print its notes; with --json its whole reply. */
enum exit_code settings_write(struct command *command, struct settings *settings);

/* Report that there is nothing to write. */
enum exit_code settings_same(const struct command *command);

#endif
