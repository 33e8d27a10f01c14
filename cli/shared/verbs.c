/*
 * One row a verb. A verb that is not here does not exist; one that is here is parsed, helped
 * with, completed and tested from its row alone.
 */
#include "cli/shared/verbs.h"

#include <string.h>

#include "core/base/text.h"
#include "core/base/translate.h"

enum {
	CHANGES = VERB_CHANGES,
};

#define JSON OPTION_BIT(OPTION_JSON)
#define LIMIT OPTION_BIT(OPTION_LIMIT)
#define WHY OPTION_BIT(OPTION_WHY)
#define PLAY                                                                                       \
	(JSON | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_EASIER) | OPTION_BIT(OPTION_VOICE))
#define RUNTIME OPTION_BIT(OPTION_RUNTIME)
#define BAR (OPTION_BIT(OPTION_WAYBAR) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_FOLLOW))
#define PREVIEW (OPTION_BIT(OPTION_DAYS) | OPTION_BIT(OPTION_LUNCH))
#define STATS                                                                                      \
	(OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_OPENMETRICS) | OPTION_BIT(OPTION_OUTPUT))
#define HEALTH (OPTION_BIT(OPTION_NONE) | OPTION_BIT(OPTION_YES))
#define FORGET (OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_YES))
#define FILTER                                                                                     \
	(OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_CAUSE) | OPTION_BIT(OPTION_CATEGORY) |        \
	 OPTION_BIT(OPTION_EVIDENCE))
#define SETUP                                                                                      \
	(OPTION_BIT(OPTION_PLAN) | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_WHEN) |            \
	 OPTION_BIT(OPTION_HOURS) | OPTION_BIT(OPTION_BEDTIME) | OPTION_BIT(OPTION_HEALTH) |       \
	 OPTION_BIT(OPTION_WATER) | OPTION_BIT(OPTION_YES))
#define NEW_REMINDER                                                                               \
	(OPTION_BIT(OPTION_EVERY) | OPTION_BIT(OPTION_OF) | OPTION_BIT(OPTION_AT) |                \
	 OPTION_BIT(OPTION_ON) | OPTION_BIT(OPTION_SAY) | OPTION_BIT(OPTION_ITEM) |                \
	 OPTION_BIT(OPTION_WITH) | RUNTIME)

const struct verb verbs[] = {
	{ "status", "", GROUP_LOOK, 0, JSON | BAR, 0, 0,
	  N_("what is going on, and what comes next") },
	{ "next", "", GROUP_LOOK, 0, JSON | LIMIT, 0, 0, N_("the cards to come, the next first") },
	{ "list", "", GROUP_LOOK, 0, JSON, 0, 0, N_("the reminders and when they come") },
	{ "show", "NAME", GROUP_LOOK, 0, JSON, 1, 1, N_("all about one reminder") },
	{ "explain", "[NAME]", GROUP_LOOK, 0, JSON, 0, 1, N_("why a reminder comes or waits") },
	{ "holds", "", GROUP_LOOK, 0, JSON, 0, 0, N_("what keeps cards back now") },
	{ "log", "[RANGE] [ROW NEW...]", GROUP_LOOK, 0,
	  JSON | LIMIT | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_FOLLOW), 0, COMMAND_WORDS_MAX,
	  N_("what was: cards, sitting, absences, water, cramps") },
	{ "stats", "[RANGE]", GROUP_LOOK, 0, JSON | STATS, 0, 1,
	  N_("breaks, sitting, water and cramps as a picture") },
	{ "report", "[RANGE]", GROUP_LOOK, 0, JSON | OPTION_BIT(OPTION_OUTPUT), 0, 1,
	  N_("a page with charts, for you or a physiotherapist") },
	{ "week", "", GROUP_LOOK, 0, JSON, 0, 0, N_("breaks, sitting and cramps of this week") },
	{ "watch", "", GROUP_LOOK, 0, 0, 0, 0,
	  N_("show cards in this terminal; keys answer them") },
	{ "monitor", "", GROUP_LOOK, 0, JSON | OPTION_BIT(OPTION_RECORD), 0, 0,
	  N_("print what happens, as it happens") },
	{ "preview", "[DAYS]", GROUP_LOOK, 0, JSON | PREVIEW, 0, 1,
	  N_("the cards of days like yours, as they would come") },
	{ "calendar", "WHEN", GROUP_LOOK, 0, JSON | LIMIT, 1, COMMAND_WORDS_MAX,
	  N_("when a time of the calendar comes") },
	{ "simulate", "FILE", GROUP_LOOK, 0, JSON | OPTION_BIT(OPTION_CONFIG), 1, 1,
	  N_("play a day from a file: the cards, and why") },
	{ "done", "[NAME]", GROUP_ANSWER, CHANGES, JSON, 0, 1,
	  N_("you did it, with a card or without") },
	{ "partly", "[NAME]", GROUP_ANSWER, CHANGES, JSON, 0, 1,
	  N_("you did some of it: sitting is halved") },
	{ "snooze", "[NAME] [TIME]", GROUP_ANSWER, CHANGES, JSON, 0, 5,
	  N_("not now: in 10 min (`later`), or at TIME") },
	{ "skip", "[NAME]", GROUP_ANSWER, CHANGES, JSON, 0, 1, N_("you leave this one out") },
	{ "another", "", GROUP_ANSWER, CHANGES, JSON, 0, 0,
	  N_("another item on the card that is up") },
	{ "undo", "", GROUP_ANSWER, CHANGES, JSON, 0, 0,
	  N_("take back the last answer, snooze, pause or setting") },
	{ "try", "NAME", GROUP_ANSWER, CHANGES, JSON, 1, 1, N_("show a reminder's card now") },
	{ "start", "[OCCASION|ITEM]", GROUP_ANSWER, CHANGES, PLAY, 0, 1,
	  N_("play the card's steps, or ITEM here; or work out") },
	{ "stop", "[OCCASION]", GROUP_ANSWER, CHANGES, JSON, 0, 1,
	  N_("the card's steps stand still; or a workout ends") },
	{ "hurt", "", GROUP_ANSWER, CHANGES, JSON, 0, 0,
	  N_("it hurt: partly done, and where to look") },
	{ "drink", "[AMOUNT]", GROUP_ANSWER, CHANGES, JSON, 0, 3,
	  N_("you drank a glass of water, or AMOUNT") },
	{ "pause", "[TIME]", GROUP_QUIET, CHANGES, JSON | WHY, 0, 4,
	  N_("no cards for an hour, or until TIME") },
	{ "resume", "", GROUP_QUIET, CHANGES, JSON, 0, 0, N_("end a pause") },
	{ "inhibit", "COMMAND [ARG...]", GROUP_QUIET, VERB_RUNS, WHY, 1, COMMAND_WORDS_MAX,
	  N_("no cards while a command runs") },
	{ "away", "", GROUP_BODY, CHANGES, JSON, 0, 0,
	  N_("you leave the desk: sitting is cleared") },
	{ "back", "", GROUP_BODY, CHANGES, JSON, 0, 0, N_("at the desk again: sitting counts") },
	{ "standing", "[LENGTH]", GROUP_BODY, CHANGES, JSON, 0, 3,
	  N_("you work standing: it clears sitting like a walk") },
	{ "sitting", "", GROUP_BODY, CHANGES, JSON, 0, 0, N_("you sit again: sitting counts") },
	{ "stood", "LENGTH", GROUP_BODY, CHANGES, JSON, 1, 3,
	  N_("you have stood that long just now") },
	{ "sat", "LENGTH", GROUP_BODY, CHANGES, JSON, 1, 3, N_("you have sat that long just now") },
	{ "catalogue", "[ITEM] [PATH]", GROUP_CARE, 0, JSON | FILTER | OPTION_BIT(OPTION_PICTURE),
	  0, 2, N_("the items there are, or all about one") },
	{ "cramp", "[WORDS...]", GROUP_CARE, CHANGES, JSON, 0, COMMAND_WORDS_MAX,
	  N_("what to do in a cramp, now; or book one") },
	{ "how", "SCORE", GROUP_CARE, CHANGES, JSON, 1, 1, N_("how your day is, from 0 to 10") },
	{ "warnings", "[REPLY]", GROUP_CARE, CHANGES, JSON, 0, 1,
	  N_("signs that mean: see someone first") },
	{ "setup", "", GROUP_CARE, CHANGES, JSON | SETUP, 0, 0,
	  N_("a ready plan or six questions, and your day") },
	{ "kinds", "[CHANGE KIND...]", GROUP_CARE, CHANGES, JSON, 0, COMMAND_WORDS_MAX,
	  N_("the kinds of cramp, and which are yours") },
	{ "health", "[FACT=ANSWER...]", GROUP_CARE, CHANGES, JSON | HEALTH, 0, COMMAND_WORDS_MAX,
	  N_("the health questions, and what a yes changes") },
	{ "set", "[NAME] KEY=VALUE...", GROUP_SETTINGS, CHANGES, JSON | RUNTIME, 1,
	  COMMAND_WORDS_MAX, N_("change settings, of a reminder or of all") },
	{ "unset", "[NAME] KEY...", GROUP_SETTINGS, CHANGES, JSON | RUNTIME, 1, COMMAND_WORDS_MAX,
	  N_("back to what the files say") },
	{ "add", "NAME", GROUP_SETTINGS, CHANGES, JSON | NEW_REMINDER, 1, 1,
	  N_("a reminder of your own") },
	{ "remove", "NAME", GROUP_SETTINGS, CHANGES, JSON | RUNTIME, 1, 1,
	  N_("delete a reminder of your own") },
	{ "enable", "NAME", GROUP_SETTINGS, CHANGES, JSON, 1, 1, N_("switch a reminder on") },
	{ "disable", "NAME", GROUP_SETTINGS, CHANGES, JSON, 1, 1, N_("switch a reminder off") },
	{ "config", "[PART]", GROUP_SETTINGS, 0, JSON, 0, 1,
	  N_("the configuration: check, show, path or edit") },
	{ "reload", "", GROUP_SETTINGS, 0, JSON, 0, 0, N_("read the configuration again") },
	{ "on", "", GROUP_SERVICE, CHANGES, JSON, 0, 0, N_("start limberd now and at each login") },
	{ "off", "", GROUP_SERVICE, 0, JSON, 0, 0, N_("stop limberd, now and at each login") },
	{ "tray", "[STATE]", GROUP_SERVICE, 0, JSON, 0, 1,
	  N_("the icon in the panel: on, off, or who shows it") },
	{ "export", "[RANGE]", GROUP_SERVICE, 0,
	  JSON | OPTION_BIT(OPTION_CSV) | OPTION_BIT(OPTION_OUTPUT), 0, 1,
	  N_("the history as lines of JSON, to keep or to move") },
	{ "import", "FILE", GROUP_SERVICE, 0, JSON, 1, 1,
	  N_("rows of an export, also of another machine") },
	{ "forget", "[RANGE]", GROUP_SERVICE, 0, JSON | FORGET | OPTION_BIT(OPTION_KIND), 0, 1,
	  N_("delete rows of history, or all: --all") },
	{ "doctor", "", GROUP_SERVICE, 0, JSON, 0, 0,
	  N_("what Limber needs, and what is missing") },
	{ "hooks", "", GROUP_SERVICE, 0, 0, 0, 0, N_("run your commands at cards: limber.conf") },
	{ "attach", "", GROUP_SERVICE, 0, JSON, 0, 0,
	  N_("tell limberd this desktop's display, at login") },
	{ "help", "[VERB]", GROUP_HELP, 0, 0, 0, 1, N_("this, all verbs, or more about one") },
	{ "about", "", GROUP_HELP, 0, JSON, 0, 0, N_("what Limber is, and what it is not") },
	{ "version", "", GROUP_HELP, 0, JSON, 0, 0,
	  N_("which version this is, and which one runs") },
	{ "names", "[WORD...]", GROUP_HELP, VERB_HIDDEN, 0, 0, COMMAND_WORDS_MAX,
	  N_("words that may follow, for completions") },
};

const size_t verbs_count = sizeof(verbs) / sizeof(verbs[0]);

const char *const verb_groups[GROUP_COUNT] = {
	[GROUP_LOOK] = N_("Look"),
	[GROUP_ANSWER] = N_("Answer a card"),
	[GROUP_QUIET] = N_("Time without cards"),
	[GROUP_BODY] = N_("You and the desk"),
	[GROUP_CARE] = N_("Items and health"),
	[GROUP_SETTINGS] = N_("Reminders and settings"),
	[GROUP_SERVICE] = N_("The service"),
	[GROUP_HELP] = N_("Help"),
};

static const struct placeholder placeholders[] = {
	{ "TIME",
	  N_("TIME is 20m, 1h30, 14:00, tomorrow, monday 9:00 or 2026-12-24; \"until\" may "
	     "come first."),
	  "10m 30m 1h tomorrow monday" },
	{ "AMOUNT", N_("AMOUNT is 250ml, 0.3l, 8oz, glass, 2 glasses or bottle."),
	  "glass bottle 250ml 500ml 8oz" },
	{ "LENGTH", N_("LENGTH is 20m or 1h30."), "10m 20m 30m 50m 1h" },
	{ "RANGE",
	  N_("RANGE is today, yesterday, week, month, year, all, 2026-11-24, 2026-11, 2026, or two "
	     "of "
	     "these with \"..\" between; one of the two may be missing."),
	  "today yesterday week month year all" },
	{ "DAYS",
	  N_("DAYS is today, tomorrow, week, month or 2026-11-24; without it, today and "
	     "tomorrow."),
	  "today tomorrow week month" },
	{ "SPAN", N_("SPAN is 12:00-12:45, or no."), NULL },
	{ "FILE", N_("FILE is a path; - is the standard input or output."), PLACEHOLDER_PATHS },
	{ "FORMAT",
	  N_("FORMAT is text with fields in braces: '{next_at} {next.title}'. limber(1) has more."),
	  NULL },
	{ "WHEN", N_("WHEN is 21:30, \"Mon..Fri 12:30\" and the like: limber.conf(5)."), NULL },
	{ "OCCASION", N_("OCCASION is workout."), "workout" },
	{ "EVENT", N_("EVENT is unlock, wake, login or workout."), "unlock wake login workout" },
	{ "COUNTED", N_("COUNTED is sitting, or clock: time passes in any case."),
	  "sitting clock" },
	{ "PART",
	  N_("PART is check (the files), show (the values in force, and their files), path (of "
	     "your file) or edit; without it, show."),
	  "check show path edit" },
	{ "KEY", N_("KEY is one of limber.conf(5); without a name, one of the top level."), NULL },
	{ "KIND", N_("KIND is a kind of cramp: limber kinds."),
	  "acute chronic exertional nocturnal referred postural ischemic neurological electrolyte "
	  "dehydration" },
	{ "ROW",
	  N_("ROW is a row's number in limber log, to change it: limber log amend ROW NEW..."),
	  NULL },
	{ "NEW",
	  N_("NEW is outcome=skipped, seconds=40, amount=300, side=left and the like, or remove."),
	  "outcome=done outcome=partly outcome=skipped outcome=natural seconds= amount= side=left "
	  "side=right side=both remove" },
	{ "ROWS", N_("ROWS is card, sitting, away, drink, cramp or score."),
	  "card sitting away drink cramp score" },
	{ "CAUSE", N_("CAUSE is one of limber-catalogue(5), such as prolonged-sitting."),
	  "overuse prolonged-sitting injury posture dehydration electrolytes no-stretching "
	  "overexertion nerve-impingement spinal pregnancy hip-joint fibromyalgia infection "
	  "surgery "
	  "stress sedentary nutrition hormonal medication" },
	{ "CATEGORY", N_("CATEGORY is stretch, move, hydrate and the like: limber-catalogue(5)."),
	  "stretch strengthen posture move hydrate nourish recover relax sleep wear care check" },
	{ "GRADE", N_("GRADE is good, mixed, weak or custom-and-practice."),
	  "good mixed weak custom-and-practice" },
	{ "FACT", N_("FACT is one of limber-catalogue(5), such as kidney."),
	  "pregnant= op= hiprep= acute= fracture= fever= kidney= fluid= thin= artery= clot= numb= "
	  "bone= bp= hernia= skin= liver= meds= fall= trauma=" },
	{ "ANSWER", N_("ANSWER is yes, no, or of acute, op and pregnant the day: 2026-11-22."),
	  NULL },
	{ "REPLY",
	  N_("REPLY is yes (one fits now), clear (someone has looked at it) or seen (you see "
	     "someone "
	     "about your diary); without it, the list."),
	  "yes clear seen" },
	{ "WORDS",
	  N_("WORDS describe a cramp, in any order: when (3am, yesterday 22:00, 20m ago; now), "
	     "left, "
	     "right or both, where, how strong from 0 to 10, woke, a kind of limber kinds, what it "
	     "was like. The Tab key lists them. Without words: what to do."),
	  "3am 20m" },
	{ "SCORE", N_("SCORE is 0 (no trouble) to 10 (the worst you know)."),
	  "0 1 2 3 4 5 6 7 8 9 10" },
	{ "CHANGE", N_("CHANGE is add or remove; without it, the list."), "add remove" },
	{ "READY", N_("READY is sit (sit less), night (night cramps) or water (and standing up)."),
	  "sit night water" },
	{ "PLACES",
	  N_("PLACES is hip, thigh, calf, foot, back, numb, walking, or some with commas between; "
	     "or nothing."),
	  "hip thigh calf foot back numb walking nothing" },
	{ "MOMENTS",
	  N_("MOMENTS is sitting, night, sport, strain, months, sweat, heat, or some; or nothing."),
	  "sitting night sport strain months sweat heat nothing" },
	{ "HOURS", N_("HOURS is 08:00-20:00, \"Mon..Fri 09:00-17:00\" and the like."), NULL },
	{ "EVENING", N_("EVENING is 21:30 and the like, or no."), "21:00 21:30 22:00 no" },
	{ "FACTS", N_("FACTS is words of limber health with commas between, or none."), "none" },
	{ "CHOICE", N_("CHOICE is yes or no."), "yes no" },
	{ "PATH", N_("PATH, behind check, is a file with an item of your own."),
	  PLACEHOLDER_PATHS },
	{ "COMMAND",
	  N_("COMMAND is any program, with its own options behind it; -- may come first."), NULL },
	{ "STATE", N_("STATE is on or off, also for each login; without it, what is so."),
	  "on off" },
	{ "ARG", NULL, NULL },
	{ "VERB", N_("VERB is a verb, or all."), "all" },
	{ "ITEM", N_("ITEM is one of the catalogue: limber catalogue."), NULL },
	{ "NAME", N_("NAME is a reminder: limber list."), NULL },
};

const struct placeholder *placeholder_find(const char *name)
{
	size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	for (size_t i = 0; i < sizeof(placeholders) / sizeof(placeholders[0]); i++)
		if (strlen(placeholders[i].name) == length &&
		    strncmp(placeholders[i].name, name, length) == 0)
			return &placeholders[i];
	return NULL;
}

void placeholder_nearest(const char *name, const char *word, char out[SAMPLE_SIZE])
{
	enum { MOST = 32 };
	const struct placeholder *placeholder = placeholder_find(name);
	char samples[MOST][SAMPLE_SIZE];
	const char *words[MOST],
		*at = placeholder && placeholder->samples ? placeholder->samples : "";
	size_t count = 0;
	for (; *at && count < MOST; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		bool is_word = length < SAMPLE_SIZE && !strchr("0123456789/", *at);
		if (is_word) {
			memcpy(samples[count], at, length);
			samples[count][length] = '\0';
			words[count] = samples[count];
			count++;
		}
		at += length;
	}
	const char *nearest = text_nearest(word, words, count);
	memcpy(out, nearest ? nearest : "", nearest ? strlen(nearest) + 1 : 1);
}

const char *verb_option_value(const struct verb *verb, enum option option)
{
	bool of_items = verb->options & OPTION_BIT(OPTION_CAUSE);
	return option == OPTION_KIND && !of_items ? "ROWS" : options[option].value;
}

const struct verb *verb_find(const char *name)
{
	for (size_t i = 0; i < verbs_count; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

static const struct {
	const char *word, *instead;
} elsewhere[] = {
	{ "quit", "off" },
	{ "exit", "off" },
	{ "kill", "off" },
	{ "run", "on" },
	{ "restart", "reload" },
	{ "statistics", "stats" },
	{ "history", "log" },
	{ "today", "log today" },
	{ "schedule", "list" },
	{ "why", "explain" },
	{ "settings", "config" },
	{ "preferences", "config" },
	{ "options", "config" },
	{ "edit", "config edit" },
	{ "wizard", "setup" },
	{ "init", "setup" },
	{ "delete", "remove" },
	{ "uninstall", "forget --all" },
	{ "reset", "forget --all" },
	{ "erase", "forget --all" },
	{ "icon", "tray" },
	{ "panel", "tray" },
	{ "later", "snooze" },
	{ "postpone", "snooze" },
	{ "dismiss", "skip" },
	{ "mute", "pause" },
	{ "break", "try desk" },
	{ "test", "try desk" },
	{ "stand", "standing" },
	{ "sit", "sitting" },
	{ "water", "drink" },
	{ "items", "catalogue" },
	{ "exercises", "catalogue" },
	{ "catalog", "catalogue" },
	{ "info", "about" },
	{ "debug", "doctor" },
};

const char *verb_instead(const char *name)
{
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++)
		if (strcmp(elsewhere[i].word, name) == 0)
			return elsewhere[i].instead;
	return NULL;
}

const char *verb_nearest(const char *name)
{
	const char *names[sizeof(verbs) / sizeof(verbs[0])];
	size_t count = 0;
	for (size_t i = 0; i < verbs_count; i++)
		if (!(verbs[i].flags & VERB_HIDDEN))
			names[count++] = verbs[i].name;
	return text_nearest(name, names, count);
}
