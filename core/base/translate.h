/* Translation: patterns are marked in the core and translated by the shell. */
#ifndef LIMBER_TRANSLATE_H
#define LIMBER_TRANSLATE_H

/* Mark a string for xgettext; tr() translates it. */
#define N_(text) (text)

/* gettext(), except that "" stays ""; NULL: English. */
typedef const char *words_translate(const char *english);

static inline const char *tr(words_translate *translate, const char *english)
{
	return translate && english[0] != '\0' ? translate(english) : english;
}

#endif
