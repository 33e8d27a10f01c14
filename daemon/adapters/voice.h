/*
 * What is played is spoken or sounded by a limber-voice child, which alone can hang in a call of
 * speech-dispatcher. It is started for the first cue, and exits after the last. Callbacks come from
 * the event loop, never from within a call here.
 */
#ifndef LIMBER_VOICE_H
#define LIMBER_VOICE_H

#include <systemd/sd-event.h>

#include "core/base/moment.h"

struct voice;
struct cue;

/* For the start of a server, which the child limits to less. */
#define VOICE_DEADLINE (10 * USEC_PER_SEC)

struct voice_events {
	void (*heard)(void *user);
	/* Nothing is heard until the next voice_cue(); why: one line for the journal. */
	void (*failed)(void *user, const char *why);
};

/* helper: path of limber-voice, which need not exist. `event` is referenced. */
int voice_new(struct voice **ret, sd_event *event, const char *helper,
	      const struct voice_events *events, void *user);

/* Be silent, and end all children without callbacks. NULL is ignored. */
struct voice *voice_free(struct voice *voice);

/* Take the place of the cue before. Negative errno: no child could be started; -ENOENT:
 * limber-voice is not installed. */
int voice_cue(struct voice *voice, const struct cue *cue);

/* Be silent. */
void voice_end(struct voice *voice);

#endif
