/*
 * Apply each command to the tree of its layer. The merged result is checked later; only errors that
 * the result does not show are refused here.
 */
#include "config/change.h"

#include <stdlib.h>
#include <string.h>

#include "config/change_value.h"
#include "config/edit.h"
#include "config/keys.h"
#include "config/load.h"
#include "core/base/text.h"
#include "core/base/try.h"

/* Return a group of `parent`; if `make`, create a missing one. NULL: there is none. */
static config_setting_t *group_of(config_setting_t *parent, const char *name, bool make)
{
	config_setting_t *group = parent ? config_setting_get_member(parent, name) : NULL;
	if (!group && parent && make)
		group = config_setting_add(parent, name, CONFIG_TYPE_GROUP);
	return group && config_setting_is_group(group) ? group : NULL;
}

enum { KEYS_MOST = 64 };

static const struct field fact_row = { "health", key_health, .form = FORM_BOOL };

/* Where to apply a change: its group, and its name in there. */
struct target {
	config_setting_t *group; /* NULL: there is none */
	const char *name;
	const struct field *key; /* NULL: an unknown one */
};

static struct target target_of(struct edit *edit, const struct config_change *change, bool make)
{
	static const char health[] = "health.";
	config_setting_t *root = config_root_setting(&edit->source.tree);
	struct target target = { root, change->key, NULL };
	if (change->reminder) {
		root = group_of(root, "reminders", make);
		target.group = group_of(root, change->reminder, make);
		target.key = field_find(keys_reminder, change->key);
	} else if (strncmp(change->key, health, strlen(health)) == 0) {
		target.group = group_of(root, "health", make);
		target.name += strlen(health);
		target.key = &fact_row;
	} else {
		target.key = field_find(keys_plan, change->key);
	}
	return target;
}

static bool is_changed(const struct edit *edit, const char *reminder, const char *key)
{
	for (const struct config_change *at = edit->changes; at < edit->changes + edit->count; at++)
		if (at->reminder && strcmp(at->reminder, reminder) == 0 &&
		    strcmp(at->key, key) == 0)
			return true;
	return false;
}

/* Remove the old trigger and the keys that are valid only with it, except those just changed. */
static void drop_old_trigger(const struct edit *edit, const struct target *target,
			     const char *reminder)
{
	for (const struct field *key = keys_reminder; key->name; key++)
		if (key->valid_with && !(key->valid_with & target->key->triggers) &&
		    config_setting_get_member(target->group, key->name) &&
		    !is_changed(edit, reminder, key->name))
			config_setting_remove(target->group, key->name);
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
	const char *names[REMINDERS_MAX], *keys[KEYS_MOST], *key = change->key;
	const char *dot = strchr(key, '.');
	char name[NAME_SIZE];
	size_t count = 0;
	if (!dot || dot - key >= NAME_SIZE)
		return false;
	snprintf(name, sizeof(name), "%.*s", (int)(dot - key), key);
	for (int i = 0; i < plan->count; i++)
		names[i] = plan->reminders[i].name;
	for (const struct field *row = keys_reminder; row->name && count < KEYS_MOST; row++)
		keys[count++] = row->name;
	const char *reminder = text_nearest(name, names, (size_t)plan->count);
	const char *near = text_nearest(dot + 1, keys, count);
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
static bool refuse_misplaced(struct edit *edit, const struct config_change *change)
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
static bool refuse_hook(struct edit *edit, const struct config_change *change)
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

static void edit_set(struct edit *edit, size_t index)
{
	const struct config_change *change = &edit->changes[index];
	enum text_error error =
		change->reminder ? name_read(change->reminder, strlen(change->reminder)) : TEXT_OK;
	if (error != TEXT_OK) {
		/* Report it once, not for each key. */
		if (index == 0)
			edit_refuse(edit, "%s %s", quote(change->reminder).text,
				    _(text_error_words(error)));
		return;
	}
	if (refuse_hook(edit, change))
		return;
	struct target target = target_of(edit, change, true);
	if (!target.key && refuse_misplaced(edit, change))
		return;
	if (strlen(change->value) > CHANGE_VALUE_MAX) {
		edit_refuse(edit, "%s has %zu bytes: at most %d", edit_key(change).text,
			    strlen(change->value), CHANGE_VALUE_MAX);
		return;
	}
	if (target.key && target.key->form == FORM_GROUP) {
		edit_refuse(edit, "%s is a group: set a key in it", target.name);
		return;
	}
	if (change->reminder && target.group && target.key && target.key->triggers)
		drop_old_trigger(edit, &target, change->reminder);
	size_t before = edit->errors.count;
	if (index < 64 && target.group && config_setting_get_member(target.group, target.name))
		edit->again |= UINT64_C(1) << index;
	if (target.group && value_put(target.group, target.name, target.key, edit_key(change).text,
				      change->value, &edit->errors))
		return;
	if (edit->errors.count == before)
		edit_refuse(edit, "%s cannot be set", edit_key(change).text);
}

/* Remove a group that is empty now, then its parent if that is empty, too. */
static void drop_empty(config_setting_t *group)
{
	while (!config_setting_is_root(group) && config_setting_length(group) == 0) {
		config_setting_t *parent = config_setting_parent(group);
		config_setting_remove(parent, config_setting_name(group));
		group = parent;
	}
}

/* The name that a key, or its reminder, may mean; NULL: none is near, or both are known. */
static const char *unset_nearest(const struct config *config, const struct config_change *change)
{
	const struct plan *plan = config_plan(config);
	const struct field *rows = change->reminder ? keys_reminder : keys_plan;
	const char *names[REMINDERS_MAX], *keys[KEYS_MOST];
	size_t count = 0;
	for (int i = 0; i < plan->count; i++)
		names[i] = plan->reminders[i].name;
	if (change->reminder && plan_find(plan, change->reminder) < 0)
		return text_nearest(change->reminder, names, (size_t)plan->count);
	for (; rows->name && count < KEYS_MOST; rows++) {
		if (strcmp(rows->name, change->key) == 0)
			return NULL;
		keys[count++] = rows->name;
	}
	const char *nearest = text_nearest(change->key, keys, count);
	return nearest || change->reminder ? nearest
					   : text_nearest(change->key, names, (size_t)plan->count);
}

/* Report that a key is not in the layer, and which file has it. */
static void refuse_unset(struct edit *edit, const struct config_change *change)
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

static void edit_unset(struct edit *edit, const struct config_change *change)
{
	struct target target = target_of(edit, change, false);
	if (!target.key && refuse_misplaced(edit, change))
		return;
	if (target.key && target.key->form == FORM_GROUP) {
		edit_refuse(edit, "%s is a group: unset a key in it", target.name);
		return;
	}
	if (target.group && config_setting_get_member(target.group, target.name)) {
		config_setting_remove(target.group, target.name);
		drop_empty(target.group);
	} else {
		refuse_unset(edit, change);
	}
}

int change_set(struct config_layers *layers, bool runtime, const struct config_change changes[],
	       size_t count, struct config_changed *ret, struct config_errors *errors)
{
	struct edit edit;
	int r = edit_begin(&edit, layers, runtime);
	edit.changes = changes;
	edit.count = count;
	for (size_t i = 0; i < count && edit_ready(&edit, r); i++)
		if (changes[i].value)
			edit_set(&edit, i);
		else
			edit_unset(&edit, &changes[i]);
	return edit_end(&edit, r, ret, errors);
}

/* Return the place of a reminder in a file, else in a built-in layer; NULL if there is none. */
static const struct config_place *reminder_place(const struct config *config, const char *name)
{
	const struct config_place *found = NULL;
	size_t count;
	const struct config_value *values = config_values(config, &count);
	for (size_t i = 0; i < count; i++)
		if (values[i].reminder && strcmp(values[i].reminder, name) == 0 &&
		    (!found || values[i].is.line > 0))
			found = &values[i].is;
	return found;
}

static void refuse_existing(struct edit *edit, const char *name, const struct config_place *place)
{
	edit_refuse(edit, "%s is there already (%s): change it with limber set %s", name,
		    place->file, name);
}

int change_add(struct config_layers *layers, bool runtime, const char *reminder,
	       const struct config_change changes[], size_t count, struct config_changed *ret,
	       struct config_errors *errors)
{
	struct edit edit;
	struct config *config = NULL;
	TRY(config_load(layers, &config, errors));
	int r = edit_begin(&edit, layers, runtime);
	edit.changes = changes;
	edit.count = count;
	const struct config_place *place = reminder_place(config, reminder);
	if (r == 0 && place)
		refuse_existing(&edit, reminder, place);
	if (r == 0 && count == 0)
		edit_refuse(&edit,
			    "%s: has nothing to say and never comes: give it every or at, and "
			    "say or items",
			    quote(reminder).text);
	for (size_t i = 0; i < count && edit_ready(&edit, r); i++)
		edit_set(&edit, i);
	config_free(config);
	return edit_end(&edit, r, ret, errors);
}

/* Refuse to remove a reminder that another layer has, too. */
static int check_removed(struct edit *edit, const char *reminder)
{
	struct layer_swap swap = { .runtime = edit->runtime };
	struct config_errors ignored;
	struct config *config = NULL;
	char *text = NULL;
	int r = edit_text(edit, &text);
	swap.text = text;
	if (r == 0 && load_swapped(edit->layers, &swap, &config, &ignored) == 0) {
		const struct config_place *place = reminder_place(config, reminder);
		if (place)
			edit_refuse(edit,
				    "%s cannot be removed, another layer has it (%s): to switch "
				    "it off, limber disable %s",
				    reminder, place->file, reminder);
	}
	if (r == 0)
		config_errors_finish(&ignored);
	config_free(config);
	free(text);
	return r;
}

static int edit_remove(struct edit *edit, const char *reminder)
{
	config_setting_t *root = config_root_setting(&edit->source.tree);
	config_setting_t *group = group_of(root, "reminders", false);
	bool here = group && config_setting_get_member(group, reminder);
	if (here) {
		config_setting_remove(group, reminder);
		drop_empty(group);
	}
	int r = check_removed(edit, reminder);
	if (r == 0 && !here && edit->errors.count == 0)
		edit_refuse(edit, "%s is not a reminder", quote(reminder).text);
	return r;
}

int change_remove(struct config_layers *layers, bool runtime, const char *reminder,
		  struct config_changed *ret, struct config_errors *errors)
{
	struct edit edit;
	int r = edit_begin(&edit, layers, runtime);
	if (edit_ready(&edit, r))
		r = edit_remove(&edit, reminder);
	return edit_end(&edit, r, ret, errors);
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

int change_restore(struct config_layers *layers, bool runtime, const char *before,
		   const char *after, struct config_changed *ret, struct config_errors *errors)
{
	struct edit edit;
	int r = edit_begin(&edit, layers, runtime);
	if (!runtime && !layers->folder)
		return edit_end(&edit, r, ret, errors);
	errors_finish(&edit.errors); /* the current text may be invalid */
	if (r == 0 && !same_text(edit.before, after)) {
		edit_refuse(&edit,
			    "%s was edited since, so that is not taken back: see limber "
			    "config show",
			    CHANGE_FILE);
		r = errors_result(&edit.errors);
	}
	return edit_end_text(&edit, r, before, ret, errors);
}
