/*
 * Texts of holds, schedules and answers: English patterns with named places such as "{until}",
 * marked N_() for gettext. The shell passes its translator and gets the filled sentence; replies on
 * D-Bus have code, arguments and that sentence.
 */
#ifndef LIMBER_WORDS_H
#define LIMBER_WORDS_H

#include "core/base/translate.h"
#include "core/policy/hold.h"
#include "core/policy/rules.h"

/*
 * Fill a pattern, truncated between characters to size-1 bytes and a NUL. After the pattern come
 * names and their values, ended by a NULL name: "{name}" becomes the value. A place without a name
 * stays as it is. Returns the length.
 */
__attribute__((sentinel)) size_t words_fill(char *out, size_t size, const char *pattern, ...);

enum { SENTENCE_SIZE = 256, WHEN_SIZE = 48 };

/*
 * A moment for people, seen from `now`: "14:18" today, "tomorrow 09:00", "Mon 7 Dec 12:15"
 * within a year, else "7 Dec 2027"; "…" for REALTIME_OPEN.
 */
void words_when(struct realtime when, const struct zone *zone, struct realtime now,
		words_translate *translate, char out[WHEN_SIZE]);

/* A number of tenths, from 0 on: "2.7", or as the language writes it, "2,7". */
enum { TENTHS_SIZE = 24 };
void words_tenths(int64_t tenths, words_translate *translate, char out[TENTHS_SIZE]);

/* "Jan" of 1 to "Dec" of 12, marked. */
const char *month_short(int month);

/* The sentence of a hold: "paused until 15:30", "the screen is locked". */
void words_hold(const struct hold *hold, const struct state *state, struct realtime now,
		words_translate *translate, char out[SENTENCE_SIZE]);

/* The schedule of a reminder: "every 50 min of sitting", "Mon..Fri 12:30", "every day 21:30". */
void words_schedule(const struct plan *plan, const struct state *state, int index,
		    words_translate *translate, char out[SENTENCE_SIZE]);

/* Why a request was refused, as a sentence; "" for ANSWER_OK. */
const char *words_answer(enum answer answer);

/* The request that was undone: "the answer", "the snooze"; "" for none. */
const char *words_undone(enum undo_kind undone);

#endif
