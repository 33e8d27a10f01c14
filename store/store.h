/*
 * The store: $XDG_STATE_HOME/limber/limber.db, SQLite in WAL mode with full sync, mode 0600 in a
 * folder of 0700. It holds the state (read once at the start, written when it changed) and the
 * history: one row for each key (origin, sequence), replaced by its later revisions, and the sums
 * of each day.
 *
 * Data for which store_save() returned 0 survives kill -9 and power loss. One daemon at a time can
 * open the store: a lock file beside it names the owner. Reports open it read-only while a daemon
 * runs.
 */
#ifndef LIMBER_STORE_H
#define LIMBER_STORE_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/model/day.h"
#include "core/model/state.h"

struct store;

/* Results of opening; the caller reports all but STORE_OK to the user. */
enum store_open {
	STORE_OK,
	STORE_LOCKED,     /* another daemon has it open: trouble.pid */
	STORE_NEWER,      /* it has the schema of a newer version; not changed */
	STORE_MOVED,      /* it was damaged or foreign and was moved to store_moved(). A new store
			     is open */
	STORE_UNWRITABLE, /* it cannot be written now (a full disk, no permission, …):
			trouble.error. The store is open: store_load() reads what it can, and
			each store_save() tries to open it again */
};

struct store_trouble {
	int error; /* STORE_UNWRITABLE: negative errno */
	pid_t pid; /* STORE_LOCKED: the owner, 0 if unknown */
};

/* Set *ret to $XDG_STATE_HOME/limber or ~/.local/state/limber, to be freed. Return 0, -ENOMEM, or
 * -ENOENT if neither XDG_STATE_HOME nor HOME is an absolute path. */
int store_folder(char **ret);

/*
 * Open or create the store, take its lock without waiting, and remove permissions of other users
 * from it and its folder. Return enum store_open or -ENOMEM; *ret is set for STORE_OK, STORE_MOVED
 * and STORE_UNWRITABLE only. A file is moved as damaged only after a second, complete read by a new
 * connection failed, too.
 */
int store_open(const char *folder, struct store **ret, struct store_trouble *trouble);

/*
 * Open or create the store to write many rows beside a daemon, without the lock. Return 0,
 * STORE_NEWER or negative errno; -EBADMSG: damaged or foreign. -ENOLCK: the file system has no
 * locks, and a daemon has the store open; so do store_import() and store_forget() then.
 */
int store_open_beside(const char *folder, struct store **ret);

/* True if a daemon has the store open now, on whatever bus. */
bool store_is_owned(const struct store *store);

/* Open the store read-only and without the lock. Return 0, STORE_NEWER or negative errno. -ENOENT:
 * nothing was stored yet; -EBADMSG: damaged or foreign, the daemon will move it. */
int store_open_to_read(const char *folder, struct store **ret);

struct store *store_free(struct store *store); /* NULL */

const char *store_path(const struct store *store);

/* Return the path to which a damaged or foreign store was moved, at the start or at a save; NULL if
 * none was. Valid until the next save. */
const char *store_moved(const struct store *store);

/* What was lost with a damaged write-ahead log: SQLite ignores the log from its first bad page on.
 */
struct store_lost {
	uint64_t rows;               /* of history; 0 with a range: only changes of the state */
	struct realtime from, until; /* (from, until]; 0 and 0: nothing was lost */
};

struct store_lost store_lost(const struct store *store);

/* True without file locks or shared memory: a report may then fail with -EBUSY during a save. */
bool store_is_unshared(const struct store *store);

/*
 * After an unclean end (store_was_killed()) store_check() reads all rows once, in slices of a few
 * milliseconds, because PRAGMA quick_check cannot be resumed. Start with a cursor of zeros. Return
 * 1: call again; 0: all rows were read (a damaged store was moved, see store_moved()); negative
 * errno: the store cannot be read now.
 */
struct store_cursor {
	int tree;
	int64_t key[3];
};

bool store_was_killed(const struct store *store);
int store_check(struct store *store, struct store_cursor *cursor);

/* The kernel's id of this boot, 36 characters and a NUL. */
enum { BOOT_ID_SIZE = 37 };

/*
 * Read the saved state into one from state_init(). Return 1 if there was one; 0 if the store is new
 * (state unchanged); negative errno if it could not be read. *saved: state.at when it was written,
 * in the clock of that boot; *same_boot: that was this boot. Parts that cannot be parsed keep their
 * values from state_init(); *bad_parts counts them.
 *
 * After STORE_UNWRITABLE the newest rows may not be readable. So that no sequence is used twice,
 * sequences then continue from the seconds since 1970: there are fewer rows than seconds.
 */
int store_load(struct store *store, const char *boot_id, struct state *state, struct moment *saved,
	       bool *same_boot, int *bad_parts);

/* Read only the answers that were saved with the state; none where nothing was. Return 0 or
 * negative errno. */
int store_answers(struct store *store, struct answers *ret);

/*
 * While `keep` is true, store_save() does not delete the rows of reminders that the state lacks:
 * the daemon runs without part of the user's configuration, and the user did not remove them.
 */
void store_keep_missing(struct store *store, bool keep);

/*
 * Save the state and `count` rows of history in one transaction. Unchanged parts of reminders are
 * not written, those of removed reminders are deleted (see store_keep_missing()). A store whose
 * file was deleted is created again. On failure (-ENOSPC, -EROFS, -EIO …; -EBUSY: another process
 * writes) nothing is stored and the caller may retry.
 */
int store_save(struct store *store, const char *boot_id, const struct state *state,
	       const struct record records[], int count);

/* Which rows of history: of local days, both inclusive. All of them: HISTORY_ALL. */
struct history_query {
	int32_t first, last;
	uint32_t kinds; /* 1 << enum record_kind; 0: all */
	int64_t newest; /* at most so many, the newest; 0: all */
	bool whole;     /* those taken back too, by day, origin and sequence */
};

#define HISTORY_ALL ((const struct history_query){ .first = INT32_MIN, .last = INT32_MAX })

/*
 * Call `row` for each row, without those that were taken back: by day, then by the moment of the
 * end. Stops when `row` returns non-zero and returns that; otherwise 0 or negative errno. Uses
 * memory for the rows of one day, or for `newest`. Rows of kinds and outcomes that only a newer
 * version knows are skipped.
 */
int store_history(struct store *store, const struct history_query *query,
		  int (*row)(const struct record *record, void *user), void *user);

/*
 * Where rows come from: number 0 is this store. Several numbers may have one id, because a copied
 * store goes on under the id of the first: two rows with one id and sequence that ended at
 * different moments are two rows.
 */
enum { ORIGIN_ID_SIZE = 33, ORIGIN_HOST_SIZE = 65, STORE_ORIGINS_MOST = 1000 };

struct origin {
	char id[ORIGIN_ID_SIZE];     /* 32 hexadecimal digits */
	char host[ORIGIN_HOST_SIZE]; /* only a label: two machines may have one name */
};

/* Return 0, -ENOENT or another negative errno. */
int store_origin(struct store *store, uint32_t number, struct origin *ret);

/* Call `each` with each id once, with the greatest label; otherwise as store_history(). */
int store_origins(struct store *store, int (*each)(const struct origin *origin, void *user),
		  void *user);

/* Rows in a transaction of an import or of forgetting, alone and beside a daemon: so many that the
 * lock is held for a few milliseconds. An import fills a day up to STORE_DAY_MOST rows: a daemon
 * sums them anew when it changes one. */
enum { STORE_BATCH = 1000, STORE_BATCH_BESIDE = 250, STORE_DAY_MOST = 5000 };

/* What became of imported rows. */
struct store_imported {
	uint64_t new, changed, known; /* known: the store had this revision or a higher one */
	uint64_t forgotten;           /* they were forgotten here before */
	uint64_t full_days;           /* left out: their day has STORE_DAY_MOST rows */
	uint64_t full_stores;         /* left out: the store has STORE_ORIGINS_MOST origins */
};

/* A number that changes when another process has written to the store; 0: unknown. */
int64_t store_others(struct store *store);

/* The highest sequence of this store: 0 or negative errno. */
int store_last(struct store *store, uint64_t *ret);

/*
 * Write rows in one transaction, in a store from store_open_beside(); `origin` of a row is an index
 * of `origins`. Of two rows with one key and end the higher revision counts, of two with one
 * revision that with the greater contents, so that the order of imports does not matter. No row
 * gets a sequence of this store that a daemon will use. Adds to *sum. Return 0 or negative errno:
 * then none is written.
 */
int store_import(struct store *store, const struct origin origins[], const struct record rows[],
		 int count, struct store_imported *sum);

/*
 * Remove up to STORE_BATCH rows of a query (`newest` and `whole` are ignored), and remember their
 * keys, so that no import brings them back. Sets query->first to where to continue. Return their
 * number, 0 if there are no more, or negative errno.
 */
int store_forget(struct store *store, struct history_query *query);

/* After that: remove names that no row has, release pages and empty the log in small steps. Return
 * 0 or negative errno; -EBUSY: another process reads an older state or imports rows all the time,
 * and the files still have what was forgotten. */
int store_forget_finish(struct store *store);

/* The same for a daemon, in one call: a smaller batch, and a few pages. Return as store_forget().
 */
int store_trim(struct store *store, struct history_query *query);

/* Call `each` with each day of which rows are missing, and how many: they were lost with a damaged
 * page. */
int store_missing(struct store *store, int32_t first, int32_t last,
		  int (*each)(int32_t day, int64_t missing, void *user), void *user);

/* Read a row of this store, also one that was taken back; or the first one from a sequence on.
 * Return 0, -ENOENT or negative errno. */
int store_row(struct store *store, uint64_t sequence, struct record *ret);
int store_row_from(struct store *store, uint64_t sequence, struct record *ret);

/* Call `each` with the sums of each day that has rows, the first day first; otherwise as above. */
int store_days(struct store *store, int32_t first, int32_t last,
	       int (*each)(int32_t number, const struct day *day, void *user), void *user);

/* Their sum, of a store that may be NULL. Return 0 or negative errno. */
int store_days_sum(struct store *store, int32_t first, int32_t last, struct day *ret);

#endif
