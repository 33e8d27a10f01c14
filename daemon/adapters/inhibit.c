/*
 * The program gets the writing end of a pipe. limberd never reads: its end only reports (EPOLLHUP)
 * that the last copy of the other was closed, also by a program that crashed.
 */
#include "daemon/adapters/inhibit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/text.h"
#include "daemon/adapters/loop.h"

struct holder {
	struct holder *next;
	struct inhibit *inhibit;
	sd_event_source *source; /* owns our end of the pipe */
	char *client;
	char who[WHO_SIZE];
	struct boottime since;
};

struct inhibit {
	sd_event *event;
	struct inhibit_events events;
	void *user;
	struct holder *holders; /* the newest first */
	int count;
};

static void holder_free(struct holder *holder)
{
	sd_event_source_disable_unref(holder->source);
	free(holder->client);
	free(holder);
}

int inhibit_count(const struct inhibit *inhibit)
{
	return inhibit->count;
}

const char *inhibit_asker(const struct inhibit *inhibit, int index, struct boottime *since)
{
	const struct holder *at = inhibit->holders;
	while (index-- > 0)
		at = at->next;
	*since = at->since;
	return at->who;
}

static void report(struct inhibit *inhibit)
{
	const struct holder *last = inhibit->holders;
	inhibit->events.changed(inhibit->user, last != NULL, last ? last->who : "");
}

static int on_closed(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct holder *holder = user;
	struct inhibit *inhibit = holder->inhibit;
	struct holder **at = &inhibit->holders;
	while (*at != holder)
		at = &(*at)->next;
	*at = holder->next;
	inhibit->count--;
	holder_free(holder);
	report(inhibit);
	return 0;
}

static int held_by(const struct inhibit *inhibit, const char *client)
{
	int count = 0;
	for (const struct holder *at = inhibit->holders; at; at = at->next)
		count += strcmp(at->client, client) == 0;
	return count;
}

/* Without EPOLLIN: only EPOLLHUP, which is always reported. */
static int holder_watch(struct holder *holder, int fd)
{
	int r = sd_event_add_io(holder->inhibit->event, &holder->source, fd, 0, on_closed, holder);
	return r < 0 ? r : sd_event_source_set_io_fd_own(holder->source, true);
}

static int holder_new(struct holder **ret, struct inhibit *inhibit, const char *client,
		      const char *who)
{
	struct holder *holder = calloc(1, sizeof(*holder));
	if (!holder)
		return -ENOMEM;
	holder->since.us = loop_now(inhibit->event);
	holder->inhibit = inhibit;
	holder->client = strdup(client);
	memcpy(holder->who, who, text_fit(who, sizeof(holder->who)));
	if (!holder->client) {
		holder_free(holder);
		return -ENOMEM;
	}
	*ret = holder;
	return 0;
}

int inhibit_take(struct inhibit *inhibit, const char *client, const char *who, int *fd)
{
	struct holder *holder;
	int ends[2];
	if (inhibit->count >= INHIBIT_MAX || held_by(inhibit, client) >= INHIBIT_CLIENT_MAX)
		return -EDQUOT;
	int r = holder_new(&holder, inhibit, client, who);
	if (r < 0)
		return r;
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0) {
		r = -errno;
		holder_free(holder);
		return r;
	}
	r = holder_watch(holder, ends[0]);
	if (r < 0) {
		holder_free(holder);
		close(ends[0]);
		close(ends[1]);
		return r;
	}
	holder->next = inhibit->holders;
	inhibit->holders = holder;
	inhibit->count++;
	*fd = ends[1];
	report(inhibit);
	return 0;
}

int inhibit_new(struct inhibit **ret, sd_event *event, const struct inhibit_events *events,
		void *user)
{
	struct inhibit *inhibit = calloc(1, sizeof(*inhibit));
	if (!inhibit)
		return -ENOMEM;
	inhibit->event = sd_event_ref(event);
	inhibit->events = *events;
	inhibit->user = user;
	*ret = inhibit;
	return 0;
}

struct inhibit *inhibit_free(struct inhibit *inhibit)
{
	struct holder *next;
	if (!inhibit)
		return NULL;
	for (struct holder *at = inhibit->holders; at; at = next) {
		next = at->next;
		holder_free(at);
	}
	sd_event_unref(inhibit->event);
	free(inhibit);
	return NULL;
}
