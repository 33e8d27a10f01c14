/* The verbs of limber-report: those that read the store, the catalogue or configuration files. */
#ifndef LIMBER_REPORT_H
#define LIMBER_REPORT_H

#include <stdio.h>

#include "cli/report/current.h"
#include "cli/shared/command.h"
#include "cli/shared/json.h"
#include "cli/shared/say.h"
#include "core/base/moment.h"
#include "core/model/item.h"
#include "core/model/outcome.h"

/* Each verb is run by report_NAME(); V(NAME) is expanded for each. */
/* clang-format off */
#define REPORTS(V) \
	V(log) V(show) V(config) V(calendar) V(catalogue) V(health) V(kinds) V(setup) \
	V(warnings) V(preview) V(doctor) V(simulate) V(names) V(forget) V(start)
/* clang-format on */

#define REPORT_DECLARE(name) enum exit_code report_##name(struct command *command);
REPORTS(REPORT_DECLARE)

/* Rows of history as lines for people, the oldest first, and as JSON. */
void log_print(FILE *out, const struct record records[], size_t count);
void log_json(FILE *out, const struct record records[], size_t count);

/* Says that there is no such item, and which is near. */
enum exit_code item_unknown(struct command *command, const char *id);

/* An item whole, and whether it is for the user. */
void item_print(FILE *out, const struct style *style, const struct item *item,
		const struct current *current);
void item_json(struct json *json, const struct item *item, const struct current *current);

/* Its picture: opened on a desktop when typed there, else its path or, when piped, the SVG. */
enum exit_code report_picture(const struct command *command, const struct item *item);

/* The editor's end of `config edit`. */
enum exit_code config_edit(struct command *command, const char *path);

#endif
