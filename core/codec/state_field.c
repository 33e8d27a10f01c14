/* The types of values in the text of the state. No stdio, which depends on the locale. */
#include "core/codec/state_field.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/text.h"

/* 36,000 years: the difference of two such times fits. */
#define TIME_FAR (INT64_C(1) << 60)

static const struct {
	int64_t least, most;
	int size; /* in bytes */
} numbers[] = {
	[FIELD_FLAG] = { 0, 1, sizeof(bool) },     [FIELD_U8] = { 0, UINT8_MAX, 1 },
	[FIELD_U16] = { 0, UINT16_MAX, 2 },        [FIELD_U32] = { 0, UINT32_MAX, 4 },
	[FIELD_DAY] = { INT32_MIN, INT32_MAX, 4 }, [FIELD_COUNT] = { 0, INT32_MAX, 4 },
	[FIELD_ID] = { 0, INT64_MAX - 1, 8 },      [FIELD_LENGTH] = { 0, TIME_FAR, 8 },
	[FIELD_TIME] = { -TIME_FAR, TIME_FAR, 8 }, [FIELD_REAL] = { -TIME_FAR, TIME_FAR, 8 },
};

static int64_t number_get(enum field_type type, const void *at)
{
	switch (numbers[type].size) {
	case 1:
		return *(const uint8_t *)at;
	case 2:
		return *(const uint16_t *)at;
	case 4:
		return type == FIELD_U32 ? (int64_t) * (const uint32_t *)at : *(const int32_t *)at;
	default:
		return *(const int64_t *)at;
	}
}

static void number_set(enum field_type type, void *at, int64_t value)
{
	switch (numbers[type].size) {
	case 1:
		*(uint8_t *)at = (uint8_t)value;
		break;
	case 2:
		*(uint16_t *)at = (uint16_t)value;
		break;
	case 4:
		*(uint32_t *)at = (uint32_t)value;
		break;
	default:
		*(int64_t *)at = value;
	}
}

int32_t state_field_reminder(const struct state *state, const char *name)
{
	for (int32_t i = 0; i < state->count; i++)
		if (strcmp(state->reminders[i].name, name) == 0)
			return i;
	return -1;
}

static char *print_number(char *at, int64_t number)
{
	if (number == REALTIME_OPEN.us)
		return ascii_put(at, "open");
	if (number < 0)
		at = ascii_put(at, "-");
	return ascii_put_number(at, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

static char *print_name(char *at, const char *name)
{
	return ascii_put(at, *name ? name : "-");
}

static char *print_reminder(char *at, const struct state *state, int32_t index)
{
	bool known = index >= 0 && index < state->count;
	return print_name(at, known ? state->reminders[index].name : "");
}

static char *print_set(char *at, const struct state *state, uint64_t set)
{
	for (int i = 0; i < state->count; i++) {
		if (!(set & UINT64_C(1) << i))
			continue;
		at = ascii_put(at, " ");
		at = print_name(at, state->reminders[i].name);
	}
	return at;
}

static char *print_counts(char *at, const uint16_t counts[OUTCOME_COUNT])
{
	for (int i = 0; i < OUTCOME_COUNT; i++) {
		if (counts[i] == 0)
			continue;
		at = ascii_put(at, " ");
		at = ascii_put(at, outcome_word((enum outcome)i));
		at = ascii_put(at, " ");
		at = ascii_put_number(at, counts[i]);
	}
	return at;
}

static char *print_why(char *at, const char *why)
{
	*at++ = ' ';
	for (; *why; why++) {
		if (*why == '\n' || *why == '\\')
			*at++ = '\\';
		*at++ = *why == '\n' ? 'n' : *why;
	}
	*at = '\0';
	return at;
}

static char *print_stops(char *at, const uint32_t stops[STOPS_MAX])
{
	for (int i = 0; i < STOPS_MAX && stops[i] != 0; i++)
		at = ascii_put_number(ascii_put(at, " "), stops[i]);
	return at;
}

char *state_field_print(char *at, const struct state_field *field, const void *base)
{
	const void *value = (const char *)base + field->offset;
	if (field->type == FIELD_STOPS)
		return print_stops(at, value);
	if (field->type == FIELD_COUNTS)
		return print_counts(at, value);
	if (field->type == FIELD_WHY || field->type == FIELD_WHO)
		return print_why(at, value);
	if (field->type == FIELD_SET)
		return print_set(at, base, *(const uint64_t *)value);
	at = ascii_put(at, field->type == FIELD_REAL ? "/" : " ");
	if (field->type == FIELD_NAME)
		return print_name(at, value);
	if (field->type == FIELD_OUTCOME)
		return ascii_put(at, outcome_word(*(const enum outcome *)value));
	if (field->type == FIELD_REMINDER)
		return print_reminder(at, base, *(const int32_t *)value);
	return print_number(at, number_get(field->type, value));
}

static const char *read_number(const char *at, enum field_type type, int64_t *ret)
{
	bool time = type == FIELD_TIME || type == FIELD_REAL;
	if (time && strncmp(at, "open", 4) == 0) {
		*ret = REALTIME_OPEN.us;
		return at + 4;
	}
	bool negative = *at == '-';
	const char *digits = at + negative;
	int64_t most = negative ? -numbers[type].least : numbers[type].most;
	const char *end = ascii_number(digits, most, ret);
	if (end == digits || *ret > most)
		return NULL;
	*ret = negative ? -*ret : *ret;
	return end;
}

/* A word no longer than a name, up to the next blank or the line's end. */
static const char *read_word(const char *at, char word[NAME_SIZE])
{
	size_t length = 0;
	while (at[length] && at[length] != ' ' && at[length] != '\n')
		length++;
	if (length == 0 || length >= NAME_SIZE)
		return NULL;
	memset(word, 0, NAME_SIZE);
	memcpy(word, at, length);
	return at + length;
}

static const char *read_name(const char *at, char name[NAME_SIZE])
{
	at = read_word(at, name);
	if (!at)
		return NULL;
	if (strcmp(name, "-") == 0)
		memset(name, 0, NAME_SIZE);
	else if (name_read(name, strlen(name)) != TEXT_OK)
		return NULL;
	return at;
}

static const char *read_outcome(const char *at, enum outcome *ret)
{
	char word[NAME_SIZE];
	at = read_word(at, word);
	if (!at)
		return NULL;
	*ret = outcome_read(word);
	return *ret == OUTCOME_COUNT ? NULL : at;
}

static const char *read_reminder(const char *at, const struct state *state, int32_t *ret)
{
	char name[NAME_SIZE];
	at = read_name(at, name);
	if (at)
		*ret = state_field_reminder(state, name);
	return at;
}

/* An unknown word, of a newer version, is skipped like an unknown key. */
static const char *read_counts(const char *at, uint16_t counts[OUTCOME_COUNT])
{
	memset(counts, 0, OUTCOME_COUNT * sizeof(*counts));
	while (*at == ' ') {
		char word[NAME_SIZE];
		int64_t number;
		at = read_word(at + 1, word);
		if (!at || *at != ' ')
			return NULL;
		at = read_number(at + 1, FIELD_U16, &number);
		if (!at)
			return NULL;
		enum outcome outcome = outcome_read(word);
		if (outcome != OUTCOME_COUNT)
			counts[outcome] = (uint16_t)number;
	}
	return at;
}

/* Decode one byte; 0 for an invalid escape. */
static char why_byte(const char *at)
{
	if (at[0] != '\\')
		return at[0];
	if (at[1] == 'n')
		return '\n';
	return at[1] == '\\' ? '\\' : '\0';
}

static const char *read_why(const char *at, char *why, size_t size)
{
	size_t length = 0;
	memset(why, 0, size);
	if (*at++ != ' ')
		return NULL;
	while (*at && *at != '\n') {
		char byte = why_byte(at);
		if (byte == '\0' || length == size - 1)
			return NULL;
		why[length++] = byte;
		at += *at == '\\' ? 2 : 1;
	}
	return at;
}

/* Unknown reminders are left out. */
static const char *read_set(const char *at, const struct state *state, uint64_t *set)
{
	*set = 0;
	while (at && *at == ' ') {
		int32_t index;
		at = read_reminder(at + 1, state, &index);
		if (at && index >= 0)
			*set |= UINT64_C(1) << index;
	}
	return at;
}

/* Entries that are invalid or do not fit are left out. */
static const char *read_stops(const char *at, uint32_t stops[STOPS_MAX])
{
	int count = 0;
	memset(stops, 0, STOPS_MAX * sizeof(*stops));
	while (at && *at == ' ') {
		int64_t number;
		at = read_number(at + 1, FIELD_U32, &number);
		if (at && number != 0 && count < STOPS_MAX)
			stops[count++] = (uint32_t)number;
	}
	return at;
}

const char *state_field_read(const char *at, const struct state_field *field, void *base)
{
	void *value = (char *)base + field->offset;
	if (field->type == FIELD_STOPS)
		return read_stops(at, value);
	if (field->type == FIELD_COUNTS)
		return read_counts(at, value);
	if (field->type == FIELD_WHY)
		return read_why(at, value, WHY_SIZE);
	if (field->type == FIELD_WHO)
		return read_why(at, value, WHO_SIZE);
	if (field->type == FIELD_SET)
		return read_set(at, base, value);
	if (*at++ != (field->type == FIELD_REAL ? '/' : ' '))
		return NULL;
	if (field->type == FIELD_NAME)
		return read_name(at, value);
	if (field->type == FIELD_OUTCOME)
		return read_outcome(at, value);
	if (field->type == FIELD_REMINDER)
		return read_reminder(at, base, value);
	int64_t number;
	at = read_number(at, field->type, &number);
	if (at)
		number_set(field->type, value, number);
	return at;
}
