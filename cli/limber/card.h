/* A card in a terminal. */
#ifndef LIMBER_CLI_CARD_H
#define LIMBER_CLI_CARD_H

#include <stdbool.h>

#include "cli/shared/status.h"

/* A key, the action of its button, and the call of the manager for it. */
struct card_key {
	char key;
	const char *action;
	/* Answer with an outcome, Play with what is to be done, or Another */
	const char *method, *word;
	const char *command; /* the same from a shell */
};

enum { CARD_KEYS_MAX = STATUS_BUTTONS_MAX + 1 };

/* The keys of the buttons of a card, and skip; NULL after the last one. */
void card_keys_of(const struct status_buttons *buttons, const struct card_key *ret[CARD_KEYS_MAX]);

/* The key that was pressed, NULL for none. */
const struct card_key *card_key(const struct card_key *const keys[CARD_KEYS_MAX], char pressed);

/* keys: whether keys are read; else the commands are printed. now: as on the bus. */
void card_print(FILE *out, const struct style *style, const struct status_card *card, bool keys,
		uint64_t now);

/* outcome: the word on the bus, "" when the card stays due. */
void card_print_closed(FILE *out, const char *title, const char *outcome, uint64_t now);

#endif
