/* What `limber doctor` looks at, one finding a row. */
#ifndef LIMBER_REPORT_DOCTOR_H
#define LIMBER_REPORT_DOCTOR_H

#include "cli/shared/command.h"
#include "cli/shared/status.h"

enum finding_state { FINDING_OK, FINDING_LIMITED, FINDING_MISSING, FINDING_STATES };

enum { FINDING_SIZE = 512, FINDINGS_MAX = 32 };

struct finding {
	const char *name; /* of what was looked at, for scripts */
	enum finding_state state;
	char what[FINDING_SIZE]; /* what is so */
	char todo[FINDING_SIZE]; /* the one thing to do, "" for nothing */
};

struct findings {
	int count;
	struct finding finding[FINDINGS_MAX];
};

/* Who is examined. Neither limberd nor a bus need be there. */
struct patient {
	sd_bus *bus;           /* NULL: there is none */
	uint32_t daemon;       /* limberd's process, 0: none runs */
	struct status *status; /* NULL: limberd does not answer */
};

/* Another finding; `todo` may be NULL. Too many are dropped. */
void finding_add(struct findings *findings, const char *name, enum finding_state state,
		 const char *what, const char *todo);

/* A text with "~" for the user's home: findings go into bug reports, the user's name does not. */
void path_say(const char *text, char out[FINDING_SIZE]);

/* How a card is answered on a server that takes answers and draws no buttons; false: another. */
bool menu_how(const char *server, char out[FINDING_SIZE]);

/* Add a finding where the settings of the server give a card less room than they come with. */
void room_check(const char *server, struct findings *findings);

/* How this desktop binds a key to an answer. */
const char *menu_keys(void);

typedef void check(const struct patient *patient, struct findings *findings);

check check_session, check_daemon, check_login, check_sources, check_problems;
check check_server;
check check_store, check_configuration, check_time, check_hooks;

#endif
