/*
 * Any bytes as the text of a state: never a crash, a bad text changes nothing, and what a good
 * one makes prints to a text that reads back to the same print. The bytes up to the first NUL are
 * a reminder's part, the rest is the whole.
 */
#include <stdlib.h>
#include <string.h>

#include "core/codec/state_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void need(bool good)
{
	if (!good)
		abort();
}

static bool bytes_same(const void *a, const void *b, size_t size)
{
	return memcmp(a, b, size) == 0;
}

static void state_check(const struct state *state)
{
	static struct state again;
	char printed[STATE_TEXT_SIZE], second[STATE_TEXT_SIZE];
	memset(&again, 0, sizeof(again));
	for (int i = 0; i < state->count; i++) {
		const char *name = state->reminders[i].name;
		state_print_reminder(&state->reminders[i], printed);
		need(state_read_reminder(&again, name, printed));
		state_print_reminder(&again.reminders[i], second);
		need(strcmp(printed, second) == 0);
	}
	state_print(state, printed);
	need(state_read(&again, printed));
	state_print(&again, second);
	need(strcmp(printed, second) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static struct state state, before;
	char *reminder = malloc(size + 1);
	if (!reminder)
		return 0;
	memcpy(reminder, bytes, size);
	reminder[size] = '\0';
	size_t length = strlen(reminder);
	const char *whole = reminder + (length < size ? length + 1 : length);
	memset(&state, 0, sizeof(state));
	before = state;
	if (!state_read_reminder(&state, "desk", reminder))
		need(bytes_same(&state, &before, sizeof(state)));
	before = state;
	if (!state_read(&state, whole))
		need(bytes_same(&state, &before, sizeof(state)));
	state_check(&state);
	free(reminder);
	return 0;
}
