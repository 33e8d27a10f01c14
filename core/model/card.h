/* The card that is up, and which reminders are on it. */
#ifndef LIMBER_MODEL_CARD_H
#define LIMBER_MODEL_CARD_H

#include "core/model/state.h"

/* The reminders on the card: its own, those merged into it, riders; their number. */
int card_reminders(const struct card *card, int ret[CARD_MAX]);

/* Whether a reminder is on the card that is up, riders included; without riders. */
bool card_has(const struct state *state, int index);
bool card_answers(const struct state *state, int index);

/* Settings of the plan that its reminders may have for themselves: it is discreet, or may make a
 * sound, where one of them is; the picture is the main reminder's. */
bool card_discreet(const struct plan *plan, const struct card *card);
bool card_sounds(const struct plan *plan, const struct card *card);
enum pictures card_pictures(const struct plan *plan, const struct card *card);

/* The delay of the next try to show a card after `tries` failures, 1 or more. */
usec card_retry(unsigned tries);

/* Whether a card is up under this id. */
bool card_is(const struct state *state, uint64_t id);

/* Whether a request names the card that is up: by id; with id 0, by a reminder on it or by
 * REMINDER_ANY. */
bool card_is_meant(const struct state *state, uint64_t id, int index);

#endif
