/*
 * What holds now, for the verbs that ask: the files are read, so that it is known without
 * limberd, too. What comes of a change is tried out on the same layers.
 */
#ifndef LIMBER_PRESENT_H
#define LIMBER_PRESENT_H

#include "cli/report/settings.h"
#include "config/config.h"
#include "core/base/zone.h"

struct present {
	struct config_layers layers;
	struct config *config; /* NULL: no memory */
	struct zone zone;      /* of whoever asks */
	struct realtime now;
	int32_t today;
};

void present_init(struct present *ret);
void present_finish(struct present *present);

/* Never NULL: without a configuration, that of somebody who said nothing. */
const struct health *present_health(const struct present *present);
bool present_setup_done(const struct present *present);

/* The items, the user's own behind the built-in ones; NULL after the last. And one by its name. */
const struct item *present_item(const struct present *present, size_t index);
const struct item *present_item_find(const struct present *present, const char *id);

/*
 * A value as a command line has it, without quotes and brackets: "08:00-20:00, 21:00-22:00"; ""
 * where none is given. `reminder` NULL: of the top level.
 */
enum { PRESENT_SIZE = 256 };
void config_value_say(const struct config *config, const char *reminder, const char *key,
		      char out[PRESENT_SIZE]);
void present_value(const struct present *present, const char *reminder, const char *key,
		   char out[PRESENT_SIZE]);

/*
 * The configuration that these settings would make; nothing is written. NULL with error lines
 * where they would make none. The caller frees either.
 */
struct config *present_try(struct present *present, const struct settings *settings,
			   struct config_errors *errors);

#endif
