/* The words of the catalogue's fields. */
#include "config/catalogue.h"
#include "core/base/translate.h"

const char *const item_list_words[] = { N_("care"), N_("prevention"), N_("own") };
const char *const item_kind_words[] = { N_("prompt"), N_("routine"), N_("habit"), N_("check-in"),
					N_("set-up") };
/* "sleep" is translated as "for sleep": that of a machine is a different word in some languages. */
const char *const item_category_words[] = {
	N_("stretch"), N_("strengthen"), N_("posture"), N_("move"), N_("hydrate"), N_("nourish"),
	N_("recover"), N_("relax"),      "sleep",       N_("wear"), N_("care"),    N_("check"),
};
const char *const item_evidence_words[] = { N_("good"), N_("mixed"), N_("weak"),
					    N_("custom-and-practice") };
const char *const item_rule_words[] = { "stop", "ask", "swap", "warn" };

#define WORDS(table) (sizeof(table) / sizeof((table)[0]))
_Static_assert(WORDS(item_list_words) == LIST_COUNT, "a word for each list");
_Static_assert(WORDS(item_kind_words) == KIND_COUNT, "a word for each kind");
_Static_assert(WORDS(item_category_words) == CATEGORY_COUNT, "a word for each category");
_Static_assert(WORDS(item_evidence_words) == EVIDENCE_COUNT, "a word for each evidence");
_Static_assert(WORDS(item_rule_words) == RULE_COUNT, "a word for each rule");
