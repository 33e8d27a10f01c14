/*
 * A day as a file: limber-day(5). What was so when it began, and what happened when. Read first,
 * then played: what an event means depends on the plan and on what came before it.
 */
#ifndef LIMBER_DAY_H
#define LIMBER_DAY_H

#include "config/config.h"
#include "core/foresee/replay.h"

/* A line that begins with a time. */
struct day_entry {
	unsigned line;
	const char *when, *what;
	char *config; /* the configuration from here on, of a `plan`; NULL: as before */
};

struct day {
	char *text;               /* what the others point into */
	const char *begin, *zone; /* NULL: not given */
	unsigned begin_line, zone_line;
	bool recorded; /* limberd's shell stands in it, too: see enum replay_shell */
	char *config;  /* the user's file, each line at its number; "" for none */
	char *state;   /* as GetState has it; "" for none */
	struct day_entry *entries;
	size_t count;
};

/* What was wrong; line 0: with no line of the file. */
struct day_error {
	unsigned line;
	char sentence[256];
};

/* Takes a file's bytes apart. 0, -EINVAL with *error set, -ENOMEM. */
int day_read(const char *text, size_t length, struct day *ret, struct day_error *error);
void day_finish(struct day *day); /* also one that could not be read */

/*
 * Play it from its first moment to its last: replay.told and user are the caller's, as are those
 * before `config`; all else begins with 0 and is set here. 0; -EINVAL with *error set, or with
 * errors of the configuration; -ENOMEM.
 */
struct day_play {
	const struct day *day;
	const char *path;
	const char *catalogue; /* the folder of the user's own items, NULL for none */
	const char *config_path, *config_text; /* instead of the day's own; NULL: none */
	struct config *config;                 /* given back by day_play_finish() */
	struct config_errors errors;
	struct replay replay;
};

int day_play(struct day_play *play, struct day_error *error);
void day_play_finish(struct day_play *play);

#endif
