/*
 * sd_bus_track keeps the list, and drops a client that leaves the bus. The number of a registration
 * only lets its client recognise it.
 */
#include "daemon/adapters/displays.h"

#include <errno.h>
#include <stdlib.h>

#include "core/base/contract.h"
#include "daemon/adapters/cleanup.h"
#include "daemon/adapters/dict.h"

struct displays {
	sd_bus *bus;
	sd_bus_track *clients;
	uint64_t last;
};

int displays_new(struct displays **ret, sd_bus *bus)
{
	struct displays *displays = calloc(1, sizeof(*displays));
	if (!displays)
		return -ENOMEM;
	int r = sd_bus_track_new(bus, &displays->clients, NULL, NULL);
	if (r < 0) {
		free(displays);
		return r;
	}
	displays->bus = sd_bus_ref(bus);
	*ret = displays;
	return 0;
}

struct displays *displays_free(struct displays *displays)
{
	if (!displays)
		return NULL;
	sd_bus_track_unref(displays->clients);
	sd_bus_unref(displays->bus);
	free(displays);
	return NULL;
}

int displays_add(struct displays *displays, const char *client, uint64_t *ret)
{
	if (displays_count(displays) >= DISPLAYS_MAX &&
	    !sd_bus_track_contains(displays->clients, client))
		return -EDQUOT;
	TRY(sd_bus_track_add_name(displays->clients, client));
	*ret = ++displays->last;
	return 0;
}

unsigned displays_count(const struct displays *displays)
{
	return displays ? sd_bus_track_count(displays->clients) : 0;
}

static int append_button(sd_bus_message *message, const struct card_button *button)
{
	TRY(sd_bus_message_open_container(message, 'r', "ss"));
	TRY(sd_bus_message_append_basic(message, 's', button->action));
	TRY(text_append(message, button->label));
	return sd_bus_message_close_container(message);
}

static int append_buttons(sd_bus_message *message, const struct card_content *content)
{
	TRY(dict_open(message, "Buttons", "a(ss)"));
	TRY(sd_bus_message_open_container(message, 'a', "(ss)"));
	for (const struct card_button *button = content->buttons; button->action; button++)
		TRY(append_button(message, button));
	TRY(sd_bus_message_close_container(message));
	return dict_close(message);
}

int card_content_append(sd_bus_message *message, uint64_t card, const struct card_content *content)
{
	TRY(sd_bus_message_open_container(message, 'a', "{sv}"));
	if (card != 0)
		TRY(dict_usec(message, "Card", card));
	TRY(dict_string(message, "Reminder", content->reminder));
	TRY(dict_string(message, "Item", content->item));
	TRY(dict_string(message, "Title", content->text.title));
	TRY(dict_string(message, "Body", content->text.body));
	TRY(dict_moment(message, "Shown", content->shown));
	TRY(dict_moment(message, "Until", content->until));
	TRY(append_buttons(message, content));
	if (content->text.urgent)
		TRY(dict_bool(message, "Urgent", true));
	if (content->text.progress >= 0)
		TRY(dict_number(message, "Progress", (uint32_t)content->text.progress));
	return sd_bus_message_close_container(message);
}

/* Send CardShown or CardChanged with a content, CardClosed with an outcome. */
static int send_to(struct displays *displays, const char *client, const char *member, uint64_t card,
		   const struct card_content *content, const char *outcome)
{
	_cleanup_message_ sd_bus_message *message = NULL;
	TRY(sd_bus_message_new_signal(displays->bus, &message, LIMBER_PATH, LIMBER_MANAGER,
				      member));
	TRY(sd_bus_message_append_basic(message, 't', &card));
	TRY(content ? card_content_append(message, 0, content)
		    : sd_bus_message_append_basic(message, 's', outcome));
	return sd_bus_send_to(displays->bus, message, client, NULL);
}

static void send_to_all(struct displays *displays, const char *member, uint64_t card,
			const struct card_content *content, const char *outcome)
{
	if (!displays)
		return;
	for (const char *name = sd_bus_track_first(displays->clients); name;
	     name = sd_bus_track_next(displays->clients))
		(void)send_to(displays, name, member, card, content, outcome);
}

void displays_show(struct displays *displays, const char *client, uint64_t card,
		   const struct card_content *content)
{
	if (displays && client)
		(void)send_to(displays, client, "CardShown", card, content, NULL);
	else
		send_to_all(displays, "CardShown", card, content, NULL);
}

void displays_change(struct displays *displays, uint64_t card, const struct card_content *content)
{
	send_to_all(displays, "CardChanged", card, content, NULL);
}

void displays_close(struct displays *displays, uint64_t card, const char *outcome)
{
	send_to_all(displays, "CardClosed", card, NULL, outcome);
}
