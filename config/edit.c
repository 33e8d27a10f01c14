/*
 * Parse the layer that commands write, change its tree, check the resulting text together with the
 * other layers, and only then write it.
 */
#include "config/edit.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/effective.h"
#include "config/load.h"
#include "config/print.h"
#include "config/save.h"
#include "core/base/text.h"

static const char head[] = "# Written by limber set, unset, add and remove. Comments here do not "
			   "last; your own\n# lines belong into ../limber.conf.\n";

void edit_refuse(struct edit *edit, const char *format, ...)
{
	char *text;
	va_list list;
	va_start(list, format);
	int length = vasprintf(&text, gettext(format), list);
	va_end(list);
	if (length < 0) {
		edit->errors.no_memory = true;
		return;
	}
	edit->source.unwritten = true;
	errors_in(&edit->errors, &edit->source, 0, "%s", text);
	free(text);
}

/* True if a key can be printed without quotes. */
static bool is_plain(const char *key)
{
	size_t length = strspn(key, "abcdefghijklmnopqrstuvwxyz_.");
	return length > 0 && length <= 40 && key[length] == '\0';
}

struct edit_key edit_key(const struct config_change *change)
{
	struct edit_key whole = { "" };
	const char *name = change->reminder;
	size_t length = 0;
	if (name)
		length = (size_t)snprintf(
			whole.text, sizeof(whole.text), "reminders.%s.",
			name_read(name, strlen(name)) == TEXT_OK ? name : quote(name).text);
	snprintf(whole.text + length, sizeof(whole.text) - length, "%s",
		 is_plain(change->key) ? change->key : quote(change->key).text);
	return whole;
}

/* Read the text of the layer. -ENOENT: there is none. */
static int edit_read(struct edit *edit)
{
	const char *text = edit->layers->runtime;
	if (!edit->runtime)
		return source_read(&edit->source, &edit->errors);
	return text ? source_set_text(&edit->source, text, strlen(text)) : -ENOENT;
}

/* Set the path of the layer. Return 0, even with an error line, or -ENOMEM. */
static int edit_name(struct edit *edit)
{
	int r = 0;
	if (edit->runtime)
		edit->path = strdup(LAYER_RUNTIME);
	else if (edit->layers->folder)
		r = asprintf(&edit->path, "%s/%s", edit->layers->folder, CHANGE_FILE);
	else
		edit->path = strdup("");
	if (r < 0 || !edit->path) {
		edit->path = NULL;
		return -ENOMEM;
	}
	source_init(&edit->source, edit->path, 0);
	if (!edit->runtime && !edit->layers->folder)
		edit_refuse(edit, "There is no place for it: set HOME, or say --runtime");
	return 0;
}

int edit_begin(struct edit *edit, struct config_layers *layers, bool runtime)
{
	*edit = (struct edit){ .layers = layers, .runtime = runtime };
	int r = edit_name(edit);
	if (r < 0 || edit->errors.count > 0)
		return r;
	r = edit_read(edit);
	if (r < 0 && r != -ENOENT)
		return r;
	if (r == 0 && edit->source.text) {
		edit->before = strndup(edit->source.text, edit->source.length);
		if (!edit->before)
			return -ENOMEM;
	} else if (r == -ENOENT && (r = source_set_text(&edit->source, "", 0)) < 0) {
		return r;
	}
	source_parse(&edit->source, &edit->errors);
	guard_begin(&edit->guard);
	return 0;
}

static void edit_finish(struct edit *edit)
{
	source_finish(&edit->source);
	errors_finish(&edit->errors);
	free(edit->before);
	free(edit->path);
}

int edit_text(const struct edit *edit, char **ret)
{
	const config_setting_t *root = source_root(&edit->source);
	char *text = NULL;
	size_t size;
	if (!tree_is_complete(root))
		return -ENOMEM;
	if (config_setting_length(root) == 0) {
		*ret = NULL;
		return 0;
	}
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return -ENOMEM;
	if (!edit->runtime)
		fputs(head, stream);
	print_members(root, 0, stream);
	bool bad = ferror(stream);
	if (fclose(stream) == EOF || bad) {
		free(text);
		return -ENOMEM;
	}
	*ret = text;
	return 0;
}

static int note_unsure(const struct edit *edit, int error, struct config_errors *notes)
{
	char *line;
	if (asprintf(&line, _("%s: changed, but a power cut may take that back: %s"), edit->path,
		     strerror(error)) < 0)
		return 0;
	config_errors_add(notes, line);
	free(line);
	return 0;
}

/* Write the text of the layer. Return 0, or negative errno, for a file with an error line. */
static int edit_put(struct edit *edit, const char *text, struct config_errors *notes)
{
	char *copy = NULL;
	if (!edit->runtime) {
		int r = save_text(edit->path, text);
		edit->source.unwritten = false;
		if (r < 0)
			errors_in(&edit->errors, &edit->source, 0,
				  "cannot be written, so nothing was changed: %s", strerror(-r));
		return r > 0 ? note_unsure(edit, r, notes) : r;
	}
	if (text && !(copy = strdup(text)))
		return -ENOMEM;
	free(edit->layers->runtime);
	edit->layers->runtime = copy;
	return 0;
}

/* Check a text together with all other layers, and write it. */
static int edit_apply(struct edit *edit, const char *text, struct config_changed *ret,
		      struct config_errors *errors)
{
	struct config_changed changed = { .config = NULL };
	struct layer_swap swap = { edit->runtime, text };
	int r = load_swapped(edit->layers, &swap, &changed.config, errors);
	if (r == 0)
		r = effective_overridden(changed.config, edit->changes, edit->count, edit->again,
					 &changed.notes);
	if (r == 0 && text && !(changed.after = strdup(text)))
		r = -ENOMEM;
	if (r == 0)
		r = edit_put(edit, text, &changed.notes);
	if (r < 0) {
		config_changed_finish(&changed);
		return r;
	}
	changed.before = edit->before;
	edit->before = NULL;
	*ret = changed;
	return 0;
}

int edit_end(struct edit *edit, int r, struct config_changed *ret, struct config_errors *errors)
{
	char *text = NULL;
	if (r == 0)
		r = errors_result(&edit->errors);
	if (r == 0)
		r = edit_text(edit, &text);
	r = edit_end_text(edit, r, text, ret, errors);
	free(text);
	return r;
}

int edit_end_text(struct edit *edit, int r, const char *text, struct config_changed *ret,
		  struct config_errors *errors)
{
	*errors = (struct config_errors){ .count = 0 };
	guard_end(&edit->guard);
	if (r == 0)
		r = edit_apply(edit, text, ret, errors);
	if (r < 0 && edit->errors.count > 0 && errors_move(&edit->errors, errors) < 0)
		r = -ENOMEM;
	edit_finish(edit);
	return r;
}

bool edit_ready(const struct edit *edit, int r)
{
	return r == 0 && source_root(&edit->source);
}
