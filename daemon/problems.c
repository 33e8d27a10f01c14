/* One sentence for each problem. The text of an error may quote health facts: it is sent to the
 * user, and never logged. */
#include "daemon/problems.h"

#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "daemon/adapters/dict.h"
#include "daemon/answers.h"
#include "daemon/silence_file.h"

#define _(text) gettext(text)

/* what NULL: append nothing. */
static int append_problem(sd_bus_message *reply, const char *pattern, const char *what)
{
	if (!what)
		return 0;
	char sentence[2048]; /* many files may be left out */
	words_fill(sentence, sizeof(sentence), pattern, "what", what, NULL);
	return text_append(reply, sentence);
}

/* What follows from errors: at the start files are left out, later the old plan stays. */
static int append_consequence(sd_bus_message *reply, const struct app *app)
{
	const char *skipped = config_skipped(app->config);
	char missing[ANSWERS_SIZE];
	if (skipped[0])
		TRY(append_problem(reply,
				   _("{what}: left out until that is right. What is in force: "
				     "limber config show"),
				   skipped));
	if (config_is_careful(app->config))
		TRY(append_problem(
			reply,
			_("That may be about your health, so only walks and short pauses "
			  "come until then, as before the health questions."),
			""));
	answers_say(app, missing);
	if (missing[0])
		TRY(append_problem(reply, "{what}", missing));
	if (!skipped[0] && app->config_errors.count > 0)
		TRY(append_problem(reply,
				   _("Until that is right it has no effect. What is in force: "
				     "limber config show"),
				   ""));
	return 0;
}

/* SQLite ignores its log from the first damaged page on. */
static int append_lost(sd_bus_message *reply, const struct app *app)
{
	struct store_lost lost = { 0 };
	char sentence[512], rows[24], from[WHEN_SIZE], until[WHEN_SIZE];
	if (app->store)
		lost = store_lost(app->store);
	if (lost.until.us == 0)
		return 0;
	snprintf(rows, sizeof(rows), "%ju", (uintmax_t)lost.rows);
	words_when(lost.from, &app->state.zone, app->state.at.real, gettext_words, from);
	words_when(lost.until, &app->state.zone, app->state.at.real, gettext_words, until);
	words_fill(
		sentence, sizeof(sentence),
		_("The end of the store was damaged: what was answered or set between {from} and "
		  "{until} is lost (answers: {rows})."),
		"from", from, "until", until, "rows", rows, NULL);
	return sd_bus_message_append_basic(reply, 's', sentence);
}

static int append_display(sd_bus_message *reply, const struct app *app)
{
	const char *why = app->no_card_why ? app->no_card_why : "";
	if (app_shows_nowhere(app))
		return append_problem(
			reply,
			_("There is no notification server, so cards cannot be shown on "
			  "the desktop. Read them here: limber watch"),
			"");
	if (app->state.display)
		return 0;
	return append_problem(reply,
			      why[0] ? _("The last card could not be shown ({what}). "
					 "Read the cards here: limber watch")
				     : _("The last card could not be shown. "
					 "Read the cards here: limber watch"),
			      why);
}

int problems_append(sd_bus_message *reply, const struct app *app)
{
	char silent[SILENT_SIZE], zone[sizeof(app->state.zone.name)];
	TRY(sd_bus_message_open_container(reply, 'a', "s"));
	silent_say(app, silent);
	if (silent[0] != '\0')
		TRY(text_append(reply, silent));
	TRY(append_problem(reply, _("Nothing can be stored: {what}. Kept in memory."),
			   app->save_error < 0 ? strerror(-app->save_error) : NULL));
	TRY(append_display(reply, app));
	TRY(append_problem(reply,
			   _("The last routine could not be heard: {what}. More: limber doctor"),
			   app->unheard_why));
	TRY(append_problem(reply, _("The store was damaged and put aside: {what}"),
			   app->store_moved));
	TRY(append_lost(reply, app));
	if (clock_zone_missing(CLOCK_ETC, zone, sizeof(zone)))
		TRY(append_problem(
			reply,
			_("The data of the time zone {what} is not installed, so times are "
			  "those of UTC (package tzdata or tzdata-legacy)."),
			zone));
	if (app_unwatched(app)[0])
		TRY(append_problem(reply,
				   _("A save of the configuration is noticed with the next limber "
				     "command only: {what}."),
				   app_unwatched(app)));
	for (size_t i = 0; i < config_left_out(app->config)->count; i++)
		TRY(append_problem(reply, "{what}", config_left_out(app->config)->lines[i]));
	/* Before the errors, of which there may be many. */
	TRY(append_consequence(reply, app));
	for (size_t i = 0; i < app->config_errors.count; i++)
		TRY(append_problem(reply, "{what}", app->config_errors.lines[i]));
	return sd_bus_message_close_container(reply);
}
