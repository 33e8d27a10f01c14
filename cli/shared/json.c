/*
 * Scripts read this, so it is strict where people's text is not: every string comes out as
 * valid UTF-8 with all control characters escaped, whatever an argument contained.
 */
#include "cli/shared/json.h"

#include <inttypes.h>

struct json json_begin(FILE *out)
{
	return (struct json){ .out = out };
}

void json_end(struct json *json)
{
	fputc('\n', json->out);
}

/* The length of the character at `text`, 0 when it is no UTF-8. (RFC 3629, section 4) */
static int json_utf8(const unsigned char *text)
{
	if (text[0] < 0x80)
		return 1;
	int length = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
	if (text[0] < 0xc2 || text[0] > 0xf4)
		return 0;
	for (int i = 1; i < length; i++)
		if ((text[i] & 0xc0) != 0x80)
			return 0;
	if ((text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xed && text[1] > 0x9f) ||
	    (text[0] == 0xf0 && text[1] < 0x90) || (text[0] == 0xf4 && text[1] > 0x8f))
		return 0;
	return length;
}

static void json_character(FILE *out, const unsigned char *text, int length)
{
	if (length == 0)
		fputs("\\ufffd", out);
	else if (text[0] == '"' || text[0] == '\\')
		fprintf(out, "\\%c", text[0]);
	else if (text[0] == '\n')
		fputs("\\n", out);
	else if (text[0] < 0x20 || text[0] == 0x7f)
		fprintf(out, "\\u%04x", text[0]);
	else
		fwrite(text, 1, (size_t)length, out);
}

static void json_string(FILE *out, const char *value)
{
	const unsigned char *text = (const unsigned char *)value;
	fputc('"', out);
	while (*text) {
		int length = json_utf8(text);
		json_character(out, text, length);
		text += length ? length : 1;
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
