/* How English becomes what people read: patterns are marked here and translated by a shell. */
#ifndef LIMBER_TRANSLATE_H
#define LIMBER_TRANSLATE_H

/* Marks a string for xgettext; the translator is applied where the pattern is filled. */
#define N_(text) (text)

/* gettext, which keeps "" as it is, or NULL for English. */
typedef const char *words_translate(const char *english);

#endif
