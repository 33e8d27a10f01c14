/* What the stand-in for limberd answers to Status: an invented day. */
#ifndef LIMBER_TESTS_FAKE_STATUS_H
#define LIMBER_TESTS_FAKE_STATUS_H

#include <stdbool.h>
#include <systemd/sd-bus.h>

/* Tue 24 Nov 2026, 14:06 in Berlin. */
#define NOW UINT64_C(1795525560000000)
#define MINUTE UINT64_C(60000000)

static inline int append_card(sd_bus_message *message)
{
	return sd_bus_message_append(
		message, "a{sv}", 7, "Card", "t", UINT64_C(7), "Reminder", "s", "desk", "Item", "s",
		"walk-break", "Title", "s", "Walk two minutes", "Body", "s",
		"51 min sitting.\nStand up and walk.", "Shown", "t", NOW - 2 * MINUTE, "Buttons",
		"a(ss)", 3, "done", "Done", "later", "Later (10 min)", "another", "Another");
}

static inline int append_card_entry(sd_bus_message *reply, bool card)
{
	int r = sd_bus_message_open_container(reply, 'e', "sv");
	if (r >= 0)
		r = sd_bus_message_append(reply, "s", "Card");
	if (r >= 0)
		r = sd_bus_message_open_container(reply, 'v', "a{sv}");
	if (r >= 0)
		r = card ? append_card(reply) : sd_bus_message_append(reply, "a{sv}", 0);
	if (r >= 0)
		r = sd_bus_message_close_container(reply);
	return r < 0 ? r : sd_bus_message_close_container(reply);
}

static inline int append_whole(sd_bus_message *reply)
{
	return sd_bus_message_append(
		reply, "{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}{sv}",
		"CapUsed", "u", 7, "HoursEnd", "t", NOW + 354 * MINUTE, "Cap", "u", 10, "Now", "t",
		NOW, "Zone", "s", "Europe/Berlin", "Version", "s", "0.0.9", "NewerKey", "(ii)", 1,
		2, "Sitting", "b", 1, "IdleSource", "s", "", "SessionSource", "s", "logind",
		"Cards", "u", 7, "Outcomes", "a{su}", 2, "done", 3, "natural", 2, "Sources",
		"aa{sv}", 1, 4, "Kind", "s", "lock", "Name", "s", "logind", "State", "s", "ok",
		"Newer", "u", 1, "Next", "s", "desk", "NextAt", "t", NOW + 12 * MINUTE, "Counted",
		"s", "desk", "CountedPercent", "u", 76, "SetupDone", "b", 1);
}

static inline int append_reminders(sd_bus_message *reply, bool water, uint64_t desk_ended)
{
	return sd_bus_message_append(reply, "{sv}", "Reminders", "aa{sv}", 2 + 2 * water,
				     /* desk */
				     13, "Clears", "t", 8 * MINUTE, "Name", "s", "desk", "Title",
				     "s", "Walk \"two\" minutes", "Item", "s", "walk-break",
				     "Enabled", "b", 1, "Trigger", "s", "sitting", "Schedule", "s",
				     "every 50 min of sitting", "Every", "t", 50 * MINUTE, "Ledger",
				     "t", 38 * MINUTE, "Speaks", "t", NOW + 12 * MINUTE, "Holds",
				     "a(stts)", 0, "Cards", "u", 7, "LastEnded", "t", desk_ended,
				     /* bedtime */
				     6, "Name", "s", "bedtime", "Title", "s", "Stretch in bed",
				     "Enabled", "b", 1, "Trigger", "s", "at", "Schedule", "s",
				     "every day 21:30", "Speaks", "t", NOW + 444 * MINUTE,
				     /* water, where it is wanted */
				     4, "Name", "s", "water", "With", "s", "desk", "Enabled", "b",
				     1, "Schedule", "s", "every 90 min, on the desk card",
				     /* and what is over */
				     4, "Name", "s", "past", "Trigger", "s", "at", "Enabled", "b",
				     1, "Schedule", "s", "2020-01-01 12:00");
}

static inline int append_status(sd_bus_message *reply, bool card, bool water, uint64_t desk_ended)
{
	int r = sd_bus_message_open_container(reply, 'a', "{sv}");
	if (r >= 0)
		r = append_whole(reply);
	if (r >= 0)
		r = append_card_entry(reply, card);
	if (r >= 0)
		r = append_reminders(reply, water, desk_ended);
	return r < 0 ? r : sd_bus_message_close_container(reply);
}

#endif
