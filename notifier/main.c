/*
 * limber-notify: one card on the desktop, in a process of its own, because libnotify blocks.
 *
 * limberd writes the card on its standard input in the wire of core/card_wire.h, then updates of
 * it; end of input, or SIGTERM, takes the card down. It reads here "shown 1" after each, "action
 * NAME", "closed REASON", "error TEXT". A card is remembered nowhere: with this process it is gone.
 *
 * Exit status: 0 the card is down, 1 the server did not show it, 2 what came in was no card, 3 the
 * server did not answer in time. With 1 to 3 "error" says why.
 */
#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib-unix.h>

#include "core/codec/card_wire.h"
#include "notifier/popup.h"

#define _(text) gettext(text)

enum { NOT_SHOWN = 1, NO_CARD = 2 };

struct helper {
	GMainLoop *loop;
	struct popup *popup;
	struct wire_reader reader;
	int status;
};

/* A reader that is gone needs no care here: the end of our input comes with it. */
static void say(const char *key, const char *value)
{
	struct wire_writer message;
	wire_begin(&message);
	wire_add(&message, key, value);
	if (!wire_end(&message))
		return;
	for (size_t at = 0; at < message.length;) {
		ssize_t n = write(STDOUT_FILENO, message.bytes + at, message.length - at);
		if (n < 0 && errno != EINTR)
			return;
		at += n < 0 ? 0 : (size_t)n;
	}
}

static void on_action(void *user, const char *name)
{
	(void)user;
	say("action", name);
}

static void on_closed(void *user, const char *reason)
{
	struct helper *helper = user;
	say("closed", reason);
	g_main_loop_quit(helper->loop);
}

static gboolean give_up(struct helper *helper, int status, const char *why)
{
	say("error", why);
	helper->status = status;
	g_main_loop_quit(helper->loop);
	return G_SOURCE_REMOVE;
}

static gboolean on_end(gpointer user)
{
	struct helper *helper = user;
	popup_close(helper->popup);
	g_main_loop_quit(helper->loop);
	return G_SOURCE_REMOVE;
}

/* limberd has taken its end back: a card that is shown now would come after the next one. */
static gboolean is_over(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLRDHUP };
	return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLRDHUP));
}

static gboolean show(struct helper *helper, const struct wire_message *card)
{
	if (is_over())
		return on_end(helper);
	if (!wire_value(card, "title"))
		return give_up(helper, NO_CARD, _("a card came without a title"));
	char *why = popup_show(helper->popup, card);
	if (why) {
		give_up(helper, NOT_SHOWN, why);
		g_free(why);
		return G_SOURCE_REMOVE;
	}
	say("shown", "1");
	return G_SOURCE_CONTINUE;
}

static gboolean show_all(struct helper *helper)
{
	struct wire_message card;
	for (;;) {
		switch (wire_next(&helper->reader, &card)) {
		case WIRE_MORE:
			return G_SOURCE_CONTINUE;
		case WIRE_BAD:
			return give_up(helper, NO_CARD, _("what came in was no card"));
		case WIRE_MESSAGE:
			if (!show(helper, &card))
				return G_SOURCE_REMOVE;
		}
	}
}

static gboolean on_input(gint fd, GIOCondition condition, gpointer user)
{
	(void)condition;
	struct helper *helper = user;
	char *to;
	size_t space = wire_space(&helper->reader, &to);
	ssize_t n = read(fd, to, space);
	if (n < 0 && errno == EINTR)
		return G_SOURCE_CONTINUE;
	if (n <= 0)
		return on_end(helper);
	wire_got(&helper->reader, (size_t)n);
	return show_all(helper);
}

/* What libraries complain of goes where limberd's log goes, a line and a blank one for each card.
 * What matters of it is told as "error"; who looks for more says so to GLib. */
static GLogWriterOutput log_nothing(GLogLevelFlags level, const GLogField *fields, gsize count,
				    gpointer user)
{
	bool wanted = level & G_LOG_LEVEL_ERROR || g_getenv("G_MESSAGES_DEBUG");
	return wanted ? g_log_writer_default(level, fields, count, user) : G_LOG_WRITER_HANDLED;
}

static void speak_the_users_language(void)
{
	const char *at = getenv("LIMBER_LOCALEDIR");
	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");
	bindtextdomain("limber", at ? at : LOCALEDIR);
	bind_textdomain_codeset("limber", "UTF-8");
	textdomain("limber");
}

int main(int argc, char *argv[])
{
	(void)argv;
	if (argc > 1) {
		fputs("limber-notify takes no arguments: limberd starts it and writes a card on "
		      "its standard input.\n",
		      stderr);
		return NO_CARD;
	}
	speak_the_users_language();
	g_log_set_writer_func(log_nothing, NULL, NULL);
	signal(SIGPIPE, SIG_IGN);

	static const struct popup_events events = { .action = on_action, .closed = on_closed };
	struct helper helper = { .loop = g_main_loop_new(NULL, FALSE) };
	wire_reader_init(&helper.reader);
	helper.popup = popup_new(&events, &helper);
	g_unix_fd_add(STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, on_input, &helper);
	g_unix_signal_add(SIGTERM, on_end, &helper);
	g_main_loop_run(helper.loop);

	/* After trouble no more calls, not even to tidy up: each may block. */
	if (helper.status != 0)
		_exit(helper.status);
	popup_free(helper.popup);
	g_main_loop_unref(helper.loop);
	return 0;
}
