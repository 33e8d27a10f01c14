/*
 * Quotes and brackets are optional, because they are tedious in a shell. A value that has them is
 * parsed as a file of its own and must yield exactly one setting, so that it cannot inject others.
 */
#include "config/change_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "config/source.h"

static bool put_string(config_setting_t *group, const char *name, const char *text)
{
	config_setting_t *setting = config_setting_add(group, name, CONFIG_TYPE_STRING);
	return setting && config_setting_set_string(setting, text);
}

static const struct truth {
	const char *word;
	bool is;
} truths[] = { { "true", true },   { "on", true },   { "yes", true },
	       { "false", false }, { "off", false }, { "no", false } };

static bool put_bool(config_setting_t *group, const char *name, const char *text)
{
	for (size_t i = 0; i < sizeof(truths) / sizeof(truths[0]); i++) {
		if (strcasecmp(text, truths[i].word) != 0)
			continue;
		config_setting_t *setting = config_setting_add(group, name, CONFIG_TYPE_BOOL);
		return setting && config_setting_set_bool(setting, truths[i].is);
	}
	return put_string(group, name, text);
}

static bool put_integer(config_setting_t *group, const char *name, const char *text)
{
	size_t length = strspn(text, "0123456789");
	if (length == 0 || length > 9 || text[length])
		return put_string(group, name, text);
	config_setting_t *setting = config_setting_add(group, name, CONFIG_TYPE_INT);
	return setting && config_setting_set_int(setting, (int)strtol(text, NULL, 10));
}

/* Append an entry to a list, without the spaces around it. */
static bool put_entry(config_setting_t *list, const char *from, const char *to)
{
	for (; from < to && *from == ' '; from++)
		;
	for (; to > from && to[-1] == ' '; to--)
		;
	char *text = strndup(from, (size_t)(to - from));
	bool good = text && config_setting_set_string_elem(list, -1, text);
	free(text);
	return good;
}

/* True if the text from `from` to `to` is one complete entry, commas included. */
static bool entry_is_complete(const struct field *key, const char *from, const char *to)
{
	char *text = strndup(from, (size_t)(to - from));
	bool whole = text && key->entry(text);
	free(text);
	return whole;
}

enum {
	ENTRIES_MAX = 64, /* more than any list allows */
	COMMAS_MAX = 64,  /* more than an entry needs: there are 60 minutes */
};

/* Return the end of an entry: the last comma up to which it is complete, else the next one. Checks
 * at most COMMAS_MAX commas. */
static const char *entry_end(const struct field *key, const char *from)
{
	const char *ends[COMMAS_MAX];
	int count = 0;
	for (const char *at = from; count < COMMAS_MAX; at++) {
		at += strcspn(at, ",");
		ends[count++] = at;
		if (!*at)
			break;
	}
	if (key->entry)
		while (count > 1 && !entry_is_complete(key, from, ends[count - 1]))
			count--;
	return ends[key->entry ? count - 1 : 0];
}

static bool put_list(config_setting_t *group, const char *name, const struct field *key,
		     const char *text)
{
	config_setting_t *list = config_setting_add(group, name, CONFIG_TYPE_ARRAY);
	if (!list || !*text)
		return list;
	for (int i = 0; i < ENTRIES_MAX; i++) {
		const char *end = entry_end(key, text);
		if (!put_entry(list, text, end))
			return false;
		if (!*end)
			return true;
		text = end + 1;
	}
	return put_entry(list, text, text + strlen(text));
}

/* Copy a string or a list of strings. */
static bool put_copy(config_setting_t *group, const char *name, const config_setting_t *from,
		     struct errors *errors)
{
	if (config_setting_type(from) == CONFIG_TYPE_STRING)
		return put_string(group, name, config_setting_get_string(from));
	const config_setting_t *elements[ENTRIES_MAX];
	int count = value_list(from, ENTRIES_MAX, errors, elements);
	config_setting_t *list =
		count < 0 ? NULL : config_setting_add(group, name, CONFIG_TYPE_ARRAY);
	for (int i = 0; i < count && list; i++)
		if (!config_setting_set_string_elem(list, -1,
						    config_setting_get_string(elements[i])))
			return false;
	return list;
}

/* Parse a value in the syntax of a file. */
static bool put_parsed(config_setting_t *group, const char *name, const char *whole,
		       const char *text, struct errors *errors)
{
	struct source source;
	char *line;
	int length = asprintf(&line, "%s = %s;", name, text);
	if (length < 0)
		return false;
	source_init(&source, "", 0);
	source.unwritten = true;
	source.key = whole;
	if (source_set_text(&source, line, (size_t)length) == 0)
		source_parse(&source, errors);
	free(line);
	const config_setting_t *root = source_root(&source);
	bool one = root && config_setting_length(root) == 1;
	if (root && !one)
		errors_in(errors, &source, 0, "%s is more than one value", quote(text).text);
	bool good = one && put_copy(group, name, config_setting_get_elem(root, 0), errors);
	source_finish(&source);
	return good;
}

static bool is_quoted(const char *text, enum field_form form)
{
	size_t length = strlen(text);
	if (form == FORM_LIST)
		return *text && strchr("[(\"", *text);
	return (form == FORM_TEXT || form == FORM_BOOL) && length >= 2 && *text == '"' &&
	       text[length - 1] == '"';
}

bool value_put(config_setting_t *group, const char *name, const struct field *key,
	       const char *whole, const char *text, struct errors *errors)
{
	enum field_form form = key ? key->form : FORM_TEXT;
	if (config_setting_get_member(group, name))
		config_setting_remove(group, name);
	if (is_quoted(text, form))
		return put_parsed(group, name, whole, text, errors);
	if (form == FORM_BOOL)
		return put_bool(group, name, text);
	if (form == FORM_INTEGER)
		return put_integer(group, name, text);
	if (form == FORM_LIST)
		return put_list(group, name, key, text);
	return put_string(group, name, text);
}
