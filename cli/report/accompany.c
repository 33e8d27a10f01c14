/* The child is left to itself at the end: it ends with its input, and its calls are limited. */
#include "cli/report/accompany.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "core/words/cue_text.h"

/* How soon a call that begins is noticed. */
#define ASK_AGAIN (5 * USEC_PER_SEC)

static const char *words(const char *english)
{
	return _(english);
}

void accompany_init(struct accompany *accompany, struct command *command, const char *item,
		    bool voice, const struct player *player, const struct play *play)
{
	*accompany = (struct accompany){ .command = command,
					 .item = item,
					 .voice = voice,
					 .wire = -1,
					 .player = player,
					 .play = play,
					 .part = -1 };
}

void accompany_forget(struct accompany *accompany)
{
	accompany->part = -1;
}

static void hang_up(struct accompany *accompany)
{
	accompany->input = sd_event_source_disable_unref(accompany->input);
	if (accompany->wire >= 0)
		close(accompany->wire);
	accompany->wire = -1;
}

static void fail(struct accompany *accompany, const char *why)
{
	accompany->failed = true;
	(void)!snprintf(accompany->why, sizeof(accompany->why), "%s", why);
	hang_up(accompany);
}

static void take_message(struct accompany *accompany, const struct wire_message *message)
{
	const char *error = wire_value(message, "error");
	if (error)
		fail(accompany, error);
	else if (wire_value(message, "shown"))
		accompany->heard = true;
}

/* Until limber-voice has nothing more to report. */
static int on_report(sd_event_source *source, int fd, uint32_t events, void *user)
{
	struct accompany *accompany = user;
	struct wire_message message;
	char *to;
	size_t space = wire_space(&accompany->reader, &to);
	ssize_t n = recv(accompany->wire, to, space, MSG_DONTWAIT);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	if (n <= 0) {
		hang_up(accompany);
		return 0;
	}
	wire_got(&accompany->reader, (size_t)n);
	while (accompany->wire >= 0 && wire_next(&accompany->reader, &message) == WIRE_MESSAGE)
		take_message(accompany, &message);
	return 0;
}

/* Beside this program; its input is its end of a socket, as with limberd. */
static int spawn(int wire)
{
	char path[PATH_MAX + sizeof("limber-voice")], name[] = "limber-voice";
	char *arguments[] = { name, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	pid_t process;
	ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
	path[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(path, '/');
	memcpy(slash ? slash + 1 : path, name, sizeof(name));
	sigemptyset(&none);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, wire, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, wire, STDOUT_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	posix_spawnattr_init(&attributes);
	/* A group of its own: the terminal's signals end the routine, which then tells it. */
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
	posix_spawnattr_setsigmask(&attributes, &none);
	int error = posix_spawn(&process, path, &files, &attributes, arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return -error;
}

static int start(struct accompany *accompany)
{
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return -errno;
	accompany->wire = ends[0];
	wire_reader_init(&accompany->reader);
	int r = spawn(ends[1]);
	close(ends[1]);
	if (r >= 0)
		r = sd_event_add_io(accompany->event, &accompany->input, accompany->wire, EPOLLIN,
				    on_report, accompany);
	return r;
}

static void send_cue(struct accompany *accompany, const struct cue *cue)
{
	struct wire_writer message;
	int r = accompany->wire < 0 ? start(accompany) : 0;
	if (r == -ENOENT)
		fail(accompany, _("limber-voice is not installed"));
	else if (r < 0)
		fail(accompany, strerror(-r));
	else if (!cue_write(&message, cue) || send(accompany->wire, message.bytes, message.length,
						   MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
		fail(accompany, _("limber-voice did not answer in time"));
}

static bool is_announced(const struct accompany *accompany, int part)
{
	const struct play *play = accompany->play, *announced = &accompany->announced;
	return part == accompany->part && accompany->cues == accompany->by &&
	       play->at == announced->at && play->runs == announced->runs &&
	       play->since.us == announced->since.us;
}

void accompany_turn(struct accompany *accompany, struct boottime now)
{
	struct cue cue = { .cues = accompany->cues };
	struct player_place place;
	player_place(accompany->player, accompany->play, now, &place);
	if (accompany->failed || cue.cues == CUES_OFF || is_announced(accompany, place.part) ||
	    place.part == accompany->player->count)
		return;
	accompany->part = place.part;
	accompany->announced = *accompany->play;
	accompany->by = cue.cues;
	if (accompany->play->runs)
		cue_part_say(accompany->player, place.part, false, words, cue.say);
	else
		(void)!snprintf(cue.say, sizeof(cue.say), "%s", words(cue_paused()));
	player_clock(accompany->player, accompany->play, now, &cue.clock);
	send_cue(accompany, &cue);
}

void accompany_end(struct accompany *accompany, bool over)
{
	struct cue cue = { .cues = accompany->cues, .last = true };
	if (over && !accompany->failed && accompany->wire >= 0) {
		(void)!snprintf(cue.say, sizeof(cue.say), "%s", words(cue_over()));
		send_cue(accompany, &cue);
	}
	if (accompany->wire >= 0)
		shutdown(accompany->wire, SHUT_WR);
	if (accompany->heard && !accompany->failed)
		accompany->why[0] = '\0';
}

static void take_answer(struct accompany *accompany, const char *cues, const char *why)
{
	struct timespec at;
	clock_gettime(CLOCK_BOOTTIME, &at);
	accompany->cues = strcmp(cues, "voice") == 0  ? CUES_VOICE
			  : strcmp(cues, "tone") == 0 ? CUES_TONE
						      : CUES_OFF;
	if (!accompany->failed)
		(void)!snprintf(accompany->why, sizeof(accompany->why), "%s", why);
	if (accompany->cues == CUES_OFF) {
		hang_up(accompany);
		accompany_forget(accompany);
		return;
	}
	accompany_turn(accompany,
		       (struct boottime){ at.tv_sec * USEC_PER_SEC + at.tv_nsec / 1000 });
}

static int on_answer(sd_bus_message *reply, void *user, sd_bus_error *error)
{
	struct accompany *accompany = user;
	const char *cues, *why;
	accompany->asked = sd_bus_slot_unref(accompany->asked);
	if (sd_bus_message_is_method_error(reply, NULL) ||
	    sd_bus_message_read(reply, "ss", &cues, &why) < 0)
		take_answer(accompany, "off",
			    accompany->voice ? _("limberd, which notices calls, does not run")
					     : "");
	else
		take_answer(accompany, cues, why);
	return 0;
}

static int ask(struct accompany *accompany)
{
	BUS_MESSAGE *call = NULL;
	TRY(sd_bus_message_new_method_call(accompany->command->bus, &call, LIMBER_BUS_NAME,
					   LIMBER_PATH, LIMBER_MANAGER, "Cues"));
	TRY(sd_bus_message_set_auto_start(call, 0));
	TRY(sd_bus_message_append(call, "sb", accompany->item, accompany->voice));
	return sd_bus_call_async(accompany->command->bus, &accompany->asked, call, on_answer,
				 accompany, (uint64_t)ASK_AGAIN);
}

static int on_timer(sd_event_source *source, uint64_t time, void *user)
{
	struct accompany *accompany = user;
	if (!accompany->asked)
		(void)ask(accompany);
	(void)sd_event_source_set_time_relative(source, (uint64_t)ASK_AGAIN);
	return sd_event_source_set_enabled(source, SD_EVENT_ONESHOT);
}

void accompany_begin(struct accompany *accompany, sd_event *event)
{
	accompany->event = event;
	int r = bus_connect(accompany->command);
	if (r >= 0)
		r = sd_bus_attach_event(accompany->command->bus, event, 0);
	if (r >= 0)
		r = ask(accompany);
	if (r >= 0)
		r = sd_event_add_time_relative(event, &accompany->timer, CLOCK_BOOTTIME,
					       (uint64_t)ASK_AGAIN, USEC_PER_SEC / 10, on_timer,
					       accompany);
	if (r < 0 && accompany->voice)
		(void)!snprintf(accompany->why, sizeof(accompany->why), "%s",
				_("limberd, which notices calls, does not run"));
}

void accompany_finish(struct accompany *accompany)
{
	hang_up(accompany);
	sd_bus_slot_unref(accompany->asked);
	sd_event_source_disable_unref(accompany->timer);
	if (accompany->command && accompany->command->bus)
		(void)sd_bus_detach_event(accompany->command->bus);
}
