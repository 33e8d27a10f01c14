/*
 * Parse values of settings. Each function returns true with *ret set, or false with an error line
 * and *ret unchanged. Strings are borrowed from the tree.
 */
#ifndef LIMBER_VALUES_H
#define LIMBER_VALUES_H

#include "config/errors.h"
#include "core/base/moment.h"
#include "core/base/text.h"

/* One paragraph: valid UTF-8 without control characters, of `least` to `most` characters. */
bool value_text(const config_setting_t *setting, size_t least, size_t most, struct errors *errors,
		const char **ret);

bool value_bool(const config_setting_t *setting, struct errors *errors, bool *ret);
bool value_integer(const config_setting_t *setting, int least, int most, struct errors *errors,
		   int *ret);
bool value_length(const config_setting_t *setting, usec least, usec most, struct errors *errors,
		  usec *ret);

/* Report a string that a parser of core/base/text.h rejected, and the word it may mean. */
void value_refused(const config_setting_t *setting, const char *text, enum text_error error,
		   struct errors *errors);

/* Set *ret to the index of the value in a table of `count` words. `what`: the type for the message,
 * such as "kind", marked for gettext. */
bool value_word(const config_setting_t *setting, const char *const words[], size_t count,
		const char *what, struct errors *errors, int *ret);

/*
 * Copy the elements of a list of strings, or of a single string, to `elements`. Return their
 * number, or -1 with error lines if it is neither, if an element is not a string, or if there are
 * more than `most`.
 */
int value_list(const config_setting_t *setting, int most, struct errors *errors,
	       const config_setting_t *elements[]);

/* Return the end of a message: "; the nearest is \"every\"", or "; there are every, at, …". */
struct hint {
	char text[800];
};
struct hint hint_words(const char *word, const char *const words[], size_t count);

/* Return the index of a text in a NULL-terminated table of words; -1 if it is not in it. */
int word_index(const char *text, const char *const words[]);

/* The number of words before the NULL. */
size_t words_count(const char *const words[]);

#endif
