/*
 * Errors while a configuration is read: all of them are collected, then handed over in the order
 * of the files. A line is "FILE:LINE: KEY: what was found; what is allowed".
 *
 * Values come from files that may hold anything: print them through quote() only.
 *
 * Formats are written in English and translated here: xgettext knows errors_at() and errors_in()
 * by name (see the Makefile). What fills their places is translated by the caller.
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

enum { ERRORS_MAX = 100 }; /* more than a person reads; the last line says that there are more */

struct errors {
	struct error {
		int layer;
		unsigned line;
		const char *path; /* as the source names itself; borrowed from it */
		char *text;
		size_t place; /* bytes of it that are "FILE:LINE: " */
		bool hidden;  /* the rest is only for the user */
	} list[ERRORS_MAX];
	size_t count;
	size_t left_out;
	bool more[CONFIG_LAYERS_MAX]; /* layers of those */
	bool no_memory;               /* a message was lost; errors_result() is -ENOMEM */
};

void errors_init(struct errors *errors);
void errors_finish(struct errors *errors);

/* About a setting of a tree that source_parse() made. */
__attribute__((format(printf, 3, 4))) void errors_at(struct errors *errors,
						     const config_setting_t *where,
						     const char *format, ...);

/* About a line of a file, or with line 0 about the file. */
__attribute__((format(printf, 4, 5))) void errors_in(struct errors *errors,
						     const struct source *source, unsigned line,
						     const char *format, ...);

/* No more is told, only counted: what a message costs is not worth it. */
bool errors_full(const struct errors *errors);

/* The error told last quotes what may be the user's own affair: others are told its place alone.
 * One about a setting of health, or a text of the user's own, is hidden without that. */
void errors_hide(struct errors *errors);

/* 0, -EINVAL when there are errors, -ENOMEM. */
int errors_result(const struct errors *errors);

/* Moves the lines, in order. Negative errno on failure. */
int errors_hand_over(struct errors *errors, struct config_errors *ret);

/* A text for a message: in double quotes, clipped, what cannot be printed as \xNN. */
struct quoted {
	char text[160];
};
struct quoted quote(const char *text);

#endif
