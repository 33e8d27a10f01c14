/* Values are compared as text: that is what the user wrote and reads. */
#include "config/diff.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/try.h"

static char *key_text(const char *reminder, const char *key, bool full)
{
	char *text = NULL;
	bool prefix = full && reminder;
	int length = asprintf(&text, "%s%s%s%s", prefix ? "reminders." : "", prefix ? reminder : "",
			      prefix ? "." : "", key);
	return length < 0 ? NULL : text;
}

static bool same_value(const struct config_value *a, const struct config_value *b)
{
	return a && b ? strcmp(a->is.value, b->is.value) == 0 : a == b;
}

static int add(struct config_diff *diff, const struct config_change *change,
	       const struct config_value *was, const struct config_value *is, bool full)
{
	struct config_difference *more =
		reallocarray(diff->list, diff->count + 1, sizeof(*diff->list));
	if (!more)
		return -ENOMEM;
	diff->list = more;
	struct config_difference *it = &more[diff->count++];
	it->key = key_text(change->reminder, change->key, full);
	it->was = config_value_text(was);
	it->is = config_value_text(is);
	return it->key && it->was && it->is ? 0 : -ENOMEM;
}

static bool names_reminder(const struct config_change *change, const char *reminder)
{
	return reminder && change->reminder && strcmp(change->reminder, reminder) == 0;
}

/* True if `changes` has this key of the reminder; key NULL: any key of it. */
static bool is_given(const struct config_change changes[], size_t count, const char *reminder,
		     const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (names_reminder(&changes[i], reminder) &&
		    (!key || strcmp(changes[i].key, key) == 0))
			return true;
	return false;
}

/* Add the values of `of` that differ from `other`, of reminders in `changes` but not in it
 * themselves. `missing`: only those that `other` lacks. */
static int add_others(struct config_diff *diff, const struct config *of, const struct config *other,
		      bool missing, const struct config_change changes[], size_t count, bool full)
{
	size_t values;
	const struct config_value *value = config_values(of, &values);
	for (; values > 0; values--, value++) {
		const char *name = value->reminder;
		const struct config_change key = { name, value->is.key, NULL };
		if (!is_given(changes, count, name, NULL) ||
		    is_given(changes, count, name, value->is.key))
			continue;
		const struct config_value *there = config_value_find(other, name, value->is.key);
		if (same_value(value, there) || (missing && there))
			continue;
		TRY(add(diff, &key, missing ? NULL : value, missing ? value : there, full));
	}
	return 0;
}

int config_diff(const struct config *before, const struct config *after,
		const struct config_change changes[], size_t count, bool full,
		struct config_diff *ret)
{
	int r = 0;
	*ret = (struct config_diff){ NULL, 0 };
	for (size_t i = 0; r == 0 && i < count; i++) {
		const struct config_change *change = &changes[i];
		r = add(ret, change, config_value_find(before, change->reminder, change->key),
			config_value_find(after, change->reminder, change->key), full);
	}
	if (r == 0)
		r = add_others(ret, before, after, false, changes, count, full);
	return r < 0 ? r : add_others(ret, after, before, true, changes, count, full);
}

void config_diff_finish(struct config_diff *diff)
{
	for (size_t i = 0; i < diff->count; i++) {
		free(diff->list[i].key);
		free(diff->list[i].was);
		free(diff->list[i].is);
	}
	free(diff->list);
	*diff = (struct config_diff){ NULL, 0 };
}
