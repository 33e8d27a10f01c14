/* Changes by command that are refused: an error line says what would be right. */
#ifndef LIMBER_CHANGE_REFUSE_H
#define LIMBER_CHANGE_REFUSE_H

#include "config/edit.h"

/* Refuse an unknown key of the top level that means a reminder, or a key of one. False: it does
 * not. */
bool change_misplaced(struct edit *edit, const struct config_change *change);

/* Refuse a hook: a program on the bus that may change settings must not get commands to run. False:
 * it is none. */
bool change_is_hook(struct edit *edit, const struct config_change *change);

/* Report that a key to unset is not in the layer, and which file has it, or what it may mean. */
void change_unset_refused(struct edit *edit, const struct config_change *change);

#endif
