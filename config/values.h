/*
 * Values of settings, checked: a reader returns true with *ret set, or false with an error line
 * and *ret untouched. Strings are those of the tree, and live as long.
 */
#ifndef LIMBER_VALUES_H
#define LIMBER_VALUES_H

#include "config/errors.h"
#include "core/base/moment.h"

/* One paragraph: valid UTF-8 without control characters, of `least` to `most` characters. */
bool value_text(const config_setting_t *setting, size_t least, size_t most, struct errors *errors,
		const char **ret);

bool value_bool(const config_setting_t *setting, struct errors *errors, bool *ret);
bool value_integer(const config_setting_t *setting, int least, int most, struct errors *errors,
		   int *ret);
bool value_length(const config_setting_t *setting, usec least, usec most, struct errors *errors,
		  usec *ret);

/* One of a NULL-ended or counted table of words: its index. `what`: "kind", marked for
 * gettext, for the message. */
bool value_word(const config_setting_t *setting, const char *const words[], size_t count,
		const char *what, struct errors *errors, int *ret);

/*
 * A list of strings, or one string for a list of one: its elements, in `elements`, and how many;
 * -1 with error lines when it is neither, when an element is no string, or when there are more
 * than `most`.
 */
int value_list(const config_setting_t *setting, int most, struct errors *errors,
	       const config_setting_t *elements[]);

/* "; the nearest is \"every\"", or "; there are every, at, …", to end a message with. */
struct hint {
	char text[800];
};
struct hint hint_words(const char *word, const char *const words[], size_t count);

/* The index of a text in a NULL-ended table of words, -1 for none. */
int word_index(const char *text, const char *const words[]);

/* The number of words before the NULL. */
size_t words_count(const char *const words[]);

#endif
