/* Sentences about the diary. */
#ifndef LIMBER_DIARY_TEXT_H
#define LIMBER_DIARY_TEXT_H

#include "core/model/diary_sum.h"
#include "core/words/words.h"

enum { DIARY_SAID = 512 };

/* The text of a row of the diary without its moment: "left calf, 7 of 10, woke you, numb or
 * tingling"; of a score "4 of 10"; "" for nothing. */
void diary_row_say(const struct record *row, words_translate *translate, char out[DIARY_SAID]);

/* Parts of that: "left calf"; the kind, and the symptoms without DIARY_WOKE. */
void diary_place_say(const struct record *row, words_translate *translate, char out[DIARY_SAID]);
void diary_more_say(const struct record *row, words_translate *translate, char out[DIARY_SAID]);

/* Symptoms: "weak leg, numb or tingling". */
void diary_marks_say(uint32_t marks, words_translate *translate, char out[DIARY_SAID]);

/* A sentence for each reason to see somebody, and one about what to do then; returns their number.
 * None without a reason. */
enum { DIARY_REASONS = 4 };
int diary_reasons_say(const struct diary_sum *sum, words_translate *translate,
		      char out[DIARY_REASONS][DIARY_SAID]);

/* "Third night this week.", of 2 to 7; "" for others. */
const char *diary_nights_say(int nights);

#endif
