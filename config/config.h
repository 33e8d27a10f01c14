/*
 * Configuration: libconfig text in layers -> a checked plan, or every error at once.
 *
 * Layers so far: the built-in default (config/limber.conf, embedded) and the user's file, key by
 * key, later wins. Reminders are groups by name. The key table in config/keys.c is the one
 * source of parser, checker, manual and default.
 */
#ifndef LIMBER_CONFIG_H
#define LIMBER_CONFIG_H

#include <stddef.h>

#include "core/plan.h"

/* A checked plan and the memory its strings and reminders live in: one block. */
struct config;

enum { CONFIG_FILE_MAX = 1 << 20 }; /* bytes of one file that are read */

/* What was wrong, in the order of the files; each a whole line, "FILE:LINE: KEY: …". */
struct config_errors {
	char **lines;
	size_t count;
};

void config_errors_finish(struct config_errors *errors);

/*
 * Read the layers. `path` is the user's file; NULL, or one that does not exist, leaves the
 * built-in default. 0 with *ret set and no errors; -EINVAL with *ret untouched and at least one
 * error line; any other negative errno (-ENOMEM) says nothing about the files. A file that
 * cannot be read, is over CONFIG_FILE_MAX or is no text is an error line like any other.
 */
int config_load(const char *path, struct config **ret, struct config_errors *errors);

struct config *config_free(struct config *config); /* NULL */

const struct plan *config_plan(const struct config *config);

/* The built-in default file, as text. */
extern const char config_default_text[];

/*
 * $XDG_CONFIG_HOME/limber/limber.conf, or the one below ~/.config. The caller frees *ret.
 * -ENOENT when neither variable names an absolute path.
 */
int config_user_path(char **ret);

#endif
