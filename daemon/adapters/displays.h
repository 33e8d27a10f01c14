/* Displays that are bus clients (limber watch, bars): each gets the cards by unicast signals. */
#ifndef LIMBER_DISPLAYS_H
#define LIMBER_DISPLAYS_H

#include <systemd/sd-bus.h>

#include "core/words/card_button.h"
#include "core/words/card_text.h"

struct displays;

/* What a display gets of a card. */
struct card_content {
	const char *reminder, *item;
	struct card_text text;
	struct card_button buttons[BUTTONS_MAX + 1]; /* ended by one without an action */
	struct realtime shown, until;                /* 0: not known yet */
};

int displays_new(struct displays **ret, sd_bus *bus);
struct displays *displays_free(struct displays *displays); /* NULL */

/* Register a client by its unique name; *ret is the number of the registration. Repeating it is
 * harmless. -EDQUOT: there are DISPLAYS_MAX others. */
enum { DISPLAYS_MAX = 64 };
int displays_add(struct displays *displays, const char *client, uint64_t *ret);

/* 0 for NULL. */
unsigned displays_count(const struct displays *displays);

/* Send CardShown to one client, or to all (NULL); CardChanged and CardClosed to all. A failure
 * loses one message. Does nothing where `displays` is NULL. */
void displays_show(struct displays *displays, const char *client, uint64_t card,
		   const struct card_content *content);
void displays_change(struct displays *displays, uint64_t card, const struct card_content *content);
void displays_close(struct displays *displays, uint64_t card, const char *outcome);

/* Append the a{sv} of a card, with its id as Card unless that is 0. */
int card_content_append(sd_bus_message *message, uint64_t card, const struct card_content *content);

#endif
