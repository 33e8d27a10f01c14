/* What went wrong with hooks, kept in $XDG_RUNTIME_DIR/limber/hooks for `limber doctor`: a line for
 * each command that failed when it ran last, "on_card: why". */
#ifndef LIMBER_REPORT_HOOK_TROUBLE_H
#define LIMBER_REPORT_HOOK_TROUBLE_H

#include "config/hooks.h"

enum { TROUBLE_SIZE = 256 };

struct hook_trouble {
	char why[HOOK_COUNT][TROUBLE_SIZE]; /* "": it works */
};

/* Write the file, or remove it where nothing is wrong. Without a runtime folder nothing is kept. */
void hook_trouble_write(const struct hook_trouble *trouble);

void hook_trouble_read(struct hook_trouble *ret);

#endif
