/*
 * Changes by command: Set, Unset, AddReminder, RemoveReminder. They go to the file
 * limber.conf.d/90-limber.conf or, `runtime`, to the layer that lasts until the daemon stops; the
 * user's own files are never written.
 *
 * All changes of a call are made or none: the new layer is checked with all the others, then
 * written, then told. The file is replaced as a whole, after its bytes have reached the disk,
 * 0600 in folders of 0700; where it is a symbolic link, the file that this names.
 *
 * All functions return 0 with *ret set; -EINVAL with error lines when the whole would be no good
 * configuration or the change makes no sense; another negative errno, and an error line that names
 * the file, when it could not be written; -ENOMEM. After a failure everything is as before.
 */
#ifndef LIMBER_CHANGE_H
#define LIMBER_CHANGE_H

#include "config/changed.h"

/* Setting one of `every`, `at` and `on` takes the others out of the layer. */
int change_set(struct config_layers *layers, bool runtime, const struct config_change changes[],
	       size_t count, struct config_changed *ret, struct config_errors *errors);

/* Takes keys out of the layer; one that is not in it is an error that says where it is. */
int change_unset(struct config_layers *layers, bool runtime, const struct config_change changes[],
		 size_t count, struct config_changed *ret, struct config_errors *errors);

/* A new reminder; the changes name it. An error if there is one of this name in any layer. */
int change_add(struct config_layers *layers, bool runtime, const char *reminder,
	       const struct config_change changes[], size_t count, struct config_changed *ret,
	       struct config_errors *errors);

/*
 * Removes a reminder that the layer alone defines. One that another layer has too is an error
 * which names that place, and says that it can be disabled.
 */
int change_remove(struct config_layers *layers, bool runtime, const char *reminder,
		  struct config_changed *ret, struct config_errors *errors);

/*
 * Puts a layer's text back, `before` of an earlier change; NULL: removes the file. For undo. An
 * error if the text is not `after` any more: a person has edited it since.
 */
int change_restore(struct config_layers *layers, bool runtime, const char *before,
		   const char *after, struct config_changed *ret, struct config_errors *errors);

#endif
