/*
 * Words for one thing, as people type them: "left|left side|left leg". They are marked for gettext
 * as one text, so that a translation has as many as its language needs.
 */
#ifndef LIMBER_SYNONYM_H
#define LIMBER_SYNONYM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/translate.h"

/*
 * Whether `length` bytes are one of the words between '|', in English or as translated. Case does
 * not count in ASCII and Latin-1, a curly apostrophe is a straight one, and a blank is a '-'.
 */
bool synonym_of(const char *text, size_t length, const char *words, words_translate *translate);

/* The same for one word, which may have '|' in it. */
bool synonym_is(const char *text, size_t length, const char *word, size_t its);

#endif
