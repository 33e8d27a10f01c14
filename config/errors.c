/*
 * Errors are stored with their place and sorted at the end, because the merged plan is checked
 * after the single values, but users fix a file from top to bottom.
 */
#include "config/errors.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/source.h"
#include "core/base/lookalike.h"
#include "core/base/utf8.h"

/* Keys of health, and the user's own texts: errors about their values quote private data. */
static const char *const private_keys[] = {
	"health",           "kinds", "agreed", "cleared", "warning",
	"emergency_number", "title", "say",    "hooks",
};

enum { QUOTED_CHARACTERS = 32, KEY_BYTES = 40, PATH_BYTES = 160 };

void errors_init(struct errors *errors)
{
	*errors = (struct errors){ .count = 0 };
}

void errors_finish(struct errors *errors)
{
	if (!errors)
		return;
	for (size_t i = 0; i < errors->count; i++)
		free(errors->list[i].text);
	errors_init(errors);
}

bool errors_full(const struct errors *errors)
{
	return errors->count == ERRORS_MAX;
}

static void errors_count(struct errors *errors, const struct source *source)
{
	errors->left_out++;
	errors->more[source->layer] = true;
}

/* Add an error; takes ownership of its text. */
static void errors_add(struct errors *errors, const struct error *error)
{
	if (!error->text) {
		errors->no_memory = true;
	} else {
		errors->list[errors->count++] = *error;
	}
}

/* Format "FILE:LINE: KEY: MESSAGE", without the parts that are unknown. Text NULL: out of memory.
 */
__attribute__((format(printf, 4, 0))) static struct error errors_compose(
	const struct source *source, unsigned line, const char *key, const char *format,
	va_list list)
{
	struct error error = { .layer = source->layer, .line = line, .path = source->path };
	char place[16] = "", *message;
	if (line > 0)
		snprintf(place, sizeof(place), ":%u", line);
	if (vasprintf(&message, gettext(format), list) < 0)
		return error;
	int length = asprintf(&error.text, "%s%s%s%s%s%s", source->unwritten ? "" : source->path,
			      source->unwritten ? "" : place, source->unwritten ? "" : ": ", key,
			      *key ? ": " : "", message);
	if (length < 0)
		error.text = NULL;
	else
		error.place = (size_t)length - strlen(message) - strlen(key) - (*key ? 2 : 0);
	free(message);
	return error;
}

/* Write the path of a setting, "reminders.desk.every"; elements of lists use the name of the list.
 */
static void key_path(const config_setting_t *setting, char out[PATH_BYTES])
{
	out[0] = '\0';
	if (!setting || config_setting_is_root(setting))
		return;
	key_path(config_setting_parent(setting), out);
	const char *name = config_setting_name(setting);
	size_t length = strlen(out);
	if (!name || length + KEY_BYTES + 5 > PATH_BYTES)
		return;
	snprintf(out + length, PATH_BYTES - length, "%s%.*s%s", length > 0 ? "." : "", KEY_BYTES,
		 name, strlen(name) > KEY_BYTES ? "…" : "");
}

/* True if the setting or a group around it is in private_keys. */
static bool is_private(const config_setting_t *setting)
{
	const char *name = config_setting_name(setting);
	for (size_t i = 0; name && i < sizeof(private_keys) / sizeof(private_keys[0]); i++)
		if (strcmp(private_keys[i], name) == 0)
			return true;
	return !config_setting_is_root(setting) && is_private(config_setting_parent(setting));
}

/* Name a character that looks like a plain one, if the value has one and memory suffices. */
static void lookalike_add(struct error *error, const config_setting_t *where)
{
	bool text = config_setting_type(where) == CONFIG_TYPE_STRING;
	const struct lookalike *odd =
		text ? lookalike_find(config_setting_get_string(where)) : NULL;
	char *more;
	if (!odd || !error->text ||
	    asprintf(&more, _("%s (it holds %s, U+%04X)"), error->text, _(odd->name),
		     (unsigned)odd->value) < 0)
		return;
	free(error->text);
	error->text = more;
}

void errors_at(struct errors *errors, const config_setting_t *where, const char *format, ...)
{
	const struct source *source = source_of(where);
	unsigned line = config_setting_source_line(where);
	char key[PATH_BYTES];
	va_list list;
	if (errors_full(errors)) {
		errors_count(errors, source);
		return;
	}
	key_path(where, key);
	va_start(list, format);
	struct error error =
		errors_compose(source, line, source->key ? source->key : key, format, list);
	va_end(list);
	error.hidden = is_private(where);
	if (!error.hidden)
		lookalike_add(&error, where);
	errors_add(errors, &error);
}

void errors_in(struct errors *errors, const struct source *source, unsigned line,
	       const char *format, ...)
{
	va_list list;
	if (errors_full(errors)) {
		errors_count(errors, source);
		return;
	}
	va_start(list, format);
	struct error error =
		errors_compose(source, line, source->key ? source->key : "", format, list);
	va_end(list);
	errors_add(errors, &error);
}

/* Above ERRORS_MAX this hides an older error, which does no harm. */
void errors_hide(struct errors *errors)
{
	if (errors->count > 0)
		errors->list[errors->count - 1].hidden = true;
}

int errors_result(const struct errors *errors)
{
	if (errors->no_memory)
		return -ENOMEM;
	return errors->count > 0 ? -EINVAL : 0;
}

static bool error_before(const struct error *a, const struct error *b)
{
	return a->layer != b->layer ? a->layer < b->layer : a->line < b->line;
}

/* Insertion sort: stable, and the list is nearly sorted. */
static void errors_sort(struct errors *errors)
{
	for (size_t i = 1; i < errors->count; i++) {
		struct error moving = errors->list[i];
		size_t to = i;
		for (; to > 0 && error_before(&moving, &errors->list[to - 1]); to--)
			errors->list[to] = errors->list[to - 1];
		errors->list[to] = moving;
	}
}

int errors_move(struct errors *errors, struct config_errors *ret)
{
	char *more = NULL, **lines = calloc(errors->count + 1, sizeof(*lines));
	size_t *open = calloc(errors->count + 1, sizeof(*open));
	if (!lines || !open ||
	    (errors->left_out > 0 &&
	     asprintf(&more, _("… and %zu more errors"), errors->left_out) < 0)) {
		free(lines);
		free(open);
		return -ENOMEM;
	}
	errors_sort(errors);
	*ret = (struct config_errors){ lines, errors->count, open };
	for (size_t i = 0; i < errors->count; i++) {
		const struct error *error = &errors->list[i];
		lines[i] = error->text;
		open[i] = error->hidden ? error->place : strlen(error->text);
	}
	if (more) {
		open[ret->count] = strlen(more);
		lines[ret->count++] = more;
	}
	errors_init(errors);
	return 0;
}

void config_errors_add(struct config_errors *errors, const char *line)
{
	char *copy = strdup(line);
	char **lines = copy ? reallocarray(errors->lines, errors->count + 1, sizeof(*lines)) : NULL;
	if (!lines) {
		free(copy);
		return;
	}
	lines[errors->count++] = copy;
	errors->lines = lines;
}

void config_errors_finish(struct config_errors *errors)
{
	if (!errors)
		return;
	for (size_t i = 0; i < errors->count; i++)
		free(errors->lines[i]);
	free(errors->lines);
	free(errors->open);
	*errors = (struct config_errors){ .count = 0 };
}

struct quoted quote(const char *text)
{
	struct quoted quoted = { "\"" };
	char *out = quoted.text + 1;
	for (int i = 0; *text && i < QUOTED_CHARACTERS; i++) {
		size_t bytes = utf8_visible(text);
		if (bytes > 0) {
			memcpy(out, text, bytes);
			out += bytes;
		} else {
			bytes = 1;
			out += sprintf(out, "\\x%02x", (unsigned char)*text);
		}
		text += bytes;
	}
	stpcpy(out, *text ? "…\"" : "\"");
	return quoted;
}
