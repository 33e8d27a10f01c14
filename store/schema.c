/*
 * The schema and its upgrades. Version N is the result of the first N steps; a released step is
 * never changed. `application_id` distinguishes a store from other SQLite files.
 */
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "store/inside.h"

/* "Lmbr" */
#define APPLICATION_ID 0x4c6d6272

static const char *const steps[] = {
	/* The id distinguishes rows of several machines; the host is only a label. */
	"CREATE TABLE store(id TEXT NOT NULL, host TEXT NOT NULL);"
	"CREATE TABLE state("
	"	only INTEGER PRIMARY KEY CHECK(only = 1),"
	"	boot_id TEXT NOT NULL,"
	"	boottime INTEGER NOT NULL,"
	"	realtime INTEGER NOT NULL,"
	"	text TEXT NOT NULL);"
	"CREATE TABLE reminder(name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE history("
	"	store TEXT NOT NULL,"
	"	sequence INTEGER NOT NULL,"
	"	revision INTEGER NOT NULL,"
	"	reminder TEXT NOT NULL,"
	"	item TEXT NOT NULL,"
	"	outcome TEXT NOT NULL,"
	"	due INTEGER NOT NULL,"
	"	shown INTEGER NOT NULL,"
	"	ended INTEGER NOT NULL,"
	"	PRIMARY KEY(store, sequence, revision)) WITHOUT ROWID;"
	"CREATE INDEX history_ended ON history(ended);",
	/* How long a routine was played. */
	"ALTER TABLE history ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;",
};

int schema_newest(void)
{
	return sizeof(steps) / sizeof(*steps);
}

/* Set *ret to the number that a query returns. */
static int number_query(sqlite3 *db, const char *query, int *ret)
{
	sqlite3_stmt *statement;
	int result = sqlite3_prepare_v2(db, query, -1, &statement, NULL);
	if (result == SQLITE_OK)
		result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		*ret = sqlite3_column_int(statement, 0);
	int r = database_error(db, result);
	sqlite3_finalize(statement);
	return r;
}

int schema_check(sqlite3 *db, int *version)
{
	int id = 0, objects = 0;
	int r = number_query(db, "PRAGMA application_id", &id);
	if (r == 0)
		r = number_query(db, "PRAGMA user_version", version);
	if (r == 0)
		r = number_query(db, "SELECT count(*) FROM sqlite_schema", &objects);
	if (r < 0)
		return r;
	/* Creating the store was interrupted before its first commit. */
	if (id == 0 && *version == 0 && objects == 0)
		return 0;
	return id == APPLICATION_ID && *version > 0 ? 0 : STORE_MOVED;
}

static int identity_make(sqlite3 *db)
{
	uint8_t bytes[16];
	if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
		return -EIO;
	char id[2 * sizeof(bytes) + 1], host[256] = "";
	for (size_t i = 0; i < sizeof(bytes); i++)
		sqlite3_snprintf(3, id + 2 * i, "%02x", bytes[i]);
	gethostname(host, sizeof(host) - 1);
	char *text = sqlite3_mprintf("INSERT INTO store VALUES(%Q, %Q);"
				     "PRAGMA application_id = %d;",
				     id, host, APPLICATION_ID);
	if (!text)
		return -ENOMEM;
	int r = database_run(db, text);
	sqlite3_free(text);
	return r;
}

static int steps_run(sqlite3 *db, int version)
{
	int r = 0;
	for (int i = version; i < schema_newest() && r == 0; i++)
		r = database_run(db, steps[i]);
	if (r == 0 && version == 0)
		r = identity_make(db);
	char text[64];
	sqlite3_snprintf(sizeof(text), text, "PRAGMA user_version = %d", schema_newest());
	if (r == 0)
		r = database_run(db, text);
	return r;
}

int schema_migrate(sqlite3 *db, int version)
{
	if (version == schema_newest())
		return 0;
	int r = database_run(db, "BEGIN IMMEDIATE");
	if (r < 0)
		return r;
	r = steps_run(db, version);
	if (r == 0)
		r = database_run(db, "COMMIT");
	if (r < 0)
		database_run(db, "ROLLBACK");
	return r;
}
