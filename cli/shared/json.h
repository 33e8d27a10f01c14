/*
 * JSON, printed at once: one line, with blanks only after ':' and ','. A key is NULL in an array
 * and at the top. Bytes that are not UTF-8 become U+FFFD.
 */
#ifndef LIMBER_JSON_H
#define LIMBER_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json {
	FILE *out;
	bool comma; /* the next value needs a comma before it */
};

struct json json_begin(FILE *out);

/* The object of a whole line, and its end. */
struct json json_start(FILE *out);
void json_finish(struct json *json);

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

/* A date, "2026-11-22"; null for day 0. */
void json_day(struct json *json, const char *key, int32_t day);

#endif
