/*
 * libsystemd queues up to 393,216 messages that the bus does not take yet: too many. A filter sees
 * each call before its handler does.
 */
#include "daemon/adapters/backlog.h"

#include <errno.h>
#include <libintl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#define _(text) gettext(text)

enum {
	CALLERS_MAX = 16,
	CALLS_MAX = 8,     /* of one caller under load */
	BYTES_MAX = 8192,  /* waiting to be read, some 50 calls: load */
	MESSAGES_MAX = 32, /* waiting to be sent, up to 30 KiB each: load */
	ERRORS_MAX = 1024, /* waiting to be sent: from here on no error replies either */
	NAME_BYTES = 32,   /* of a unique name; longer names count as one */
};

struct backlog {
	int count;
	struct caller {
		char name[NAME_BYTES];
		int calls;
	} callers[CALLERS_MAX];
};

/* Callers beyond CALLERS_MAX share the last entry. */
static struct caller *caller_of(struct backlog *backlog, const char *name)
{
	int i = 0;
	for (; i < backlog->count; i++)
		if (strncmp(backlog->callers[i].name, name, NAME_BYTES - 1) == 0)
			return &backlog->callers[i];
	if (i == CALLERS_MAX)
		return &backlog->callers[CALLERS_MAX - 1];
	backlog->count++;
	backlog->callers[i].calls = 0;
	strncpy(backlog->callers[i].name, name, NAME_BYTES - 1);
	return &backlog->callers[i];
}

/* Messages that wait to be sent, and bytes that wait to be read. */
struct load {
	uint64_t messages;
	int bytes;
};

static struct load load_of(sd_bus *bus)
{
	struct load load = { 0 };
	if (sd_bus_get_n_queued_write(bus, &load.messages) < 0 ||
	    ioctl(sd_bus_get_fd(bus), FIONREAD, &load.bytes) < 0)
		return (struct load){ 0 };
	return load;
}

/* 1: the message is dropped before its handler. */
static int on_message(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct backlog *backlog = user;
	const char *sender = sd_bus_message_get_sender(message);
	if (!sender || sd_bus_message_is_method_call(message, NULL, NULL) <= 0)
		return 0;
	struct load load = load_of(sd_bus_message_get_bus(message));
	if (load.messages == 0 && load.bytes == 0)
		backlog->count = 0;
	bool pressed = load.messages >= MESSAGES_MAX || load.bytes >= BYTES_MAX;
	if (!pressed || ++caller_of(backlog, sender)->calls <= CALLS_MAX)
		return 0;
	if (load.messages < ERRORS_MAX)
		(void)sd_bus_reply_method_errorf(
			message, SD_BUS_ERROR_LIMITS_EXCEEDED,
			_("Too many calls at once: wait for the answers."));
	return 1;
}

int backlog_limit(sd_bus *bus)
{
	sd_bus_slot *slot;
	struct backlog *backlog = calloc(1, sizeof(*backlog));
	if (!backlog)
		return -ENOMEM;
	int r = sd_bus_add_filter(bus, &slot, on_message, backlog);
	if (r < 0) {
		free(backlog);
		return r;
	}
	(void)sd_bus_slot_set_destroy_callback(slot, free);
	r = sd_bus_slot_set_floating(slot, true);
	sd_bus_slot_unref(slot);
	return r;
}
