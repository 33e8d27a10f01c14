/*
 * limber-voice: speak what is played, or sound it, in a process of its own because libspeechd
 * blocks.
 *
 * Standard input and output: the messages of core/codec/cue_wire.h. A message takes the place of
 * the one before; what is heard within a part is counted here. --check: report on standard output
 * whether each kind of cue can be heard, "voice ok" or "voice WHY", and exit.
 *
 * Exit status: 0 at the end of input or after the last message, 1 nothing can be heard, 2 the input
 * was not a cue, 3 the server did not answer in time. Before 1 to 3 "error" gives the reason.
 */
#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/codec/cue_wire.h"
#include "voice/count.h"
#include "voice/engine.h"

#define _(text) gettext(text)

enum { NOT_HEARD = 1, BAD_INPUT = 2, HUNG = 3 };

/* How long a server may take: to be started, and for any other call. */
enum { OPEN_SECONDS = 8, CALL_SECONDS = 3 };

static const struct engine *const engines[CUES_COUNT] = {
#ifdef HAVE_speech
	[CUES_VOICE] = &speech,
#endif
#ifdef HAVE_tone
	[CUES_TONE] = &tone,
#endif
	[CUES_OFF] = NULL,
};

struct helper {
	struct wire_reader reader;
	const struct engine *engine; /* NULL: none is open */
	struct cue cue;
	usec since; /* when it came */
};

/* Standard input and output are moved away: a server that libspeechd starts would keep them. */
static int in, out;
static struct wire_writer hung;

static void send_message(const struct wire_writer *message)
{
	for (size_t at = 0; at < message->length;) {
		ssize_t n = write(out, message->bytes + at, message->length - at);
		if (n < 0 && errno != EINTR)
			return;
		at += n < 0 ? 0 : (size_t)n;
	}
}

static void send_line(const char *key, const char *value)
{
	struct wire_writer message;
	wire_begin(&message);
	wire_add(&message, key, value);
	if (wire_end(&message))
		send_message(&message);
}

static _Noreturn void fail(int status, const char *why)
{
	send_line("error", why);
	_exit(status);
}

static void on_alarm(int signal_number)
{
	(void)!write(out, hung.bytes, hung.length);
	_exit(HUNG);
}

static usec now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_BOOTTIME, &at);
	return at.tv_sec * USEC_PER_SEC + at.tv_nsec / 1000;
}

const char *engine_language(void)
{
	static char language[16];
	const char *header = ""; /* its translation is the head of the catalogue */
	const char *line = strstr(gettext(header), "\nLanguage: ");
	snprintf(language, sizeof(language), "%s", line ? line + strlen("\nLanguage: ") : "en");
	language[strcspn(language, "\n")] = '\0';
	for (char *at = language; *at; at++)
		*at = *at == '_' ? '-' : *at;
	return language;
}

static const char *missing(enum cues cues)
{
	return cues == CUES_TONE ? _("Limber was built without libcanberra")
				 : _("Limber was built without speech-dispatcher");
}

static void hush(struct helper *helper)
{
	alarm(CALL_SECONDS);
	if (helper->engine)
		helper->engine->hush();
	alarm(0);
}

static void take_engine(struct helper *helper)
{
	const struct engine *wanted = engines[helper->cue.cues];
	char why[WHY_SIZE_MOST] = "";
	if (helper->engine == wanted)
		return;
	hush(helper);
	helper->engine = NULL;
	if (!wanted)
		fail(NOT_HEARD, missing(helper->cue.cues));
	alarm(OPEN_SECONDS);
	if (wanted->open(why) < 0)
		fail(NOT_HEARD, why);
	alarm(0);
	helper->engine = wanted;
}

/* The text, or the sound in its place. */
static void cue(struct helper *helper, const char *text, enum sound sound)
{
	int r = 0;
	alarm(CALL_SECONDS);
	if (helper->engine->say && text[0])
		r = helper->engine->say(text);
	else if (helper->engine->sound)
		r = helper->engine->sound(sound);
	else
		helper->engine->hush();
	alarm(0);
	if (r < 0)
		fail(NOT_HEARD, _("the sound server or speech-dispatcher went away"));
}

static void take_cue(struct helper *helper)
{
	if (helper->cue.cues == CUES_OFF) {
		hush(helper);
		return;
	}
	take_engine(helper);
	if (helper->cue.clock.length > 0 || helper->cue.last || helper->engine->say)
		cue(helper, helper->cue.say, helper->cue.last ? SOUND_OVER : SOUND_PART);
	else
		hush(helper);
	send_line("shown", "1");
	if (!helper->cue.last)
		return;
	helper->engine->finish();
	send_line("closed", "last");
	_exit(0);
}

static void take_count(struct helper *helper, const struct count *count)
{
	char text[64] = "";
	if (count->kind == COUNT_LEFT)
		snprintf(text, sizeof(text), "%d", count->number);
	else if (count->kind == COUNT_AGAIN)
		snprintf(text, sizeof(text), _("Time %d of %d."), count->number,
			 helper->cue.clock.times);
	cue(helper, text, SOUND_BEGIN);
}

/* Of several messages that waited only the last one is news. */
static void take_messages(struct helper *helper)
{
	struct wire_message message;
	bool news = false;
	for (;;) {
		switch (wire_next(&helper->reader, &message)) {
		case WIRE_BAD:
			fail(BAD_INPUT, _("the input was not a cue"));
		case WIRE_MORE:
			if (news)
				take_cue(helper);
			return;
		case WIRE_MESSAGE:
			if (!cue_read(&message, &helper->cue))
				fail(BAD_INPUT, _("the input was not a cue"));
			helper->since = now();
			news = true;
		}
	}
}

static void read_input(struct helper *helper)
{
	char *to;
	size_t space = wire_space(&helper->reader, &to);
	ssize_t n = read(in, to, space);
	if (n < 0 && errno == EINTR)
		return;
	if (n <= 0) {
		hush(helper);
		_exit(0);
	}
	wire_got(&helper->reader, (size_t)n);
	take_messages(helper);
}

static _Noreturn void run(struct helper *helper)
{
	usec told = 0;
	usec since = 0;
	for (;;) {
		struct count next;
		struct pollfd input = { .fd = in, .events = POLLIN };
		if (since != helper->since)
			told = helper->cue.clock.at;
		since = helper->since;
		bool counts = helper->engine && helper->cue.clock.length > 0 &&
			      count_next(&helper->cue.clock, helper->engine->say,
					 strlen(helper->cue.say), told, &next);
		usec left = counts ? next.at - helper->cue.clock.at - (now() - since) : 0;
		int timeout = !counts ? -1 : left > 0 ? (int)(left / 1000 + 1) : 0;
		if (poll(&input, 1, timeout) > 0) {
			read_input(helper);
		} else if (counts && left <= 1000) {
			told = next.at;
			take_count(helper, &next);
		}
	}
}

static int check(const char *word)
{
	enum cues cues = strcmp(word, "tone") == 0 ? CUES_TONE : CUES_VOICE;
	const struct engine *engine = engines[cues];
	char why[WHY_SIZE_MOST];
	alarm(OPEN_SECONDS);
	bool good = engine && engine->open(why) == 0 && engine->check(why) == 0;
	if (!engine)
		snprintf(why, sizeof(why), "%s", missing(cues));
	send_line(word, good ? "ok" : why);
	return good ? 0 : NOT_HEARD;
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

static void move_input(void)
{
	in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int nothing = open("/dev/null", O_RDWR);
	if (in < 0 || out < 0 || nothing < 0)
		exit(NOT_HEARD);
	dup2(nothing, STDIN_FILENO);
	dup2(nothing, STDOUT_FILENO);
	close(nothing);
}

/* speech-dispatcher inherits what is ignored: a starter that ignores SIGTERM would leave a server
 * that nobody can end. */
static void take_signals(void)
{
	static const int ends[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		signal(ends[i], SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGALRM, on_alarm);
}

int main(int argc, char *argv[])
{
	bool checks = argc == 3 && strcmp(argv[1], "--check") == 0;
	if (argc > 1 && !checks) {
		fputs("limber-voice takes no arguments: limberd and limber start it and write "
		      "cues on its standard input.\n",
		      stderr);
		return BAD_INPUT;
	}
	set_locale();
	move_input();
	wire_begin(&hung);
	wire_add(&hung, "error", _("speech-dispatcher or the sound server does not answer"));
	(void)wire_end(&hung);
	take_signals();
	if (checks)
		return check(argv[2]);
	static struct helper helper;
	wire_reader_init(&helper.reader);
	run(&helper);
}
