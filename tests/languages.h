/* The languages of po/, as built. */
#ifndef LIMBER_TESTS_LANGUAGES_H
#define LIMBER_TESTS_LANGUAGES_H

#include <glob.h>
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* gettext() in the form that the core takes. */
static inline const char *language_words(const char *english)
{
	return *english ? gettext(english) : english;
}

static inline void language_set(const char *name)
{
	char folder[4096];
	snprintf(folder, sizeof(folder), "%s/locale", getenv("B") ? getenv("B") : "build");
	setenv("LANGUAGE", name, 1);
	bindtextdomain("limber", folder);
	bind_textdomain_codeset("limber", "UTF-8");
	textdomain("limber");
	setlocale(LC_ALL, "C.UTF-8");
}

/* Call `check` in each language that a locale here has; English is not among them. */
static inline void languages_each(void (*check)(void *user, const char *name), void *user)
{
	char files[4096];
	glob_t found;
	snprintf(files, sizeof(files), "%s/locale/*/LC_MESSAGES/limber.mo",
		 getenv("B") ? getenv("B") : "build");
	if (glob(files, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		char *end = strstr(found.gl_pathv[i], "/LC_MESSAGES"), *name;
		*end = '\0';
		name = strrchr(found.gl_pathv[i], '/') + 1;
		language_set(name);
		if (strcmp(gettext("Done"), "Done") != 0)
			check(user, name);
		else
			printf("SKIPPED: no locale here has %s\n", name);
	}
	globfree(&found);
}

#endif
