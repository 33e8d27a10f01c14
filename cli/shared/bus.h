/*
 * Calls to limberd. Functions that return an exit code have reported the error unless it is
 * EXIT_FINE.
 *
 * A verb with VERB_CHANGES starts limberd if it is not running, unless `limber off` keeps it off;
 * other verbs never start it.
 */
#ifndef LIMBER_BUS_H
#define LIMBER_BUS_H

#include "cli/shared/command.h"
#include "core/base/try.h"

#define BUS_CLEANUP(function) __attribute__((cleanup(function)))
#define BUS_MESSAGE BUS_CLEANUP(sd_bus_message_unrefp) sd_bus_message
#define BUS_ERROR BUS_CLEANUP(sd_bus_error_free) sd_bus_error

struct member {
	const char *service, *path, *interface, *name;
};

/* A method of the bus itself, and one of the manager. */
#define BUS_DRIVER(method)                                                                         \
	(&(const struct member){ "org.freedesktop.DBus", "/org/freedesktop/DBus",                  \
				 "org.freedesktop.DBus", method })
#define MANAGER_METHOD(name)                                                                       \
	(&(const struct member){ LIMBER_BUS_NAME, LIMBER_PATH, LIMBER_MANAGER, name })

/* Frees a string, for BUS_CLEANUP. */
void bus_free(char **text);

/* Open command->bus unless it is open. bus_connect() does not report errors: negative errno. */
enum exit_code bus_open(struct command *command);
int bus_connect(struct command *command);

/* Append the arguments of a call; negative errno. Called twice where the call is repeated. */
typedef int bus_append(sd_bus_message *call, void *user);

/* Call a method of a reminder, or with NULL of the manager. */
enum exit_code bus_call_with(struct command *command, const char *reminder, const char *method,
			     sd_bus_message **ret, bus_append *append, void *user);

/* Call a method of the manager. The caller unrefs the reply, *ret. */
enum exit_code bus_call(struct command *command, const char *method, sd_bus_message **ret,
			const char *types, ...);

/* The same for a method of a reminder. */
enum exit_code bus_call_reminder(struct command *command, const char *reminder, const char *method,
				 sd_bus_message **ret, const char *types, ...);

/*
 * Call any service without starting it: 0 or negative errno, not reported. `error` may be NULL;
 * *ret is NULL after an error.
 */
int bus_try(sd_bus *bus, const struct member *member, sd_bus_error *error, sd_bus_message **ret,
	    const char *types, ...);

/* The string that a method of the manager without arguments returns, until *reply is unreferenced;
 * NULL, silently: limberd is not running, or fails. */
const char *bus_text(struct command *command, const char *method, sd_bus_message **reply);

/*
 * Subscribe command->bus to signals: one of limberd's manager, all broadcast signals of limberd,
 * its start and end (NameOwnerChanged). 0 or negative errno.
 */
int bus_match(struct command *command, const char *member, sd_bus_message_handler_t handler,
	      void *user);
int bus_match_all(struct command *command, sd_bus_message_handler_t handler, void *user);
int bus_match_owner(struct command *command, sd_bus_message_handler_t handler, void *user);

/* Whether an error means that the name has no owner. */
bool bus_absent(const sd_bus_error *error);

/* Start limberd by D-Bus activation; negative errno, not reported. */
int bus_activate(sd_bus *bus, sd_bus_error *error);

/* The process of limberd, 0 for none. */
uint32_t bus_owner(sd_bus *bus);

/* A string property of the manager, "" without limberd or a bus. The caller frees it; NULL: out of
 * memory. */
char *bus_property(struct command *command, const char *name);

/* Report that a reminder does not exist, in limberd's words. */
enum exit_code bus_no_reminder(struct command *command, const char *name);

/* Report the error of a call to limberd. */
enum exit_code bus_complain(const struct command *command, int r, const sd_bus_error *error);

/* Report that limberd is not running, or off. */
enum exit_code bus_not_running(const struct command *command);

#endif
