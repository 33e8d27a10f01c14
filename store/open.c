/* Open the store: its folder, its lock, its file; move a damaged file. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/try.h"
#include "store/inside.h"

int store_folder(char **ret)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	char *folder;
	int length;
	if (state && state[0] == '/')
		length = asprintf(&folder, "%s/limber", state);
	else if (home && home[0] == '/')
		length = asprintf(&folder, "%s/.local/state/limber", home);
	else
		return -ENOENT;
	if (length < 0)
		return -ENOMEM;
	*ret = folder;
	return 0;
}

static int directory_make(const char *path)
{
	return mkdir(path, 0700) < 0 && errno != EEXIST ? -errno : 0;
}

/* Create the folder and its parents with mode 0700, as the XDG base directory specification says.
 */
static int folder_make(const char *folder)
{
	char *path = strdup(folder);
	if (!path)
		return -ENOMEM;
	int r = 0;
	for (char *slash = strchr(path + 1, '/'); slash && r == 0; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		r = directory_make(path);
		*slash = '/';
	}
	if (r == 0)
		r = directory_make(path);
	free(path);
	return r;
}

static int file_move(const char *path, const char *to, const char *suffix)
{
	char *old = NULL, *new = NULL;
	int r = 0;
	if (asprintf(&old, "%s%s", path, suffix) < 0 || asprintf(&new, "%s%s", to, suffix) < 0)
		r = -ENOMEM;
	else if (rename(old, new) < 0 && errno != ENOENT)
		r = -errno;
	free(old);
	free(new);
	return r;
}

/* The database and the files that SQLite keeps beside it. */
static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

/* Move all of them: the database is incomplete without its log. */
static int files_move(const char *path, const char *to)
{
	int r = 0;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes) && r == 0; i++)
		r = file_move(path, to, suffixes[i]);
	return r;
}

/* Move the files to the first free NAME.damaged-N. The caller holds the lock. */
static int damaged_move(const char *path, char **moved)
{
	struct stat taken;
	for (int n = 1;; n++) {
		char *to;
		if (asprintf(&to, "%s.damaged-%d", path, n) < 0)
			return -ENOMEM;
		if (lstat(to, &taken) < 0) {
			*moved = to;
			return files_move(path, to);
		}
		free(to);
	}
}

static int file_open(struct store *store, enum database_use use)
{
	return database_open(store->path, use, store->lock.none, &store->unshared, &store->db,
			     store->statements);
}

/* Older or restored files may have permissions for others; remove them. */
static void file_make_private(const char *path)
{
	const mode_t others = S_IRWXG | S_IRWXO;
	struct stat is;
	if (stat(path, &is) == 0 && is.st_uid == geteuid() && is.st_mode & others)
		(void)chmod(path, is.st_mode & S_IRWXU);
}

static void files_make_private(const struct store *store)
{
	char path[PATH_MAX];
	file_make_private(store->folder);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		snprintf(path, sizeof(path), "%s%s", store->path, suffixes[i]);
		file_make_private(path);
	}
}

/* Open the file. Move it and create a new one only if two more attempts fail: one failed read is
 * not damage. */
static int file_connect(struct store *store, enum database_use use)
{
	int r = file_open(store, use);
	for (int i = 0; i < 2 && (r == STORE_MOVED || r == -EIO); i++)
		r = file_open(store, DATABASE_CHECK);
	if (r != STORE_MOVED)
		return r;
	free(store->moved);
	store->moved = NULL;
	r = damaged_move(store->path, &store->moved);
	if (r == 0)
		r = file_open(store, DATABASE_WRITE);
	return r == 0 ? STORE_MOVED : r;
}

/* Record in the lock file that the store is open, and find out what an unclean end lost. */
static void tail_begin(struct store *store, bool moved)
{
	struct tail *tail = &store->lock.tail;
	sqlite3_stmt *read = store->statements[STATEMENT_TAIL_READ];
	sqlite3_bind_int64(read, 1, tail->unclean ? (int64_t)tail->base : INT64_MAX);
	if (sqlite3_step(read) == SQLITE_ROW) {
		uint64_t rows = (uint64_t)sqlite3_column_int64(read, 0);
		struct realtime saved = { sqlite3_column_int64(read, 1) };
		store->killed = tail->unclean && !moved;
		if (store->killed && (rows < tail->rows || saved.us < tail->saved.us))
			store->lost =
				(struct store_lost){ rows < tail->rows ? tail->rows - rows : 0,
						     saved, tail->saved };
		*tail = (struct tail){ true, (uint64_t)sqlite3_column_int64(read, 2), 0, saved };
	}
	sqlite3_reset(read);
	lock_write(&store->lock);
}

static int store_connect(struct store *store, struct store_trouble *trouble)
{
	int r = folder_make(store->folder);
	if (r == 0)
		r = lock_take(store->folder, &store->lock, &trouble->pid);
	if (r == 0) {
		files_make_private(store);
		r = file_connect(store, DATABASE_WRITE);
	}
	if (store->db)
		tail_begin(store, r == STORE_MOVED);
	else
		lock_drop(&store->lock);
	return r;
}

static void store_disconnect(struct store *store)
{
	bool open = store->db;
	store->db = database_close(store->db, store->statements);
	if (open && store->lock.fd >= 0 && !store->killed) {
		store->lock.tail.unclean = false;
		lock_write(&store->lock);
	}
	lock_drop(&store->lock);
}

/* True if the file was deleted: SQLite would continue to write to it, and lose everything. */
static bool store_file_deleted(struct store *store)
{
	int moved = 0;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved;
}

static int store_reopen(struct store *store)
{
	struct store_trouble trouble = { 0 };
	store_disconnect(store);
	int r = store_connect(store, &trouble);
	if (r == STORE_LOCKED || r == STORE_NEWER)
		return -EBUSY;
	return r == STORE_MOVED ? 0 : r;
}

int store_ensure(struct store *store)
{
	return store->db && !store_file_deleted(store) ? 0 : store_reopen(store);
}

int store_recheck(struct store *store)
{
	if (!store->db)
		return store_reopen(store);
	/* Do not change a file that may be damaged. */
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	store->db = database_close(store->db, store->statements);
	int r = file_connect(store, DATABASE_CHECK);
	if (r == STORE_MOVED)
		tail_begin(store, true);
	if (!store->db)
		lock_drop(&store->lock);
	return r == STORE_MOVED ? 0 : r;
}

static int store_new(const char *folder, struct store **ret)
{
	struct store *store = calloc(1, sizeof(*store));
	if (!store)
		return -ENOMEM;
	store->lock.fd = -1;
	store->folder = strdup(folder);
	if (!store->folder || asprintf(&store->path, "%s/limber.db", folder) < 0) {
		store->path = NULL;
		store_free(store);
		return -ENOMEM;
	}
	*ret = store;
	return 0;
}

int store_open(const char *folder, struct store **ret, struct store_trouble *trouble)
{
	struct store *store;
	*trouble = (struct store_trouble){ 0 };
	TRY(store_new(folder, &store));
	int r = store_connect(store, trouble);
	if (r < 0) {
		trouble->error = r;
		r = STORE_UNWRITABLE;
	}
	if (store->db || r == STORE_UNWRITABLE)
		*ret = store;
	else
		store_free(store);
	return r;
}

int store_may_write(const struct store *store)
{
	return store->lock.none && lock_is_held(store->folder) ? -ENOLCK : 0;
}

bool store_is_owned(const struct store *store)
{
	return lock_is_held(store->folder);
}

int store_open_beside(const char *folder, struct store **ret)
{
	struct store *store;
	TRY(store_new(folder, &store));
	store->writer = calloc(1, sizeof(*store->writer));
	int r = store->writer ? folder_make(folder) : -ENOMEM;
	if (r == 0) {
		files_make_private(store);
		store->lock.none = locks_are_missing(folder, true);
		r = store_may_write(store);
	}
	if (r == 0)
		r = file_open(store, DATABASE_BESIDE);
	if (r == 0) {
		writer_init(store->writer, store->db, false);
		*ret = store;
	} else {
		store_free(store);
	}
	return r == STORE_MOVED ? -EBADMSG : r;
}

int store_open_to_read(const char *folder, struct store **ret)
{
	struct store *store;
	TRY(store_new(folder, &store));
	store->lock.none = locks_are_missing(folder, false);
	files_make_private(store);
	int r = file_open(store, DATABASE_READ);
	if (r == 0)
		*ret = store;
	else
		store_free(store);
	return r == STORE_MOVED ? -EBADMSG : r;
}

struct store *store_free(struct store *store)
{
	if (!store)
		return NULL;
	if (store->writer)
		writer_finish(store->writer);
	free(store->writer);
	store_disconnect(store);
	free(store->folder);
	free(store->path);
	free(store->moved);
	free(store);
	return NULL;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

struct store_lost store_lost(const struct store *store)
{
	return store->lost;
}

bool store_is_unshared(const struct store *store)
{
	return store->unshared;
}

const char *store_moved(const struct store *store)
{
	return store->moved;
}
