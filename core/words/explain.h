/*
 * Why the card of a reminder comes or not, as data and as sentences, for `limber explain`.
 */
#ifndef LIMBER_EXPLAIN_H
#define LIMBER_EXPLAIN_H

#include "core/words/words.h"

enum reason_code {
	REASON_OFF,     /* switched off */
	REASON_CARD_UP, /* its card is on the screen since {since} */
	REASON_COMES,   /* comes at {until}, when {amount} of sitting are full; or at its time */
	REASON_AWAY,    /* the user is away: the ledger shrinks, the time is unknown */
	REASON_STANDS,  /* the user works standing, until {until} if that is known: the ledger
			   shrinks */
	REASON_STILL,   /* the ledger is frozen: a film or a call, see `video` */
	REASON_OPEN,    /* the time is unknown: on an occasion, or outside all hours */
	REASON_SHUT,    /* cannot come: quiet covers its hours */
	REASON_DUE,     /* due since {since} */
	REASON_HELD,    /* waits: a hold */
	REASON_LAST,    /* last card {since}: {outcome} */
	REASON_CAME,    /* that card came {since}: at {moment} */
	REASON_NEVER,   /* no card yet */
	REASON_COUNT
};

struct reason {
	enum reason_code code;
	struct hold hold;      /* REASON_HELD */
	struct realtime since; /* by the code; 0: unused */
	struct realtime until;
	usec amount; /* of the ledger, of a sitting reminder that is not due */
	usec every;
	enum outcome outcome; /* REASON_LAST */
	bool opens;   /* REASON_COMES: {until} is when its hours begin, and nobody may sit till then
		       */
	bool unasked; /* REASON_LAST: an answer without a card */
	enum good_kind moment; /* REASON_CAME */
};

enum { REASONS_MAX = HOLDS_MAX + 4 };

/* The word on the bus: "comes", "held". */
const char *reason_word(enum reason_code code);

/* The reasons of a reminder, the most important first; returns their number. */
int explain(const struct plan *plan, const struct state *state, int index, struct moment now,
	    struct reason ret[REASONS_MAX]);

/* One sentence for one reason, without the reminder's name. */
void reason_say(const struct reason *reason, const struct state *state, struct realtime now,
		words_translate *translate, char out[SENTENCE_SIZE]);

#endif
