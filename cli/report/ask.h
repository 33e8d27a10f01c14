/* Questions on a terminal. Nothing is kept here: who asks writes at the end, or not at all. */
#ifndef LIMBER_ASK_H
#define LIMBER_ASK_H

#include <stdbool.h>

#include "cli/shared/command.h"

enum {
	ASK_SIZE = 256,
	ASK_TEXT = 4096, /* of a question */
};

/* Whether questions can be asked: input and output are a terminal. */
bool ask_possible(void);

/* The same for a question before what cannot be undone; never with --json. */
bool ask_confirms(const struct command *command);

/*
 * Print "question [current] ", wrapped, and read a line without the blanks around it. An empty line
 * is the current answer. False: the input has ended or the line was too long; the caller must not
 * write anything then.
 */
bool ask_line(const char *question, const char *current, char out[ASK_SIZE]);

enum ask { ASK_NO, ASK_YES, ASK_ENDED };

/* Ask until the answer is yes or no. */
enum ask ask_yes(const char *question, bool current);

/* "back", also in the user's language. */
bool ask_is_back(const char *line);

/* Read "yes", "no", "none" and synonyms, also in the user's language. False: neither. */
bool ask_read(const char *text, bool *ret);

#endif
