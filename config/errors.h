/*
 * Errors while a configuration is read: all are collected, then returned in the order of the files.
 * A line is "FILE:LINE: KEY: what was found; what is allowed".
 *
 * Values come from files that may hold anything: print them through quote() only.
 *
 * Formats are written in English and translated here: xgettext knows errors_at() and errors_in()
 * by name (see the Makefile). The caller translates the arguments.
 */
#ifndef LIMBER_ERRORS_H
#define LIMBER_ERRORS_H

#include <libconfig.h>
#include <libintl.h>
#include <stdbool.h>

#include "config/config.h"
#include "core/base/translate.h"

#define _(text) gettext(text)

struct source;

enum { ERRORS_MAX = 100 }; /* more than a person reads; the last line counts the rest */

struct errors {
	struct error {
		int layer;
		unsigned line;
		const char *path; /* of the source; borrowed */
		char *text;
		size_t place; /* length of "FILE:LINE: " in bytes */
		bool hidden;  /* the rest of the text is private */
	} list[ERRORS_MAX];
	size_t count;
	size_t left_out;              /* errors above ERRORS_MAX */
	bool more[CONFIG_LAYERS_MAX]; /* the layers they are in */
	bool no_memory;               /* a message was lost; errors_result() is -ENOMEM */
};

void errors_init(struct errors *errors);
void errors_finish(struct errors *errors);

/* Add an error about a setting of a tree that source_parse() made. */
__attribute__((format(printf, 3, 4))) void errors_at(struct errors *errors,
						     const config_setting_t *where,
						     const char *format, ...);

/* Add an error about a line of a file; line 0: about the whole file. */
__attribute__((format(printf, 4, 5))) void errors_in(struct errors *errors,
						     const struct source *source, unsigned line,
						     const char *format, ...);

/* True if further errors are only counted: callers can skip expensive messages. */
bool errors_full(const struct errors *errors);

/* Mark the last error as private, because it quotes a value: logs show only its place. Errors about
 * health settings and the user's own texts are always private. */
void errors_hide(struct errors *errors);

/* Return 0, -EINVAL if there are errors, or -ENOMEM. */
int errors_result(const struct errors *errors);

/* Move the lines, sorted, to *ret. Return 0 or -ENOMEM. */
int errors_move(struct errors *errors, struct config_errors *ret);

/* Quote a text for a message: in double quotes, truncated, unprintable bytes as \xNN. */
struct quoted {
	char text[160];
};
struct quoted quote(const char *text);

#endif
