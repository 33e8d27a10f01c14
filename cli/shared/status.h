/*
 * What Status() answers, as a struct, and the screens made from it. Times are as on the bus:
 * microseconds, 0 for never, UINT64_MAX for open.
 */
#ifndef LIMBER_STATUS_H
#define LIMBER_STATUS_H

#include <stdint.h>

#include "cli/shared/bus.h"
#include "cli/shared/json.h"
#include "cli/shared/say.h"
#include "core/codec/status_fields.h"
#include "core/model/outcome.h"
#include "core/words/words.h"

#define STATUS_OPEN UINT64_MAX

/* limberd tells each of some programs that ask for silence. */
enum { STATUS_HOLDS_MAX = HOLDS_MAX + 8 };

struct status_texts {
	int count;
	const char *text[HOLDS_MAX];
};

struct status_hold {
	const char *word, *sentence;
	uint64_t since, until;
};

struct status_holds {
	int count;
	struct status_hold hold[STATUS_HOLDS_MAX]; /* the one that ends last first */
};

enum { STATUS_BUTTONS_MAX = 3 };

struct status_buttons {
	int count;
	const char *action[STATUS_BUTTONS_MAX], *label[STATUS_BUTTONS_MAX];
};

enum { STATUS_SOURCES_MAX = 16 };

/* What the fields are: core/codec/status_fields.h. */
struct status_source {
	STATUS_SOURCE_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
};

struct status_card {
	STATUS_CARD_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
	struct status_buttons buttons;
};

struct status_reminder {
	STATUS_REMINDER_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
	uint32_t outcomes[OUTCOME_COUNT];
	struct status_holds holds;
};

struct status {
	sd_bus_message *reply; /* holds the strings; NULL: somebody else does */
	STATUS_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
	struct status_card card; /* card.card 0: none is up */
	uint32_t outcomes[OUTCOME_COUNT];
	struct status_texts absences, problems, limits, kinds;
	struct status_source sources[STATUS_SOURCES_MAX];
	int source_count;
	struct status_reminder reminders[REMINDERS_MAX];
	int count;
};

/* Reads a reply; its strings live in the message. Keys it does not know, or of another type, are
 * passed over. Negative errno. */
int status_read(sd_bus_message *reply, struct status *ret);

/* The content of a card, a{sv}, likewise; its id only where the content has it. */
int status_read_card(sd_bus_message *message, struct status_card *ret);

/*
 * Ask limberd. The status is on the heap, with its reply; a STATUS_OWNED is freed at the end of its
 * block. status_get() frees what *ret has been before and reports failures, status_try() is
 * silent, starts nothing and returns NULL.
 */
#define STATUS_OWNED BUS_CLEANUP(status_done) struct status
void status_done(struct status **status);
enum exit_code status_get(struct command *command, struct status **ret);
struct status *status_try(struct command *command);

/* NULL for none. */
const struct status_reminder *status_find(const struct status *status, const char *name);

/* Whether it may wait for something: a rider comes with the card of another, and what is off or
 * silent has none. */
bool status_waits(const struct status_reminder *reminder);

enum { STATUS_HELD_MAX = 128 };

/* A hold, and whose cards it keeps back. */
struct status_held {
	const struct status_hold *hold;
	uint64_t who; /* bit I: reminder I */
};

/* Every hold of those that may wait, once each; returns how many. */
int status_held(const struct status *status, struct status_held ret[STATUS_HELD_MAX]);

/* When its card comes, for the cell of a table: "14:18", and true, or "off", "due, waits" …. */
bool status_when(const struct status *status, const struct status_reminder *reminder,
		 char out[WHEN_SIZE]);

enum status_column { STATUS_TODAY, STATUS_ITEM }; /* what stands in a table's last column */

/* The reminders, one a line. */
void status_table(FILE *out, const struct style *style, const struct status *status,
		  enum status_column last);

void status_print(FILE *out, const struct style *style, const struct status *status);

/* One reminder whole; `items`: the ids it deals, in turn, NULL-ended, or NULL: not known. */
void status_print_one(FILE *out, const struct style *style, const struct status *status,
		      const struct status_reminder *reminder, const char *const items[]);

/* The coming cards, at most so many, the soonest first. */
void status_print_next(FILE *out, const struct status *status, size_t limit);
void status_json(FILE *out, const struct status *status);
void status_list_json(FILE *out, const struct status *status);
void status_one_json(FILE *out, const struct status_reminder *reminder, const char *const items[]);
void status_next_json(FILE *out, const struct status *status, size_t limit);

/* The reminders whose cards are to come, the soonest first, before them those that are due and wait
 * for the end of something; returns how many. */
int status_coming(const struct status *status, const struct status_reminder *ret[REMINDERS_MAX]);

#endif
