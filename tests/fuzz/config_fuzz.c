/*
 * Any bytes as the user's file: a plan or errors, never both, never neither, and each error a
 * line of printable text that names the file.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config/config.h"
#include "core/base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_line(const char *line)
{
	const char *end;
	check(strncmp(line, "fuzz.conf:", 10) == 0 || strncmp(line, "…", 3) == 0);
	utf8_count(line, &end);
	check(*end == '\0');
	check(strlen(line) < 2048);
}

static void check_plan(const struct plan *plan)
{
	check(plan->count <= REMINDERS_MAX && plan->hours.count >= 1 && plan->cap >= 1);
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		check(reminder->item_count > 0 || *reminder->say);
		check((reminder->trigger == TRIGGER_AT) == (reminder->at_count > 0));
		check((reminder->trigger <= TRIGGER_CLOCK) == (reminder->every >= USEC_PER_MIN));
		check(reminder->with < plan->count && reminder->with != i);
		check(reminder->with < 0 || plan->reminders[reminder->with].with < 0);
		check(reminder->repeat >= 0 && reminder->on < OCCASION_COUNT);
		check(strlen(reminder->say) <= SAY_MAX_BYTES);
	}
}

/* What is shown loads again, and is shown alike. */
static char *print(const struct config *config)
{
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);
	check(stream);
	config_print(config, stream);
	check(fclose(stream) == 0);
	return text;
}

/* Without the places, which are other ones the second time. */
static void strip_places(char *text)
{
	char *to = text;
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		char *place = NULL;
		for (char *at = line; (at = strstr(at, ";  # ")); at++)
			place = at;
		size_t length = place ? (size_t)(place - line) : strlen(line);
		memmove(to, line, length);
		to += length;
		*to++ = ' ';
	}
	*to = '\0';
}

static void check_printed(const struct config *config)
{
	struct config *again = NULL;
	struct config_errors errors;
	char *text = print(config);
	check(config_load_text(NULL, "again.conf", text, strlen(text), &again, &errors) == 0);
	char *second = print(again);
	strip_places(text);
	strip_places(second);
	check(strcmp(text, second) == 0);
	free(text);
	free(second);
	config_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct config *config = NULL;
	struct config_errors errors;
	int r = config_load_text(NULL, "fuzz.conf", (const char *)data, size, &config, &errors);
	check(r == 0 ? config && errors.count == 0 : r == -EINVAL && !config && errors.count > 0);
	for (size_t i = 0; i < errors.count; i++)
		check_line(errors.lines[i]);
	if (config) {
		check_plan(config_plan(config));
		check_printed(config);
	}
	config_free(config);
	config_errors_finish(&errors);
	return 0;
}
