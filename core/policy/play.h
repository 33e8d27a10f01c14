/*
 * The card that is up, as its item is played on it: one part after the other, an update a part.
 *
 * While it is played, card_time does not run and being away from the keys is no answer, for the
 * user is up and at it. At the end the card asks how it went, and without a word for card_time
 * it is booked done. What ends it before (the user closes it, the screen is locked, the machine
 * sleeps, cards are paused, limberd or the server goes, another card is called for, a plan comes
 * without it, a pause longer than PLAY_PAUSE_MOST) is booked partly, or done where it had come to
 * its end. Each with the seconds really played.
 *
 * It is played in its easier form where the user wants that, and wherever a health fact asks for
 * the safer form of an item that has easier steps; from there nothing leads back but the next card.
 */
#ifndef LIMBER_PLAY_H
#define LIMBER_PLAY_H

#include "core/policy/result.h"

/* So long a routine waits, paused, before it is taken for stopped. */
#define PLAY_PAUSE_MOST (10 * USEC_PER_MIN)

/* The word on the bus: "start", "pause", "back", "next", "hurt", "easier". */
const char *play_key_word(enum play_key key);

/* PLAY_KEY_COUNT for a word that is none. */
enum play_key play_key_read(const char *word);

/* What the card plays, or would; nothing where its item went from the deck. */
void play_player(const struct plan *plan, const struct card *card, struct player *ret);

/* Whether that is the easier form; not where an own item has lost it since. */
bool play_is_easier(const struct plan *plan, const struct card *card);

/* Where the card's play was at a moment. */
void play_place(const struct plan *plan, const struct card *card, struct boottime at,
		struct player_place *ret);

/* EVENT_PLAY. */
void play_press(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret);

/* Whether a new plan still has what is played; the state fits the old one. */
bool play_goes_on(const struct plan *plan, const struct state *state);

/* Tell the displays when another part is on, or health asks for the easier form from now on. */
void play_turn(const struct plan *plan, struct state *state, struct moment now, struct result *ret);

/* When that will be, of itself; false: never, or nothing is played. */
bool play_next_turn(const struct plan *plan, const struct state *state, struct moment now,
		    struct boottime *ret);

/* When a played card goes by itself. */
struct boottime play_ends(const struct plan *plan, const struct card *card);

/* The same as a moment: `now` where that is still to come. */
struct moment play_ended(const struct plan *plan, const struct card *card, struct moment now);

/* What a card that goes is booked as: `otherwise` unless it is played. */
enum outcome play_outcome(const struct plan *plan, const struct card *card, enum outcome otherwise,
			  struct moment now);

/* Whole seconds really played up to a moment, 0 for a card that was not. */
int32_t play_seconds(const struct plan *plan, const struct card *card, struct moment now);

#endif
