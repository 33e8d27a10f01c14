/*
 * The fields of Status, a row each: the reply of limberd, the struct of the command line, its
 * JSON and the list in org.limberd.Limber1(5) are made from these rows. To add a field: a row
 * here, its value in daemon/status.c or status_reminder.c, and its line on a screen.
 *
 *	FIELD(KIND, member, "Key", "what it is, for the manual")
 *	PART(REMINDERS, member, "Key", "what it is, for the manual")
 *
 * The member of the struct is the name in JSON. A PART is encoded and decoded by functions that
 * are named after the member. man/status.awk reads this file: a row is one line, or continues in
 * the next line with its text.
 */
#ifndef LIMBER_STATUS_FIELDS_H
#define LIMBER_STATUS_FIELDS_H

#include <stdint.h>

/* Times on the bus are microseconds; in JSON, whole seconds. */
enum status_kind {
	STATUS_TEXT,
	STATUS_MOMENT,  /* since 1970; 0 never, UINT64_MAX open: both null in JSON */
	STATUS_LENGTH,  /* 0: none, null in JSON */
	STATUS_COUNTED, /* a length of a reminder that has Every; else null in JSON */
	STATUS_NUMBER,  /* 64 bits */
	STATUS_COUNT,
	STATUS_TRUTH,
	/* The parts: */
	STATUS_TEXTS,
	STATUS_OUTCOMES,
	STATUS_HOLDS,
	STATUS_BUTTONS,
	STATUS_CARD,
	STATUS_REMINDERS,
	STATUS_SOURCES,
	STATUS_KINDS
};

/* Their types on the bus and in a struct. */
#define STATUS_BUS_TYPE_TEXT "s"
#define STATUS_BUS_TYPE_MOMENT "t"
#define STATUS_BUS_TYPE_LENGTH "t"
#define STATUS_BUS_TYPE_COUNTED "t"
#define STATUS_BUS_TYPE_NUMBER "t"
#define STATUS_BUS_TYPE_COUNT "u"
#define STATUS_BUS_TYPE_TRUTH "b"
#define STATUS_BUS_TYPE_TEXTS "as"
#define STATUS_BUS_TYPE_OUTCOMES "a{su}"
#define STATUS_BUS_TYPE_HOLDS "a(stts)"
#define STATUS_BUS_TYPE_BUTTONS "a(ss)"
#define STATUS_BUS_TYPE_CARD "a{sv}"
#define STATUS_BUS_TYPE_REMINDERS "aa{sv}"
#define STATUS_BUS_TYPE_SOURCES "aa{sv}"
#define STATUS_C_TEXT const char *
#define STATUS_C_MOMENT uint64_t
#define STATUS_C_LENGTH uint64_t
#define STATUS_C_COUNTED uint64_t
#define STATUS_C_NUMBER uint64_t
#define STATUS_C_COUNT uint32_t
#define STATUS_C_TRUTH int

/* For FIELD and PART: the members of a struct, without the parts. */
#define STATUS_MEMBER(kind, member, key, help) STATUS_C_##kind member;
#define STATUS_NO_MEMBER(kind, member, key, help)

/* clang-format off */
#define STATUS_FIELDS(FIELD, PART) \
	FIELD(MOMENT, now, "Now", "The moment of the reply.") \
	FIELD(TEXT, zone, "Zone", "The time zone.") \
	FIELD(TEXT, version, "Version", "That of limberd.") \
	FIELD(MOMENT, started, "Started", "Since when limberd runs.") \
	FIELD(TRUTH, sitting, "Sitting", "Whether the user sits at the machine.") \
	FIELD(MOMENT, sitting_since, "SittingSince", "Since when, after the last absence.") \
	PART(TEXTS, absences, "Absences", \
	     "\"locked\", \"asleep\", \"by_hand\", \"workout\", \"standing\", \"idle\".") \
	FIELD(MOMENT, absent_since, "AbsentSince", "0: there is no absence.") \
	FIELD(TEXT, idle_source, "IdleSource", \
	      "Who reports input: \"ext-idle-notify-v1\", \"org_kde_kwin_idle\", \"Mutter\", \"XSync\", \"logind\" or \"\"; more is in Sources.") \
	FIELD(TEXT, session_source, "SessionSource", \
	      "\"logind\" where it reports the lock of the session, or \"\".") \
	FIELD(MOMENT, paused_until, "PausedUntil", "0: not paused.") \
	FIELD(TEXT, paused_why, "PausedWhy", "What was given as the reason.") \
	PART(CARD, card, "Card", \
	     "The card that is up, as in *CardShown*, with Card t; empty where none is. Shown is 0 until a display has it.") \
	FIELD(MOMENT, hours_end, "HoursEnd", \
	      "The end of the hours this moment lies in; 0: outside, or they have no end.") \
	FIELD(MOMENT, silent_since, "SilentSince", \
	      "Since when cards were due on some days and none was seen; 0: all is well.") \
	FIELD(COUNT, cap, "Cap", "The most cards a day; 0: any number.") \
	FIELD(COUNT, cap_used, "CapUsed", "Cards of today that count for the cap.") \
	FIELD(COUNT, cards, "Cards", "Cards of today.") \
	PART(OUTCOMES, outcomes, "Outcomes", "What became of the cards of today.") \
	FIELD(COUNT, water, "Water", "What was drunk today, in millilitres.") \
	FIELD(COUNT, water_aim, "WaterAim", \
	      "The aim of the day in millilitres; 0: none, or a health answer forbids it.") \
	FIELD(TEXT, water_text, "WaterText", "Both, for people; \"\" where there is neither.") \
	FIELD(TEXT, next, "Next", "The reminder that comes next, \"\" for none.") \
	FIELD(MOMENT, next_at, "NextAt", "When it does; 0: not to be foreseen.") \
	FIELD(TEXT, next_why, "NextWhy", \
	      "A sentence: why then, the first reason of *Explain*; \"\" for none.") \
	FIELD(TEXT, counted, "Counted", \
	      "The reminder whose counted sitting is shown as that of the user, \"\" for none.") \
	FIELD(COUNT, counted_percent, "CountedPercent", \
	      "How much of its interval that sitting fills, in per cent.") \
	FIELD(TEXT, tray, "Tray", \
	      "The setting: what *limber-tray* shows of the next card, \"time\" or \"minutes\".") \
	PART(TEXTS, problems, "Problems", "Sentences, the worst first. None: all is well.") \
	PART(TEXTS, see, "See", \
	     "Sentences: why the diary is a reason to see somebody, then what to do. None: it is not.") \
	PART(TEXTS, limits, "Limits", \
	     "Sentences: what the gap and the cap make of intervals that are shorter.") \
	FIELD(TEXT, store_trouble, "StoreTrouble", \
	      "Why nothing can be stored, such as a full disk; what would be is kept in memory. Empty: all is stored.") \
	FIELD(TEXT, watch_trouble, "WatchTrouble", \
	      "Why the files of the configuration cannot be watched; they are then read again before a call is answered. Empty: a save is noticed.") \
	PART(SOURCES, sources, "Sources", "What tells limberd of the world: see below.") \
	FIELD(TRUTH, setup_done, "SetupDone", "Whether the health questions are answered.") \
	FIELD(TRUTH, health_old, "HealthOld", "They were answered over half a year ago.") \
	PART(TEXTS, kinds, "Kinds", "The kinds of cramp that are on.") \
	PART(REMINDERS, reminders, "Reminders", \
	     "In the order of the configuration, without the built-in card at the end of *limber standing*: see below.")

#define STATUS_REMINDER_FIELDS(FIELD, PART) \
	FIELD(TEXT, name, "Name", "Its name.") \
	FIELD(TEXT, title, "Title", "The title of its next card.") \
	FIELD(TEXT, item, "Item", "The item of its next card, \"\" for none.") \
	FIELD(TRUTH, enabled, "Enabled", "Whether it is on.") \
	FIELD(TRUTH, silent, "Silent", \
	      "For lack of health answers, or because of them: nothing of it is for the user.") \
	FIELD(TEXT, trigger, "Trigger", "\"sitting\", \"clock\", \"at\", \"on\", or \"aim\" of water by the aim of the day.") \
	FIELD(TEXT, with, "With", "The reminder on whose card it is a line, or \"\".") \
	FIELD(TEXT, schedule, "Schedule", "When it comes, for people.") \
	FIELD(LENGTH, every, "Every", "Its interval, of one by *every*.") \
	FIELD(COUNTED, ledger, "Ledger", "The sitting that is counted, as of Now.") \
	FIELD(MOMENT, full_at, "FullAt", "When that is full; 0: not to be foreseen.") \
	FIELD(COUNTED, clears, "Clears", "The absence that makes it zero.") \
	FIELD(MOMENT, due, "Due", "Since when it is due; 0: it is not.") \
	FIELD(MOMENT, next_due, "NextDue", "When it is due; 0: not to be foreseen.") \
	FIELD(MOMENT, speaks, "Speaks", "When its card comes; 0: not to be foreseen.") \
	FIELD(TRUTH, opens, "Opens", "Speaks is when its hours begin: who gets up till then sees it an interval later.") \
	PART(HOLDS, holds, "Holds", \
	     "What keeps its card back: word, since, until, sentence; the one that ends last first. \"inhibited\" stands once for each program that asks for silence, at most 8 times: the eighth is then about all the others.") \
	FIELD(TRUTH, backed_off, "BackedOff", \
	      "Its cards are farther apart, since some brought no answer.") \
	FIELD(COUNT, cards, "Cards", "Its cards of today.") \
	FIELD(COUNT, unasked, "Unasked", "What was done today without a card.") \
	FIELD(COUNT, cap_used, "CapUsed", "Those that count for the cap.") \
	FIELD(COUNT, most, "Most", "The most a day; 0: no limit of its own.") \
	PART(OUTCOMES, outcomes, "Outcomes", "What became of its cards of today.") \
	FIELD(TEXT, last_outcome, "LastOutcome", "What became of its last card.") \
	FIELD(MOMENT, last_ended, "LastEnded", "When that was.")

#define STATUS_CARD_FIELDS(FIELD, PART) \
	FIELD(NUMBER, card, "Card", "Its number.") \
	FIELD(TEXT, reminder, "Reminder", "The first reminder on it.") \
	FIELD(TEXT, item, "Item", "What is to be done, by name.") \
	FIELD(TEXT, title, "Title", "The same, for people.") \
	FIELD(TEXT, body, "Body", "The other lines.") \
	FIELD(MOMENT, shown, "Shown", "Since when it is up.") \
	PART(BUTTONS, buttons, "Buttons", "Actions and their labels, at most three.")

#define STATUS_SOURCE_FIELDS(FIELD, PART) \
	FIELD(TEXT, kind, "Kind", \
	      "\"idle\", \"gamepad\" (only where there is one), \"lock\", \"sleep\", \"call\", \"awake\", \"dnd\", \"fullscreen\" (only where never_during has it) or \"display\".") \
	FIELD(TEXT, name, "Name", "Who tells, \"\" for nobody.") \
	FIELD(TEXT, state, "State", "\"ok\", \"limited\" or \"missing\".") \
	FIELD(TEXT, note, "Note", \
	      "A sentence: what that means, or the one thing to do; may be empty.") \
	FIELD(TEXT, others, "Others", \
	      "Why those that would tell better are not used; may be empty.")
/* clang-format on */

#endif
