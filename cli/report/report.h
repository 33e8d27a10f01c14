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

enum exit_code report_log(struct command *command);
enum exit_code report_show(struct command *command);
enum exit_code report_config(struct command *command);
enum exit_code report_calendar(struct command *command);
enum exit_code report_catalogue(struct command *command);
enum exit_code report_health(struct command *command);
enum exit_code report_kinds(struct command *command);
enum exit_code report_setup(struct command *command);
enum exit_code report_warnings(struct command *command);
enum exit_code report_preview(struct command *command);
enum exit_code report_doctor(struct command *command);
enum exit_code report_simulate(struct command *command);
enum exit_code report_names(struct command *command);
enum exit_code report_forget(struct command *command);
enum exit_code report_play(struct command *command);

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
