/*
 * A libconfig group -> a checked item: the built-in ones at build time, in config/catalogue/.
 *
 *   id             the item's name, [a-z][a-z0-9-]{0,31}
 *   list, number   "care" or "prevention", and its place there
 *   category       "stretch", "strengthen", "posture", "move", "hydrate", "nourish", "recover",
 *                  "relax", "sleep", "wear", "care", "check"
 *   kind           "prompt", "routine", "habit", "check-in", "set-up"
 *   title          the deed, a card's title; at most 40 characters
 *   cue            one imperative sentence or two; at most 80 characters
 *   steps          a list of groups: text; time of one repetition ("20s", none by default);
 *                  times (1); both_sides (false)
 *   easier         the same, of an easier form; may be left out. It is what is played where a
 *                  caution says "swap", so it must be that safer form
 *   note           a caution for everyone, shown on the card; may be left out
 *   cautions       a group, health fact = rule: "stop" hides the item, "ask" too until a clinician
 *                  agreed, [ "swap", "the safer form" ], [ "warn", "why" ] or "warn"; may be
 *                  left out
 *   evidence       "good", "mixed", "weak", "custom-and-practice", for any useful outcome;
 *   evidence_note  says for which
 *   source         who, when, what; where to find it
 *   kinds, causes  lists of what it is for; "*" behind acute, chronic, referred,
 *                  nerve-impingement and spinal: only once that was checked (acute: after
 *                  72 h); "~" behind any: claimed and not supported, never picked for it
 *   not_for        a list of the kinds of cramp that stop the item; may be left out
 *   acts           what it does to the body, a list of "exercise", "heat", "cold", "pressure"; may
 *                  be left out for what does none of it
 *   before_setup   true: may be dealt before the health questions are answered (false)
 *   opt_in         true: offered, never picked for anyone (false)
 */
#ifndef LIMBER_CATALOGUE_READ_H
#define LIMBER_CATALOGUE_READ_H

#include "config/catalogue.h"
#include "config/errors.h"
#include "core/base/limits.h"

/* An item and its lists; they point to each other, so it must not be moved. The strings are
 * the tree's, and live as long. */
struct item_draft {
	struct item item;
	struct item_step steps[ITEM_STEPS_MAX], easier[ITEM_STEPS_MAX];
	struct item_caution cautions[FACT_COUNT];
};

/* True when it is good. Otherwise each fault is an error line. One of the user's own may leave out
 * what only the catalogue has to say: list, number, evidence, source, kinds and causes. */
bool item_read_own(const config_setting_t *group, struct item_draft *ret, struct errors *errors);
bool item_read(const config_setting_t *group, struct item_draft *ret, struct errors *errors);

#endif
