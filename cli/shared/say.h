/* Words to the user: translation, complaints, colour. */
#ifndef LIMBER_SAY_H
#define LIMBER_SAY_H

#include <libintl.h>
#include <stdio.h>

#include "cli/shared/command.h"

#define _(text) gettext(text)

/* The locale of texts and characters; numbers and dates stay those of "C". */
void say_init(void);

/* A line to the user, wrapped where it is too long. */
__attribute__((format(printf, 1, 2))) void say_wrapped(const char *format, ...);

/* gettext() as core/words.h wants it. */
const char *say_translate(const char *english);

/*
 * What went wrong, in lines without the last line feed: on stderr, or with --json as
 * {"error": …, "code": …} on stdout. Returns `code`.
 */
__attribute__((format(printf, 3, 4))) enum exit_code complain(const struct command *command,
							      enum exit_code code,
							      const char *format, ...);

/* Escape sequences, or "" each where colour is not wanted. */
struct style {
	const char *bold, *alarm, *faint, *plain;
};

extern const struct style style_none;

/* Colour on a terminal only, and never with NO_COLOR or TERM=dumb (https://no-color.org). */
const struct style *style_of(FILE *out);

#endif
