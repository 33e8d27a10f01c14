/* Print effective values: all as a file, a single one, or notes about overridden ones. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/change.h"
#include "config/effective.h"
#include "config/keys.h"
#include "config/layers.h"
#include "config/plan_build.h"
#include "core/base/utf8.h"

const struct config_value *config_values(const struct config *config, size_t *ret)
{
	*ret = config->value_count;
	return config->values;
}

static bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

const struct config_value *config_value_find(const struct config *config, const char *reminder,
					     const char *key)
{
	for (size_t i = 0; i < config->value_count; i++)
		if (same_text(config->values[i].reminder, reminder) &&
		    strcmp(config->values[i].is.key, key) == 0)
			return &config->values[i];
	return NULL;
}

char *config_value_text(const struct config_value *value)
{
	const char *at = value ? value->is.value : "";
	char *text = malloc(strlen(at) + sizeof("\"\""));
	size_t length = 0;
	bool quoted = false;
	for (; text && *at; at++) {
		if (*at == '"') {
			quoted = !quoted;
			continue;
		}
		if (!quoted && (*at == '[' || *at == ']' || (*at == ' ' && length == 0)))
			continue;
		at += quoted && *at == '\\' && at[1];
		text[length++] = *at;
	}
	while (text && length > 0 && text[length - 1] == ' ')
		length--;
	if (text)
		strcpy(text + length, value && length == 0 ? "\"\"" : "");
	return text;
}

/* Print "FILE:LINE"; bytes of the name that are not visible UTF-8, such as a line feed, as "?". */
static void print_place(const struct config_place *place, FILE *stream)
{
	for (const char *at = place->file; *at;) {
		size_t bytes = utf8_visible(at);
		if (bytes == 0)
			fputc('?', stream);
		fwrite(at, 1, bytes, stream);
		at += bytes > 0 ? bytes : 1;
	}
	if (place->line > 0)
		fprintf(stream, ":%u", place->line);
}

/* The length of the group that a key of the top level is in: "health" of "health.kidney"; 0: none.
 */
static int group_length(const struct config_value *value)
{
	const char *dot = value->reminder ? NULL : strchr(value->is.key, '.');
	return dot ? (int)(dot - value->is.key) : 0;
}

static void print_setting(const struct config_value *value, FILE *stream)
{
	int group = group_length(value);
	const char *key = value->is.key + (group > 0 ? group + 1 : 0);
	const char *margin = value->reminder ? "    " : group > 0 ? "  " : "";
	fprintf(stream, "%s%s = %s;  # ", margin, key, value->is.value);
	print_place(&value->is, stream);
	fputc('\n', stream);
}

/* End the group of the value before, and begin that of this one, where they differ. */
static void print_group(const struct config_value *before, const struct config_value *value,
			FILE *stream)
{
	int was = before ? group_length(before) : 0, is = group_length(value);
	if (was == is && (is == 0 || strncmp(before->is.key, value->is.key, (size_t)is) == 0))
		return;
	if (was > 0)
		fputs("};\n", stream);
	if (is > 0)
		fprintf(stream, "%.*s : {\n", is, value->is.key);
}

void config_print(const struct config *config, FILE *stream)
{
	const char *reminder = NULL;
	const struct config_value *before = NULL;
	for (size_t i = 0; i < config->value_count; i++) {
		const struct config_value *value = &config->values[i];
		print_group(before, value, stream);
		before = value;
		if (value->reminder && !reminder)
			fputs("reminders : {\n", stream);
		if (value->reminder && !same_text(value->reminder, reminder))
			fprintf(stream, "%s  %s : {\n", reminder ? "  };\n" : "", value->reminder);
		reminder = value->reminder;
		print_setting(value, stream);
	}
	if (before && group_length(before) > 0)
		fputs("};\n", stream);
	if (reminder)
		fputs("  };\n};\n", stream);
}

static bool set_by_command(const struct config_value *value)
{
	const char *slash = strrchr(value->is.file, '/');
	return strcmp(value->is.file, LAYER_RUNTIME) == 0 ||
	       (slash && strcmp(slash + 1, CHANGE_FILE) == 0);
}

/* Print ". To drop that: limber unset desk every" for a value that a command set. */
static void print_remedy(const struct config_value *value, FILE *stream)
{
	bool runtime = strcmp(value->is.file, LAYER_RUNTIME) == 0;
	if (!set_by_command(value))
		return;
	fprintf(stream, _(". To drop that: limber unset %s%s%s%s"), runtime ? "--runtime " : "",
		value->reminder ? value->reminder : "", value->reminder ? " " : "", value->is.key);
}

/* "limber.conf:12: reminders.desk.every = "60min" has no effect: …/90-limber.conf:3 says "45min""
 */
static void print_overridden(const struct config_value *value, FILE *stream)
{
	print_place(&value->was, stream);
	fputs(": ", stream);
	if (value->reminder)
		fprintf(stream, "reminders.%s.", value->reminder);
	fprintf(stream, _("%s = %s has no effect: "), value->was.key, value->was.value);
	print_place(&value->is, stream);
	fputs(_(" says "), stream);
	if (strcmp(value->is.key, value->was.key) != 0)
		fprintf(stream, "%s = ", value->is.key);
	fputs(value->is.value, stream);
	print_remedy(value, stream);
}

/* Return the note about a value that overrides another one, to be freed; NULL: out of memory. */
static char *overridden_text(const struct config_value *value)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	if (!stream)
		return NULL;
	print_overridden(value, stream);
	bool bad = ferror(stream);
	if (fclose(stream) != EOF && !bad)
		return text;
	free(text);
	return NULL;
}

/* False for equal values. (Values of `every`, `at` and `on` are never equal.) */
static bool value_overrides(const struct config_value *value)
{
	return value->was.file && strcmp(value->is.value, value->was.value) != 0;
}

/* True if one of `count` changes is about this value, and its note is news. */
static bool value_changed(const struct config_value *value, const struct config_change changes[],
			  size_t count, uint64_t again)
{
	for (size_t i = 0; i < count; i++)
		if (same_text(changes[i].reminder, value->reminder) &&
		    (strcmp(changes[i].key, value->is.key) == 0 ||
		     same_text(changes[i].key, value->was.key)))
			return i >= 64 || !(again & UINT64_C(1) << i) || !set_by_command(value);
	return false;
}

int effective_overridden(const struct config *config, const struct config_change changes[],
			 size_t count, uint64_t again, struct config_errors *ret)
{
	struct config_errors lines = { .lines = calloc(config->value_count + 1, sizeof(char *)) };
	if (!lines.lines)
		return -ENOMEM;
	for (size_t i = 0; i < config->value_count; i++) {
		const struct config_value *value = &config->values[i];
		if (!value_overrides(value) ||
		    (changes && !value_changed(value, changes, count, again)))
			continue;
		lines.lines[lines.count] = overridden_text(value);
		if (!lines.lines[lines.count++]) {
			config_errors_finish(&lines);
			return -ENOMEM;
		}
	}
	*ret = lines;
	return 0;
}

int config_overridden(const struct config *config, struct config_errors *ret)
{
	return effective_overridden(config, NULL, 0, 0, ret);
}
