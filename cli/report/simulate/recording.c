/* The text is split into strings in place. An entry is one line. */
#include "cli/report/simulate/recording.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shared/say.h"
#include "core/base/ascii.h"
#include "core/base/text.h"

struct reader {
	struct recording *day;
	struct recording_error *error;
	unsigned line;
	unsigned config_line; /* how many lines day->config, or that of the last plan, has */
};

int recording_wrong(struct recording_error *error, unsigned line, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	vsnprintf(error->sentence, sizeof(error->sentence), format, list);
	va_end(list);
	error->line = line;
	return -EINVAL;
}

/* Appends `text` and a line feed. 0 or -ENOMEM. */
static int text_add(char **to, const char *text)
{
	size_t had = *to ? strlen(*to) : 0, length = strlen(text);
	char *more = realloc(*to, had + length + 2);
	if (!more)
		return -ENOMEM;
	memcpy(more + had, text, length);
	memcpy(more + had + length, "\n", 2);
	*to = more;
	return 0;
}

/* Add a line of the configuration, after empty lines, so that errors name the line of the day. */
static int add_config(struct reader *reader, const char *text)
{
	struct recording *day = reader->day;
	bool later = day->count > 0;
	struct recording_entry *plan = later ? &day->entries[day->count - 1] : NULL;
	if (plan && strcmp(plan->what, "plan") != 0)
		return recording_wrong(reader->error, reader->line,
				       _("config stands before the first time, or behind a plan."));
	char **to = plan ? &plan->config : &day->config;
	if (plan && !plan->config)
		reader->config_line = 0;
	int r = 0;
	for (; r == 0 && reader->config_line + 1 < reader->line; reader->config_line++)
		r = text_add(to, "");
	reader->config_line++;
	return r < 0 ? r : text_add(to, text);
}

static int add_state(struct reader *reader, const char *text)
{
	return text_add(&reader->day->state, text);
}

static int set_begin(struct reader *reader, const char *text)
{
	reader->day->begin = text;
	reader->day->begin_line = reader->line;
	return 0;
}

static int set_zone(struct reader *reader, const char *text)
{
	reader->day->zone = text;
	reader->day->zone_line = reader->line;
	return 0;
}

static int set_recorded(struct reader *reader, const char *text)
{
	reader->day->recorded = true;
	return 0;
}

static const struct head {
	const char *word;
	int (*take)(struct reader *reader, const char *text);
} heads[] = {
	{ "begin", set_begin }, { "zone", set_zone },         { "config", add_config },
	{ "state", add_state }, { "recorded", set_recorded },
};

/* Whether a word is a date or a day of the week, which a time of day follows. */
static bool is_day(const char *word, size_t length)
{
	int weekday;
	return (length == 10 && word[4] == '-') || weekday_read(word, length, &weekday) == TEXT_OK;
}

static int add_entry(struct reader *reader, char *line)
{
	struct recording *day = reader->day;
	char *end = strchrnul(line, ' ');
	if (is_day(line, (size_t)(end - line)) && *end)
		end = strchrnul(end + 1, ' ');
	if (*line != '+' && !memchr(line, ':', (size_t)(end - line)))
		return recording_wrong(
			reader->error, reader->line,
			_("\"%.60s\" begins with no time, such as 14:00 or +10min, and is "
			  "no begin, zone, config or state."),
			text_begin(line).text);
	if (*end == '\0')
		return recording_wrong(reader->error, reader->line, _("What happened at %s?"),
				       line);
	struct recording_entry *more = reallocarray(day->entries, day->count + 1, sizeof(*more));
	if (!more)
		return -ENOMEM;
	*end = '\0';
	day->entries = more;
	more[day->count++] = (struct recording_entry){ .line = reader->line,
						       .when = line,
						       .what = ascii_skip(end + 1) };
	return 0;
}

static int read_line(struct reader *reader, char *line)
{
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		size_t length = strlen(heads[i].word);
		if (strncmp(line, heads[i].word, length) == 0 &&
		    (line[length] == ' ' || line[length] == '\0'))
			return heads[i].take(reader, line + length + (line[length] == ' '));
	}
	return add_entry(reader, line);
}

/* Remove the blanks at both ends, tabs too. In the state a blank at the end is an empty text. */
static char *trim(char *line)
{
	for (char *at = line; *at; at++)
		if (*at == '\t' || *at == '\r')
			*at = ' ';
	while (*line == ' ')
		line++;
	size_t length = strlen(line);
	bool state = strncmp(line, "state ", strlen("state ")) == 0;
	while (!state && length > 0 && line[length - 1] == ' ')
		line[--length] = '\0';
	return line;
}

static int read_lines(struct reader *reader, char *text)
{
	int r = 0;
	while (r == 0 && text) {
		char *next = strchr(text, '\n');
		if (next)
			*next++ = '\0';
		reader->line++;
		char *line = trim(text);
		if (*line && *line != '#')
			r = read_line(reader, line);
		text = next;
	}
	return r;
}

int recording_read(const char *text, size_t length, struct recording *ret,
		   struct recording_error *error)
{
	*ret = (struct recording){ .text = strndup(text, length),
				   .config = strdup(""),
				   .state = strdup("") };
	struct reader reader = { .day = ret, .error = error };
	*error = (struct recording_error){ 0 };
	if (!ret->text || !ret->config || !ret->state)
		return -ENOMEM;
	if (strlen(ret->text) != length)
		return recording_wrong(error, 0, _("This is not text."));
	return read_lines(&reader, ret->text);
}

void recording_finish(struct recording *day)
{
	for (size_t i = 0; i < day->count; i++)
		free(day->entries[i].config);
	free(day->entries);
	free(day->state);
	free(day->config);
	free(day->text);
	*day = (struct recording){ 0 };
}
