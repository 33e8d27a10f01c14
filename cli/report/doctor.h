/* The checks of `limber doctor`; each adds findings. */
#ifndef LIMBER_REPORT_DOCTOR_H
#define LIMBER_REPORT_DOCTOR_H

#include "cli/shared/command.h"
#include "cli/shared/status.h"

enum finding_state { FINDING_OK, FINDING_LIMITED, FINDING_MISSING, FINDING_STATES };

enum { FINDING_SIZE = 512, FINDINGS_MAX = 32 };

struct finding {
	const char *name; /* of the checked thing, for scripts */
	enum finding_state state;
	char what[FINDING_SIZE]; /* a sentence */
	char todo[FINDING_SIZE]; /* the one thing to do, "" for nothing */
};

struct findings {
	int count;
	struct finding finding[FINDINGS_MAX];
};

/* The system under check. limberd and the bus may be missing. */
struct patient {
	sd_bus *bus;           /* NULL: no bus */
	uint32_t daemon;       /* the process of limberd, 0: none */
	struct status *status; /* NULL: limberd does not reply */
};

/* Add a finding, unless the list is full; `what` is shortened by path_say(), `todo` may be NULL. */
void finding_add(struct findings *findings, const char *name, enum finding_state state,
		 const char *what, const char *todo);

/* A text with "~" for the user's home, so that bug reports do not contain the user's name. */
void path_say(const char *text, char out[FINDING_SIZE]);

/* How a card is answered on a server that takes actions but draws no buttons; false: another
 * server. */
bool menu_how(const char *server, char out[FINDING_SIZE]);

/* Add a finding if the server is configured to give a card less room than by default. */
void room_check(const char *server, struct findings *findings);

/* How to bind a key to an answer on this desktop. */
const char *menu_keys(void);

typedef void check(const struct patient *patient, struct findings *findings);

check check_session, check_daemon, check_login, check_sources, check_problems;
check check_server;
check check_store, check_configuration, check_time, check_hooks, check_voice;

#endif
