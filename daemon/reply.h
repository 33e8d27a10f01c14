/*
 * What a request brought about, as the a{sv} `outcome` of its reply; the keys stand at the head of
 * dbus/org.limberd.Limber1.xml. Each replies to the call: 0, or a negative errno and nothing was
 * sent.
 */
#ifndef LIMBER_REPLY_H
#define LIMBER_REPLY_H

#include "daemon/app.h"
#include "daemon/reconfigure.h"

/* Begin such a reply, and end and send it; *reply is the caller's to unref. */
int reply_begin(sd_bus_message *call, sd_bus_message **reply);
int reply_end(sd_bus_message *reply);

/* Append Reminder, Title and Item: those of its next card. */
int reply_reminder(sd_bus_message *reply, const struct app *app, int index);

/* Append what follows: Speaks and, where it counts sitting, Ledger. */
int reply_next(sd_bus_message *reply, const struct app *app, int index);

/* An answer or a snooze, after its step. */
int reply_answer(sd_bus_message *call, const struct app *app, const struct event *event,
		 const struct result *result);

/* A step back; last: the last row, before it, of the reminder it is about. */
/* What `limber undo` would take back, for people: "desk: the snooze". There must be a step. */
void reply_undo_say(const struct app *app, char out[SENTENCE_SIZE]);

int reply_undo(sd_bus_message *call, const struct app *app, const struct result *result,
	       const struct record *last);

/* A change of the configuration that was taken back; the texts of `changed` are swapped. */
int reply_undo_change(sd_bus_message *call, const struct app *app, struct changed *changed);

/* Append a(sss) and as. */
int reply_changes(sd_bus_message *reply, const struct config_diff *diff);
int reply_notes(sd_bus_message *reply, const struct config_errors *notes);

#endif
