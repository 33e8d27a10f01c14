/* Rows of history that the user books by hand, of no reminder: the diary. */
#ifndef LIMBER_BOOK_H
#define LIMBER_BOOK_H

#include "core/policy/result.h"

/* EVENT_BOOK. A new row is numbered, a changed one gets a higher revision; undo takes it back. */
event_handler book_row;

/* EVENT_SEEN: the entries up to now give no reason to see somebody any more. */
event_handler book_seen;

#endif
