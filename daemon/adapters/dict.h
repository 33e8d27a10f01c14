/* Texts and entries of an a{sv}, one call each; they return what sd-bus does. */
#ifndef LIMBER_DICT_H
#define LIMBER_DICT_H

#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#include "core/base/moment.h"
#include "daemon/adapters/cleanup.h"

/* Append a text from outside, cleaned by utf8_clean(): sd-bus does not check what it sends. */
int text_append(sd_bus_message *message, const char *text);

/* Set *error to a name and a cleaned sentence; return what sd_bus_error_set() does, or -ENOMEM. */
int error_say(sd_bus_error *error, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* sd_bus_message_read(); for a wrong type or text it sets LIMBER_ERROR_BAD_VALUE. */
int args_read(sd_bus_message *call, sd_bus_error *error, const char *types, ...);

/* Set that error for the result of a read; return other results unchanged. */
int args_checked(int r, sd_bus_error *error);

/* A string as in text_append(). */
int dict_string(sd_bus_message *message, const char *key, const char *value);
int dict_bool(sd_bus_message *message, const char *key, bool value);
int dict_number(sd_bus_message *message, const char *key, uint32_t value);
int dict_usec(sd_bus_message *message, const char *key, uint64_t value);
int dict_moment(sd_bus_message *message, const char *key, struct realtime value);

/* A moment on the wire: never is 0, open is UINT64_MAX. */
uint64_t moment_out(struct realtime moment);

/* How limberd encodes a row of core/codec/status_fields.h. */
struct dict_field {
	const char *key; /* NULL: the end of the table */
	const char *type;
	size_t offset; /* of the value in the struct of values; unused with `append` */
	int (*append)(sd_bus_message *message, const void *user); /* NULL: append the value */
};

/* Append an a{sv}: each row with its value from `values`, or by its function from `user`. */
int dict_fields(sd_bus_message *message, const struct dict_field fields[], const void *values,
		const void *user);

/* How a value is read: by its type, or by a function. */
struct dict_value {
	const char *key; /* NULL: the end of the table; its function reads all other keys */
	const char *type;
	size_t offset;                                      /* of the member for the value */
	int (*read)(sd_bus_message *message, void *values); /* NULL in the last row: skip them */
};

/* Read an a{sv} into *values; members whose keys it does not have are left alone. Negative errno.
 */
int dict_read(sd_bus_message *message, const struct dict_value rows[], void *values);

/* Open and close an entry whose value is a container of the given type. */
int dict_open(sd_bus_message *message, const char *key, const char *type);
int dict_close(sd_bus_message *message);

#endif
