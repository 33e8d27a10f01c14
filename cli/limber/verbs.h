/* The verbs of limber itself; each returns once it is done and everything is printed. */
#ifndef LIMBER_LIMBER_VERBS_H
#define LIMBER_LIMBER_VERBS_H

#include "cli/shared/command.h"
#include "cli/shared/verbs.h"

enum exit_code verb_status(struct command *command);
enum exit_code verb_next(struct command *command);
enum exit_code verb_list(struct command *command);
enum exit_code verb_explain(struct command *command);
enum exit_code verb_holds(struct command *command);
enum exit_code verb_watch(struct command *command);
enum exit_code verb_monitor(struct command *command);
enum exit_code verb_done(struct command *command);
enum exit_code verb_partly(struct command *command);
enum exit_code verb_skip(struct command *command);
enum exit_code verb_another(struct command *command);
enum exit_code verb_drink(struct command *command);
enum exit_code verb_snooze(struct command *command);
enum exit_code verb_undo(struct command *command);
enum exit_code verb_try(struct command *command);
enum exit_code verb_pause(struct command *command);
enum exit_code verb_inhibit(struct command *command);
enum exit_code verb_resume(struct command *command);
enum exit_code verb_away(struct command *command);
enum exit_code verb_back(struct command *command);
enum exit_code verb_standing(struct command *command);
enum exit_code verb_sitting(struct command *command);
enum exit_code verb_stood(struct command *command);
enum exit_code verb_sat(struct command *command);
enum exit_code verb_start(struct command *command);
enum exit_code verb_stop(struct command *command);
enum exit_code verb_hurt(struct command *command);
enum exit_code verb_cramp(struct command *command);
enum exit_code verb_set(struct command *command);
enum exit_code verb_unset(struct command *command);
enum exit_code verb_add(struct command *command);
enum exit_code verb_remove(struct command *command);
enum exit_code verb_enable(struct command *command);
enum exit_code verb_disable(struct command *command);
enum exit_code verb_reload(struct command *command);
enum exit_code verb_on(struct command *command);
enum exit_code verb_off(struct command *command);
enum exit_code verb_attach(struct command *command);
enum exit_code verb_help(struct command *command);
enum exit_code verb_about(struct command *command);
enum exit_code verb_version(struct command *command);
enum exit_code verb_names(struct command *command);

#endif
