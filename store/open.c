/* Opening the store: its folder, its lock, its file, and the way out for a damaged one. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* The folder and those above it, as the XDG base directory specification asks: 0700. */
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

/* A file and what SQLite keeps beside it go together: one without the other is worth little. */
static int files_move(const char *path, const char *to)
{
	static const char *const suffixes[] = { "", "-wal", "-shm" };
	int r = 0;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes) && r == 0; i++)
		r = file_move(path, to, suffixes[i]);
	return r;
}

/* To the first free NAME.damaged-N; only the owner of the lock does this. */
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

/* The file; a fresh one when it has to be moved aside. */
static int file_connect(struct store *store, char **moved)
{
	int r = database_open(store->path, DATABASE_WRITE, &store->db, store->statements);
	if (r != STORE_MOVED)
		return r;
	r = damaged_move(store->path, moved);
	if (r == 0)
		r = database_open(store->path, DATABASE_WRITE, &store->db, store->statements);
	return r == 0 ? STORE_MOVED : r;
}

static int store_connect(struct store *store, struct store_trouble *trouble)
{
	int r = folder_make(store->folder);
	if (r == 0)
		r = lock_take(store->folder, &store->lock, &trouble->pid);
	if (r == 0)
		r = file_connect(store, &trouble->moved);
	if (!store->db)
		store->lock = lock_drop(store->lock);
	return r;
}

static void store_disconnect(struct store *store)
{
	store->db = database_close(store->db, store->statements);
	store->lock = lock_drop(store->lock);
}

/* SQLite would go on writing into a file that has been deleted, and lose it all at the end. */
static bool store_gone(struct store *store)
{
	int moved = 0;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved;
}

int store_ensure(struct store *store)
{
	if (store->db && !store_gone(store))
		return 0;
	struct store_trouble trouble = { 0 };
	store_disconnect(store);
	int r = store_connect(store, &trouble);
	if (trouble.moved) {
		free(store->moved);
		store->moved = trouble.moved;
	}
	if (r == STORE_LOCKED || r == STORE_NEWER)
		return -EBUSY;
	return r == STORE_MOVED ? 0 : r;
}

static int store_new(const char *folder, struct store **ret)
{
	struct store *store = calloc(1, sizeof(*store));
	if (!store)
		return -ENOMEM;
	store->lock = -1;
	store->folder = strdup(folder);
	if (!store->folder || asprintf(&store->path, "%s/limber.db", folder) < 0) {
		store->path = NULL;
		store_free(store);
		return -ENOMEM;
	}
	*ret = store;
	return 0;
}

/* What a disk may be for a while. */
static bool may_pass(int error)
{
	return error == -ENOSPC || error == -EDQUOT || error == -EROFS || error == -EIO ||
	       error == -EFBIG;
}

int store_open(const char *folder, struct store **ret, struct store_trouble *trouble)
{
	struct store *store;
	*trouble = (struct store_trouble){ 0 };
	int r = store_new(folder, &store);
	if (r < 0)
		return r;
	r = store_connect(store, trouble);
	if (may_pass(r)) {
		trouble->error = r;
		r = STORE_WAITS;
	}
	if (store->db || r == STORE_WAITS)
		*ret = store;
	else
		store_free(store);
	return r == -EACCES || r == -EPERM ? STORE_FORBIDDEN : r;
}

int store_open_to_read(const char *folder, struct store **ret)
{
	struct store *store;
	int r = store_new(folder, &store);
	if (r < 0)
		return r;
	r = database_open(store->path, DATABASE_READ, &store->db, store->statements);
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

const char *store_moved(const struct store *store)
{
	return store->moved;
}
