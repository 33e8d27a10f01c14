/*
 * The schema and its upgrades. Version N is the result of the first N steps; a released step is
 * never changed. `application_id` distinguishes a store from other SQLite files.
 */
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "core/base/try.h"
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
	/*
	 * Rows by local day, one for each key, with numbers for words: a row has 70 bytes. Origin 0
	 * is this store. `shown` and `due` are before `ended`, in microseconds, NULL for never. The
	 * day of an older row is that of today's zone, begun at 4:00.
	 */
	"CREATE TABLE origin(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
	"	host TEXT NOT NULL);"
	"INSERT INTO origin SELECT 0, id, host FROM store;"
	"DROP TABLE store;"
	"CREATE TABLE name(number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);"
	"INSERT INTO name(text) SELECT reminder FROM history WHERE reminder <> ''"
	"	UNION SELECT item FROM history WHERE item <> '';"
	"ALTER TABLE history RENAME TO older;"
	"CREATE TABLE history("
	"	day INTEGER NOT NULL,"
	"	origin INTEGER NOT NULL,"
	"	sequence INTEGER NOT NULL,"
	"	revision INTEGER NOT NULL,"
	"	kind INTEGER NOT NULL,"
	"	outcome INTEGER NOT NULL,"
	"	reminder INTEGER NOT NULL,"
	"	item INTEGER NOT NULL,"
	"	ended INTEGER NOT NULL,"
	"	shown INTEGER,"
	"	due INTEGER,"
	"	zone INTEGER NOT NULL,"
	"	seconds INTEGER NOT NULL,"
	"	amount INTEGER NOT NULL,"
	"	sides INTEGER NOT NULL,"
	"	marks INTEGER NOT NULL,"
	"	PRIMARY KEY(day, origin, sequence)) WITHOUT ROWID;"
	"INSERT INTO history SELECT"
	"	CAST(julianday(date(ended / 1000000 - 14400, 'unixepoch', 'localtime'))"
	"		- 2440587.5 AS INTEGER),"
	"	0, sequence, revision, 0,"
	"	CASE outcome WHEN 'done' THEN 1 WHEN 'partly' THEN 2 WHEN 'skipped' THEN 3"
	"		WHEN 'snoozed' THEN 4 WHEN 'natural' THEN 5 WHEN 'perhaps' THEN 6"
	"		WHEN 'unanswered' THEN 7 WHEN 'not_shown' THEN 8 WHEN 'offered' THEN 9"
	"		ELSE 0 END,"
	"	ifnull((SELECT number FROM name WHERE text = reminder), 0),"
	"	ifnull((SELECT number FROM name WHERE text = item), 0),"
	"	ended, CASE shown WHEN 0 THEN NULL ELSE ended - shown END,"
	"	CASE due WHEN 0 THEN NULL ELSE ended - due END,"
	"	strftime('%s', datetime(ended / 1000000, 'unixepoch', 'localtime'))"
	"		- ended / 1000000,"
	"	seconds, 0, 0, 0 FROM older AS this WHERE NOT EXISTS("
	"	SELECT 1 FROM older AS later WHERE later.store = this.store"
	"	AND later.sequence = this.sequence AND later.revision > this.revision);"
	"DROP TABLE older;"
	"CREATE UNIQUE INDEX history_sequence ON history(origin, sequence);"
	/* Keys of rows that `limber forget` removed: no import brings them back. */
	"CREATE TABLE forgotten(origin INTEGER NOT NULL, first INTEGER NOT NULL,"
	"	last INTEGER NOT NULL, PRIMARY KEY(origin, first)) WITHOUT ROWID;"
	/* The sums of a day: enum day_field. */
	"CREATE TABLE day(day INTEGER NOT NULL, field INTEGER NOT NULL, value INTEGER NOT NULL,"
	"	PRIMARY KEY(day, field)) WITHOUT ROWID;",
	/*
	 * Several numbers may have one id (store/import.c); `imports` of origin 0 counts them.
	 * `last` of a name is the highest day of a row that had it.
	 */
	"ALTER TABLE origin RENAME TO older;"
	"CREATE TABLE origin(number INTEGER PRIMARY KEY, id TEXT NOT NULL, host TEXT NOT NULL,"
	"	imports INTEGER NOT NULL DEFAULT 0);"
	"INSERT INTO origin(number, id, host) SELECT number, id, host FROM older;"
	"DROP TABLE older;"
	"ALTER TABLE name ADD COLUMN last INTEGER NOT NULL DEFAULT -2147483648;"
	"UPDATE name SET last = day FROM (SELECT text AS used, max(day) AS day FROM"
	"	(SELECT reminder AS text, day FROM history UNION ALL SELECT item, day FROM history)"
	"	GROUP BY used) WHERE used = number;",
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
	char *text = sqlite3_mprintf("INSERT INTO origin VALUES(0, %Q, %Q, 0);"
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
	if (r == 0)
		r = version == 0 ? identity_make(db) : days_sum(db);
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
	TRY(database_run(db, "BEGIN IMMEDIATE"));
	int r = steps_run(db, version);
	if (r == 0)
		r = database_run(db, "COMMIT");
	if (r < 0)
		database_run(db, "ROLLBACK");
	/* Older files cannot release pages in steps. That they stay so is no failure. */
	if (r == 0 && version > 0)
		(void)database_run(db, "PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
	return r;
}
