/* Tones of the user's sound theme, by libcanberra; names of the Sound Naming Specification. */
#include <canberra.h>
#include <libintl.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>

#include "voice/engine.h"

#define _(text) gettext(text)

static const char *const names[] = {
	[SOUND_PART] = "message",
	[SOUND_BEGIN] = "bell",
	[SOUND_OVER] = "complete",
};

enum { TONE_ID = 1, FINISH_SECONDS = 3 };

static ca_context *context;
static sem_t heard;

static int tone_open(char why[WHY_SIZE_MOST])
{
	int r = ca_context_create(&context);
	if (r == CA_SUCCESS)
		r = ca_context_change_props(context, CA_PROP_APPLICATION_NAME, "Limber",
					    CA_PROP_APPLICATION_ICON_NAME, "limber", NULL);
	if (r == CA_SUCCESS)
		r = ca_context_open(context);
	sem_init(&heard, 0, 0);
	if (r != CA_SUCCESS)
		snprintf(why, WHY_SIZE_MOST, _("no sound can be played: %s"), ca_strerror(r));
	return r == CA_SUCCESS ? 0 : -1;
}

/* In a thread of the library. */
static void on_heard(ca_context *its, uint32_t id, int error, void *user)
{
	sem_post(&heard);
}

static int tone_sound(enum sound sound)
{
	ca_proplist *list;
	if (ca_proplist_create(&list) != CA_SUCCESS)
		return -1;
	ca_proplist_sets(list, CA_PROP_EVENT_ID, names[sound]);
	ca_proplist_sets(list, CA_PROP_MEDIA_ROLE, "event");
	(void)ca_context_cancel(context, TONE_ID);
	while (sem_trywait(&heard) == 0)
		;
	int r = ca_context_play_full(context, TONE_ID, list, on_heard, NULL);
	ca_proplist_destroy(list);
	return r == CA_SUCCESS ? 0 : -1;
}

static void tone_hush(void)
{
	(void)ca_context_cancel(context, TONE_ID);
}

static void tone_finish(void)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += FINISH_SECONDS;
	(void)sem_timedwait(&heard, &until);
}

/* The server gets the sound and does not play it; not each can. */
static int tone_check(char why[WHY_SIZE_MOST])
{
	int r = ca_context_cache(context, CA_PROP_EVENT_ID, names[SOUND_BEGIN], NULL);
	if (r == CA_SUCCESS || r == CA_ERROR_NOTSUPPORTED)
		return 0;
	snprintf(why, WHY_SIZE_MOST, _("no sound can be played: %s"), ca_strerror(r));
	return -1;
}

const struct engine tone = {
	.open = tone_open,
	.sound = tone_sound,
	.hush = tone_hush,
	.finish = tone_finish,
	.check = tone_check,
};
