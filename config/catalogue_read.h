/*
 * Parse a libconfig group into a checked item. The built-in items are parsed at build time, from
 * config/catalogue/.
 *
 *   id             the item's name, [a-z][a-z0-9-]{0,31}
 *   list, number   "care" or "prevention", and its place there
 *   category       "stretch", "strengthen", "posture", "move", "hydrate", "nourish", "recover",
 *                  "relax", "sleep", "wear", "care", "check"
 *   kind           "prompt", "routine", "habit", "check-in", "set-up"
 *   title          what to do, the title of the card; at most 40 characters
 *   cue            one imperative sentence or two; at most 80 characters
 *   steps          a list of groups: text; title, the step in short, at most 40 characters, 32
 *                  where both_sides puts a side before it (none); time of one repetition ("20s",
 *                  none by default); times (1); both_sides (false)
 *   easier         steps of an easier form; optional. It is played where a caution is "swap", so
 *                  it must be the safer form which that caution names
 *   note           a caution for everyone, shown on the card; optional
 *   cautions       a group, health fact = rule: "stop" hides the item, "ask" hides it until a
 *                  clinician agreed, [ "swap", "the safer form" ], [ "warn", "why" ] or "warn";
 *                  optional
 *   evidence       "good", "mixed", "weak", "custom-and-practice", for any useful outcome;
 *   evidence_note  which outcome that is
 *   source         who, when, what; where to find it
 *   kinds, causes  lists of what it is for; "*" after acute, chronic, referred,
 *                  nerve-impingement or spinal: only once that was checked (acute: after 72 h);
 *                  "~" after any: claimed but not supported, never chosen for it
 *   not_for        a list of the kinds of cramp that stop the item; optional
 *   acts           what it does to the body, a list of "exercise", "heat", "cold", "pressure";
 *                  optional (none)
 *   before_setup   true: may be shown before the health questions are answered (false)
 *   opt_in         true: offered, never chosen by Limber (false)
 */
#ifndef LIMBER_CATALOGUE_READ_H
#define LIMBER_CATALOGUE_READ_H

#include "config/catalogue.h"
#include "config/errors.h"
#include "core/base/limits.h"

/* An item and its lists. The item points into the lists, so do not copy or move the struct. Strings
 * are borrowed from the libconfig tree. */
struct item_draft {
	struct item item;
	struct item_step steps[ITEM_STEPS_MAX], easier[ITEM_STEPS_MAX];
	struct item_caution cautions[FACT_COUNT];
};

/* Parse an item. True if it is valid; otherwise each fault is an error line. item_read_own()
 * accepts an item without list, number, evidence, source, kinds and causes. */
bool item_read_own(const config_setting_t *group, struct item_draft *ret, struct errors *errors);
bool item_read(const config_setting_t *group, struct item_draft *ret, struct errors *errors);

#endif
