/* A child whose server ended is replaced at the next recorders_look(), not by a timer. */
#include "daemon/adapters/recorders.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "daemon/adapters/loop.h"
#include "daemon/adapters/notifier_child.h"

enum { SOURCE_SIZE = 32 };

struct recorders {
	sd_event *event;
	char *helper;
	recorders_changed *changed;
	void *user;
	struct notifier_child *child; /* NULL: none runs */
	usec started;                 /* the last child, CLOCK_BOOTTIME; 0: none was */
	bool known, on;
	char source[SOURCE_SIZE], who[WHO_SIZE];
};

static const char *after(const char *text, const char *word)
{
	size_t length = strlen(word);
	return strncmp(text, word, length) == 0 ? text + length : NULL;
}

/* The name is the program's own: make it one line of UTF-8 that fits. */
static void take_who(struct recorders *recorders, const char *name)
{
	char who[WIRE_MAX];
	snprintf(who, sizeof(who), "%s", name);
	utf8_clean(who);
	for (char *c = who; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			*c = ' ';
	memset(recorders->who, 0, sizeof(recorders->who));
	memcpy(recorders->who, who, text_fit(who, sizeof(recorders->who)));
}

static void take(struct recorders *recorders, struct notifier_child *child, const char *text)
{
	struct wire_writer taken;
	const char *server = after(text, "server "), *who = after(text, "on ");
	wire_begin(&taken);
	wire_add(&taken, "taken", "1");
	if (wire_end(&taken))
		notifier_child_update(child, &taken);
	if (server) {
		snprintf(recorders->source, sizeof(recorders->source), "%s", server);
		return;
	}
	recorders->known = true;
	recorders->on = who != NULL;
	take_who(recorders, who ? who : "");
	recorders->changed(recorders->user);
}

static void forget(struct recorders *recorders)
{
	bool knew = recorders->known;
	recorders->known = recorders->on = false;
	recorders->who[0] = '\0';
	if (knew)
		recorders->changed(recorders->user);
}

static void on_report(void *user, struct notifier_child *child, enum child_word word,
		      const char *text)
{
	struct recorders *recorders = user;
	if (word == CHILD_ACTION)
		take(recorders, child, text);
	else if (word == CHILD_CLOSED || word == CHILD_BROKEN)
		forget(recorders);
	else if (word == CHILD_GONE)
		recorders->child = notifier_child_free(child);
}

static bool has_server(void)
{
	char path[4096];
	const char *server = getenv("PULSE_SERVER"), *folder = getenv("XDG_RUNTIME_DIR");
	if (server && server[0])
		return true;
	snprintf(path, sizeof(path), "%s/pulse/native", folder ? folder : "");
	return access(path, F_OK) == 0;
}

void recorders_look(struct recorders *recorders)
{
	usec now = loop_now(recorders->event);
	struct wire_writer begin;
	if (recorders->child || !has_server() || access(recorders->helper, X_OK) < 0)
		return;
	if (recorders->started != 0 && now - recorders->started < RECORDERS_AGAIN)
		return;
	recorders->started = now;
	wire_begin(&begin);
	wire_add(&begin, "begin", "1");
	if (wire_end(&begin))
		(void)notifier_child_new(&recorders->child, recorders->event, recorders->helper,
					 "limber-calls", environ, &begin, RECORDERS_DEADLINE,
					 on_report, recorders);
}

const char *recorders_source(const struct recorders *recorders)
{
	return recorders->known ? recorders->source : "";
}

bool recorders_on(const struct recorders *recorders)
{
	return recorders->on;
}

const char *recorders_who(const struct recorders *recorders)
{
	return recorders->who;
}

int recorders_new(struct recorders **ret, sd_event *event, const char *helper,
		  recorders_changed *changed, void *user)
{
	struct recorders *recorders = calloc(1, sizeof(*recorders));
	if (!recorders)
		return -ENOMEM;
	*recorders = (struct recorders){ .changed = changed, .user = user };
	recorders->event = sd_event_ref(event);
	recorders->helper = strdup(helper);
	if (!recorders->helper) {
		recorders_free(recorders);
		return -ENOMEM;
	}
	*ret = recorders;
	return 0;
}

struct recorders *recorders_free(struct recorders *recorders)
{
	if (!recorders)
		return NULL;
	notifier_child_free(recorders->child);
	sd_event_unref(recorders->event);
	free(recorders->helper);
	free(recorders);
	return NULL;
}
