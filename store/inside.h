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
	STATEMENT_COUNT
};

struct store {
	bool keep; /* store_keep() */
	char *folder, *path;
	char *moved; /* by a save; NULL: none was */
	int lock;    /* file descriptor, -1: none (to read) */
	sqlite3 *db; /* NULL: it waits, see STORE_WAITS, or a save found its folder gone */
	sqlite3_stmt *statements[STATEMENT_COUNT];
};

/*
 * store.c: the store as store_open() left it, made again when its file has been deleted. 0 or
 * negative errno; then store->db is NULL, and the next call tries again.
 */
int store_ensure(struct store *store);

/* lock.c: 0 with *ret, STORE_LOCKED with *owner (0 when it cannot be told), negative errno. */
int lock_take(const char *folder, int *ret, pid_t *owner);
int lock_drop(int lock); /* -1 */

/* How a file is opened. Frozen: to read, as if nobody wrote and nothing lay beside it. */
enum database_use { DATABASE_WRITE, DATABASE_READ, DATABASE_FROZEN };

/*
 * database.c: opening and closing what is in the file.
 *
 * database_open() gives 0, negative errno, STORE_NEWER, or STORE_MOVED for a file that ought to
 * be moved aside. *ret and statements are set for 0 only.
 */
int database_open(const char *path, enum database_use use, sqlite3 **ret,
		  sqlite3_stmt *statements[]);
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
