/*
 * sd-bus has no function that appends a dictionary entry with a computed value. Nor does it check
 * the texts of a message: the bus disconnects a sender of invalid UTF-8, and a reader rejects the
 * whole message.
 */
#include "daemon/adapters/dict.h"

#include <errno.h>
#include <libintl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/base/contract.h"
#include "core/base/utf8.h"
#include "daemon/adapters/cleanup.h"

#define _(text) gettext(text)

int text_append(sd_bus_message *message, const char *text)
{
	if (utf8_good(text))
		return sd_bus_message_append_basic(message, 's', text);
	_cleanup_free_ char *clean = strdup(text);
	if (!clean)
		return -ENOMEM;
	utf8_clean(clean);
	return sd_bus_message_append_basic(message, 's', clean);
}

int error_say(sd_bus_error *error, const char *name, const char *format, ...)
{
	_cleanup_free_ char *text = NULL;
	va_list list;
	va_start(list, format);
	int length = vasprintf(&text, format, list);
	va_end(list);
	if (length < 0) {
		text = NULL;
		return -ENOMEM;
	}
	utf8_clean(text);
	return sd_bus_error_set(error, name, text);
}

/* -ENXIO: another type in a variant; -EBADMSG: not UTF-8 to libsystemd. */
int args_checked(int r, sd_bus_error *error)
{
	if (r != -ENXIO && r != -EBADMSG)
		return r;
	return error_say(error, LIMBER_ERROR_BAD_VALUE, "%s",
			 r == -ENXIO ? _("A value is of another type than the interface says.")
				     : _("A text is not UTF-8, or holds a noncharacter."));
}

int args_read(sd_bus_message *call, sd_bus_error *error, const char *types, ...)
{
	va_list list;
	va_start(list, types);
	int r = sd_bus_message_readv(call, types, list);
	va_end(list);
	return args_checked(r, error);
}

int dict_string(sd_bus_message *message, const char *key, const char *value)
{
	TRY(dict_open(message, key, "s"));
	TRY(text_append(message, value));
	return dict_close(message);
}

int dict_bool(sd_bus_message *message, const char *key, bool value)
{
	return sd_bus_message_append(message, "{sv}", key, "b", (int)value);
}

int dict_number(sd_bus_message *message, const char *key, uint32_t value)
{
	return sd_bus_message_append(message, "{sv}", key, "u", value);
}

int dict_usec(sd_bus_message *message, const char *key, uint64_t value)
{
	return sd_bus_message_append(message, "{sv}", key, "t", value);
}

uint64_t moment_out(struct realtime moment)
{
	if (moment.us == REALTIME_OPEN.us)
		return UINT64_MAX;
	return moment.us > 0 ? (uint64_t)moment.us : 0;
}

int dict_moment(sd_bus_message *message, const char *key, struct realtime value)
{
	return dict_usec(message, key, moment_out(value));
}

int dict_open(sd_bus_message *message, const char *key, const char *type)
{
	TRY(sd_bus_message_open_container(message, 'e', "sv"));
	TRY(sd_bus_message_append_basic(message, 's', key));
	return sd_bus_message_open_container(message, 'v', type);
}

int dict_close(sd_bus_message *message)
{
	TRY(sd_bus_message_close_container(message));
	return sd_bus_message_close_container(message);
}

static int field_append(sd_bus_message *message, const struct dict_field *field, const void *values,
			const void *user)
{
	const void *place = (const char *)values + field->offset;
	TRY(dict_open(message, field->key, field->type));
	if (field->append)
		TRY(field->append(message, user));
	else if (field->type[0] == 's')
		TRY(text_append(message, *(const char *const *)place));
	else
		TRY(sd_bus_message_append_basic(message, field->type[0], place));
	return dict_close(message);
}

int dict_fields(sd_bus_message *message, const struct dict_field fields[], const void *values,
		const void *user)
{
	TRY(sd_bus_message_open_container(message, 'a', "{sv}"));
	for (; fields->key; fields++)
		TRY(field_append(message, fields, values, user));
	return sd_bus_message_close_container(message);
}

static int value_read(sd_bus_message *message, const char *key, const struct dict_value *row,
		      void *values)
{
	while (row->key && strcmp(row->key, key) != 0)
		row++;
	if (row->read)
		return row->read(message, values);
	return row->key ? sd_bus_message_read(message, "v", row->type, (char *)values + row->offset)
			: sd_bus_message_skip(message, "v");
}

int dict_read(sd_bus_message *message, const struct dict_value rows[], void *values)
{
	const char *key;
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r >= 0 && (r = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
		TRY(sd_bus_message_read(message, "s", &key));
		TRY(value_read(message, key, rows, values));
		r = sd_bus_message_exit_container(message);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}
