/*
 * Each item keeps its tree, because it borrows the strings.
 */
#include "config/own.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "config/folder.h"

/* The acts of an item of a category, whatever its file says. */
static const uint32_t category_acts[CATEGORY_COUNT] = {
	[CATEGORY_STRETCH] = ACT_EXERCISE,
	[CATEGORY_STRENGTHEN] = ACT_EXERCISE,
	[CATEGORY_POSTURE] = ACT_EXERCISE,
	[CATEGORY_MOVE] = ACT_EXERCISE,
	[CATEGORY_RECOVER] = ACT_EXERCISE | ACT_HEAT | ACT_COLD | ACT_PRESSURE,
	[CATEGORY_WEAR] = ACT_PRESSURE,
	[CATEGORY_CARE] = ACT_PRESSURE,
};

static struct own_item *own_item_free(struct own_item *item)
{
	if (!item)
		return NULL;
	source_finish(&item->source);
	free(item->path);
	free(item);
	return NULL;
}

struct own *own_free(struct own *own)
{
	if (!own)
		return NULL;
	for (int i = 0; i < own->count; i++)
		own_item_free(own->items[i]);
	config_errors_finish(&own->errors);
	free(own);
	return NULL;
}

const struct item *own_find(const struct own *own, const char *id)
{
	for (int i = 0; own && i < own->count; i++)
		if (strcmp(own->items[i]->draft.item.id, id) == 0)
			return &own->items[i]->draft.item;
	return catalogue_find(id);
}

/* Check what item_read_own() does not check. */
static void own_check(const struct own_item *own, struct errors *errors)
{
	const struct item *item = &own->draft.item;
	const char *file = strrchr(own->path, '/');
	size_t length = strlen(item->id);
	file = file ? file + 1 : own->path;
	if (catalogue_find(item->id))
		errors_in(errors, &own->source, 0,
			  "has the name of a built-in item, %s: take another", item->id);
	else if (strncmp(file, item->id, length) != 0 || strcmp(file + length, ".conf") != 0)
		errors_in(errors, &own->source, 0, "must be named %s.conf after its item",
			  item->id);
	if (item->before_setup)
		errors_in(errors, &own->source, 0,
			  "cannot come before the health questions: leave out before_setup");
}

/* Set what the file omits. Heat, cold and pressure are never for ischemic cramps, and only an item
 * that names acute is for a fresh strain. */
static void own_fill_defaults(struct item *item)
{
	item->acts |= category_acts[item->category];
	item->list = LIST_OWN;
	if (item->acts & (ACT_HEAT | ACT_COLD | ACT_PRESSURE))
		item->not_for |= UINT32_C(1) << CRAMP_ISCHEMIC;
	if (item->kinds.is == 0)
		item->kinds.is = ((UINT32_C(1) << CRAMP_COUNT) - 1) & ~item->not_for &
				 ~(UINT32_C(1) << CRAMP_ACUTE);
}

/* Read a file; takes ownership of `path`. NULL with an error line, or out of memory. */
static struct own_item *own_item_read(char *path, struct errors *errors)
{
	struct own_item *item = path ? calloc(1, sizeof(*item)) : NULL;
	size_t before = errors->count;
	if (!item) {
		free(path);
		errors->no_memory = true;
		return NULL;
	}
	item->path = path;
	source_init(&item->source, path, 0);
	int r = source_read(&item->source, errors);
	if (r < 0)
		errors_in(errors, &item->source, 0, "cannot be read: %s", strerror(-r));
	else if (item->source.length > OWN_FILE_MAX)
		errors_in(errors, &item->source, 0, "is over 64 KiB: no item is that long");
	else
		source_parse(&item->source, errors);
	const config_setting_t *root = source_root(&item->source);
	if (root && item_read_own(root, &item->draft, errors))
		own_check(item, errors);
	if (!root || errors->count > before || errors->no_memory)
		return own_item_free(item);
	own_fill_defaults(&item->draft.item);
	return item;
}

static void own_read_all(struct own *own, const char *folder, struct errors *errors)
{
	struct dirent **names;
	struct source at = { .path = folder };
	int count = folder_list(folder, &names);
	if (count < 0)
		errors_in(errors, &at, 0, "cannot be read: %s", strerror(-count));
	if (count > OWN_MAX)
		errors_in(errors, &at, 0, "holds %d items: at most %d", count, OWN_MAX);
	for (int i = 0; i < count && own->count < OWN_MAX; i++) {
		struct own_item *item =
			own_item_read(folder_path(folder, names[i]->d_name), errors);
		if (item)
			own->items[own->count++] = item;
	}
	folder_free(names, count);
}

int own_read(const char *folder, struct own **ret)
{
	struct own *own = folder ? calloc(1, sizeof(*own)) : NULL;
	struct errors errors;
	*ret = own;
	if (!own)
		return folder ? -ENOMEM : 0;
	errors_init(&errors);
	own_read_all(own, folder, &errors);
	int r = errors.no_memory ? -ENOMEM : 0;
	if (r == 0 && errors_result(&errors) < 0)
		r = errors_move(&errors, &own->errors);
	errors_finish(&errors);
	if (r < 0)
		*ret = own_free(own);
	return r;
}

int config_check_item(const char *path, struct config_errors *errors)
{
	struct errors found;
	*errors = (struct config_errors){ .count = 0 };
	errors_init(&found);
	own_item_free(own_item_read(strdup(path), &found));
	int r = errors_result(&found);
	if (r == -EINVAL && errors_move(&found, errors) < 0)
		r = -ENOMEM;
	errors_finish(&found);
	return r;
}
