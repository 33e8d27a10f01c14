/* What health has to say of an item, for people. Plain words, no reproach, nothing promised. */
#ifndef LIMBER_HEALTH_TEXT_H
#define LIMBER_HEALTH_TEXT_H

#include "core/words/words.h"

/* A fact in a few words, as after "because of": "kidney disease". English, marked for gettext. */
const char *fact_name(enum fact fact);

/* Why an item is not for the user now, as after "not for you now: "; "" for RULING_FOR_YOU. */
void ruling_say(const struct verdict *verdict, words_translate *translate, char out[SENTENCE_SIZE]);

/* A caution that applies, as a line on a card: the safer form, or what to take care of. */
void caution_say(const struct item_caution *caution, words_translate *translate,
		 char out[SENTENCE_SIZE]);

/* The sentence about when to stop, for item_has_stop(). English, marked for gettext. */
extern const char *const stop_text;

/* What everyone is told with an item: its note and, where it has it, that sentence; "" for none. */
enum { NOTE_SIZE = 512 };
void note_say(const struct item *item, words_translate *translate, char out[NOTE_SIZE]);

#endif
