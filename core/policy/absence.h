/* An absence was reported to begin or to end: book it, and make due what depends on it. */
#ifndef LIMBER_ABSENCE_H
#define LIMBER_ABSENCE_H

#include "core/policy/result.h"

event_handler absence_begin, absence_end;

#endif
