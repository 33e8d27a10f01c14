/*
 * The store: $XDG_STATE_HOME/limber/limber.db, SQLite in WAL mode with full sync, 0600 in a
 * folder of 0700. Two kinds of thing: the state (read once at the start, written when it
 * changed) and the history (rows are added, never changed; a change is a higher revision).
 *
 * What store_save() returned 0 for survives kill -9 and power loss. One daemon at a time: a
 * lock file beside it names the owner.
 *
 * Reports open it read-only beside a running daemon.
 */
#ifndef LIMBER_STORE_H
#define LIMBER_STORE_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/model/state.h"

struct store;

/* Outcomes of opening that the caller must tell the user about. 0 and -errno as ever. */
enum store_open {
	STORE_OK,
	STORE_LOCKED, /* another daemon has it: trouble.pid */
	STORE_NEWER,  /* a schema of a newer limber: left alone */
	STORE_MOVED,  /* it was damaged or foreign: see store_moved(); a fresh one was made.
			 The store is open and may be used */
	STORE_WAITS,  /* cannot be written now (a full disk, no permission, anything else):
			 trouble.error. The store is open and may be used: what there is is
			 read where it can be, and a save tries again */
};

struct store_trouble {
	int error; /* STORE_WAITS: negative errno */
	pid_t pid; /* STORE_LOCKED; 0 when it could not be told */
};

/* $XDG_STATE_HOME/limber, or below ~/.local/state. The caller frees *ret. -ENOENT: see config. */
int store_folder(char **ret);

/*
 * Opens or makes it, takes the lock, closes it and its folder to others. -ENOMEM, or enum
 * store_open; *ret is set for STORE_OK, STORE_MOVED and STORE_WAITS only. Never waits for the lock.
 * A file counts as damaged when it was so twice, the second time read whole by a fresh connection.
 */
int store_open(const char *folder, struct store **ret, struct store_trouble *trouble);

/* As above without lock, for reading only: 0, STORE_NEWER or negative errno. -ENOENT: nothing
 * was stored yet; -EBADMSG: damaged or foreign, for the daemon to move. */
int store_open_to_read(const char *folder, struct store **ret);

struct store *store_free(struct store *store); /* NULL */

const char *store_path(const struct store *store);

/* Where a store went that was damaged or foreign, at the start or at a save; NULL: none did. The
 * store keeps the text, until the next save. */
const char *store_moved(const struct store *store);

/* What a damaged write-ahead log took with it: SQLite ends its log at the first bad page, and
 * takes what is behind it for never written. */
struct store_lost {
	uint64_t rows; /* of history; 0 with an open range: changes of the state alone */
	struct realtime from, until; /* after the first and up to the second; 0 and 0: nothing */
};

struct store_lost store_lost(const struct store *store);

/* Without locks or shared memory: a report may meet a save. */
bool store_is_unshared(const struct store *store);

/*
 * After an unclean end all rows are read once, as slices of a few milliseconds: PRAGMA quick_check
 * cannot be interrupted and go on. 1: call it again; 0: nothing is left to read (store_moved()
 * tells what was found); negative errno: it cannot be read now. Start with a cursor of zeros.
 */
struct store_cursor {
	int tree;
	uint64_t sequence;
	int64_t ended;
};

bool store_was_killed(const struct store *store);
int store_check(struct store *store, struct store_cursor *cursor);

/* The kernel's id of this boot, 36 characters and a NUL. */
enum { BOOT_ID_SIZE = 37 };

/*
 * Read the saved state into one that state_init() made: 1 when there was one, 0 when the store is
 * fresh (state untouched), negative errno (nothing is known of what is stored). *saved is state.at
 * as it was written (of the boot it was written in), *same_boot whether that was this boot.
 * Unreadable parts are left as state_init() made them, and *bad_parts counts them.
 *
 * Of a store that waits not all may have been seen. So that no sequence is used twice, they then
 * go on from the seconds since 1970: there are fewer rows than seconds.
 */
int store_load(struct store *store, const char *boot_id, struct state *state, struct moment *saved,
	       bool *same_boot, int *bad_parts);

/*
 * While `keep`, what is stored of reminders that the state does not have is kept: the plan is not
 * the user's, who did not remove them.
 */
void store_keep(struct store *store, bool keep);

/*
 * One transaction: the state, and rows of history. Reminder parts that did not change since the
 * last save are not written again, those of reminders that went are deleted (but see store_keep()).
 * A store whose file has been deleted meanwhile is made again. On failure (-ENOSPC, -EROFS, -EIO …;
 * -EBUSY: somebody else writes) nothing of it is stored and it may be tried again.
 */
int store_save(struct store *store, const char *boot_id, const struct state *state,
	       const struct record records[], int count);

/* Rows of history whose end lies in [from, until), each sequence's highest revision, oldest
 * first. `row` returns non-zero to stop; that is returned. Taken-back rows are left out. */
int store_history(struct store *store, struct realtime from, struct realtime until,
		  int (*row)(const struct record *record, void *user), void *user);

#endif
