/*
 * limber start ITEM: play the steps of an item in this terminal. core/model/player gives the
 * current part at each wake, and the next wake is set to a moment, not after a length, so that
 * delays do not add up.
 */
#include <signal.h>
#include <string.h>
#include <time.h>

#include "cli/report/accompany.h"
#include "cli/report/current.h"
#include "cli/report/diary.h"
#include "cli/report/report.h"
#include "cli/report/stage.h"
#include "cli/report/verdict.h"
#include "cli/shared/bus.h"
#include "cli/shared/keys.h"
#include "cli/shared/reply.h"
#include "cli/shared/when.h"
#include "core/base/text.h"
#include "core/model/outcome.h"
#include "core/words/health_text.h"

/* A shorter play is not booked. */
#define PLAY_LEAST (5 * USEC_PER_SEC)

struct session {
	struct command *command;
	const struct item *item;
	struct player player;
	struct play play;
	struct stage stage;
	struct keys keys;
	struct accompany accompany;
	sd_event *event;
	sd_event_source *timer;
};

static const char *words(const char *english)
{
	return _(english);
}

static struct boottime moment_now(void)
{
	return (struct boottime){ when_clock_us(CLOCK_BOOTTIME) };
}

static bool is_over(const struct session *session, struct boottime now)
{
	struct player_place place;
	player_place(&session->player, &session->play, now, &place);
	return place.part == session->player.count;
}

static void take_form(struct session *session, bool easier)
{
	player_init_item(&session->player, session->item, easier, session->stage.keys);
}

/* Show the current part, and set the timer to its end. */
static int turn(struct session *session)
{
	struct boottime now = moment_now(), next;
	if (is_over(session, now))
		return sd_event_exit(session->event, 0);
	stage_show(&session->stage, &session->play, now);
	accompany_turn(&session->accompany, now);
	if (!stage_next(&session->stage, &session->play, now, &next))
		return sd_event_source_set_enabled(session->timer, SD_EVENT_OFF);
	int r = sd_event_source_set_time(session->timer, (uint64_t)next.us);
	return r < 0 ? r : sd_event_source_set_enabled(session->timer, SD_EVENT_ONESHOT);
}

static int on_timer(sd_event_source *source, uint64_t time, void *user)
{
	return turn(user);
}

static int on_resize(sd_event_source *source, const struct signalfd_siginfo *info, void *user)
{
	return turn(user);
}

/* Go to the start of the same step in the other form. */
static void change_form(struct session *session, struct boottime now)
{
	struct player before = session->player;
	bool easier = !session->stage.easier;
	if (!session->stage.may_change)
		return;
	take_form(session, easier);
	stage_change_form(&session->stage, easier);
	player_change_form(&before, &session->player, &session->play, now);
	accompany_forget(&session->accompany);
}

static void on_key(void *user, char pressed)
{
	struct session *session = user;
	struct boottime now = moment_now();
	switch (pressed) {
	case ' ':
		player_run(&session->player, &session->play, !session->play.runs, now);
		break;
	case 'b':
		player_back(&session->player, &session->play, now);
		break;
	case 'n':
		player_skip(&session->player, &session->play, now);
		break;
	case 'e':
		change_form(session, now);
		break;
	case 'q':
		sd_event_exit(session->event, 0);
		return;
	default:
		return;
	}
	(void)turn(session);
}

/* Restore the screen of the shell while the program is stopped. */
static void on_stopped(void *user, bool stopped)
{
	struct session *session = user;
	if (stopped) {
		stage_close(&session->stage);
		return;
	}
	stage_open(&session->stage);
	(void)turn(session);
}

static int listen_for(struct session *session)
{
	sigset_t resized;
	sigemptyset(&resized);
	sigaddset(&resized, SIGWINCH);
	sigprocmask(SIG_BLOCK, &resized, NULL);
	int r = sd_event_new(&session->event);
	if (r >= 0)
		r = sd_event_add_signal(session->event, NULL, SIGWINCH, on_resize, session);
	if (r >= 0)
		r = sd_event_add_time(session->event, &session->timer, CLOCK_BOOTTIME, 0,
				      USEC_PER_SEC / 100, on_timer, session);
	if (r >= 0)
		r = keys_init(&session->keys, session->event, on_key, session);
	session->stage.keys = r > 0;
	return r;
}

/* Play to the end, or until a key or a signal stops it. */
static int play_through(struct session *session)
{
	struct stage *stage = &session->stage;
	TRY(listen_for(session));
	take_form(session, stage->easier);
	stage->item = session->item;
	stage->player = &session->player;
	stage->plain = stage->plain || !stage_fits(stage);
	session->keys.stopped = stage->plain ? NULL : on_stopped;
	stage_open(stage);
	player_run(&session->player, &session->play, true, moment_now());
	accompany_begin(&session->accompany, session->event);
	int r = turn(session);
	if (r >= 0)
		r = sd_event_loop(session->event);
	accompany_end(&session->accompany, is_over(session, moment_now()));
	stage_close(stage);
	return r;
}

static void session_finish(struct session *session)
{
	stage_close(&session->stage);
	accompany_finish(&session->accompany);
	keys_finish(&session->keys);
	sd_event_source_unref(session->timer);
	sd_event_unref(session->event);
}

static void not_booked(const struct command *command, const struct item *item, const char *why)
{
	puts(why);
	if (!command->json)
		return;
	struct json json = json_start(say_document());
	json_text(&json, "reminder", "");
	json_text(&json, "item", item->id);
	json_text(&json, "outcome", "");
	json_text(&json, "note", why);
	json_finish(&json);
}

/* Book the play with limberd, if it runs. */
static void book(struct command *command, const struct item *item, enum outcome outcome,
		 uint32_t seconds, uint32_t sides)
{
	BUS_MESSAGE *reply = NULL;
	BUS_ERROR error = SD_BUS_ERROR_NULL;
	int r = bus_connect(command);
	if (r >= 0)
		r = bus_try(command->bus, MANAGER_METHOD("Record"), &error, &reply, "sa{sv}",
			    "item", 4, "Item", "s", item->id, "Outcome", "s", outcome_word(outcome),
			    "Seconds", "u", seconds, "Side", "s", sides_word(sides));
	if (r < 0)
		not_booked(command, item,
			   sd_bus_error_has_name(&error, LIMBER_ERROR_REFUSED)
				   ? error.message
				   : _("limberd is not running, so nothing was booked."));
	else if (!reply_json(command, reply))
		printf(_("Booked: %s, %s. Undo: limber undo\n"), reply_text(reply, "Reminder"),
		       _(outcome_say(outcome)));
}

static void conclude(struct session *session)
{
	struct boottime now = moment_now();
	char length[LENGTH_SIZE];
	bool over = is_over(session, now);
	usec spent = player_spent(&session->player, &session->play, now);
	length_say(spent, length);
	if (session->accompany.why[0])
		printf(_("It could not be heard: %s.\n"), session->accompany.why);
	printf(over ? _("%s: that was it, %s.\n") : _("%s: stopped after %s.\n"),
	       _(session->item->title), length);
	if (!over && spent < PLAY_LEAST) {
		not_booked(session->command, session->item, _("Nothing was booked."));
		return;
	}
	book(session->command, session->item, over ? OUTCOME_DONE : OUTCOME_PARTLY,
	     (uint32_t)(spent / USEC_PER_SEC), player_sides(&session->player, &session->play, now));
	puts(_("Did it hurt? Say so: limber hurt. What to look for: limber warnings"));
}

/* The note of the item, and the cautions from the health answers. */
static void take_notes(struct stage *stage, const struct item *item, const struct current *current)
{
	const struct item_caution *notes[FACT_COUNT];
	int count = item_notes(item, current_health(current), current->today, notes), at = 0;
	note_say(item, words, stage->notes[0]);
	at += stage->notes[0][0] != '\0';
	for (int i = 0; i < count && at < STAGE_NOTES_MAX; i++)
		caution_say(notes[i], words, stage->notes[at++]);
}

/* Refuse an item that is not for the user, one that needs the health questions answered first, and
 * a form that the item lacks. */
static enum exit_code check_item(const struct command *command, const struct item *item,
				 const struct current *current)
{
	char why[VERDICT_SIZE];
	verdict_say(item, current, why);
	if (item_verdict(item, current_health(current), current->today).ruling != RULING_FOR_YOU)
		return complain(command, EXIT_REFUSED, _("%s is not played. For you: %s"), item->id,
				why);
	if (!current_setup_done(current) && !item->before_setup)
		return complain(command, EXIT_REFUSED,
				_("%s is not for everyone: first answer the health questions: "
				  "limber health"),
				item->id);
	if (command_given(command, OPTION_EASIER) && item->easier_count == 0)
		return complain(command, EXIT_REFUSED, _("%s has no easier form: limber start %s"),
				item->id, item->id);
	return EXIT_FINE;
}

/* A user who may do only the easier steps is not offered the others. */
static void choose_form(struct stage *stage, const struct item *item, const struct current *current,
			bool wanted)
{
	bool only = item_only_easier(item, current_health(current), current->today);
	stage->easier = wanted || only;
	stage->may_change = item->easier_count > 0 && !only;
}

enum exit_code report_start(struct command *command)
{
	static struct session session;
	BUS_CLEANUP(current_finish) struct current current; /* owns the user's own items */
	struct diary_sum diary;
	const char *id = command->words[0];
	current_init(&current, command);
	session = (struct session){
		.command = command,
		.item = current_item_find(&current, id),
	};
	if (!session.item)
		return item_unknown(command, id);
	say_aside(command);
	session.stage.plain = stage_must_be_plain() || command_given(command, OPTION_PLAIN);
	accompany_init(&session.accompany, command, session.item->id,
		       command_given(command, OPTION_VOICE), &session.player, &session.play);
	enum exit_code code = check_item(command, session.item, &current);
	take_notes(&session.stage, session.item, &current);
	choose_form(&session.stage, session.item, &current, command_given(command, OPTION_EASIER));
	if (code != EXIT_FINE)
		return code;
	if (diary_is_for(session.item) && diary_weeks_read(command, &current, &diary) == EXIT_FINE)
		diary_weeks_print(stdout, &diary);
	int r = play_through(&session);
	if (r < 0)
		code = complain(command, EXIT_REFUSED, _("It cannot be played here: %s"),
				strerror(-r));
	else
		conclude(&session);
	session_finish(&session);
	return code;
}
