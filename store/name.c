/* Names of reminders, items and places: rows have their numbers. */
#include <errno.h>
#include <string.h>

#include "core/base/try.h"
#include "store/inside.h"

static int name_add(struct writer *writer, struct writer_name *name)
{
	sqlite3_stmt *new;
	TRY(writer_statement(writer, WRITER_NAME_NEW, &new));
	sqlite3_bind_text(new, 1, name->text, -1, SQLITE_STATIC);
	sqlite3_bind_int(new, 2, name->last);
	int r = statement_run(new);
	name->number = sqlite3_last_insert_rowid(writer->db);
	return r;
}

/* Find a name by its text; without one, add it with its `last`. */
static int name_find(struct writer *writer, struct writer_name *name)
{
	sqlite3_stmt *find;
	TRY(writer_statement(writer, WRITER_NAME, &find));
	sqlite3_bind_text(find, 1, name->text, -1, SQLITE_STATIC);
	int result = sqlite3_step(find);
	if (result == SQLITE_ROW) {
		name->number = sqlite3_column_int64(find, 0);
		name->last = sqlite3_column_int(find, 1);
	}
	sqlite3_reset(find);
	return result == SQLITE_DONE ? name_add(writer, name) : database_error(writer->db, result);
}

static int name_use(struct writer *writer, struct writer_name *name, int32_t day)
{
	sqlite3_stmt *use;
	if (day <= name->last)
		return 0;
	TRY(writer_statement(writer, WRITER_NAME_USE, &use));
	sqlite3_bind_int64(use, 1, name->number);
	sqlite3_bind_int(use, 2, day);
	name->last = day;
	return statement_run(use);
}

int writer_name(struct writer *writer, const char *text, int32_t day, int64_t *number)
{
	struct writer_name *name = NULL;
	int r = 0;
	*number = 0;
	if (!text[0])
		return 0;
	for (int i = 0; i < WRITER_NAMES && !name; i++)
		if (strcmp(writer->names[i].text, text) == 0)
			name = &writer->names[i];
	if (!name) {
		name = &writer->names[writer->next_name++ % WRITER_NAMES];
		strcpy(name->text, text);
		name->last = day;
		r = name_find(writer, name);
	}
	*number = name->number;
	return r < 0 ? r : name_use(writer, name, day);
}

/*
 * All rows are read without the write lock. What was written since then may have such a name again:
 * a row of the daemon has a higher sequence, and an import counts.
 */
static const char names_look[] =
	"PRAGMA temp_store = MEMORY; DROP TABLE IF EXISTS temp.unused; DROP TABLE IF EXISTS "
	"temp.at;"
	"BEGIN;"
	"CREATE TEMP TABLE at AS SELECT imports,"
	" (SELECT ifnull(max(sequence), 0) FROM history WHERE origin = 0) AS last"
	" FROM origin WHERE number = 0;"
	"CREATE TEMP TABLE unused AS SELECT number FROM name WHERE number NOT IN"
	" (SELECT reminder FROM history UNION SELECT item FROM history);"
	"COMMIT";

static const char names_remove[] =
	"DELETE FROM name WHERE number IN (SELECT number FROM unused) AND number NOT IN"
	" (SELECT reminder FROM history, at WHERE origin = 0 AND sequence > at.last UNION"
	" SELECT item FROM history, at WHERE origin = 0 AND sequence > at.last)";

static int unused_remove(void *user)
{
	sqlite3 *db = user;
	int64_t same = number_read(db, "SELECT imports = (SELECT imports FROM at) FROM origin"
				       " WHERE number = 0");
	return same ? database_run(db, names_remove) : -EBUSY;
}

enum { ATTEMPTS = 5 };

int names_delete(sqlite3 *db)
{
	int r = -EBUSY;
	for (int i = 0; i < ATTEMPTS && r == -EBUSY; i++) {
		r = database_run(db, names_look);
		if (!sqlite3_get_autocommit(db))
			database_run(db, "ROLLBACK");
		if (r == 0)
			r = transaction_run(db, unused_remove, db);
	}
	return r;
}

int names_trim(sqlite3 *db, int32_t day)
{
	char text[64];
	sqlite3_snprintf(sizeof(text), text, "DELETE FROM name WHERE last <= %d", day);
	return database_run(db, text);
}
