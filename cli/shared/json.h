/*
 * JSON, written as it comes: one line, no spaces but after ':' and ','. A key is NULL in an
 * array and at the top. Bytes that are no UTF-8 become U+FFFD.
 */
#ifndef LIMBER_JSON_H
#define LIMBER_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json {
	FILE *out;
	bool comma; /* something stands before the next value */
};

struct json json_begin(FILE *out);
void json_end(struct json *json); /* the line feed */

/* bracket: '{' or '[', and '}' or ']'. */
void json_open(struct json *json, const char *key, char bracket);
void json_close(struct json *json, char bracket);

void json_text(struct json *json, const char *key, const char *value);
void json_number(struct json *json, const char *key, int64_t value);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

/* Microseconds of the bus as whole seconds: a length, and a moment (null for never and open). */
void json_length(struct json *json, const char *key, uint64_t us);
void json_moment(struct json *json, const char *key, uint64_t us);

#endif
