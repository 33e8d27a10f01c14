/* Any bytes as an event: never a crash, and what is read prints to a text that reads the same. */
#include <stdlib.h>
#include <string.h>

#include "core/codec/event_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct reminder reminders[] = { { .name = "desk", .enabled = true },
					     { .name = "water", .enabled = true } };
static const struct plan plan = { .reminders = reminders, .count = 2 };
static const struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };

static void check(const char *text, const struct event_place *place)
{
	struct event_read read, again;
	char printed[EVENT_TEXT_SIZE], second[EVENT_TEXT_SIZE];
	if (event_read(text, place, &read) != EVENT_TEXT_OK)
		return;
	read.event.zone = read.event.kind == EVENT_ZONE ? &zone : read.event.zone;
	event_print(&read.event, place->plan, printed);
	if (event_read(printed, place, &again) != EVENT_TEXT_OK)
		abort();
	again.event.zone = again.event.kind == EVENT_ZONE ? &zone : again.event.zone;
	event_print(&again.event, place->plan, second);
	if (strcmp(printed, second) != 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct event_place place = {
		&plan, &zone, { { USEC_PER_DAY }, { INT64_C(1795438800) * USEC_PER_SEC } }
	};
	char *text = malloc(size + 1);
	if (!text)
		return 0;
	memcpy(text, bytes, size);
	text[size] = '\0';
	check(text, &place);
	free(text);
	return 0;
}
