/* The text of the welcome card: what will happen, and what to do first. */
#ifndef LIMBER_WELCOME_TEXT_H
#define LIMBER_WELCOME_TEXT_H

#include "core/words/card_text.h"

void welcome_text(const struct plan *plan, words_translate *translate, struct card_text *ret);

#endif
