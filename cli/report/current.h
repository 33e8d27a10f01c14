/*
 * What holds now, for the verbs that ask: the files are read, so that it is known without
 * limberd, too. What comes of a change is tried out on the same layers.
 */
#ifndef LIMBER_CURRENT_H
#define LIMBER_CURRENT_H

#include "cli/report/settings.h"
#include "config/config.h"
#include "core/base/zone.h"

struct current {
	struct config_layers layers;
	struct config *config; /* NULL: no memory */
	struct zone zone;      /* of whoever asks */
	struct realtime now;
	int32_t today;
};

void current_init(struct current *ret);
void current_finish(struct current *current);

/* Never NULL: without a configuration, that of somebody who said nothing. */
const struct health *current_health(const struct current *current);
bool current_setup_done(const struct current *current);

/* The items, the user's own behind the built-in ones; NULL after the last. And one by its name. */
const struct item *current_item(const struct current *current, size_t index);
const struct item *current_item_find(const struct current *current, const char *id);

/*
 * A value as a command line has it, without quotes and brackets: "08:00-20:00, 21:00-22:00"; ""
 * where none is given. `reminder` NULL: of the top level.
 */
enum { CURRENT_SIZE = 256 };
void config_value_say(const struct config *config, const char *reminder, const char *key,
		      char out[CURRENT_SIZE]);
void current_value(const struct current *current, const char *reminder, const char *key,
		   char out[CURRENT_SIZE]);

/*
 * The configuration that these settings would make; nothing is written. NULL with error lines
 * where they would make none. The caller frees either.
 */
struct config *current_try(struct current *current, const struct settings *settings,
			   struct config_errors *errors);

#endif
