/* Questions on a terminal. Nothing is kept here: who asks writes at the end, or not at all. */
#ifndef LIMBER_ASK_H
#define LIMBER_ASK_H

#include <stdbool.h>

enum {
	ASK_SIZE = 256,
	ASK_TEXT = 4096, /* of a question */
};

/* Whether somebody is there to answer: input and output are a terminal. */
bool ask_possible(void);

/*
 * Prints "question [current] ", wrapped, and reads a line, without blanks around it. An empty one
 * is the current answer. False: the input has ended, or the line was too long to be an answer; then
 * nothing may be written.
 */
bool ask_line(const char *question, const char *current, char out[ASK_SIZE]);

enum ask { ASK_NO, ASK_YES, ASK_ENDED };

/* Asks until it is yes or no. */
enum ask ask_yes(const char *question, bool current);

/* "back", also in the user's language. */
bool ask_is_back(const char *line);

/* "yes", "no", "none" and their like, also in the user's language. False: it is neither. */
bool ask_read(const char *text, bool *ret);

#endif
