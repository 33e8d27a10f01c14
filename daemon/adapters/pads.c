/*
 * Events of js_event (Linux, Documentation/input/joydev/joystick-api.rst). A stick at rest
 * trembles, so an axis counts only when it moved by an eighth of its way since it counted last.
 * What joydev sends at the opening and after its queue was full is the present position, not input.
 *
 * IN_ATTRIB is the change of a node's rights: udev makes the node first and grants them later, and
 * logind takes them back when another session comes to the front.
 */
#include "daemon/adapters/pads.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/joystick.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "daemon/adapters/cleanup.h"

enum { AXES = 64, AXIS_MOVED = 32767 / 8, EVENTS = 64, SLACK = 1000000 };

struct pad {
	int fd;
	sd_event_source *io;
	bool rests;
	int16_t axes[AXES]; /* their positions when they counted last */
};

struct pads {
	char *folder;
	pads_played *played;
	void *user;
	sd_event *event;
	sd_event_source *changes; /* inotify of the folder; NULL: there is none */
	sd_event_source *parent;  /* inotify of the folder around it, while there is none */
	sd_event_source *timer;   /* ends the rest of all that rest */
	usec rest;
	struct pad *pad[PADS_MAX]; /* by their number; NULL: not read */
	uint32_t denied;           /* bit N: jsN is there and may not be read */
};

static struct pad *pad_free(struct pad *pad)
{
	if (!pad)
		return NULL;
	sd_event_source_disable_unref(pad->io);
	if (pad->fd >= 0)
		close(pad->fd);
	free(pad);
	return NULL;
}

static bool is_input(struct pad *pad, const struct js_event *event)
{
	if (!(event->type & JS_EVENT_AXIS))
		return (event->type & JS_EVENT_BUTTON) && !(event->type & JS_EVENT_INIT);
	int16_t *axis = &pad->axes[event->number % AXES];
	bool moved = abs(event->value - *axis) >= AXIS_MOVED;
	if (moved || (event->type & JS_EVENT_INIT))
		*axis = event->value;
	return moved && !(event->type & JS_EVENT_INIT);
}

/* Read what there is. 1: with input among it, 0: without, -EAGAIN: nothing; else it is lost. */
static int pad_read(struct pad *pad)
{
	struct js_event events[EVENTS];
	ssize_t size = read(pad->fd, events, sizeof(events));
	if (size < 0)
		return -errno;
	if (size == 0)
		return -ENODEV;
	bool input = false;
	for (size_t i = 0; i < (size_t)size / sizeof(events[0]); i++)
		input |= is_input(pad, &events[i]);
	return input;
}

static void rest(struct pads *pads, struct pad *pad)
{
	int enabled = SD_EVENT_OFF;
	pad->rests = true;
	(void)sd_event_source_set_enabled(pad->io, SD_EVENT_OFF);
	(void)sd_event_source_get_enabled(pads->timer, &enabled);
	if (enabled != SD_EVENT_OFF)
		return;
	(void)sd_event_source_set_time_relative(pads->timer, (uint64_t)pads->rest);
	(void)sd_event_source_set_enabled(pads->timer, SD_EVENT_ONESHOT);
}

/* Read it; then it rests, unless nothing came. Whether that was input. */
static bool look(struct pads *pads, struct pad **pad)
{
	int r = pad_read(*pad);
	(*pad)->rests = false;
	if (r == -EAGAIN || r == -EINTR)
		(void)sd_event_source_set_enabled((*pad)->io, SD_EVENT_ON);
	else if (r < 0)
		*pad = pad_free(*pad);
	else
		rest(pads, *pad);
	return r > 0;
}

static int on_input(sd_event_source *io, int fd, uint32_t revents, void *user)
{
	struct pads *pads = user;
	for (int i = 0; i < PADS_MAX; i++)
		if (pads->pad[i] && pads->pad[i]->fd == fd && look(pads, &pads->pad[i]))
			pads->played(pads->user);
	return 0;
}

static int on_rested(sd_event_source *timer, uint64_t at, void *user)
{
	struct pads *pads = user;
	bool input = false;
	for (int i = 0; i < PADS_MAX; i++)
		if (pads->pad[i] && pads->pad[i]->rests)
			input |= look(pads, &pads->pad[i]);
	if (input)
		pads->played(pads->user);
	return 0;
}

static int pad_open(struct pads *pads, const char *path, struct pad **ret)
{
	struct pad *pad = calloc(1, sizeof(*pad));
	if (!pad)
		return -ENOMEM;
	pad->fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	int r = pad->fd < 0 ? -errno : 0;
	if (r >= 0)
		r = sd_event_add_io(pads->event, &pad->io, pad->fd, EPOLLIN, on_input, pads);
	*ret = r < 0 ? pad_free(pad) : pad;
	return r;
}

/* Open or close node `number`, as there is one now and as its rights are. */
static void settle(struct pads *pads, int number)
{
	char path[4096];
	int r = 0;
	snprintf(path, sizeof(path), "%s/js%d", pads->folder, number);
	if (access(path, R_OK) < 0)
		r = -errno;
	if (r < 0)
		pads->pad[number] = pad_free(pads->pad[number]);
	else if (!pads->pad[number])
		r = pad_open(pads, path, &pads->pad[number]);
	pads->denied &= ~(1U << number);
	if (r == -EACCES || r == -EPERM)
		pads->denied |= 1U << number;
}

static void folder_follow(struct pads *pads);

static int on_change(sd_event_source *changes, const struct inotify_event *change, void *user)
{
	struct pads *pads = user;
	int number = -1;
	char rest;
	if (change->mask & IN_IGNORED) {
		pads->changes = sd_event_source_disable_unref(pads->changes);
		folder_follow(pads);
	}
	if (change->len == 0 || sscanf(change->name, "js%2d%c", &number, &rest) != 1 ||
	    number < 0 || number >= PADS_MAX)
		return 0;
	if (change->mask & (IN_CREATE | IN_DELETE))
		pads->pad[number] = pad_free(pads->pad[number]);
	settle(pads, number);
	return 0;
}

/* False: no folder. */
static bool folder_watch(struct pads *pads)
{
	if (sd_event_add_inotify(pads->event, &pads->changes, pads->folder,
				 IN_CREATE | IN_DELETE | IN_ATTRIB | IN_ONLYDIR, on_change,
				 pads) < 0)
		return false;
	pads->parent = sd_event_source_disable_unref(pads->parent);
	for (int i = 0; i < PADS_MAX; i++)
		settle(pads, i);
	return true;
}

static int on_folder(sd_event_source *parent, const struct inotify_event *change, void *user)
{
	(void)folder_watch(user);
	return 0;
}

/* Watch the folder, or the one around it until the folder is there: a machine without any input
 * device has none. It is tried again after that, as it may have been made in between. */
static void folder_follow(struct pads *pads)
{
	char parent[4096];
	if (folder_watch(pads))
		return;
	snprintf(parent, sizeof(parent), "%s", pads->folder);
	if (sd_event_add_inotify(pads->event, &pads->parent, dirname(parent),
				 IN_CREATE | IN_MOVED_TO | IN_ONLYDIR, on_folder, pads) >= 0)
		(void)folder_watch(pads);
}

static int begin(struct pads *pads, usec slack)
{
	TRY(sd_event_add_time_relative(pads->event, &pads->timer, CLOCK_MONOTONIC, 0,
				       (uint64_t)slack, on_rested, pads));
	TRY(sd_event_source_set_enabled(pads->timer, SD_EVENT_OFF));
	folder_follow(pads);
	return 0;
}

int pads_new(struct pads **ret, sd_event *event, usec rest, pads_played *played, void *user)
{
	const char *folder = getenv(PADS_VARIABLE);
	struct pads *pads = calloc(1, sizeof(*pads));
	if (!pads)
		return -ENOMEM;
	*pads = (struct pads){ .played = played, .user = user, .rest = rest };
	pads->event = sd_event_ref(event);
	pads->folder = strdup(folder ? folder : PADS_FOLDER);
	int r = pads->folder ? begin(pads, rest / 8 < SLACK ? rest / 8 : SLACK) : -ENOMEM;
	*ret = r < 0 ? pads_free(pads) : pads;
	return r < 0 ? r : 0;
}

struct pads *pads_free(struct pads *pads)
{
	if (!pads)
		return NULL;
	for (int i = 0; i < PADS_MAX; i++)
		pad_free(pads->pad[i]);
	sd_event_source_disable_unref(pads->changes);
	sd_event_source_disable_unref(pads->parent);
	sd_event_source_disable_unref(pads->timer);
	sd_event_unref(pads->event);
	free(pads->folder);
	free(pads);
	return NULL;
}

int pads_count(const struct pads *pads)
{
	int count = 0;
	for (int i = 0; i < PADS_MAX; i++)
		count += pads->pad[i] != NULL;
	return count;
}

int pads_denied(const struct pads *pads)
{
	return __builtin_popcount(pads->denied);
}
