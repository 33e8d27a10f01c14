/* A card in a terminal. */
#ifndef LIMBER_CLI_CARD_H
#define LIMBER_CLI_CARD_H

#include <stdbool.h>

#include "cli/status.h"

/* What a key answers: a button's action, and its outcome in Manager.Answer. */
struct card_key {
	char key;
	const char *action, *outcome;
};

/* NULL for a key or an action that answers nothing. */
const struct card_key *card_key(char key);

/* keys: whether they are read here; else the commands are named. now: as on the bus. */
void card_print(FILE *out, const struct style *style, const struct status_card *card, bool keys,
		uint64_t now);

/* outcome: the word on the bus, "" when the card stays due. */
void card_print_closed(FILE *out, const char *title, const char *outcome, uint64_t now);

#endif
