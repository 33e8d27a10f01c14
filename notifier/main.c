/*
 * limber-notify: show one card on the desktop, in a separate process because libnotify blocks.
 *
 * Standard input: the card in the format of core/codec/card_wire.h, then updates of it. End of
 * input or SIGTERM closes the card. Standard output: "shown 1" after each of them, "action NAME",
 * "closed REASON", "error TEXT". The card lives as long as this process.
 *
 * Exit status: 0 the card was closed, 1 the server did not show it, 2 the input was not a card, 3
 * the server did not answer in time. Before 1 to 3 "error" gives the reason.
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
#include "notifier/countdown.h"
#include "notifier/popup.h"

#define _(text) gettext(text)

enum { NOT_SHOWN = 1, BAD_INPUT = 2 };

struct helper {
	GMainLoop *loop;
	struct popup *popup;
	struct wire_reader reader;
	struct countdown countdown;
	int status;
};

/* Write a message. Errors are ignored: if the reader is gone, standard input ends, too. */
static void send_line(const char *key, const char *value)
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
	send_line("action", name);
}

static void on_closed(void *user, const char *reason)
{
	struct helper *helper = user;
	send_line("closed", reason);
	g_main_loop_quit(helper->loop);
}

static gboolean fail(struct helper *helper, int status, const char *why)
{
	send_line("error", why);
	helper->status = status;
	g_main_loop_quit(helper->loop);
	return G_SOURCE_REMOVE;
}

static gboolean on_close_request(gpointer user)
{
	struct helper *helper = user;
	popup_close(helper->popup);
	g_main_loop_quit(helper->loop);
	return G_SOURCE_REMOVE;
}

/* True if limberd closed the input: a card shown now would appear after the next one. */
static gboolean input_closed(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLRDHUP };
	return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLRDHUP));
}

static bool draw(void *user)
{
	struct helper *helper = user;
	char *why = popup_show(helper->popup, &helper->countdown.card);
	if (!why)
		return true;
	fail(helper, NOT_SHOWN, why);
	g_free(why);
	return false;
}

static bool has_bar(void *user)
{
	struct helper *helper = user;
	return popup_has_bar(helper->popup);
}

static gboolean show(struct helper *helper, const struct wire_message *card)
{
	if (input_closed())
		return on_close_request(helper);
	if (!wire_value(card, "title"))
		return fail(helper, BAD_INPUT, _("a card came without a title"));
	countdown_take(&helper->countdown, card);
	if (!draw(helper))
		return G_SOURCE_REMOVE;
	send_line("shown", "1");
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
			return fail(helper, BAD_INPUT, _("the input was not a card"));
		case WIRE_MESSAGE:
			if (!show(helper, &card))
				return G_SOURCE_REMOVE;
		}
	}
}

static gboolean on_input(gint fd, GIOCondition condition, gpointer user)
{
	struct helper *helper = user;
	char *to;
	size_t space = wire_space(&helper->reader, &to);
	ssize_t n = read(fd, to, space);
	if (n < 0 && errno == EINTR)
		return G_SOURCE_CONTINUE;
	if (n <= 0)
		return on_close_request(helper);
	wire_got(&helper->reader, (size_t)n);
	return show_all(helper);
}

/* Drop warnings of libraries, which would fill limberd's log with two lines for each card. Relevant
 * errors are reported as "error"; G_MESSAGES_DEBUG enables the rest. */
static GLogWriterOutput log_filter(GLogLevelFlags level, const GLogField *fields, gsize count,
				   gpointer user)
{
	bool wanted = level & G_LOG_LEVEL_ERROR || g_getenv("G_MESSAGES_DEBUG");
	return wanted ? g_log_writer_default(level, fields, count, user) : G_LOG_WRITER_HANDLED;
}

static void set_locale(void)
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
	if (argc > 1) {
		fputs("limber-notify takes no arguments: limberd starts it and writes a card on "
		      "its standard input.\n",
		      stderr);
		return BAD_INPUT;
	}
	set_locale();
	g_log_set_writer_func(log_filter, NULL, NULL);
	signal(SIGPIPE, SIG_IGN);

	static const struct popup_events events = { .action = on_action, .closed = on_closed };
	struct helper helper = { .loop = g_main_loop_new(NULL, FALSE) };
	wire_reader_init(&helper.reader);
	helper.popup = popup_new(&events, &helper);
	helper.countdown = (struct countdown){ .draw = draw, .has_bar = has_bar, .user = &helper };
	g_unix_fd_add(STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, on_input, &helper);
	g_unix_signal_add(SIGTERM, on_close_request, &helper);
	g_main_loop_run(helper.loop);

	/* After an error make no more calls, not even to clean up: each may block. */
	if (helper.status != 0)
		_exit(helper.status);
	countdown_finish(&helper.countdown);
	popup_free(helper.popup);
	g_main_loop_unref(helper.loop);
	return 0;
}
