/* A child that ends stays in `children` until it is reaped; a new one does not wait. */
#include "daemon/adapters/voice.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/codec/cue_wire.h"
#include "daemon/adapters/notifier_child.h"

enum { CHILDREN_MAX = 8 };

struct voice {
	sd_event *event;
	char *helper;
	const struct voice_events *events;
	void *user;
	struct notifier_child *current; /* NULL: none is heard */
	struct notifier_child *children[CHILDREN_MAX];
};

static struct notifier_child **slot_of(struct voice *voice, const struct notifier_child *child)
{
	for (int i = 0; i < CHILDREN_MAX; i++)
		if (voice->children[i] == child)
			return &voice->children[i];
	return NULL;
}

static void on_report(void *user, struct notifier_child *child, enum child_word word,
		      const char *text)
{
	struct voice *voice = user;
	switch (word) {
	case CHILD_SHOWN:
		voice->events->heard(voice->user);
		break;
	case CHILD_ACTION:
		break;
	case CHILD_CLOSED:
		voice->current = NULL;
		break;
	case CHILD_BROKEN:
		voice->current = NULL;
		voice->events->failed(voice->user, text);
		break;
	case CHILD_GONE:
		*slot_of(voice, child) = notifier_child_free(child);
		break;
	}
}

int voice_new(struct voice **ret, sd_event *event, const char *helper,
	      const struct voice_events *events, void *user)
{
	struct voice *voice = calloc(1, sizeof(*voice));
	if (!voice)
		return -ENOMEM;
	voice->event = sd_event_ref(event);
	voice->events = events;
	voice->user = user;
	voice->helper = strdup(helper);
	if (!voice->helper) {
		voice_free(voice);
		return -ENOMEM;
	}
	*ret = voice;
	return 0;
}

struct voice *voice_free(struct voice *voice)
{
	if (!voice)
		return NULL;
	voice_end(voice);
	for (int i = 0; i < CHILDREN_MAX; i++) {
		if (voice->children[i])
			(void)notifier_child_wait(voice->children[i], CHILD_GOODBYE_AT_EXIT);
		notifier_child_free(voice->children[i]);
	}
	sd_event_unref(voice->event);
	free(voice->helper);
	free(voice);
	return NULL;
}

static int start(struct voice *voice, const struct wire_writer *message)
{
	struct notifier_child **slot = slot_of(voice, NULL);
	if (!slot)
		return -EBUSY;
	if (access(voice->helper, X_OK) < 0)
		return -errno;
	int r = notifier_child_new(slot, voice->event, voice->helper, "limber-voice", environ,
				   message, VOICE_DEADLINE, on_report, voice);
	if (r >= 0)
		voice->current = *slot;
	return r;
}

int voice_cue(struct voice *voice, const struct cue *cue)
{
	struct wire_writer message;
	if (!cue_write(&message, cue))
		return -EMSGSIZE;
	if (!voice->current)
		return start(voice, &message);
	notifier_child_update(voice->current, &message);
	return 0;
}

void voice_end(struct voice *voice)
{
	if (voice->current)
		notifier_child_end(voice->current);
	voice->current = NULL;
}
