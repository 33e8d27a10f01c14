/* What the files of the store share, and nobody else includes. */
#ifndef LIMBER_STORE_INSIDE_H
#define LIMBER_STORE_INSIDE_H

#include <sqlite3.h>

#include "store/store.h"

/* The statements that are kept prepared, in the order of their texts in database.c. */
enum statement {
	STATEMENT_STATE_READ,
	STATEMENT_REMINDERS_READ,
	STATEMENT_SEQUENCE_READ,
	STATEMENT_STATE_WRITE,
	STATEMENT_REMINDER_WRITE,
	STATEMENT_REMINDER_FORGET,
	STATEMENT_RECORD_WRITE,
	STATEMENT_TAIL_READ,
	STATEMENT_COUNT
};

/* What limber.lock says of a store that was not closed. */
struct tail {
	bool unclean;          /* it says something */
	uint64_t base, rows;   /* so many rows were saved of sequences above base */
	struct realtime saved; /* the moment of the state that was saved last */
};

struct lock {
	int fd;    /* -1: none (to read) */
	bool none; /* the file system has no locks */
	struct tail tail;
};

struct store {
	bool keep; /* store_keep() */
	char *folder, *path;
	char *moved; /* NULL: none was */
	struct lock lock;
	struct store_lost lost;
	bool killed;   /* store_was_killed() */
	bool unshared; /* without shared memory, see database_open() */
	sqlite3 *db;   /* NULL: it waits, see STORE_WAITS, or a save found its folder gone */
	sqlite3_stmt *statements[STATEMENT_COUNT];
};

/*
 * store.c: the store as store_open() left it, made again when its file has been deleted. 0 or
 * negative errno; then store->db is NULL, and the next call tries again.
 */
int store_ensure(struct store *store);

/* store.c: the file opened anew, all of it read, and moved aside if it is damaged. As above. */
int store_doubt(struct store *store);

/* lock.c: 0 with *lock, STORE_LOCKED with *owner (0 when it cannot be told), negative errno. */
int lock_take(const char *folder, struct lock *lock, pid_t *owner);
void lock_write(const struct lock *lock); /* its tail */
void lock_drop(struct lock *lock);

/* For who takes none: whether this file system has no locks. */
bool locks_are_missing(const char *folder);

/* How a file is opened. Check: to write, when all of it has been read. Frozen: to read, as if
 * nobody wrote and nothing lay beside it. */
enum database_use { DATABASE_WRITE, DATABASE_CHECK, DATABASE_READ, DATABASE_FROZEN };

/*
 * database.c: opening and closing what is in the file.
 *
 * database_open() gives 0, negative errno, STORE_NEWER, or STORE_MOVED for a file that ought to
 * be moved aside. *ret and statements are set for 0 only.
 *
 * A file system without locks, or without memory that programs share, gets a rollback journal in
 * the place of the write-ahead log, and SQLite no locks where there are none: *unshared. There, a
 * reader and a save may meet, and one of them fails with -EBUSY.
 */
int database_open(const char *path, enum database_use use, bool no_locks, bool *unshared,
		  sqlite3 **ret, sqlite3_stmt *statements[]);
sqlite3 *database_close(sqlite3 *db, sqlite3_stmt *statements[]); /* NULL */

/* An SQLite result as negative errno, 0 for those that are no errors. */
int database_error(sqlite3 *db, int result);

/* Runs SQL text; 0 or negative errno. */
int database_run(sqlite3 *db, const char *text);

/* Runs a prepared statement that gives no row, and makes it ready for the next time. */
int statement_run(sqlite3_stmt *statement);

/* A column of the row it stands on; "" where SQLite gives nothing. */
const char *statement_text(sqlite3_stmt *statement, int column);

/* schema.c: what version the file has; STORE_MOVED when it is not a store of ours at all. */
int schema_check(sqlite3 *db, int *version);
/* Brings it forward to the newest version, in one transaction; none when it is there already. */
int schema_migrate(sqlite3 *db, int version);
int schema_newest(void);

#endif
