/*
 * The reply of Status() as a struct, and the screens made from it. Times are as on the bus:
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

/* limberd lists several of the programs that ask for silence. */
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
	struct status_hold hold[STATUS_HOLDS_MAX]; /* the last to end comes first */
};

enum { STATUS_BUTTONS_MAX = 3 };

struct status_buttons {
	int count;
	const char *action[STATUS_BUTTONS_MAX], *label[STATUS_BUTTONS_MAX];
};

enum { STATUS_SOURCES_MAX = 16 };

/* The fields are described in core/codec/status_fields.h. */
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
	sd_bus_message *reply; /* owns the strings; NULL: the caller does */
	STATUS_FIELDS(STATUS_MEMBER, STATUS_NO_MEMBER)
	struct status_card card; /* card.card 0: no card is up */
	uint32_t outcomes[OUTCOME_COUNT];
	struct status_texts absences, problems, see, limits, kinds;
	struct status_source sources[STATUS_SOURCES_MAX];
	int source_count;
	struct status_reminder reminders[REMINDERS_MAX];
	int count;
};

/* Read a reply, which owns the strings. Keys that are unknown or of another type are skipped.
 * Negative errno. */
int status_read(sd_bus_message *reply, struct status *ret);

/* Read the content of a card, a{sv}, in the same way; card 0 if the content lacks the id. */
int status_read_card(sd_bus_message *message, struct status_card *ret);

/*
 * Call Status(). The status is on the heap, with its reply; a STATUS_OWNED is freed at the end of
 * its block. status_get() frees the previous *ret and reports errors; status_try() does not start
 * limberd and returns NULL for any error, silently.
 */
#define STATUS_OWNED BUS_CLEANUP(status_done) struct status
void status_done(struct status **status);
enum exit_code status_get(struct command *command, struct status **ret);
struct status *status_try(struct command *command);

/* NULL for none. */
const struct status_reminder *status_find(const struct status *status, const char *name);

/* Whether a reminder has cards of its own, which may wait: it is on, not silent and not a rider. */
bool status_waits(const struct status_reminder *reminder);

enum { STATUS_HELD_MAX = 128 };

/* A hold, and the reminders that it holds. */
struct status_held {
	const struct status_hold *hold;
	uint64_t who; /* bit I: reminder I */
};

/* Each hold once, of all reminders with status_waits(); returns the number. */
int status_held(const struct status *status, struct status_held ret[STATUS_HELD_MAX]);

/* The time of the next card as a cell of a table: "14:18", and true, or "off", "due, waits" …. */
bool status_when(const struct status *status, const struct status_reminder *reminder,
		 char out[WHEN_SIZE]);

/* Add a line to a text of `size` bytes; what does not fit is cut. */
__attribute__((format(printf, 3, 4))) void status_add_line(char *text, size_t size,
							   const char *format, ...);

/* The same for each problem; for why the next card waits, if it does, and what was done today.
 * next: NULL for none. */
void status_add_problems(const struct status *status, char *text, size_t size);
void status_add_today(const struct status *status, const struct status_reminder *next, char *text,
		      size_t size);

enum status_column { STATUS_TODAY, STATUS_ITEM }; /* the last column of a table */

/* The reminders as a table. */
void status_table(FILE *out, const struct style *style, const struct status *status,
		  enum status_column last);

void status_print(FILE *out, const struct style *style, const struct status *status);

/* All about one reminder; `items`: the ids of its deck in order, NULL-ended, or NULL: unknown. */
void status_print_one(FILE *out, const struct style *style, const struct status *status,
		      const struct status_reminder *reminder, const char *const items[]);

/* The next cards, the soonest first, at most `limit`. */
void status_print_next(FILE *out, const struct status *status, size_t limit);
void status_json(FILE *out, const struct status *status);
void status_list_json(FILE *out, const struct status *status);
void status_one_json(FILE *out, const struct status_reminder *reminder, const char *const items[]);
void status_next_json(FILE *out, const struct status *status, size_t limit);

/* The reminders with a card to come: first those that are due and held, then the soonest first;
 * returns the number. */
int status_coming(const struct status *status, const struct status_reminder *ret[REMINDERS_MAX]);

#endif
