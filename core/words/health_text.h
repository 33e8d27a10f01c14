/* Sentences about health and items: plain, without reproach or promise. */
#ifndef LIMBER_HEALTH_TEXT_H
#define LIMBER_HEALTH_TEXT_H

#include "core/words/words.h"

/* A fact in a few words, as after "because of": English, marked for gettext; "" for none. */
const char *fact_name(enum fact fact);

/* Why an item is not allowed now, as after "not for you now: "; "" for RULING_FOR_YOU. */
void ruling_say(const struct verdict *verdict, words_translate *translate, char out[SENTENCE_SIZE]);

/* A caution that applies, as a line on a card: the safer form, or the warning. */
void caution_say(const struct item_caution *caution, words_translate *translate,
		 char out[SENTENCE_SIZE]);

/* The sentence about when to stop, for item_has_stop(). English, marked for gettext. */
extern const char *const stop_text;

/* The note of an item and, if it has it, that sentence; "" for neither. */
enum { NOTE_SIZE = 512 };
void note_say(const struct item *item, words_translate *translate, char out[NOTE_SIZE]);

#endif
