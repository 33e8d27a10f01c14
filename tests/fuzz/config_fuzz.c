/*
 * Any bytes as the user's file: a plan or errors, never both, never neither, and each error a
 * line of printable text that names the file.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "config/load.h"
#include "config/utf8.h"

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
	check(plan->count <= REMINDERS_MAX && plan->hours_count >= 1);
	for (int i = 0; i < plan->count; i++) {
		const struct reminder *reminder = &plan->reminders[i];
		check(reminder->item_count > 0 || *reminder->say);
		check(reminder->trigger == TRIGGER_AT ? reminder->at_count > 0
						      : reminder->every >= USEC_PER_MIN);
		check(strlen(reminder->say) <= SAY_MAX_BYTES);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct config *config = NULL;
	struct config_errors errors;
	int r = config_load_text("fuzz.conf", (const char *)data, size, &config, &errors);
	check(r == 0 ? config && errors.count == 0 : r == -EINVAL && !config && errors.count > 0);
	for (size_t i = 0; i < errors.count; i++)
		check_line(errors.lines[i]);
	if (config)
		check_plan(config_plan(config));
	config_free(config);
	config_errors_finish(&errors);
	return 0;
}
