/* The words of the catalogue's fields: one table each for checker, generator and shells. */
#include "config/catalogue.h"
#include "core/translate.h"

const char *const item_list_words[] = { "care", "prevention", "own" };
const char *const item_kind_words[] = { "prompt", "routine", "habit", "check-in", "set-up" };
const char *const item_category_words[] = { "stretch", "strengthen", "posture", "move",
					    "hydrate", "nourish",    "recover", "relax",
					    "sleep",   "wear",       "care",    "check" };
const char *const item_evidence_words[] = { N_("good"), N_("mixed"), N_("weak"),
					    N_("custom-and-practice") };
const char *const item_rule_words[] = { "stop", "ask", "swap", "warn" };

#define WORDS(table) (sizeof(table) / sizeof((table)[0]))
_Static_assert(WORDS(item_list_words) == LIST_COUNT, "a word for each list");
_Static_assert(WORDS(item_kind_words) == KIND_COUNT, "a word for each kind");
_Static_assert(WORDS(item_category_words) == CATEGORY_COUNT, "a word for each category");
_Static_assert(WORDS(item_evidence_words) == EVIDENCE_COUNT, "a word for each evidence");
_Static_assert(WORDS(item_rule_words) == RULE_COUNT, "a word for each rule");
