/* Texts and entries of an a{sv}, one call each. Negative errno as sd-bus gives it. */
#ifndef LIMBER_DICT_H
#define LIMBER_DICT_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#include "core/base/moment.h"

/* Keep the first failure of a row of appends. */
#define TRY(call)                                                                                  \
	do {                                                                                       \
		int try_result = (call);                                                           \
		if (try_result < 0)                                                                \
			return try_result;                                                         \
	} while (0)

/* A text, of which the bus gets only what it takes: utf8_clean(). Where it may be of outside. */
int text_append(sd_bus_message *message, const char *text);

/* *error gets a name and a sentence, likewise; returns what sd_bus_error_set() does, or -ENOMEM. */
int error_say(sd_bus_error *error, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* sd_bus_message_read(), with an error of our own where it is not what it must be. */
int args_read(sd_bus_message *call, sd_bus_error *error, const char *types, ...);

/* That error for what a read gave; other results pass. */
int args_checked(int r, sd_bus_error *error);

/* The value as text_append() has it. */
int dict_string(sd_bus_message *message, const char *key, const char *value);
int dict_bool(sd_bus_message *message, const char *key, bool value);
int dict_number(sd_bus_message *message, const char *key, uint32_t value);
int dict_usec(sd_bus_message *message, const char *key, uint64_t value);
int dict_moment(sd_bus_message *message, const char *key, struct realtime value);

/* A moment on the wire: never is 0, open is UINT64_MAX. */
uint64_t moment_out(struct realtime moment);

/* A row of core/codec/status_fields.h as limberd encodes it. */
struct dict_field {
	const char *key; /* NULL: the end of the table */
	const char *type;
	size_t offset; /* in the struct of values, but for a part */
	int (*append)(sd_bus_message *message, const void *user); /* the value of a part */
};

/* A whole a{sv}: each row with its value in `values`, or what its part appends of `user`. */
int dict_fields(sd_bus_message *message, const struct dict_field fields[], const void *values,
		const void *user);

/* Open and close an entry whose value is a container of the given type. */
int dict_open(sd_bus_message *message, const char *key, const char *type);
int dict_close(sd_bus_message *message);

#endif
