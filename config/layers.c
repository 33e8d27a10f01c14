/*
 * Folders are listed again at each load, because users add and remove files. A missing file is a
 * layer without text, so that layer numbers do not depend on it.
 */
#include "config/layers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/folder.h"

static void stack_init(struct stack *stack)
{
	stack->count = 0;
	stack->bytes = 0;
}

void stack_finish(struct stack *stack)
{
	for (int i = 0; i < stack->count; i++) {
		source_finish(&stack->sources[i]);
		free(stack->paths[i]);
	}
	stack_init(stack);
}

/* Add a source without text; takes ownership of `path`. NULL: out of memory. */
static struct source *stack_add(struct stack *stack, char *path)
{
	if (!path)
		return NULL;
	int layer = stack->count++;
	stack->paths[layer] = path;
	source_init(&stack->sources[layer], path, layer);
	return &stack->sources[layer];
}

int stack_add_text(struct stack *stack, const char *path, const char *text, size_t length)
{
	struct source *source = stack_add(stack, strdup(path));
	return source ? source_set_text(source, text, length) : -ENOMEM;
}

static int stack_add_file(struct stack *stack, char *path, struct errors *errors)
{
	struct source *source = stack_add(stack, path);
	const char *slash = source ? strrchr(path, '/') : NULL;
	int r = source ? source_read(source, errors) : -ENOMEM;
	if (source)
		source->by_hand = strcmp(slash ? slash + 1 : path, CHANGE_FILE) != 0;
	if (r < 0)
		return r == -ENOENT ? 0 : r;
	stack->bytes += source->length;
	if (source->length > 0 && stack->bytes > CONFIG_ALL_MAX) {
		errors_in(errors, source, 0, "is left out: with it all files are over 4 MiB");
		source_empty(source);
	}
	return 0;
}

/* Add a layer that is not written yet. */
static int stack_add_swap(struct stack *stack, char *path, const char *text)
{
	struct source *source = stack_add(stack, path);
	if (!source)
		return -ENOMEM;
	source->unwritten = true;
	return text ? source_set_text(source, text, strlen(text)) : 0;
}

static int folder_add(struct stack *stack, const char *folder, const char *name,
		      const struct layer_swap *swap, struct errors *errors)
{
	char *path = folder_path(folder, name);
	if (swap && strcmp(name, CHANGE_FILE) == 0)
		return stack_add_swap(stack, path, swap->text);
	return stack_add_file(stack, path, errors);
}

/* Add the files sorted by name; if `swap`, CHANGE_FILE at its place even if it does not exist. */
static int folder_add_all(struct stack *stack, const char *folder, struct dirent **names, int count,
			  const struct layer_swap *swap, struct errors *errors)
{
	bool pending = swap;
	for (int i = 0; names && i < count; i++) {
		int order = strcmp(names[i]->d_name, CHANGE_FILE);
		int r = 0;
		if (pending && order > 0)
			r = folder_add(stack, folder, CHANGE_FILE, swap, errors);
		if (order >= 0)
			pending = false;
		if (r == 0)
			r = folder_add(stack, folder, names[i]->d_name, swap, errors);
		if (r < 0)
			return r;
	}
	return pending ? folder_add(stack, folder, CHANGE_FILE, swap, errors) : 0;
}

static int stack_read_folder(struct stack *stack, const char *folder, const struct layer_swap *swap,
			     struct errors *errors)
{
	/* Leave room for CHANGE_FILE, the runtime layer and LAYER_CAREFUL. */
	int room = CONFIG_LAYERS_MAX - stack->count - 3;
	struct source at = { .path = folder, .layer = stack->count };
	struct dirent **names;
	int r, count = folder_list(folder, &names);
	if (count == -ENOMEM)
		return count;
	if (count < 0)
		errors_in(errors, &at, 0, "cannot be read: %s", strerror(-count));
	if (count > room)
		errors_in(errors, &at, 0, "holds %d files *.conf: at most %d", count, room);
	r = folder_add_all(stack, folder, names, count < 0 || count > room ? 0 : count, swap,
			   errors);
	folder_free(names, count);
	return r;
}

static int stack_read_runtime(struct stack *stack, const char *text, const struct layer_swap *swap)
{
	if (swap)
		return stack_add_swap(stack, strdup(LAYER_RUNTIME), swap->text);
	return text ? stack_add_text(stack, LAYER_RUNTIME, text, strlen(text)) : 0;
}

int stack_require_setup(struct stack *stack)
{
	static const char text[] = "setup_done = false;";
	if (strcmp(stack->paths[stack->count - 1], LAYER_CAREFUL) == 0)
		return 0;
	int r = stack_add_text(stack, LAYER_CAREFUL, text, sizeof(text) - 1);
	if (r == 0)
		stack->sources[stack->count - 1].built_in = true;
	return r;
}

/* Add layer 0, the default, and an empty layer for each kind of cramp. */
static int stack_add_built_in(struct stack *stack)
{
	int r = stack_add_text(stack, LAYER_BUILT_IN, config_default_text,
			       strlen(config_default_text));
	for (int i = 0; i < CRAMP_COUNT && r == 0; i++) {
		char *path;
		if (asprintf(&path, LAYER_KIND, item_cramp_kinds[i]) < 0)
			return -ENOMEM;
		r = stack_add(stack, path) ? 0 : -ENOMEM;
	}
	for (int i = 0; i < stack->count; i++)
		stack->sources[i].built_in = true;
	return r;
}

int stack_set_kinds(struct stack *stack, uint32_t kinds)
{
	int r = 0;
	for (int i = 0; i < CRAMP_COUNT && r == 0; i++) {
		struct source *source = &stack->sources[1 + i];
		bool on = kinds & UINT32_C(1) << i;
		if (on && !source->text)
			r = source_set_text(source, config_kind_texts[i],
					    strlen(config_kind_texts[i]));
		if (!on)
			source_empty(source);
	}
	return r;
}

bool kinds_define(const char *reminder)
{
	char group[NAME_SIZE + 8];
	snprintf(group, sizeof(group), "\n  %.32s : {", reminder);
	for (int i = 0; i < CRAMP_COUNT; i++)
		if (strstr(config_kind_texts[i], group))
			return true;
	return false;
}

int stack_read(struct stack *stack, const struct config_layers *layers,
	       const struct layer_swap *swap, struct errors *errors)
{
	const struct layer_swap *file = swap && !swap->runtime ? swap : NULL;
	const struct layer_swap *runtime = swap && swap->runtime ? swap : NULL;
	int r = stack_add_built_in(stack);
	if (r < 0 || !layers)
		return r;
	if (layers->system)
		r = stack_add_file(stack, strdup(layers->system), errors);
	if (r == 0 && layers->user)
		r = stack_add_file(stack, strdup(layers->user), errors);
	if (r == 0 && layers->folder)
		r = stack_read_folder(stack, layers->folder, file, errors);
	if (r == 0)
		r = stack_read_runtime(stack, layers->runtime, runtime);
	if (r == 0 && layers->careful)
		r = stack_require_setup(stack);
	return r;
}

static void folder_ignored_files(const char *folder, struct config_errors *ret)
{
	struct dirent **names;
	int count = folder ? folder_list_ignored(folder, &names) : 0;
	for (int i = 0; i < count; i++) {
		char *line;
		if (asprintf(&line,
			     _("%s/%s: is not read: it looks like a copy that a program left"),
			     folder, names[i]->d_name) < 0)
			continue;
		config_errors_add(ret, line);
		free(line);
	}
	if (folder)
		folder_free(names, count);
}

void config_ignored_files(const struct config_layers *layers, struct config_errors *ret)
{
	folder_ignored_files(layers->folder, ret);
	folder_ignored_files(layers->catalogue, ret);
}
