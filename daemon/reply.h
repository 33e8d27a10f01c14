/*
 * The result of a request, as the a{sv} `outcome` of its reply; the keys are described at the head
 * of dbus/org.limberd.Limber1.xml. On a negative errno no reply was sent.
 */
#ifndef LIMBER_REPLY_H
#define LIMBER_REPLY_H

#include "daemon/app.h"
#include "daemon/reconfigure.h"

/* Begin a reply; end and send it. The caller unrefs *reply. */
int reply_begin(sd_bus_message *call, sd_bus_message **reply);
int reply_end(sd_bus_message *reply);

/* Append Reminder, and Title and Item of its next card. */
int reply_reminder(sd_bus_message *reply, const struct app *app, int index);

/* Append Speaks and, if it counts sitting, Ledger. */
int reply_next(sd_bus_message *reply, const struct app *app, int index);

/* Append what came of an answer, a drink or a snooze, after its step; reply with it alone. */
int reply_answered(sd_bus_message *reply, const struct app *app, const struct event *event,
		   const struct result *result);
int reply_answer(sd_bus_message *call, const struct app *app, const struct event *event,
		 const struct result *result);

/* What `limber undo` would take back, for people: "desk: the snooze". There must be a step. */
void reply_undo_say(const struct app *app, char out[SENTENCE_SIZE]);

/* Reply to Undo. last: the last row of the reminder before the undo. */
int reply_undo(sd_bus_message *call, const struct app *app, const struct result *result,
	       const struct record *last);

/* Reply to the undo of a change of the configuration; swaps the texts of `changed`. */
int reply_undo_change(sd_bus_message *call, const struct app *app, struct changed *changed);

/* Append a(sss) and as. */
int reply_changes(sd_bus_message *reply, const struct config_diff *diff);
int reply_notes(sd_bus_message *reply, const struct config_errors *notes);

#endif
