/*
 * A row for each key, in the order of limber.conf. The defaults of the top level are repeated in
 * the built-in file, those of reminders in draft_read.c; a test compares them.
 */
#include "config/keys.h"

#include "config/draft.h"
#include "core/policy/water.h"

static const char *const first_weeks[] = { "half", "full", NULL };
static const char *const videos[VIDEO_COUNT + 1] = { "sitting", "away", "frozen", NULL };
static const char *const pictures[PICTURES_COUNT + 1] = { "light", "dark", "off", NULL };
static const char *const trays[] = { "minutes", "time", NULL };
static const char *const cues[CUES_COUNT + 1] = { "off", "tone", "voice", NULL };
static const char *const units[] = { "ml", "oz", NULL };
static const char *const nevers[] = { "call", "awake", "dnd", "locked", "fullscreen", NULL };
static const char *const keeps[KEEP_COUNT + 1] = { "ever",   "3months", "1year",
						   "2years", "5years",  NULL };
static const char *const counted[] = { "sitting", "clock", NULL };
static const char *const occasions[OCCASION_COUNT + 1] = { "unlock",  "wake",     "login",
							   "workout", "standing", NULL };

static const char *const hooks[] = { "on_card", "on_answer", "on_away",
				     "on_back", "on_step",   "time_limit" };

#define PLAN(member) offsetof(struct draft, plan.member)
#define DRAFT(member) offsetof(struct draft_reminder, member)
#define REMINDER(member) DRAFT(reminder.member)

const struct field keys_plan[] = {
	{ "hours", key_ranges, PLAN(hours), 1, RANGES_MAX, .form = FORM_LIST,
	  .preset = "[ \"08:00-20:00\" ]", .entry = key_is_range,
	  .help = "when reminders by every may come" },
	{ "quiet", key_ranges, PLAN(quiet), 0, RANGES_MAX, .form = FORM_LIST,
	  .preset = "\"22:30-07:00\"", .entry = key_is_range, .help = "nothing appears then" },
	{ "gap", field_length, PLAN(gap), 0, USEC_PER_DAY, .preset = "\"30min\"",
	  .help = "at least this much passes after a card" },
	{ "cap", field_integer, PLAN(cap), 1, CAP_MOST, .form = FORM_INTEGER, .preset = "10",
	  .help = "most cards a day of the built-in reminders by every" },
	{ "first_week", key_half, PLAN(first_week_half), 0, 2, first_weeks, N_("first week"),
	  .preset = "\"half\"" },
	{ "back_off", field_bool, PLAN(back_off), .form = FORM_BOOL, .preset = "true",
	  .help = "after five cards in a row that were unanswered or skipped" },
	{ "day_starts", key_clock, PLAN(day_starts), 0, USEC_PER_DAY - USEC_PER_MIN,
	  .preset = "\"04:00\"", .help = "when a day begins" },
	{ "still_sitting", field_length, PLAN(still_sitting), 10 * USEC_PER_SEC, USEC_PER_HOUR,
	  .preset = "\"8min\"", .help = "no key and no mouse for no longer than this is sitting" },
	{ "pays_back", field_length, PLAN(pays_back), USEC_PER_MIN, USEC_PER_DAY,
	  .preset = "\"10min\"", .help = "an absence this long makes sitting zero" },
	{ "video", field_word, PLAN(video), 0, VIDEO_COUNT, videos, N_("way to count a film"),
	  .preset = "\"sitting\"" },
	{ "never_during", key_set, PLAN(never_during), 0, sizeof(nevers) / sizeof(nevers[0]) - 1,
	  nevers, N_("occasion to be silent"), .form = FORM_LIST,
	  .preset = "[ \"call\", \"awake\", \"dnd\", \"locked\" ]" },
	{ "awake_limit", field_length, PLAN(awake_limit), USEC_PER_MIN, USEC_PER_DAY,
	  .preset = "\"3h\"",
	  .help = "a program that keeps the screen on, or a call, for longer no longer counts" },
	{ "after_return", field_length, PLAN(after_return), 0, USEC_PER_HOUR, .preset = "\"2min\"",
	  .help = "silence when you come back" },
	{ "sound", field_bool, PLAN(sound), .form = FORM_BOOL, .preset = "false",
	  .help = "whether a card may make a sound" },
	{ "cues", field_word, PLAN(cues), 0, CUES_COUNT, cues, N_("kind of cue"),
	  .preset = "\"off\"" },
	{ "card_time", field_length, PLAN(card_time), 10 * USEC_PER_SEC, USEC_PER_HOUR,
	  .preset = "\"2min\"", .help = "how long a card stays" },
	{ "later", field_length, PLAN(later), USEC_PER_MIN, USEC_PER_DAY, .preset = "\"10min\"",
	  .help = "a snooze without a time" },
	{ "discreet", field_bool, PLAN(discreet), .form = FORM_BOOL, .preset = "false",
	  .help = "no health words on cards" },
	{ "pictures", field_word, PLAN(pictures), 0, PICTURES_COUNT, pictures,
	  N_("kind of picture"), .preset = "\"light\"" },
	{ "tray", key_half, PLAN(tray_minutes), 0, 2, trays, N_("label of the tray icon"),
	  .preset = "\"time\"" },
	{ "aim", key_amount, PLAN(aim), WATER_AIM_LEAST, WATER_AIM_MOST, .preset = "\"\"",
	  .help = "how much water a day" },
	{ "glass", key_amount, PLAN(glass), 50, 1000, .preset = "\"250ml\"",
	  .help = "what a glass holds" },
	{ "bottle", key_amount, PLAN(bottle), 100, 3000, .preset = "\"500ml\"",
	  .help = "what a bottle holds" },
	{ "units", field_word, PLAN(ounces), 0, 2, units, N_("unit of amounts"),
	  .preset = "\"ml\"" },
	{ "keep", field_word, PLAN(keep), 0, KEEP_COUNT, keeps, N_("length of time to keep"),
	  .preset = "\"ever\"" },
	{ "health", key_health, 0, 0, FACT_COUNT, item_facts, "health facts", .form = FORM_GROUP },
	{ "setup_done", field_bool, PLAN(setup_done), .form = FORM_BOOL, .preset = "false",
	  .help = "the cautions were read" },
	{ "health_asked", key_date, PLAN(health.asked), .preset = "\"\"",
	  .help = "the day the health questions were answered" },
	{ "kinds", key_kinds, .form = FORM_LIST, .preset = "[ \"postural\" ]",
	  .help = "kinds of cramp" },
	{ "agreed", key_agreed, 0, 0, AGREED_MAX, .form = FORM_LIST, .preset = "[ ]",
	  .help = "items a clinician agreed to" },
	{ "cleared", key_cleared, .form = FORM_LIST, .preset = "[ ]",
	  .help = "what a clinician has checked" },
	{ "warning", key_date, PLAN(health.warning), .preset = "\"\"",
	  .help = "the day of a yes to a warning sign" },
	{ "emergency_number", key_number, 0, 0, 20, .preset = "\"\"",
	  .help = "shown with warning signs; none is built in" },
	{ "hooks", key_hooks, 0, 0, HOOK_KEYS, hooks, "commands of the user", .form = FORM_GROUP },
	{ "reminders", draft_reminders, .form = FORM_GROUP, .help = "groups by name" },
	{ .read = draft_misplaced },
};

const struct field keys_reminder[] = {
	{ "enabled", field_bool, REMINDER(enabled), .form = FORM_BOOL, .preset = "true",
	  .help = "whether it comes at all" },
	{ "title", key_say, REMINDER(title), 0, SAY_MAX_BYTES, .help = "its own title" },
	{ "say", key_say, REMINDER(say), 0, SAY_MAX_BYTES, .help = "its own text" },
	{ "items", key_items, 0, 0, DECK_MAX, .form = FORM_LIST, .help = "its items, in turn" },
	{ "every", field_length, REMINDER(every), USEC_PER_MIN, USEC_PER_DAY, .triggers = BY_EVERY,
	  .valid_with = BY_EVERY, .help = "comes when this much was counted" },
	{ "of", field_word, DRAFT(of), 0, 2, counted, N_("thing to count"), .valid_with = BY_EVERY,
	  .preset = "\"sitting\"" },
	{ "at", key_at, 0, 1, TIMES_MAX, .form = FORM_LIST, .triggers = BY_AT, .valid_with = BY_AT,
	  .entry = key_is_time, .help = "comes at these times" },
	{ "days", key_days, REMINDER(days), 0, 366, .valid_with = BY_AT,
	  .help = "only on these days after that of a health fact" },
	{ "on", field_word, REMINDER(on), 0, OCCASION_COUNT, occasions, N_("occasion"),
	  .triggers = BY_ON, .valid_with = BY_ON },
	{ "after", field_length, REMINDER(after), 0, USEC_PER_DAY, .valid_with = BY_ON,
	  .help = "the least absence before it" },
	{ "with", key_with, 0, .valid_with = BY_EVERY,
	  .help = "a line on the card of this reminder, never a card alone" },
	{ "wait", field_length, REMINDER(wait), 0, USEC_PER_DAY, .preset = "\"10min\"",
	  .help = "how long it looks for a good moment" },
	{ "valid", field_length, REMINDER(valid), USEC_PER_MIN, 30 * USEC_PER_DAY,
	  .valid_with = BY_AT | BY_ON, .preset = "\"90min\"", .preset_check_in = "\"3days\"",
	  .help = "how long after its time it may still come" },
	{ "repeat", field_integer, REMINDER(repeat), 0, 10, .form = FORM_INTEGER, .preset = "0",
	  .preset_at = "1", .help = "how often it comes again when unanswered" },
	{ "insist", field_bool, REMINDER(insist), .form = FORM_BOOL, .preset = "false",
	  .help = "once more when unanswered, as an urgent card" },
	{ "most", field_integer, REMINDER(most), 0, 100, .form = FORM_INTEGER,
	  .help = "most cards of it a day" },
	{ "hours", key_ranges, REMINDER(hours), 0, RANGES_MAX, .form = FORM_LIST,
	  .valid_with = BY_EVERY, .entry = key_is_range, .help = "its own hours" },
	{ "quiet", key_ranges, REMINDER(quiet), 0, RANGES_MAX, .form = FORM_LIST,
	  .entry = key_is_range, .help = "its own quiet hours" },
	{ "sound", key_own_bool, REMINDER(sound), .form = FORM_BOOL,
	  .help = "whether its card may make a sound" },
	{ "cues", key_own_word, REMINDER(cues), .most = CUES_COUNT, .words = cues,
	  .help = N_("kind of cue") },
	{ "discreet", key_own_bool, REMINDER(discreet), .form = FORM_BOOL,
	  .help = "no health words on its card" },
	{ "pictures", key_own_word, REMINDER(pictures), .most = PICTURES_COUNT, .words = pictures,
	  .help = N_("kind of picture") },
	{ 0 },
};

const struct field keys_hooks[HOOK_KEYS + 1] = {
	{ "on_card", key_command, 0, 0, COMMAND_WORDS, .form = FORM_LIST,
	  .help = "when a card comes" },
	{ "on_answer", key_command, 0, 0, COMMAND_WORDS, .form = FORM_LIST,
	  .help = "when a card was answered, or ended without an answer" },
	{ "on_away", key_command, 0, 0, COMMAND_WORDS, .form = FORM_LIST,
	  .help = "when an absence begins" },
	{ "on_back", key_command, 0, 0, COMMAND_WORDS, .form = FORM_LIST,
	  .help = "when you are back" },
	{ "on_step", key_command, 0, 0, COMMAND_WORDS, .form = FORM_LIST,
	  .help = "at each step of what a card plays" },
	{ "time_limit", key_time_limit, 0, USEC_PER_SEC, 10 * USEC_PER_MIN,
	  .help = "a command that runs for longer is killed" },
	{ 0 },
};

const char *key_preset(const struct field *key, uint8_t triggers)
{
	if (triggers & BY_CHECK_IN && key->preset_check_in)
		return key->preset_check_in;
	return triggers & BY_AT && key->preset_at ? key->preset_at : key->preset;
}
