/*
 * Apply each command to the tree of its layer. The merged result is checked later; only errors that
 * the result does not show are refused here.
 */
#include "config/change.h"

#include <stdlib.h>
#include <string.h>

#include "config/change_refuse.h"
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
	if (change_is_hook(edit, change))
		return;
	struct target target = target_of(edit, change, true);
	if (!target.key && change_misplaced(edit, change))
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

static void edit_unset(struct edit *edit, const struct config_change *change)
{
	struct target target = target_of(edit, change, false);
	if (!target.key && change_misplaced(edit, change))
		return;
	if (target.key && target.key->form == FORM_GROUP) {
		edit_refuse(edit, "%s is a group: unset a key in it", target.name);
		return;
	}
	if (target.group && config_setting_get_member(target.group, target.name)) {
		config_setting_remove(target.group, target.name);
		drop_empty(target.group);
	} else {
		change_unset_refused(edit, change);
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
