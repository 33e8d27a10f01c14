/* sd-bus has no one-call way to append a dictionary entry with a computed value: this is it. */
#include "daemon/adapters/dict.h"

int dict_string(sd_bus_message *message, const char *key, const char *value)
{
	return sd_bus_message_append(message, "{sv}", key, "s", value);
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
	int r = sd_bus_message_open_container(message, 'e', "sv");
	if (r >= 0)
		r = sd_bus_message_append_basic(message, 's', key);
	if (r >= 0)
		r = sd_bus_message_open_container(message, 'v', type);
	return r;
}

int dict_close(sd_bus_message *message)
{
	int r = sd_bus_message_close_container(message);
	return r < 0 ? r : sd_bus_message_close_container(message);
}
