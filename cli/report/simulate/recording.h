/*
 * A day in the format of limber-day(5): the state at its begin, and events with their times. It is
 * read first and played then, as the meaning of an event depends on the plan and the events before.
 */
#ifndef LIMBER_RECORDING_H
#define LIMBER_RECORDING_H

#include "config/config.h"
#include "core/foresee/replay.h"

/* A line that begins with a time. */
struct recording_entry {
	unsigned line;
	const char *when, *what;
	char *config; /* the configuration from here on, of a `plan`; NULL: as before */
};

struct recording {
	char *text;               /* what the others point into */
	const char *begin, *zone; /* NULL: not given */
	unsigned begin_line, zone_line;
	bool recorded; /* with the events of displays: see enum replay_shell */
	char *config;  /* the user's file, each line at its number; "" for none */
	char *state;   /* in the format of GetState; "" for none */
	struct recording_entry *entries;
	size_t count;
};

/* An error; line 0: of no line of the file. */
struct recording_error {
	unsigned line;
	char sentence[256];
};

/* Set an error; returns -EINVAL. */
__attribute__((format(printf, 3, 4))) int recording_wrong(struct recording_error *error,
							  unsigned line, const char *format, ...);

/* Parse the bytes of a file. 0, -EINVAL with *error set, -ENOMEM. */
int recording_read(const char *text, size_t length, struct recording *ret,
		   struct recording_error *error);
void recording_finish(struct recording *day); /* also after an error of recording_read() */

/*
 * Play a day from its first moment to its last. The caller sets replay.stepped, replay.user and the
 * members before `config`; the others begin with 0. 0; -EINVAL with *error set, or with errors of
 * the configuration; -ENOMEM.
 */
struct recording_play {
	const struct recording *day;
	const char *path;
	const char *catalogue; /* the folder of the user's own items, NULL for none */
	const char *config_path, *config_text; /* instead of the day's own; NULL: none */
	struct config *config;                 /* freed by recording_play_finish() */
	struct config_errors errors;
	struct replay replay;
};

int recording_play(struct recording_play *play, struct recording_error *error);
void recording_play_finish(struct recording_play *play);

#endif
