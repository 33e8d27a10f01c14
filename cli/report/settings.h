/* Settings that are written together: all of them or none, with one `limber undo` for all. */
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
	bool lost;                 /* one did not fit: none is written */
	char shown[SENTENCE_SIZE]; /* a note of limberd that is on the screen already */
};

/* Add one; the value is as in a file. What does not fit is `lost`. */
__attribute__((format(printf, 4, 5))) void settings_add(struct settings *settings,
							const char *reminder, const char *key,
							const char *format, ...);

/* Add one that is taken out of the file that commands write; its value is NULL. */
void settings_unset(struct settings *settings, const char *reminder, const char *key);

/* A day, or with 0 none. */
void settings_add_day(struct settings *settings, const char *key, int32_t day);

/* Whether there is a limberd to keep them, which is started if need be: asked before people are. */
enum exit_code settings_ready(struct command *command);

/* limberd checks, writes and applies them. What it has to say about it is printed. */
enum exit_code settings_write(struct command *command, struct settings *settings);

#endif
