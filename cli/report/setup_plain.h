/* The words around times that people type: "from 9 to 5", "Mon - Fri", "at 10 pm". */
#ifndef LIMBER_SETUP_PLAIN_H
#define LIMBER_SETUP_PLAIN_H

enum { TIMES_PLAIN = 256 };

/*
 * The text with these words as the signs that hours and calendar times are written with: "9-5",
 * "Mon-Fri", "10 pm". Days are also read in German. What is too long is cut.
 */
void times_plain(const char *text, char out[TIMES_PLAIN]);

#endif
