/*
 * Configuration: parse libconfig text in layers into a checked plan, or report every error at once.
 *
 * Layers are merged key by key; the later one wins. In order: the built-in default
 * (config/limber.conf, embedded); the embedded file of each enabled kind of cramp (config/kinds/,
 * in the order of their table; `kinds` itself is read first, from all layers); the system's file;
 * the user's file; the files of the user's folder, sorted by name; what was set until the daemon
 * stops. Reminders are groups by name. The key table in config/keys.c is the only source of parser,
 * checker, manual and defaults. Loading is in load.c, paths in paths.c, printing in
 * effective_print.c.
 */
#ifndef LIMBER_CONFIG_H
#define LIMBER_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/model/plan.h"

/* A checked plan and the effective values it was made from; owns the memory of both. */
struct config;

enum {
	CONFIG_FILE_MAX = 1 << 20, /* bytes of one file that are read */
	CONFIG_ALL_MAX = 4 << 20,  /* bytes of all files together */
	CONFIG_LAYERS_MAX = 75,    /* all layers together */
};

/* The text of the built-in default file. */
extern const char config_default_text[];

/* The file in the user's folder that commands write. */
#define CHANGE_FILE "90-limber.conf"

/* Where the layers are. Each member is on the heap; NULL: no such layer. */
struct config_layers {
	char *system;    /* path of a file: /etc/xdg/limber/limber.conf */
	char *user;      /* path of a file: ~/.config/limber/limber.conf; never written */
	char *folder;    /* path of a folder: ~/.config/limber/limber.conf.d; its *.conf */
	char *catalogue; /* path of a folder: ~/.config/limber/catalogue, the user's own items */
	char *runtime;   /* text in the form of the files: what was set for this run only */
	bool careful;    /* answers are missing, see answers.h: `setup_done` is forced to false */
};

/*
 * Set the paths from the environment: the first absolute entry of $XDG_CONFIG_DIRS or /etc/xdg, and
 * $XDG_CONFIG_HOME or ~/.config. Without XDG_CONFIG_HOME and HOME the user's paths are NULL.
 * Return 0 or -ENOMEM.
 */
int config_layers_init(struct config_layers *ret);
void config_layers_finish(struct config_layers *layers);

/*
 * Error lines in the order of the layers, each "FILE:LINE: KEY: …", or notes. A line may quote
 * private values such as health facts: in a log that others can read, print only its first
 * open[i] bytes, the place.
 */
struct config_errors {
	char **lines;
	size_t count;
	size_t *open; /* how many bytes of each line are not private; NULL: 0 */
};

void config_errors_finish(struct config_errors *errors);

/* Append a copy of a line without private text; drops it when memory is exhausted. */
void config_errors_add(struct config_errors *errors, const char *line);

/*
 * Load the layers; NULL loads the built-in default alone. A missing file is not an error. Return 0
 * with *ret set and no errors; -EINVAL with *ret unchanged and at least one error line; -ENOMEM.
 * A file that cannot be read, is over CONFIG_FILE_MAX or is not text is an error line.
 */
int config_load(const struct config_layers *layers, struct config **ret,
		struct config_errors *errors);

/*
 * For the start of the daemon, which needs a plan: skip each layer with errors, then each layer
 * that has errors without those. Return 0 with *ret set, and the error lines of the first attempt
 * if a layer was skipped (without config_left_out()); or -ENOMEM.
 *
 * If a skipped layer may hold a health fact, a kind of cramp or a warning sign, `setup_done` is
 * forced to false: otherwise an item could be shown that these forbid.
 */
int config_load_start(const struct config_layers *layers, struct config **ret,
		      struct config_errors *errors);

/* The layers that config_load_start() skipped, "FILE, FILE"; "" if none. */
const char *config_skipped(const struct config *config);

/* True if a skipped layer may hold health facts, as above. */
bool config_is_careful(const struct config *config);

/*
 * As config_load(), but with `length` bytes of text as the only layer above the built-in ones;
 * errors call it `path`. Parses the output of config_print(). `catalogue`: the folder of the user's
 * own items, NULL for none.
 */
int config_load_text(const char *catalogue, const char *path, const char *text, size_t length,
		     struct config **ret, struct config_errors *errors);

struct config *config_free(struct config *config); /* NULL */

/* Error lines of the user's own items that were skipped. They do not make a load fail. */
const struct config_errors *config_left_out(const struct config *config);

/* Return the item with this id, the user's own or built-in; NULL if there is none. */
const struct item *config_item(const struct config *config, const char *id);

/* Return the user's own item number `index`; NULL after the last. */
const struct item *config_own_item(const struct config *config, size_t index);

/* Check the file of an own item at any path. Return 0, -EINVAL with error lines, or -ENOMEM. */
int config_check_item(const char *path, struct config_errors *errors);

const struct plan *config_plan(const struct config *config);

/* A setting in a layer. */
struct config_place {
	const char *file; /* its path, "built-in", "built-in (nocturnal)" or "limber set --runtime";
			     NULL: not set */
	unsigned line;    /* 0 without a file */
	const char *key;
	const char *value; /* as in a file: "\"45min\"", "[ \"a\", \"b\" ]", "true" */
};

/* The effective value of a key, and where it was set. */
struct config_value {
	const char *reminder; /* NULL: a key of the top level */
	struct config_place is;
	struct config_place was; /* in the nearest file below, which this one overrides; file NULL:
				    none. `every`, `at` and `on` override each other. */
};

/* Return all *ret values: the top level in the order of the key table, then by reminder. */
const struct config_value *config_values(const struct config *config, size_t *ret);

/* Return the value of a key; NULL if no layer sets it and it has no default. */
const struct config_value *config_value_find(const struct config *config, const char *reminder,
					     const char *key);

/*
 * Return a value in the form that `limber set` takes, without quotes and brackets: 08:00-20:00,
 * 21:00-22:00; "" for NULL, "\"\"" for an empty string. To be freed; NULL: out of memory.
 */
char *config_value_text(const struct config_value *value);

/*
 * Print the effective configuration in the form of limber.conf, with the place of each value in a
 * comment: `config show`, GetConfiguration. config_load_text() of the output yields an equal plan.
 * The caller checks the stream for errors.
 */
void config_print(const struct config *config, FILE *stream);

/* Add a note for each ignored file: one in the folders that is named like a copy of a .conf file.
 */
void config_ignored_files(const struct config_layers *layers, struct config_errors *ret);

/*
 * A note about the values of files written by hand that repeat the built-in default, and so have no
 * effect; NULL: there are none. For `config check`.
 */
const char *config_repeats(const struct config *config);

/*
 * Set *ret to a note for each value in a file that a later file overrides; for `config check`.
 * Return 0 or -ENOMEM.
 */
int config_overridden(const struct config *config, struct config_errors *ret);

#endif
