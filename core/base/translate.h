/* Translation: patterns are marked in the core and translated by the shell. */
#ifndef LIMBER_TRANSLATE_H
#define LIMBER_TRANSLATE_H

/* Mark a string for xgettext; it is translated where the pattern is filled. */
#define N_(text) (text)

/* gettext(), except that "" stays ""; NULL: English. */
typedef const char *words_translate(const char *english);

#endif
