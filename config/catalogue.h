/*
 * The built-in catalogue: a const table made from config/catalogue/ at build time, in the order
 * of the lists (care 1, 2, …, prevention 1, 2, …).
 */
#ifndef LIMBER_CATALOGUE_H
#define LIMBER_CATALOGUE_H

#include <stddef.h>

#include "core/model/item.h"

extern const struct item catalogue_items[];
extern const size_t catalogue_count;

/* Return the built-in item with this id; NULL if there is none. */
const struct item *catalogue_find(const char *id);

/* The words of the fields, in the order of their enums; for the parser and the compiler. */
extern const char *const item_list_words[LIST_COUNT];
extern const char *const item_kind_words[KIND_COUNT];
extern const char *const item_category_words[CATEGORY_COUNT];
extern const char *const item_evidence_words[EVIDENCE_COUNT];
extern const char *const item_rule_words[RULE_COUNT];

#endif
