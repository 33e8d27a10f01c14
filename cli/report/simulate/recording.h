/*
 * A day in the format of limber-day(5): the state at its begin, and events with their times. It is
 * read first and played then, as the meaning of an event depends on the plan and the events before.
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
	bool recorded; /* with the events of displays: see enum replay_shell */
	char *config;  /* the user's file, each line at its number; "" for none */
	char *state;   /* in the format of GetState; "" for none */
	struct day_entry *entries;
	size_t count;
};

/* An error; line 0: of no line of the file. */
struct day_error {
	unsigned line;
	char sentence[256];
};

/* Set an error; returns -EINVAL. */
__attribute__((format(printf, 3, 4))) int day_wrong(struct day_error *error, unsigned line,
						    const char *format, ...);

/* Parse the bytes of a file. 0, -EINVAL with *error set, -ENOMEM. */
int day_read(const char *text, size_t length, struct day *ret, struct day_error *error);
void day_finish(struct day *day); /* also after an error of day_read() */

/*
 * Play a day from its first moment to its last. The caller sets replay.stepped, replay.user and the
 * members before `config`; the others begin with 0. 0; -EINVAL with *error set, or with errors of
 * the configuration; -ENOMEM.
 */
struct day_play {
	const struct day *day;
	const char *path;
	const char *catalogue; /* the folder of the user's own items, NULL for none */
	const char *config_path, *config_text; /* instead of the day's own; NULL: none */
	struct config *config;                 /* freed by day_play_finish() */
	struct config_errors errors;
	struct replay replay;
};

int day_play(struct day_play *play, struct day_error *error);
void day_play_finish(struct day_play *play);

#endif
