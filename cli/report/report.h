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
	V(warnings) V(preview) V(doctor) V(simulate) V(names) V(forget) V(start) V(hooks) \
	V(stats) V(week) V(export) V(import) V(report)
/* clang-format on */

#define REPORT_DECLARE(name) enum exit_code report_##name(struct command *command);
REPORTS(REPORT_DECLARE)

/* Error lines as a list, and as lines. */
void errors_json(struct json *json, const char *key, const struct config_errors *errors);
void errors_print(FILE *out, const struct config_errors *errors);

/* Report that an item does not exist, with the nearest one. */
enum exit_code item_unknown(struct command *command, const char *id);

/* The whole item, and whether it is for the user; as the members of an open object. */
void item_print(FILE *out, const struct style *style, const struct item *item,
		const struct current *current);
void item_json(struct json *json, const struct item *item, const struct current *current);

/* The picture of an item: opened on a desktop, else the path, or the SVG to a pipe. */
enum exit_code report_picture(const struct command *command, const struct item *item);

/* limber forget without --all: rows of history. */
enum exit_code forget_rows(struct command *command);

/* limber stats --openmetrics. */
enum exit_code stats_openmetrics(struct command *command);

/* Run the editor of `config edit`. */
enum exit_code config_edit(struct command *command, const char *path);

#endif
