/* A child whose card has ended stays in `children` until it is reaped; a new card does not wait. */
#include "daemon/adapters/notifier.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/notifier_child.h"

#define _(text) gettext(text)
#define SERVER "org.freedesktop.Notifications"
#define BUS "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"

/* One child shows a card, the others are closing theirs: as many as `limber try` can start
 * meanwhile on a busy machine. */
enum { CHILDREN_MAX = 32 };

struct notifier {
	sd_event *event;
	sd_bus *bus;
	sd_bus_slot *owner_changes, *names_change, *names;
	bool owned, startable; /* the server runs; the bus would start it */
	bool known;            /* these two were read */
	char *helper;
	usec deadline;
	const struct notifier_events *events;
	void *user;
	uint64_t card;
	struct notifier_child *current; /* the child of `card`; NULL: no card */
	struct notifier_child *children[CHILDREN_MAX];
};

static struct notifier_child **slot_of(struct notifier *notifier,
				       const struct notifier_child *child)
{
	for (int i = 0; i < CHILDREN_MAX; i++)
		if (notifier->children[i] == child)
			return &notifier->children[i];
	return NULL;
}

/* The card is forgotten before the callback, which may show a new one. */
static void card_ended(struct notifier *notifier, bool up, const char *why)
{
	notifier->current = NULL;
	if (up)
		notifier->events->lost(notifier->user, notifier->card);
	else
		notifier->events->failed(notifier->user, notifier->card, why);
}

static void card_closed(struct notifier *notifier, const char *reason)
{
	notifier->current = NULL;
	if (strcmp(reason, "user") == 0)
		notifier->events->closed(notifier->user, notifier->card);
	else
		notifier->events->lost(notifier->user, notifier->card);
}

static void on_report(void *user, struct notifier_child *child, enum child_word word,
		      const char *text)
{
	struct notifier *notifier = user;
	switch (word) {
	case CHILD_SHOWN:
		notifier->events->shown(notifier->user, notifier->card);
		break;
	case CHILD_ACTION:
		notifier->events->action(notifier->user, notifier->card, text);
		break;
	case CHILD_CLOSED:
		card_closed(notifier, text);
		break;
	case CHILD_BROKEN:
		card_ended(notifier, notifier_child_up(child), text);
		break;
	case CHILD_GONE:
		*slot_of(notifier, child) = notifier_child_free(child);
		break;
	}
}

/* Kill the child instead of closing its card: CloseNotification would reach the next server, where
 * the id may belong to another program. */
static void server_lost(struct notifier *notifier)
{
	struct notifier_child *child = notifier->current;
	if (!child)
		return;
	notifier_child_kill(child);
	card_ended(notifier, notifier_child_up(child), _("the notification server went away"));
}

bool notifier_absent(const struct notifier *notifier)
{
	return notifier && notifier->known && !notifier->owned && !notifier->startable;
}

/* Report whether a server appeared or vanished. */
static void report_server(struct notifier *notifier, bool was_absent)
{
	bool absent = notifier_absent(notifier);
	if (was_absent && !absent)
		notifier->events->server(notifier->user);
	else if (absent && !was_absent && notifier->events->absent)
		notifier->events->absent(notifier->user);
}

static int names_take(struct notifier *notifier, sd_bus_message *reply)
{
	const char *name;
	bool found = false;
	int r = sd_bus_message_enter_container(reply, 'a', "s");
	while (r >= 0 && (r = sd_bus_message_read_basic(reply, 's', &name)) > 0)
		found |= strcmp(name, SERVER) == 0;
	if (r < 0)
		return r;
	notifier->startable = found;
	notifier->known = true;
	return 0;
}

static int on_names(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct notifier *notifier = user;
	bool was_absent = notifier_absent(notifier);
	notifier->names = sd_bus_slot_unref(notifier->names);
	if (!sd_bus_message_is_method_error(reply, NULL) && names_take(notifier, reply) >= 0)
		report_server(notifier, was_absent);
	return 0;
}

void notifier_look_again(struct notifier *notifier)
{
	if (notifier && !notifier->names)
		(void)sd_bus_call_method_async(notifier->bus, &notifier->names, BUS,
					       "ListActivatableNames", on_names, notifier, "");
}

void notifier_look(struct notifier *notifier)
{
	_cleanup_message_ sd_bus_message *owned = NULL, *names = NULL;
	int has = 0;
	if (sd_bus_call_method(notifier->bus, BUS, "NameHasOwner", NULL, &owned, "s", SERVER) < 0 ||
	    sd_bus_message_read_basic(owned, 'b', &has) < 0 ||
	    sd_bus_call_method(notifier->bus, BUS, "ListActivatableNames", NULL, &names, "") < 0)
		return;
	notifier->owned = has;
	(void)names_take(notifier, names);
}

/* A service file of a server may have been installed or removed. */
static int on_names_changed(sd_bus_message *signal, void *user, sd_bus_error *error)
{
	notifier_look_again(user);
	return 0;
}

static int on_owner_changed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct notifier *notifier = user;
	const char *name, *before, *after;
	TRY(sd_bus_message_read(message, "sss", &name, &before, &after));
	bool was_absent = notifier_absent(notifier);
	notifier->owned = *after;
	if (*before)
		server_lost(notifier);
	if (*after)
		notifier->events->server(notifier->user);
	else
		report_server(notifier, was_absent);
	return 0;
}

/* A match does not start a service. */
static int watch_server(struct notifier *notifier)
{
	TRY(sd_bus_match_signal_async(notifier->bus, &notifier->names_change, BUS,
				      "ActivatableServicesChanged", on_names_changed, NULL,
				      notifier));
	return sd_bus_add_match_async(notifier->bus, &notifier->owner_changes,
				      "type='signal',sender='org.freedesktop.DBus',"
				      "path='/org/freedesktop/DBus',"
				      "interface='org.freedesktop.DBus',"
				      "member='NameOwnerChanged',arg0='" SERVER "'",
				      on_owner_changed, NULL, notifier);
}

int notifier_new(struct notifier **ret, sd_event *event, sd_bus *bus, const char *helper,
		 const struct notifier_events *events, void *user)
{
	struct notifier *notifier = calloc(1, sizeof(*notifier));
	if (!notifier)
		return -ENOMEM;
	notifier->event = sd_event_ref(event);
	notifier->bus = sd_bus_ref(bus);
	notifier->events = events;
	notifier->user = user;
	notifier->deadline = NOTIFIER_DEADLINE;
	notifier->helper = strdup(helper);
	int r = notifier->helper ? watch_server(notifier) : -ENOMEM;
	*ret = r < 0 ? notifier_free(notifier) : notifier;
	return r < 0 ? r : 0;
}

/* All are ended before the first is waited for, so that it takes as long as the slowest. */
static void end_children(struct notifier *notifier)
{
	for (int i = 0; i < CHILDREN_MAX; i++)
		if (notifier->children[i])
			notifier_child_end(notifier->children[i]);
	int patience = CHILD_GOODBYE_AT_EXIT;
	for (int i = 0; i < CHILDREN_MAX; i++) {
		struct notifier_child *child = notifier->children[i];
		if (child && !notifier_child_wait(child, patience))
			patience = 0;
		notifier_child_free(child);
	}
}

struct notifier *notifier_free(struct notifier *notifier)
{
	if (!notifier)
		return NULL;
	end_children(notifier);
	sd_bus_slot_unref(notifier->owner_changes);
	sd_bus_slot_unref(notifier->names_change);
	sd_bus_slot_unref(notifier->names);
	sd_bus_unref(notifier->bus);
	sd_event_unref(notifier->event);
	free(notifier->helper);
	free(notifier);
	return NULL;
}

void notifier_set_deadline(struct notifier *notifier, usec deadline)
{
	notifier->deadline = deadline;
}

/* Sound Naming Specification: a message from a program that needs no answer. */
#define CARD_SOUND "message"

static void add_number(struct wire_writer *writer, const char *key, int number)
{
	char text[16];
	snprintf(text, sizeof(text), "%d", number);
	wire_add(writer, key, text);
}

static bool card_write(struct wire_writer *writer, const struct card_text *text,
		       const struct card_button buttons[])
{
	wire_begin(writer);
	wire_add(writer, "title", text->title);
	wire_add(writer, "body", text->body);
	if (text->picture[0] != '\0')
		wire_add(writer, "picture", text->picture);
	if (text->urgent)
		wire_add(writer, "urgency", "critical");
	if (text->sound)
		wire_add(writer, "sound", CARD_SOUND);
	if (text->progress >= 0)
		add_number(writer, "progress", text->progress);
	if (text->clock.length > 0)
		wire_add_clock(writer, &text->clock);
	if (text->spare > 0)
		add_number(writer, "spare", text->spare);
	for (; buttons->action; buttons++) {
		char value[256];
		snprintf(value, sizeof(value), "%s %s", buttons->action, buttons->label);
		wire_add(writer, "button", value);
	}
	return wire_end(writer);
}

int notifier_show(struct notifier *notifier, uint64_t card, const struct card_text *text,
		  const struct card_button buttons[])
{
	struct notifier_child **slot = slot_of(notifier, NULL);
	if (notifier->current || !slot)
		return -EBUSY;
	struct wire_writer message;
	if (!card_write(&message, text, buttons))
		return -EMSGSIZE;
	TRY(notifier_child_new(slot, notifier->event, notifier->helper, "limber-notify", environ,
			       &message, notifier->deadline, on_report, notifier));
	notifier->card = card;
	notifier->current = *slot;
	return 0;
}

void notifier_update(struct notifier *notifier, uint64_t card, const struct card_text *text,
		     const struct card_button buttons[])
{
	struct wire_writer message;
	if (notifier->current && notifier->card == card && card_write(&message, text, buttons))
		notifier_child_update(notifier->current, &message);
}

void notifier_close(struct notifier *notifier, uint64_t card)
{
	struct notifier_child *child = notifier->current;
	if (!child || notifier->card != card)
		return;
	notifier->current = NULL;
	notifier_child_end(child);
}
