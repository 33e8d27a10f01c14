/* A checked draft -> the immutable plan. */
#ifndef LIMBER_PLAN_BUILD_H
#define LIMBER_PLAN_BUILD_H

#include "config/config.h"
#include "config/draft.h"

/* One block that needs nothing of the draft any more; NULL when there is no memory. */
struct config *plan_build(const struct draft *draft);

#endif
