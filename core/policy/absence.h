/* The user left or came back, as somebody reports it: what that books, and what falls due by it. */
#ifndef LIMBER_ABSENCE_H
#define LIMBER_ABSENCE_H

#include "core/policy/result.h"

event_handler absence_begin, absence_end;

#endif
