#include "daemon/adapters/idle_retry.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>

#include "core/base/try.h"

struct idle_retry {
	void (*again)(void *user);
	void *user;
	sd_event *event;
	bool unreachable;         /* a source was added */
	struct sockaddr_un at;    /* its socket; no path: not known */
	sd_event_source *appears; /* inotify watch for that socket */
	unsigned count;           /* retries that the timer made */
	sd_event_source *timer;
};

static int on_timer(sd_event_source *timer, uint64_t at, void *user)
{
	const struct idle_retry *retry = user;
	retry->again(retry->user);
	return 0;
}

static int on_appears(sd_event_source *source, const struct inotify_event *event, void *user)
{
	struct idle_retry *retry = user;
	if (event->len == 0 || strcmp(event->name, strrchr(retry->at.sun_path, '/') + 1) != 0)
		return 0;
	idle_retry_reset(retry);
	retry->again(retry->user);
	return 0;
}

int idle_retry_new(struct idle_retry **ret, sd_event *event, void (*again)(void *user), void *user)
{
	struct idle_retry *retry = *ret = calloc(1, sizeof(*retry));
	if (!retry)
		return -ENOMEM;
	*retry = (struct idle_retry){ .again = again, .user = user, .event = event };
	TRY(sd_event_add_time(event, &retry->timer, CLOCK_MONOTONIC, 0, 10000, on_timer, retry));
	return sd_event_source_set_enabled(retry->timer, SD_EVENT_OFF);
}

struct idle_retry *idle_retry_free(struct idle_retry *retry)
{
	if (!retry)
		return NULL;
	idle_retry_unwatch(retry);
	sd_event_source_disable_unref(retry->timer);
	free(retry);
	return NULL;
}

void idle_retry_reset(struct idle_retry *retry)
{
	retry->count = 0;
	(void)sd_event_source_set_enabled(retry->timer, SD_EVENT_OFF);
}

void idle_retry_begin(struct idle_retry *retry)
{
	retry->unreachable = false;
	retry->at.sun_path[0] = '\0';
}

void idle_retry_add(struct idle_retry *retry, const struct idle_source *source)
{
	retry->unreachable = true;
	if (source && source->socket && source->socket(&retry->at) < 0)
		retry->at.sun_path[0] = '\0';
}

/* The timer, too, because a server creates its socket before it listens. */
void idle_retry_watch(struct idle_retry *retry)
{
	char folder[sizeof(retry->at.sun_path)];
	if (!retry->unreachable)
		return;
	memcpy(folder, retry->at.sun_path, sizeof(folder));
	if (folder[0])
		(void)sd_event_add_inotify(retry->event, &retry->appears, dirname(folder),
					   IN_CREATE | IN_MOVED_TO | IN_ONLYDIR, on_appears, retry);
	idle_retry_later(retry);
}

void idle_retry_unwatch(struct idle_retry *retry)
{
	retry->appears = sd_event_source_disable_unref(retry->appears);
}

void idle_retry_later(struct idle_retry *retry)
{
	if (retry->count == IDLE_AGAIN_TIMES)
		return;
	(void)sd_event_source_set_time_relative(retry->timer, IDLE_AGAIN << (2 * retry->count++));
	(void)sd_event_source_set_enabled(retry->timer, SD_EVENT_ONESHOT);
}
