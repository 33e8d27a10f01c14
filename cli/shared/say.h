/* Texts for the user: translation, lists, error messages, colour. */
#ifndef LIMBER_SAY_H
#define LIMBER_SAY_H

#include <libintl.h>
#include <stdio.h>

#include "cli/shared/command.h"
#include "core/base/text.h"

#define _(text) gettext(text)

/* Set the locale of texts and characters; numbers and dates stay those of "C". */
void say_init(void);

/* Print a line on stdout, wrapped where it is too long. */
__attribute__((format(printf, 1, 2))) void say_wrapped(const char *format, ...);

/* gettext() in the form that core/words takes; "" stays "". */
const char *say_translate(const char *english);

/* Append to a text of `size` bytes, truncated: as printf() does, and a word of a list, with ", "
 * before it unless it is the first. */
__attribute__((format(printf, 3, 4))) void say_append(char *text, size_t size, const char *format,
						      ...);
void say_list(char *text, size_t size, const char *word);

/*
 * Print an error, in lines without the last line feed: on stderr, or with --json as
 * {"error": …, "code": …} on stdout. Returns `code`.
 */
__attribute__((format(printf, 3, 4))) enum exit_code complain(const struct command *command,
							      enum exit_code code,
							      const char *format, ...);

/* The same for what is done once it is confirmed: with --json also "confirm": true. */
__attribute__((format(printf, 3, 4))) enum exit_code complain_unconfirmed(
	const struct command *command, enum exit_code code, const char *format, ...);

/* The same for a text of the user that core/base/text.h rejected. */
enum exit_code complain_text(const struct command *command, const char *text,
			     enum text_error error);

/*
 * With --json, send what is printed on stdout from now on to stderr: for a verb that talks to
 * people while it acts. say_document() is the stream of its document: the one that was stdout.
 */
void say_aside(const struct command *command);
FILE *say_document(void);

/* Flush both; false: not all could be written. */
bool say_written(void);

/* Escape sequences; "" each without colour. */
struct style {
	const char *bold, *alarm, *faint, *plain;
};

extern const struct style style_none;

/* Colour on a terminal only, and never with NO_COLOR or TERM=dumb (https://no-color.org). */
const struct style *style_of(FILE *out);

#endif
