/* Load the configuration only where a change is refused. */
#include "config/change_refuse.h"

#include <stdio.h>
#include <string.h>

#include "config/keys.h"
#include "config/load.h"
#include "core/base/text.h"

enum { KEYS_MOST = 64 };

static const char *nearest_reminder(const struct plan *plan, const char *word)
{
	const char *names[REMINDERS_MAX];
	for (int i = 0; i < plan->count; i++)
		names[i] = plan->reminders[i].name;
	return text_nearest(word, names, (size_t)plan->count);
}

static const char *nearest_key(const struct field rows[], const char *word)
{
	const char *keys[KEYS_MOST];
	size_t count = 0;
	for (; rows->name && count < KEYS_MOST; rows++)
		keys[count++] = rows->name;
	return text_nearest(word, keys, count);
}

/* Return the first reminder that has a key; NULL if there is none. */
static const char *reminder_with(const struct config *config, const char *key)
{
	const struct plan *plan = config_plan(config);
	for (int i = 0; i < plan->count; i++)
		if (config_value_find(config, plan->reminders[i].name, key))
			return plan->reminders[i].name;
	return NULL;
}

/* The command that changes `key` of a reminder so: "limber set desk every=45min". */
static struct edit_key command_for(const struct config_change *change, const char *name,
				   const char *key)
{
	struct edit_key command;
	const char *value = change->value, *sign = value && strchr(value, ' ') ? "\"" : "";
	if (value)
		snprintf(command.text, sizeof(command.text), "limber set %s %s=%s%.60s%s", name,
			 key, sign, text_begin(value).text, sign);
	else
		snprintf(command.text, sizeof(command.text), "limber unset %s %s", name, key);
	return command;
}

/* "every": limber set desk every=45min. */
static bool refuse_unnamed(struct edit *edit, const struct config *config,
			   const struct config_change *change)
{
	const char *key = change->key;
	const char *name = field_find(keys_reminder, key) ? reminder_with(config, key) : NULL;
	if (name)
		edit_refuse(edit, "%s is a key of a reminder: %s", key,
			    command_for(change, name, key).text);
	return name;
}

/* "desk.evry": the nearest is "reminders.desk.every". */
static bool refuse_dotted(struct edit *edit, const struct config *config,
			  const struct config_change *change)
{
	const struct plan *plan = config_plan(config);
	const char *key = change->key, *dot = strchr(key, '.');
	char name[NAME_SIZE];
	if (!dot || dot - key >= NAME_SIZE)
		return false;
	snprintf(name, sizeof(name), "%.*s", (int)(dot - key), key);
	const char *reminder = nearest_reminder(plan, name);
	const char *near = nearest_key(keys_reminder, dot + 1);
	if (reminder && near)
		edit_refuse(edit, "%s is not known here; the nearest is \"reminders.%s.%s\": %s",
			    quote(key).text, reminder, near,
			    command_for(change, reminder, near).text);
	return reminder && near;
}

/* "desk=45min": limber set desk every=45min. */
static bool refuse_reminder(struct edit *edit, const struct config *config,
			    const struct config_change *change)
{
	bool is = plan_find(config_plan(config), change->key) >= 0;
	if (is)
		edit_refuse(edit,
			    "%s is a reminder, and its key is missing: limber set %s every=45min",
			    change->key, change->key);
	return is;
}

/* Refuse an unknown key of the top level that is a key of a reminder, and name its place. */
bool change_misplaced(struct edit *edit, const struct config_change *change)
{
	struct config *config = NULL;
	struct config_errors ignored = { 0 };
	bool refused =
		!change->reminder && config_load(edit->layers, &config, &ignored) == 0 &&
		(refuse_unnamed(edit, config, change) || refuse_reminder(edit, config, change) ||
		 refuse_dotted(edit, config, change));
	config_errors_finish(&ignored);
	config_free(config);
	return refused;
}

/* A program on the bus that may change settings must not get commands to run. */
bool change_is_hook(struct edit *edit, const struct config_change *change)
{
	static const char hooks[] = "hooks";
	size_t length = strlen(hooks);
	bool is = !change->reminder && strncmp(change->key, hooks, length) == 0 &&
		  (change->key[length] == '.' || change->key[length] == '\0');
	if (is)
		edit_refuse(edit, "%s is written in your file only: limber config edit",
			    edit_key(change).text);
	return is;
}

/* The name that a key, or its reminder, may mean; NULL: none is near, or both are known. */
static const char *unset_nearest(const struct config *config, const struct config_change *change)
{
	const struct plan *plan = config_plan(config);
	const struct field *rows = change->reminder ? keys_reminder : keys_plan;
	if (change->reminder && plan_find(plan, change->reminder) < 0)
		return nearest_reminder(plan, change->reminder);
	if (field_find(rows, change->key))
		return NULL;
	const char *nearest = nearest_key(rows, change->key);
	return nearest || change->reminder ? nearest : nearest_reminder(plan, change->key);
}

/* Report that a key is not in the layer, and which file has it. */
void change_unset_refused(struct edit *edit, const struct config_change *change)
{
	struct config *config = NULL;
	struct config_errors ignored;
	const struct config_value *value = NULL;
	const char *nearest = NULL;
	if (config_load(edit->layers, &config, &ignored) == 0) {
		value = config_value_find(config, change->reminder, change->key);
		nearest = unset_nearest(config, change);
	}
	const struct edit_key key = edit_key(change);
	if (value && value->is.line > 0)
		edit_refuse(edit, "%s was not set by a command: %s:%u says %s", key.text,
			    value->is.file, value->is.line, value->is.value);
	else if (nearest)
		edit_refuse(edit, "%s is not known here; the nearest is \"%s\"", key.text, nearest);
	else
		edit_refuse(edit, "%s was not set by a command", key.text);
	config_errors_finish(&ignored);
	config_free(config);
}
