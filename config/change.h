/*
 * Changes by command: Set, Unset, AddReminder, RemoveReminder. They are written to the file
 * limber.conf.d/90-limber.conf or, if `runtime`, to the layer that lasts until the daemon stops.
 * The user's own files are never written.
 *
 * Either all changes of a call are made or none: the new layer is checked together with all other
 * layers, written, then reported. The file is replaced as a whole after its bytes have reached the
 * disk, mode 0600 in folders of 0700. A symbolic link is followed: its target is replaced.
 *
 * All functions return 0 with *ret set; -EINVAL with error lines when a change is not possible or
 * the resulting configuration would be invalid; another negative errno, with an error line that
 * names the file, when it could not be written; or -ENOMEM. After a failure nothing has changed.
 */
#ifndef LIMBER_CHANGE_H
#define LIMBER_CHANGE_H

#include "config/changed.h"

/* Set keys, and unset those with value NULL: a key to unset that is not in the layer is an error
 * which names the file that has it. Setting one of `every`, `at` and `on` unsets the other two. */
int change_set(struct config_layers *layers, bool runtime, const struct config_change changes[],
	       size_t count, struct config_changed *ret, struct config_errors *errors);

/* Add a reminder with the keys in `changes`. An error if any layer has a reminder of this name. */
int change_add(struct config_layers *layers, bool runtime, const char *reminder,
	       const struct config_change changes[], size_t count, struct config_changed *ret,
	       struct config_errors *errors);

/*
 * Remove a reminder that only this layer defines. If another layer has it too, the error names that
 * file and suggests to disable the reminder.
 */
int change_remove(struct config_layers *layers, bool runtime, const char *reminder,
		  struct config_changed *ret, struct config_errors *errors);

/*
 * Undo: restore the layer's text to `before` of an earlier change; NULL removes the file. An error
 * if the text differs from `after`, because the user has edited it since.
 */
int change_restore(struct config_layers *layers, bool runtime, const char *before,
		   const char *after, struct config_changed *ret, struct config_errors *errors);

#endif
