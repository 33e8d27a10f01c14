/* The verbs of limber itself; each returns once it is done and everything is printed. */
#ifndef LIMBER_LIMBER_VERBS_H
#define LIMBER_LIMBER_VERBS_H

#include "cli/shared/command.h"
#include "cli/shared/verbs.h"

/* The verbs that limber runs itself, each by verb_NAME(); V(NAME) is expanded for each. */
/* clang-format off */
#define VERBS(V) \
	V(status) V(next) V(list) V(explain) V(holds) V(watch) V(monitor) V(done) \
	V(partly) V(snooze) V(skip) V(another) V(undo) V(try) V(start) V(stop) \
	V(hurt) V(drink) V(pause) V(resume) V(inhibit) V(away) V(back) V(standing) \
	V(sitting) V(stood) V(sat) V(cramp) V(how) V(set) V(unset) V(add) V(remove) \
	V(enable) V(disable) V(reload) V(on) V(off) V(attach) V(tray) V(help) V(about) \
	V(version) V(names)
/* clang-format on */

#define VERB_DECLARE(name) enum exit_code verb_##name(struct command *command);
VERBS(VERB_DECLARE)

#endif
