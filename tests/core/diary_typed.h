/* Rows of what is typed into the diary, and what is read of it. */
#ifndef LIMBER_DIARY_TYPED_H
#define LIMBER_DIARY_TYPED_H

#include <stdio.h>
#include <string.h>

#include "core/model/diary_read.h"
#include "core/words/diary_text.h"
#include "tests/rows.h"

enum { WORDS_MAX = 24, TEXT_MAX = 600 };

/* Splits a text at its blanks. */
static inline bool parse(const char *text, words_translate *translate, struct diary_entry *entry,
			 struct diary_fault *fault)
{
	static char copy[TEXT_MAX];
	const char *words[WORDS_MAX];
	int count = 0;
	snprintf(copy, sizeof(copy), "%s", text);
	for (char *word = strtok(copy, " "); word && count < WORDS_MAX; word = strtok(NULL, " "))
		words[count++] = word;
	return diary_read(words, count, translate, entry, fault);
}

/* "22:00|left calf, 7 of 10": the time as ago_print() has it, and what the row says. */
static inline const char *entry_say(const struct diary_entry *entry)
{
	static char out[AGO_SIZE + DIARY_SAID];
	char when[AGO_SIZE], what[DIARY_SAID];
	struct record row = { .kind = RECORD_CRAMP,
			      .sides = entry->sides,
			      .marks = entry->marks,
			      .amount = entry->strength };
	if (entry->place)
		snprintf(row.item, sizeof(row.item), "%s", entry->place->id);
	ago_print(&entry->when, when);
	diary_row_say(&row, NULL, what);
	snprintf(out, sizeof(out), "%s|%s", when, what);
	return out;
}

#define NOW "now|"

/* What is typed, and its row. */
struct typed {
	const char *text, *entry;
};

static inline void typed_check(void **state, const struct typed cases[], size_t count,
			       words_translate *translate)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < count; i++) {
		struct diary_entry entry = { 0 };
		struct diary_fault fault;
		bool read = parse(cases[i].text, translate, &entry, &fault);
		row_check(&rows, read && strcmp(entry_say(&entry), cases[i].entry) == 0,
			  "\"%s\": %s%s, %d", cases[i].text,
			  read ? "" : "not read: ", read ? entry_say(&entry) : fault.word,
			  (int)fault.error);
	}
	rows_end(&rows);
}

#endif
