/* Internal to store/. */
#ifndef LIMBER_STORE_INSIDE_H
#define LIMBER_STORE_INSIDE_H

#include <sqlite3.h>

#include "store/store.h"

/* The prepared statements; their texts are in database.c. */
enum statement {
	STATEMENT_STATE_READ,
	STATEMENT_REMINDERS_READ,
	STATEMENT_SEQUENCE_READ,
	STATEMENT_STATE_WRITE,
	STATEMENT_REMINDER_WRITE,
	STATEMENT_REMINDER_DELETE,
	STATEMENT_TAIL_READ,
	STATEMENT_COUNT
};

/* What limber.lock records while a store is open, and after an unclean end. */
struct tail {
	bool unclean;          /* there is a record: the store was not closed */
	uint64_t base, rows;   /* number of saved rows with a sequence above `base` */
	struct realtime saved; /* state.at.real of the last save */
};

struct lock {
	int fd;    /* -1: not taken (read-only) */
	bool none; /* the file system does not support locks */
	struct tail tail;
};

struct store {
	bool keep_missing; /* store_keep_missing() */
	char *folder, *path;
	char *moved; /* store_moved() */
	struct lock lock;
	struct store_lost lost;
	bool killed;   /* store_was_killed() */
	bool unshared; /* see database_open() */
	sqlite3 *db;   /* NULL: STORE_UNWRITABLE, or the folder was deleted */
	sqlite3_stmt *statements[STATEMENT_COUNT];
	struct writer *writer; /* of store_open_beside() */
};

/*
 * open.c: ensure that the store is open; create it again if its file was deleted. Return 0 or
 * negative errno; then store->db is NULL, and the next call retries.
 */
int store_ensure(struct store *store);

/* open.c: after a failed read, reopen the file, read all of it, and move it if it is damaged.
 * Return as above. */
int store_recheck(struct store *store);

/* lock.c: take the lock. Return 0 with *lock, STORE_LOCKED with *owner (0: unknown), or negative
 * errno. */
int lock_take(const char *folder, struct lock *lock, pid_t *owner);
void lock_write(const struct lock *lock); /* write its tail to the file */
void lock_drop(struct lock *lock);

/* True if the file system of a folder does not support locks; for who takes none. Without the lock
 * file, which `create` makes, that is unknown: false. */
bool locks_are_missing(const char *folder, bool create);

/* True if a daemon has the store in a folder open. Without locks: if its process exists. */
bool lock_is_held(const char *folder);

/* open.c: return -ENOLCK if a store from store_open_beside() cannot be written now, see there. */
int store_may_write(const struct store *store);

/* How to open a file. CHECK: for writing, after all of it was read. BESIDE: for a command that
 * writes many rows while the daemon has the store open. IMMUTABLE: for reading, without locks, log
 * and files beside it. */
enum database_use {
	DATABASE_WRITE,
	DATABASE_CHECK,
	DATABASE_BESIDE,
	DATABASE_READ,
	DATABASE_IMMUTABLE
};

/* So long a command that writes beside the daemon waits for it. */
enum { BESIDE_BUSY_MS = 10000 };

/*
 * database.c: open and close the SQLite database.
 *
 * database_open() returns 0 with *ret and `statements` set; STORE_NEWER; STORE_MOVED if the caller
 * should move the file; or negative errno.
 *
 * Without file locks or shared memory the database uses a rollback journal instead of the
 * write-ahead log, and *unshared is set. `no_locks`: SQLite then takes no locks either. A reader
 * and a save can then conflict, and one of them fails with -EBUSY.
 */
int database_open(const char *path, enum database_use use, bool no_locks, bool *unshared,
		  sqlite3 **ret, sqlite3_stmt *statements[]);
sqlite3 *database_close(sqlite3 *db, sqlite3_stmt *statements[]); /* NULL */

/* Convert an SQLite result to negative errno; 0 if it is not an error. */
int database_error(sqlite3 *db, int result);

/* Run SQL text. Return 0 or negative errno. */
int database_run(sqlite3 *db, const char *text);

/* Return the number that a query returns; 0 if that fails. */
int64_t number_read(sqlite3 *db, const char *text);

/* Run a prepared statement that returns no row, and reset it. Return 0 or negative errno. */
int statement_run(sqlite3_stmt *statement);

/* Return a column of the current row; "" for NULL. */
const char *statement_text(sqlite3_stmt *statement, int column);

/*
 * write.c: write rows of history, in a transaction of the caller. Statements are prepared when they
 * are first needed, because the daemon writes rows seldom. writer_flush() brings the sums of the
 * days up to the rows; without it the caller rolls back.
 */
enum writer_statement {
	WRITER_FIND,
	WRITER_SAME,
	WRITER_FORGOTTEN,
	WRITER_NAME,
	WRITER_NAME_NEW,
	WRITER_NAME_USE,
	WRITER_DELETE,
	WRITER_ROW,
	WRITER_DAY_ROWS,
	WRITER_DAY_SIZE,
	WRITER_DAY_READ,
	WRITER_DAY_CLEAR,
	WRITER_DAY_WRITE,
	WRITER_RANGE,
	WRITER_RANGE_JOINED,
	WRITER_COUNT
};

enum { WRITER_DAYS = 12, WRITER_NAMES = 8 };

struct writer_day {
	int32_t number;
	bool recount;   /* a row was replaced or removed: `added` does not suffice */
	int32_t rows;   /* by which the number of rows changed */
	int64_t stored; /* rows before that; not read for the daemon */
	struct day added;
};

struct writer {
	sqlite3 *db;
	bool own; /* rows of the daemon: they replace others of the same revision */
	sqlite3_stmt *statements[WRITER_COUNT];
	struct writer_day days[WRITER_DAYS];
	int count;
	struct writer_name {
		char text[NAME_SIZE];
		int64_t number;
		int32_t last;  /* the highest day of a row with it */
	} names[WRITER_NAMES]; /* found last */
	int next_name;
	struct store_imported sum; /* what became of the rows */
};

void writer_init(struct writer *writer, sqlite3 *db, bool own);
void writer_finish(struct writer *writer);

/* What the store has of a key. */
struct stored {
	bool there;
	bool forgotten; /* it was there, and limber forget removed it */
	int32_t day;
	int64_t revision;
	struct realtime ended;
};

int writer_find(struct writer *writer, uint32_t origin, uint64_t sequence, struct stored *ret);

/* Write a row unless the store has a higher revision of it, or one of the same revision whose
 * contents are greater. */
int writer_put_found(struct writer *writer, const struct record *row, const struct stored *found);

/* The same, unless it was forgotten. */
int writer_put(struct writer *writer, const struct record *row);

/* Remove a row that was found on a day, if it is still there. Return -EBADMSG if the index lacks
 * it. */
int writer_remove(struct writer *writer, int32_t day, uint32_t origin, uint64_t sequence);

/* name.c: set *number to that of a text, which a row of the day has; 0 for "". A new name is added.
 */
int writer_name(struct writer *writer, const char *text, int32_t day, int64_t *number);
/* Delete the names that no row has; -EBUSY: an import writes all the time. */
int names_delete(sqlite3 *db);
/* Delete the names of rows up to a day, if there are no such rows. */
int names_trim(sqlite3 *db, int32_t day);

/* Write the sums of the days, if `r` is 0. Return 0, or the first error: that of `r`, if it is one.
 */
int writer_flush(struct writer *writer, int r);

/* Drop names and days that were read before the transaction, or in one that was rolled back. */
void writer_reset(struct writer *writer);

/* Prepare a statement at its first use. The caller resets it. */
int writer_statement(struct writer *writer, enum writer_statement which, sqlite3_stmt **ret);

/* sums.c: the sums of a day after a change of its rows; *day may be changed. */
int day_sum(struct writer *writer, struct writer_day *day);
/* Sum all days anew from their rows. */
int days_sum(sqlite3 *db);

/* history.c: the columns that row_column() reads. */
#define ROW_COLUMNS                                                                                \
	"SELECT history.*, ifnull(one.text, ''), ifnull(two.text, '') FROM history"                \
	" LEFT JOIN name AS one ON one.number = reminder"                                          \
	" LEFT JOIN name AS two ON two.number = item"
struct record row_column(sqlite3_stmt *statement);

/* Run `work` in a transaction; roll back if it fails. Return 0 or negative errno. */
int transaction_run(sqlite3 *db, int (*work)(void *user), void *user);

/* schema.c: set *version to that of the file. Return 0, STORE_MOVED if it is not a Limber store, or
 * negative errno. */
int schema_check(sqlite3 *db, int *version);
/* Upgrade the file to the newest version, in one transaction. Return 0 or negative errno. */
int schema_migrate(sqlite3 *db, int version);
int schema_newest(void);

#endif
