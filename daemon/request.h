/*
 * From a caller's words to an event and back: texts are read, refusals become errors with a
 * sentence. The handlers of manager.c and reminder.c only decode, call one of these and encode.
 * All return 0 or a negative errno with *error set, as sd-bus wants it.
 */
#ifndef LIMBER_REQUEST_H
#define LIMBER_REQUEST_H

#include "daemon/app.h"

/* Send it; a refusal, or a store that cannot be written, is an error. */
int request_send(struct app *app, struct event *event, struct result *ret, sd_bus_error *error);

/* The index of a reminder by name. */
int request_reminder(const struct app *app, const char *name, int *ret, sd_bus_error *error);

/* The moment a people's time means; empty: `otherwise` from now. */
int request_until(const struct app *app, const char *text, usec otherwise, struct realtime *ret,
		  sd_bus_error *error);

/* The rest are members of the interfaces and send the reply. card 0: the one up, else the last one;
 * reminder: index or REMINDER_ANY. */
int request_answer(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *outcome, const char *until, sd_bus_error *error);
int request_snooze(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *until, sd_bus_error *error);
int request_ring(sd_bus_message *call, struct app *app, int index, sd_bus_error *error);

/* Of the whole (reminder NULL) or of a reminder. */
int request_set(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error);
int request_unset(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error);
int request_enable(sd_bus_message *call, struct app *app, const char *reminder, bool on,
		   sd_bus_error *error);

/* Of the Manager: all arguments are read from the call. */
int request_add(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_remove(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_pause(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_resume(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_undo(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_play(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_inhibit(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_record(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_presence(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_begin(sd_bus_message *call, struct app *app, sd_bus_error *error);
int request_end(sd_bus_message *call, struct app *app, sd_bus_error *error);

#endif
