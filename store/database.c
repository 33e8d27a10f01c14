/*
 * Open SQLite so that it is small, safe and never blocks.
 *
 * WAL: a report can read while the daemon writes; see inside.h for file systems without it.
 * synchronous=FULL: a commit is on the disk before it is acknowledged. The daemon waits 35 ms at
 * most for another writer. Deleted rows are overwritten. Memory: no mutexes, no lookaside, no
 * preallocated page cache, at most 64 KiB of pages, released after each use; a command that writes
 * many rows has more.
 *
 * A damaged or foreign file must not be changed, so no checkpoint runs on closing until the file is
 * known to be good.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "store/inside.h"

/* The highest sequence of this store, also of rows that were forgotten. */
#define LAST                                                                                       \
	"max((SELECT ifnull(max(sequence), 0) FROM history WHERE origin = 0),"                     \
	" (SELECT ifnull(max(last), 0) FROM forgotten WHERE origin = 0))"

static const char *const statement_texts[STATEMENT_COUNT] = {
	[STATEMENT_STATE_READ] = "SELECT boot_id, boottime, realtime, text FROM state",
	[STATEMENT_REMINDERS_READ] = "SELECT name, text FROM reminder",
	[STATEMENT_SEQUENCE_READ] = "SELECT " LAST,
	[STATEMENT_STATE_WRITE] = "INSERT OR REPLACE INTO state VALUES(1, ?1, ?2, ?3, ?4)",
	[STATEMENT_REMINDER_WRITE] =
		"INSERT INTO reminder VALUES(?1, ?2) ON CONFLICT(name) "
		"DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
	[STATEMENT_REMINDER_DELETE] = "DELETE FROM reminder WHERE name = ?1",
	[STATEMENT_TAIL_READ] =
		"SELECT (SELECT count(*) FROM history WHERE origin = 0 AND sequence > ?1)"
		" + (SELECT ifnull(sum(last - max(first - 1, ?1)), 0) FROM forgotten"
		" WHERE origin = 0 AND last > ?1),"
		" (SELECT max(realtime) FROM state),"
		" " LAST,
};

/* Return the errno that SQLite recorded, or `otherwise`. */
static int system_error(sqlite3 *db, int otherwise)
{
	int number = sqlite3_system_errno(db);
	return number > 0 ? -number : otherwise;
}

int database_error(sqlite3 *db, int result)
{
	switch (result & 0xff) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return 0;
	case SQLITE_NOMEM:
		return -ENOMEM;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return -EBUSY;
	case SQLITE_FULL:
		return -ENOSPC;
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return -EROFS;
	case SQLITE_CANTOPEN:
		return system_error(db, -EACCES);
	case SQLITE_IOERR:
		return system_error(db, -EIO);
	case SQLITE_CONSTRAINT:
		return -EINVAL;
	default: /* SQLITE_CORRUPT, SQLITE_NOTADB, a table that is not there */
		return -EBADMSG;
	}
}

int database_run(sqlite3 *db, const char *text)
{
	return database_error(db, sqlite3_exec(db, text, NULL, NULL, NULL));
}

int statement_run(sqlite3_stmt *statement)
{
	int result = sqlite3_step(statement);
	int r = database_error(sqlite3_db_handle(statement), result);
	sqlite3_reset(statement);
	return r;
}

const char *statement_text(sqlite3_stmt *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);
	return text ? text : "";
}

/* Only the first call in a process has an effect. */
static void sqlite_configure(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}

/* The daemon waits at most so many milliseconds, in steps shorter than the pauses of an import. */
enum { BUSY_MOST = 35 };

static int wait_shortly(void *user, int tries)
{
	static const struct timespec step = { 0, 1000000 };
	(void)user;
	if (tries >= BUSY_MOST)
		return 0;
	nanosleep(&step, NULL);
	return 1;
}

/* Pages of the log after which the daemon writes them to the file. */
enum { LOG_PAGES = 64 };

/* While another process adds many pages, it also writes them to the file: in the daemon that would
 * delay a card. */
static int after_commit(void *user, sqlite3 *db, const char *name, int pages)
{
	static int before;
	bool others = pages - before > LOG_PAGES / 2;
	(void)user;
	before = pages;
	if (pages >= LOG_PAGES && !others)
		(void)sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	return SQLITE_OK;
}

static int connection_set_up(sqlite3 *db, enum database_use use, bool alone)
{
	sqlite3_extended_result_codes(db, 1);
	if (use != DATABASE_BESIDE)
		sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	/* Readers meet a lock only while the daemon starts, and may wait for it; so may commands
	 * that write. */
	if (use == DATABASE_WRITE || use == DATABASE_CHECK)
		sqlite3_busy_handler(db, wait_shortly, NULL);
	else
		sqlite3_busy_timeout(db, use == DATABASE_READ ? 2000 : BESIDE_BUSY_MS);
	if (alone && use != DATABASE_READ)
		(void)database_run(db, "PRAGMA locking_mode = EXCLUSIVE");
	const char *pragmas = "PRAGMA cache_size = -64; PRAGMA mmap_size = 0;"
			      "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
	const char *beside = "PRAGMA cache_size = -1024; PRAGMA synchronous = NORMAL;"
			     "PRAGMA wal_autocheckpoint = 512";
	int r = database_run(db, pragmas);
	sqlite3_wal_hook(db, after_commit, NULL);
	return r == 0 && use == DATABASE_BESIDE ? database_run(db, beside) : r;
}

int64_t number_read(sqlite3 *db, const char *text)
{
	sqlite3_stmt *read = NULL;
	int64_t number = 0;
	if (sqlite3_prepare_v2(db, text, -1, &read, NULL) == SQLITE_OK &&
	    sqlite3_step(read) == SQLITE_ROW)
		number = sqlite3_column_int64(read, 0);
	sqlite3_finalize(read);
	return number;
}

/* quick_check returns one row: "ok" or an error. */
static int contents_check(sqlite3 *db)
{
	sqlite3_stmt *statement;
	int result = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL);
	if (result == SQLITE_OK)
		result = sqlite3_step(statement);
	int r = database_error(db, result);
	if (r == 0 && strcmp(statement_text(statement, 0), "ok") != 0)
		r = -EBADMSG;
	sqlite3_finalize(statement);
	return r;
}

static int statements_prepare(sqlite3 *db, sqlite3_stmt *statements[])
{
	int r = 0;
	for (int i = 0; i < STATEMENT_COUNT && r == 0; i++)
		r = database_error(db, sqlite3_prepare_v3(db, statement_texts[i], -1,
							  SQLITE_PREPARE_PERSISTENT, &statements[i],
							  NULL));
	return r;
}

/* Check that the file is good, and prepare it for use. Return values: see database_open(). */
static int contents_open(sqlite3 *db, enum database_use use, bool alone)
{
	int version = 0;
	int r = schema_check(db, &version);
	if (r != 0)
		return r;
	if (version > schema_newest())
		return STORE_NEWER;
	if (use == DATABASE_READ || use == DATABASE_IMMUTABLE)
		return version == schema_newest() ? 0 : -ENOENT;
	if (sqlite3_db_readonly(db, "main"))
		return -EROFS;
	if (use == DATABASE_CHECK)
		r = contents_check(db);
	if (r == 0 && version == 0)
		r = database_run(db, "PRAGMA auto_vacuum = INCREMENTAL");
	if (r == 0)
		r = database_run(db, alone ? "PRAGMA journal_mode = DELETE;"
					     "PRAGMA locking_mode = NORMAL"
					   : "PRAGMA journal_mode = WAL");
	if (r == 0)
		r = schema_migrate(db, version);
	return r;
}

/* Return "file:PATH?immutable=1" with special characters escaped, to be freed; NULL: out of memory.
 */
static char *immutable_uri(const char *path)
{
	static const char before[] = "file:", after[] = "?immutable=1";
	char *uri = malloc(sizeof(before) + 3 * strlen(path) + sizeof(after));
	char *at = uri ? stpcpy(uri, before) : NULL;
	for (; at && *path; path++)
		at += strchr("%?#", *path) ? sprintf(at, "%%%02X", (unsigned)*path)
					   : sprintf(at, "%c", *path);
	if (at)
		strcpy(at, after);
	return uri;
}

static int connection_open(const char *path, enum database_use use, bool no_locks, sqlite3 **ret)
{
	static const int flags[] = {
		[DATABASE_WRITE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[DATABASE_CHECK] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[DATABASE_BESIDE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[DATABASE_READ] = SQLITE_OPEN_READONLY,
		[DATABASE_IMMUTABLE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
	};
	char *uri = use == DATABASE_IMMUTABLE ? immutable_uri(path) : NULL;
	if (use == DATABASE_IMMUTABLE && !uri)
		return -ENOMEM;
	sqlite_configure();
	mode_t mask = umask(0077);
	int result =
		sqlite3_open_v2(uri ? uri : path, ret, flags[use], no_locks ? "unix-none" : NULL);
	umask(mask);
	free(uri);
	return database_error(*ret, result);
}

/* True if the index of the log, which is in shared memory, could not be mapped. */
static bool is_unshared(sqlite3 *db, int error)
{
	int code = db ? sqlite3_extended_errcode(db) : SQLITE_OK;
	bool index = code == SQLITE_IOERR_SHMMAP || code == SQLITE_IOERR_SHMOPEN ||
		     code == SQLITE_IOERR_SHMLOCK || code == SQLITE_IOERR_SHMSIZE;
	return index && error != -ENOSPC && error != -EDQUOT && error != -EIO && error != -EROFS;
}

static bool has_log(sqlite3 *db)
{
	sqlite3_stmt *read = NULL;
	bool has = sqlite3_prepare_v2(db, "PRAGMA journal_mode", -1, &read, NULL) == SQLITE_OK &&
		   sqlite3_step(read) == SQLITE_ROW && strcmp(statement_text(read, 0), "wal") == 0;
	sqlite3_finalize(read);
	return has;
}

static int database_try(const char *path, enum database_use use, bool no_locks, bool *unshared,
			sqlite3 **ret, sqlite3_stmt *statements[])
{
	sqlite3 *db = NULL;
	bool alone = *unshared;
	int r = connection_open(path, use, no_locks, &db);
	if (r == 0)
		r = connection_set_up(db, use, alone);
	if (r == 0)
		r = contents_open(db, use, alone);
	if (r == 0)
		r = statements_prepare(db, statements);
	if (r == 0) {
		sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
		*unshared = !has_log(db);
		sqlite3_db_release_memory(db);
		*ret = db;
		return 0;
	}
	*unshared = r < 0 && is_unshared(db, r);
	database_close(db, statements);
	return r;
}

int database_open(const char *path, enum database_use use, bool no_locks, bool *unshared,
		  sqlite3 **ret, sqlite3_stmt *statements[])
{
	struct stat found;
	bool there = stat(path, &found) == 0, writes = use <= DATABASE_BESIDE;
	if (!there && !writes)
		return -errno;
	if (there && !S_ISREG(found.st_mode))
		return STORE_MOVED;
	*unshared = no_locks;
	int r = database_try(path, use, no_locks, unshared, ret, statements);
	if (r < 0 && *unshared && !no_locks)
		r = database_try(path, use, no_locks, unshared, ret, statements);
	return r == -EBADMSG && writes ? STORE_MOVED : r;
}

sqlite3 *database_close(sqlite3 *db, sqlite3_stmt *statements[])
{
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		sqlite3_finalize(statements[i]);
		statements[i] = NULL;
	}
	sqlite3_close(db);
	return NULL;
}
