/*
 * Calls to limberd. Every function says what went wrong and returns the exit code for it;
 * EXIT_FINE is the only one to go on with.
 *
 * A verb that changes something starts limberd when it is not running, unless `limber off` was
 * the last word; all others never do.
 */
#ifndef LIMBER_BUS_H
#define LIMBER_BUS_H

#include "cli/shared/command.h"

#define BUS_CLEANUP(function) __attribute__((cleanup(function)))
#define BUS_MESSAGE BUS_CLEANUP(sd_bus_message_unrefp) sd_bus_message
#define BUS_ERROR BUS_CLEANUP(sd_bus_error_free) sd_bus_error

struct member {
	const char *service, *path, *interface, *name;
};

/* Frees a string, for BUS_CLEANUP. */
void bus_free(char **text);

/* Opens command->bus; nothing when it is open. bus_connect() says nothing: negative errno. */
enum exit_code bus_open(struct command *command);
int bus_connect(struct command *command);

/* Appends the arguments of a call; negative errno. It may be called again, for a second try. */
typedef int bus_append(sd_bus_message *call, void *user);

/* Calls a method of a reminder, or with NULL of the manager. */
enum exit_code bus_call_with(struct command *command, const char *reminder, const char *method,
			     sd_bus_message **ret, bus_append *append, void *user);

/* Calls a method of the manager. *ret is the reply, for the caller to unref. */
enum exit_code bus_call(struct command *command, const char *method, sd_bus_message **ret,
			const char *types, ...);

/* The same for a method of a reminder. */
enum exit_code bus_call_reminder(struct command *command, const char *reminder, const char *method,
				 sd_bus_message **ret, const char *types, ...);

/*
 * One call to anyone, which starts nobody: 0 or negative errno, nothing is said. `error` may be
 * NULL; *ret is NULL unless it went well.
 */
int bus_try(sd_bus *bus, const struct member *member, sd_bus_error *error, sd_bus_message **ret,
	    const char *types, ...);

/*
 * Signals for the loop of command->bus: one of limberd's manager, all that limberd sends to
 * everybody, and its coming and going (NameOwnerChanged). 0 or negative errno.
 */
int bus_match(struct command *command, const char *member, sd_bus_message_handler_t handler,
	      void *user);
int bus_match_all(struct command *command, sd_bus_message_handler_t handler, void *user);
int bus_match_owner(struct command *command, sd_bus_message_handler_t handler, void *user);

/* Whether an error says that nobody has the name. */
bool bus_absent(const sd_bus_error *error);

/* D-Bus activation of limberd; negative errno, and nothing is said. */
int bus_activate(sd_bus *bus, sd_bus_error *error);

/* The process that is limberd, 0 for none. */
uint32_t bus_owner(sd_bus *bus);

/* A string property of the manager, "" when there is no limberd and no bus. The caller frees it;
 * NULL: no memory. */
char *bus_property(struct command *command, const char *name);

/* Says that there is no such reminder, and which is near. */
enum exit_code bus_no_reminder(struct command *command, const char *name);

/* Says what a failed call to limberd met. */
enum exit_code bus_complain(const struct command *command, int r, const sd_bus_error *error);

/* "limberd is not running …", or that it is off. */
enum exit_code bus_not_running(const struct command *command);

#endif
