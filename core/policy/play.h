/*
 * Plays the item of the card that is up, part by part, with an update for each part.
 *
 * While it is played, card_time does not run, and a lack of input is not an answer. At the end the
 * card asks for the outcome; after card_time it is booked done. If it ends before (the user closes
 * it, a lock, sleep, a pause, the end of limberd or the server, another card is called for, a plan
 * without it, PLAY_PAUSE_MOST) it is booked partly, or done if the play was at its end, with the
 * seconds played.
 *
 * It is played in the easier form if the user wants that, or a health fact asks for the safer form
 * of an item with easier steps; until the next card.
 */
#ifndef LIMBER_PLAY_H
#define LIMBER_PLAY_H

#include "core/policy/result.h"

/* A routine that is paused for longer is ended. */
#define PLAY_PAUSE_MOST (10 * USEC_PER_MIN)

/* The word on the bus: "start", "pause", "back", "next", "hurt", "easier", "voice". */
const char *play_key_word(enum play_key key);

/* PLAY_KEY_COUNT for another word. */
enum play_key play_key_read(const char *word);

/* The player of the card, also before it is started; empty if its item is no longer in the deck. */
void play_player(const struct plan *plan, const struct card *card, struct player *ret);

/* Whether that is the easier form. */
bool play_is_easier(const struct plan *plan, const struct card *card);

/* The position of the play at a moment. */
void play_place(const struct plan *plan, const struct card *card, struct boottime at,
		struct player_place *ret);

/* EVENT_PLAY. */
void play_press(const struct plan *plan, struct state *state, const struct event *event,
		struct result *ret);

/* Whether a new plan still has the played item; the state fits the old plan. */
bool play_goes_on(const struct plan *plan, const struct state *state);

/* Update the card at each new part, and when a health fact asks for the easier form. */
void play_turn(const struct plan *plan, struct state *state, struct moment now, struct result *ret);

/* When the next part begins by itself; false: never, or nothing is played. */
bool play_next_turn(const struct plan *plan, const struct state *state, struct moment now,
		    struct boottime *ret);

/* When a played card ends by itself. */
struct boottime play_ends(const struct plan *plan, const struct card *card);

/* The same as a moment, `now` at the latest. */
struct moment play_ended(const struct plan *plan, const struct card *card, struct moment now);

/* The outcome of a card that ends: `otherwise` unless it is played. */
enum outcome play_outcome(const struct plan *plan, const struct card *card, enum outcome otherwise,
			  struct moment now);

/* The sides played up to a moment; 0 for a card that was not played. */
uint32_t play_sides(const struct plan *plan, const struct card *card, struct moment now);

/* The whole seconds played up to a moment; 0 for a card that was not played. */
int32_t play_seconds(const struct plan *plan, const struct card *card, struct moment now);

#endif
