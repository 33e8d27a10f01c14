/* Keys of a newer limberd that this program does not know are printed, if their type is known. */
#include "cli/shared/values.h"

#include <inttypes.h>
#include <string.h>

#include "cli/shared/lines.h"

static int value_read(sd_bus_message *message, struct value *ret)
{
	const char *contents;
	uint32_t small;
	int truth, r = sd_bus_message_peek_type(message, NULL, &contents);
	if (r < 0)
		return r;
	*ret = (struct value){ .type = strlen(contents) == 1 ? contents[0] : '\0' };
	switch (ret->type) {
	case 's':
		return sd_bus_message_read(message, "v", "s", &ret->text);
	case 't':
		return sd_bus_message_read(message, "v", "t", &ret->number);
	case 'u':
		r = sd_bus_message_read(message, "v", "u", &small);
		ret->number = r < 0 ? 0 : small;
		return r;
	case 'b':
		r = sd_bus_message_read(message, "v", "b", &truth);
		ret->number = r >= 0 && truth;
		return r;
	default:
		ret->type = '\0';
		return sd_bus_message_skip(message, "v");
	}
}

static void value_json(struct json *json, const char *key, const struct value *value)
{
	if (value->type == 's')
		json_text(json, key, value->text);
	else if (value->type == 't')
		json_moment(json, key, value->number);
	else if (value->type == 'u')
		json_number(json, key, (int64_t)value->number);
	else if (value->type == 'b')
		json_bool(json, key, value->number);
}

void values_put(FILE *out, const char *key, const char *text)
{
	fputc(' ', out);
	lines_put(out, key);
	fputc('=', out);
	lines_put(out, text);
}

static void value_number(FILE *out, const char *key, uint64_t number)
{
	values_put(out, key, "");
	fprintf(out, "%" PRIu64, number);
}

static void value_print(FILE *out, const char *key, const struct value *value)
{
	if (value->type == 's')
		values_put(out, key, value->text);
	else if (value->type)
		value_number(out, key, value->number);
}

/* "Since" on the bus is printed as "since". */
static const char *key_of(const char *name, char out[32])
{
	snprintf(out, 32, "%s", name);
	if (out[0] >= 'A' && out[0] <= 'Z')
		out[0] = (char)(out[0] - 'A' + 'a');
	return out;
}

int values_next(sd_bus_message *message, const char **ret_name, struct value *ret)
{
	int r = sd_bus_message_enter_container(message, 'e', "sv");
	if (r <= 0)
		return r;
	r = sd_bus_message_read_basic(message, 's', ret_name);
	if (r >= 0)
		r = value_read(message, ret);
	if (r >= 0)
		r = sd_bus_message_exit_container(message);
	return r < 0 ? r : 1;
}

/* Print to `json`, or if that is NULL to `out`. */
static int values_each(sd_bus_message *message, struct json *json, FILE *out)
{
	const char *name;
	struct value value;
	char key[32];
	int r = sd_bus_message_enter_container(message, 'a', "{sv}");
	while (r >= 0 && (r = values_next(message, &name, &value)) > 0) {
		if (json)
			value_json(json, key_of(name, key), &value);
		else
			value_print(out, key_of(name, key), &value);
	}
	return r < 0 ? r : sd_bus_message_exit_container(message);
}

int values_json(struct json *json, sd_bus_message *message)
{
	return values_each(message, json, NULL);
}

int values_print(FILE *out, sd_bus_message *message)
{
	return values_each(message, NULL, out);
}
