/*
 * Displays that are bus clients (limber watch, bars): cards go to each of them unicast. One that
 * leaves the bus is forgotten and takes nothing with it.
 */
#ifndef LIMBER_DISPLAYS_H
#define LIMBER_DISPLAYS_H

#include <systemd/sd-bus.h>

#include "core/words/card_text.h"

struct displays;

/* A card as a display gets it. */
struct card_content {
	const char *reminder, *item;
	struct card_text text;
	const char *actions[BUTTONS_MAX];
	char labels[BUTTONS_MAX][BUTTON_SIZE];
	struct realtime shown, until; /* 0: not known yet */
};

int displays_new(struct displays **ret, sd_bus *bus);
struct displays *displays_free(struct displays *displays); /* NULL */

/* A client by its unique name; again is harmless. *ret is its number. -EDQUOT: there are
 * DISPLAYS_MAX others. */
enum { DISPLAYS_MAX = 64 };
int displays_add(struct displays *displays, const char *client, uint64_t *ret);

/* 0 for NULL. */
unsigned displays_count(const struct displays *displays);

/* CardShown to one client, or to all (NULL); CardChanged and CardClosed to all. Failures lose one
 * message. */
void displays_show(struct displays *displays, const char *client, uint64_t card,
		   const struct card_content *content);
void displays_change(struct displays *displays, uint64_t card, const struct card_content *content);
void displays_close(struct displays *displays, uint64_t card, const char *outcome);

/* Append a card's a{sv} to a message; with its id as Card, unless that is 0. */
int card_content_append(sd_bus_message *message, uint64_t card, const struct card_content *content);

#endif
