/*
 * Requests: the arguments of a call are checked and made into an event, a refusal into an error
 * with a sentence. All return 0, or a negative errno with *error set.
 */
#ifndef LIMBER_REQUEST_H
#define LIMBER_REQUEST_H

#include "daemon/app.h"

/* Step an event; a refusal, or a save that failed, is an error. */
int request_send(struct app *app, struct event *event, struct result *ret, sd_bus_error *error);

/* What to reply after a save: `r` is its result. */
int request_kept(const struct app *app, int r, sd_bus_error *error);

/* The index of a reminder by name. */
int request_reminder(const struct app *app, const char *name, int *ret, sd_bus_error *error);

/* The rest send the reply. card 0: the card that is up, else the last one; reminder: index or
 * REMINDER_ANY. */
int request_answer(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *outcome, const char *until, sd_bus_error *error);
int request_snooze(sd_bus_message *call, struct app *app, uint64_t card, int reminder,
		   const char *until, sd_bus_error *error);
int request_diary(sd_bus_message *call, struct app *app, const char *kind, sd_bus_error *error);
int request_ring(sd_bus_message *call, struct app *app, int index, sd_bus_error *error);

/* Settings of a reminder, or of the whole plan (NULL). */
int request_set(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error);
int request_unset(sd_bus_message *call, struct app *app, const char *reminder, sd_bus_error *error);
int request_enable(sd_bus_message *call, struct app *app, const char *reminder, bool on,
		   sd_bus_error *error);

/* Members of the Manager, as sd_bus_message_handler_t; `user` is the app. */
int request_add(sd_bus_message *call, void *user, sd_bus_error *error);
int request_remove(sd_bus_message *call, void *user, sd_bus_error *error);
int request_pause(sd_bus_message *call, void *user, sd_bus_error *error);
int request_resume(sd_bus_message *call, void *user, sd_bus_error *error);
int request_undo(sd_bus_message *call, void *user, sd_bus_error *error);
int request_play(sd_bus_message *call, void *user, sd_bus_error *error);
int request_cues(sd_bus_message *call, void *user, sd_bus_error *error);
int request_drink(sd_bus_message *call, void *user, sd_bus_error *error);
int request_another(sd_bus_message *call, void *user, sd_bus_error *error);
int request_inhibit(sd_bus_message *call, void *user, sd_bus_error *error);
int request_record(sd_bus_message *call, void *user, sd_bus_error *error);
int request_amend(sd_bus_message *call, void *user, sd_bus_error *error);
int request_presence(sd_bus_message *call, void *user, sd_bus_error *error);
int request_begin(sd_bus_message *call, void *user, sd_bus_error *error);
int request_end(sd_bus_message *call, void *user, sd_bus_error *error);

#endif
