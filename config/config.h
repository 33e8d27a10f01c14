/*
 * Configuration: libconfig text in layers -> a checked plan, or every error at once.
 *
 * The layers are put on each other key by key, and the later one wins: the built-in default
 * (config/limber.conf, embedded), what the kinds of cramp bring
 * that are on (config/kinds/, in the order of their table; `kinds` itself is read first, from all
 * layers), the system's file, the user's file, the files of the user's
 * folder in the order of their names, and what was set until the daemon stops. Reminders are
 * groups by name. The key table in config/keys.c is the one source of parser, checker, manual and
 * defaults. Loading is in config/load.c, paths in paths.c, printing in show.c.
 */
#ifndef LIMBER_CONFIG_H
#define LIMBER_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/model/plan.h"

/* A checked plan, the values behind it and the memory of both. */
struct config;

enum {
	CONFIG_FILE_MAX = 1 << 20, /* bytes of one file that are read */
	CONFIG_ALL_MAX = 4 << 20,  /* bytes of all files together */
	CONFIG_LAYERS_MAX = 74,    /* all layers together */
};

/* The built-in default file, as text. */
extern const char config_default_text[];

/* The file that commands write, in the folder of layers. */
#define CHANGE_FILE "90-limber.conf"

/* Where the layers are. Each member is on the heap, NULL where there is no such layer. */
struct config_layers {
	char *system;    /* path of a file: /etc/xdg/limber/limber.conf */
	char *user;      /* path of a file: ~/.config/limber/limber.conf; it is never written */
	char *folder;    /* path of a folder: ~/.config/limber/limber.conf.d, of which *.conf */
	char *catalogue; /* path of a folder: ~/.config/limber/catalogue, the user's own items */
	char *runtime;   /* a text in the form of the files: what was set for this run only */
};

/*
 * Those of the environment: the first absolute entry of $XDG_CONFIG_DIRS or /etc/xdg, and
 * $XDG_CONFIG_HOME or ~/.config, which may lack both and then gives no user's file. 0 or -ENOMEM.
 */
int config_layers_init(struct config_layers *ret);
void config_layers_finish(struct config_layers *layers);

/*
 * Sentences: what was wrong, in the order of the layers, each "FILE:LINE: KEY: …", or notes. One
 * may quote what is the user's own affair, such as a health fact: of it only the beginning, the
 * place, may be told where others than the user read.
 */
struct config_errors {
	char **lines;
	size_t count;
	size_t *open; /* how many bytes of each may be told to anyone; NULL: none of any */
};

void config_errors_finish(struct config_errors *errors);

/* A line more, for lines that all may be told; without memory one less. */
void config_errors_add(struct config_errors *errors, const char *line);

/*
 * Read the layers; NULL stands for the built-in default alone. Files that do not exist are no
 * error. 0 with *ret set and no errors; -EINVAL with *ret untouched and at least one error line;
 * any other negative errno (-ENOMEM) says nothing about the files. A file that cannot be read, is
 * over CONFIG_FILE_MAX or is no text is an error line like any other.
 */
int config_load(const struct config_layers *layers, struct config **ret,
		struct config_errors *errors);

/*
 * For the start of the daemon, which needs a plan: each layer that is bad is left out by itself,
 * and what is bad without those, too. 0 with *ret set, and error lines when something was left out:
 * those of the first look, without config_left_out(). Else -ENOMEM.
 *
 * Where what is left out may hold a health fact, a kind of cramp or a warning sign, `setup_done` is
 * false, whatever the rest says: else an item could be dealt that these stop.
 */
int config_load_start(const struct config_layers *layers, struct config **ret,
		      struct config_errors *errors);

/* The layers that config_load_start() left out, "FILE, FILE"; "" for none. */
const char *config_skipped(const struct config *config);

/* Whether one of them may be about health, as above. */
bool config_is_careful(const struct config *config);

/*
 * As config_load(), with `length` bytes as the user's file and no other layer over the built-in
 * ones; errors name it `path`. Reads what config_print() wrote. `catalogue`: the folder of the
 * user's own items, NULL for none.
 */
int config_load_text(const char *catalogue, const char *path, const char *text, size_t length,
		     struct config **ret, struct config_errors *errors);

struct config *config_free(struct config *config); /* NULL */

/* What of the user's own items was left out, and why: error lines. They hold nothing else back. */
const struct config_errors *config_left_out(const struct config *config);

/* An item, the user's own or a built-in one, by its id; NULL for none. */
const struct item *config_item(const struct config *config, const char *id);

/* The user's own items, one after the other; NULL after the last. */
const struct item *config_own_item(const struct config *config, size_t index);

/* Check a file of an own item, wherever it lies. 0, -EINVAL with error lines, -ENOMEM. */
int config_check_item(const char *path, struct config_errors *errors);

const struct plan *config_plan(const struct config *config);

/* A place in a layer. */
struct config_place {
	const char *file; /* its path, "built-in", "built-in (nocturnal)" or "limber set --runtime";
			     NULL: no such place */
	unsigned line;    /* 0 without a file */
	const char *key;
	const char *value; /* as in a file: "\"45min\"", "[ \"a\", \"b\" ]", "true" */
};

/* A key that holds: its effective value, and where it comes from. */
struct config_value {
	const char *reminder; /* NULL: a key of the top level */
	struct config_place is;
	struct config_place was; /* in the nearest file below, which this one defeats; file NULL:
				    none. `every`, `at` and `on` defeat each other. */
};

/* All of them: those of the top level in the order of the key table, then by reminder. */
const struct config_value *config_values(const struct config *config, size_t *ret);

/* NULL when the key is not given anywhere and has no default. */
const struct config_value *config_value_find(const struct config *config, const char *reminder,
					     const char *key);

/*
 * A value as behind limber set: without the signs around texts and lists, as 08:00-20:00,
 * 21:00-22:00; "" for NULL, and "\"\"" for an empty text. On the heap; NULL: no memory.
 */
char *config_value_text(const struct config_value *value);

/*
 * The effective configuration in the form of limber.conf, the place of each value behind it in a
 * comment: `config show`, GetConfiguration. It loads (config_load_text()) to an equal plan.
 * Errors of the stream are left to the caller.
 */
void config_print(const struct config *config, FILE *stream);

/* A sentence for each file beside those that are read that is named alike and is not read. */
void config_passed_over(const struct config_layers *layers, struct config_errors *ret);

/*
 * A sentence for each value in a file that a later file defeats: for `config check` and for an
 * edit. 0 or -ENOMEM.
 */
int config_defeats(const struct config *config, struct config_errors *ret);

#endif
