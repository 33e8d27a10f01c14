/*
 * Load and save the state. A save is one transaction, so that an outcome and the state that follows
 * from it are stored together. SQLite skips unchanged reminders (the WHERE of the upsert), which
 * avoids a second copy here.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/try.h"
#include "core/codec/state_text.h"
#include "store/inside.h"

static void text_bind(sqlite3_stmt *statement, int index, const char *text)
{
	sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC);
}

static int reminders_load(struct store *store, struct state *state, int *bad_parts)
{
	sqlite3_stmt *read = store->statements[STATEMENT_REMINDERS_READ];
	int result;
	while ((result = sqlite3_step(read)) == SQLITE_ROW)
		if (!state_read_reminder(state, statement_text(read, 0), statement_text(read, 1)))
			++*bad_parts;
	sqlite3_reset(read);
	return database_error(store->db, result);
}

/* Return 1 if there is a row, 0 if not, or negative errno. */
static int state_row_load(struct store *store, const char *boot_id, struct state *state,
			  struct moment *saved, bool *same_boot, int *bad_parts)
{
	sqlite3_stmt *read = store->statements[STATEMENT_STATE_READ];
	int result = sqlite3_step(read);
	if (result == SQLITE_ROW) {
		*same_boot = strcmp(statement_text(read, 0), boot_id) == 0;
		saved->boot.us = sqlite3_column_int64(read, 1);
		saved->real.us = sqlite3_column_int64(read, 2);
		if (!state_read(state, statement_text(read, 3)))
			++*bad_parts;
	}
	sqlite3_reset(read);
	int r = database_error(store->db, result);
	return r < 0 ? r : result == SQLITE_ROW;
}

/* Sequences in history must not be used twice, even if the state was lost. */
static int sequence_load(struct store *store, struct state *state)
{
	sqlite3_stmt *read = store->statements[STATEMENT_SEQUENCE_READ];
	int result = sqlite3_step(read);
	uint64_t last = (uint64_t)sqlite3_column_int64(read, 0);
	if (result == SQLITE_ROW && state->next_sequence <= last)
		state->next_sequence = last + 1;
	sqlite3_reset(read);
	return database_error(store->db, result);
}

/* Reminders are loaded first: the state row refers to them by name. */
static int load_all(struct store *store, const char *boot_id, struct state *state,
		    struct moment *saved, bool *same_boot, int *bad_parts)
{
	struct state read; /* only the used part is copied: a stack does not shrink */
	memcpy(&read, state, state_size(state));
	TRY(reminders_load(store, &read, bad_parts));
	int there = state_row_load(store, boot_id, &read, saved, same_boot, bad_parts);
	if (there <= 0)
		return there;
	int r = sequence_load(store, &read);
	sqlite3_db_release_memory(store->db);
	if (r < 0)
		return r;
	memcpy(state, &read, state_size(&read));
	return 1;
}

/* Even a reader creates -wal and -shm; where the folder is read-only, open the file immutable. */
static int load_read_only(struct store *store, const char *boot_id, struct state *state,
			  struct moment *saved, bool *same_boot, int *bad_parts)
{
	uint64_t seconds = (uint64_t)(state->at.real.us / USEC_PER_SEC);
	bool no_locks = locks_are_missing(store->folder, false), unshared;
	int r = database_open(store->path, DATABASE_READ, no_locks, &unshared, &store->db,
			      store->statements);
	if (r < 0)
		r = database_open(store->path, DATABASE_IMMUTABLE, no_locks, &unshared, &store->db,
				  store->statements);
	if (r == 0)
		r = load_all(store, boot_id, state, saved, same_boot, bad_parts);
	store->db = database_close(store->db, store->statements);
	if (state->next_sequence < seconds)
		state->next_sequence = seconds;
	return r == -ENOENT || r == -ENOTDIR ? 0 : r;
}

int store_load(struct store *store, const char *boot_id, struct state *state, struct moment *saved,
	       bool *same_boot, int *bad_parts)
{
	int r = -EIO;
	*bad_parts = 0;
	if (store->db)
		r = load_all(store, boot_id, state, saved, same_boot, bad_parts);
	/* Retry after a failed read. */
	if (r < 0 && store_recheck(store) == 0)
		r = load_all(store, boot_id, state, saved, same_boot, bad_parts);
	return store->db ? r : load_read_only(store, boot_id, state, saved, same_boot, bad_parts);
}

int store_answers(struct store *store, struct answers *ret)
{
	struct state *state = calloc(1, sizeof(*state));
	struct moment saved;
	bool same_boot;
	int bad_parts = 0;
	*ret = (struct answers){ 0 };
	if (!state)
		return -ENOMEM;
	int r = state_row_load(store, "", state, &saved, &same_boot, &bad_parts);
	if (r > 0)
		*ret = state->answers;
	free(state);
	return r < 0 ? r : 0;
}

static int state_row_save(struct store *store, const char *boot_id, const struct state *state)
{
	char text[STATE_TEXT_SIZE];
	sqlite3_stmt *write = store->statements[STATEMENT_STATE_WRITE];
	state_print(state, text);
	text_bind(write, 1, boot_id);
	sqlite3_bind_int64(write, 2, state->at.boot.us);
	sqlite3_bind_int64(write, 3, state->at.real.us);
	text_bind(write, 4, text);
	return statement_run(write);
}

static int reminders_save(struct store *store, const struct state *state)
{
	sqlite3_stmt *write = store->statements[STATEMENT_REMINDER_WRITE];
	int r = 0;
	for (int i = 0; i < state->count && r == 0; i++) {
		char text[STATE_TEXT_SIZE];
		state_print_reminder(&state->reminders[i], text);
		text_bind(write, 1, state->reminders[i].name);
		text_bind(write, 2, text);
		r = statement_run(write);
	}
	return r;
}

static bool state_has_reminder(const struct state *state, const char *name)
{
	for (int i = 0; i < state->count; i++)
		if (strcmp(state->reminders[i].name, name) == 0)
			return true;
	return false;
}

/* Delete the rows of reminders that are not in the state. */
static int reminders_delete(struct store *store, const struct state *state)
{
	sqlite3_stmt *read = store->statements[STATEMENT_REMINDERS_READ];
	sqlite3_stmt *delete = store->statements[STATEMENT_REMINDER_DELETE];
	int result, r = 0;
	while (r == 0 && (result = sqlite3_step(read)) == SQLITE_ROW) {
		const char *name = statement_text(read, 0);
		if (state_has_reminder(state, name))
			continue;
		text_bind(delete, 1, name);
		r = statement_run(delete);
	}
	sqlite3_reset(read);
	return r < 0 ? r : database_error(store->db, result);
}

void store_keep_missing(struct store *store, bool keep)
{
	store->keep_missing = keep;
}

static int records_save(struct store *store, const struct record records[], int count)
{
	struct writer writer;
	int r = 0;
	if (count == 0)
		return 0;
	writer_init(&writer, store->db, true);
	for (int i = 0; i < count && r == 0; i++)
		r = writer_put(&writer, &records[i]);
	r = writer_flush(&writer, r);
	writer_finish(&writer);
	return r;
}

static int save_all(struct store *store, const char *boot_id, const struct state *state,
		    const struct record records[], int count)
{
	int r = state_row_save(store, boot_id, state);
	if (r == 0)
		r = reminders_save(store, state);
	if (r == 0)
		r = store->keep_missing ? 0 : reminders_delete(store, state);
	return r < 0 ? r : records_save(store, records, count);
}

/* Written without a sync: a loss is detected after a kill, but maybe not after a power cut. */
static void tail_save(struct store *store, const struct state *state, const struct record records[],
		      int count)
{
	struct tail *tail = &store->lock.tail;
	tail->saved = state->at.real;
	for (int i = 0; i < count; i++)
		tail->rows += records[i].sequence > tail->base && records[i].revision == 1;
	lock_write(&store->lock);
}

static int save_transaction(struct store *store, const char *boot_id, const struct state *state,
			    const struct record records[], int count)
{
	TRY(database_run(store->db, "BEGIN IMMEDIATE"));
	int r = save_all(store, boot_id, state, records, count);
	if (r == 0)
		r = database_run(store->db, "COMMIT");
	if (!sqlite3_get_autocommit(store->db))
		database_run(store->db, "ROLLBACK");
	sqlite3_db_release_memory(store->db);
	return r;
}

int store_save(struct store *store, const char *boot_id, const struct state *state,
	       const struct record records[], int count)
{
	int r = store_ensure(store);
	if (r == 0)
		r = save_transaction(store, boot_id, state, records, count);
	if (r == -EBADMSG && store_recheck(store) == 0)
		r = save_transaction(store, boot_id, state, records, count);
	if (r == 0)
		tail_save(store, state, records, count);
	return r;
}
