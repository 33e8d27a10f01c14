/*
 * For scripts, so stricter than texts for people: every string is valid UTF-8 with all control
 * characters escaped, whatever the argument contained.
 */
#include "cli/shared/json.h"

#include <inttypes.h>

#include "core/base/utf8.h"
#include "core/base/zone.h"

struct json json_begin(FILE *out)
{
	return (struct json){ .out = out };
}

void json_end(struct json *json)
{
	fputc('\n', json->out);
}

struct json json_start(FILE *out)
{
	struct json json = json_begin(out);
	json_open(&json, NULL, '{');
	return json;
}

void json_finish(struct json *json)
{
	json_close(json, '}');
	json_end(json);
}

/* Beyond U+FFFF as a pair of surrogates. (RFC 8259, section 7) */
static void json_escape(FILE *out, uint32_t value)
{
	if (value > 0xffff) {
		fprintf(out, "\\u%04x", (unsigned)(0xd800 + ((value - 0x10000) >> 10)));
		value = 0xdc00 + ((value - 0x10000) & 0x3ff);
	}
	fprintf(out, "\\u%04x", (unsigned)value);
}

static void json_character(FILE *out, const char *text)
{
	size_t length = utf8_character(text);
	if (length == 0)
		fputs("\\ufffd", out);
	else if (text[0] == '"' || text[0] == '\\')
		fprintf(out, "\\%c", text[0]);
	else if (text[0] == '\n')
		fputs("\\n", out);
	else if (utf8_visible(text) == 0)
		json_escape(out, (uint32_t)utf8_value(text, &length));
	else
		fwrite(text, 1, length, out);
}

static void json_string(FILE *out, const char *text)
{
	fputc('"', out);
	for (size_t length; *text; text += length) {
		(void)utf8_value(text, &length);
		json_character(out, text);
	}
	fputc('"', out);
}

static void json_key(struct json *json, const char *key)
{
	if (json->comma)
		fputs(", ", json->out);
	json->comma = true;
	if (!key)
		return;
	json_string(json->out, key);
	fputs(": ", json->out);
}

void json_open(struct json *json, const char *key, char bracket)
{
	json_key(json, key);
	fputc(bracket, json->out);
	json->comma = false;
}

void json_close(struct json *json, char bracket)
{
	fputc(bracket, json->out);
	json->comma = true;
}

void json_text(struct json *json, const char *key, const char *value)
{
	json_key(json, key);
	json_string(json->out, value);
}

void json_number(struct json *json, const char *key, int64_t value)
{
	json_key(json, key);
	fprintf(json->out, "%" PRId64, value);
}

void json_bool(struct json *json, const char *key, bool value)
{
	json_key(json, key);
	fputs(value ? "true" : "false", json->out);
}

void json_null(struct json *json, const char *key)
{
	json_key(json, key);
	fputs("null", json->out);
}

void json_length(struct json *json, const char *key, uint64_t us)
{
	json_number(json, key, (int64_t)(us / 1000000));
}

void json_moment(struct json *json, const char *key, uint64_t us)
{
	if (us == 0 || us == UINT64_MAX)
		json_null(json, key);
	else
		json_length(json, key, us);
}

void json_day(struct json *json, const char *key, int32_t day)
{
	char text[DATE_SIZE];
	date_print(day, text);
	if (day != 0)
		json_text(json, key, text);
	else
		json_null(json, key);
}
