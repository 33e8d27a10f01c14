/* The state is fitted to what it runs in: another process, another plan, another zone. */
#ifndef LIMBER_REFIT_H
#define LIMBER_REFIT_H

#include "core/policy/result.h"

event_handler refit_start, refit_stop, refit_plan, refit_zone;

#endif
