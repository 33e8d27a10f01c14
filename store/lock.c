/*
 * The lock is on a separate file: SQLite opens and closes the database at will, and closing a file
 * releases a process's POSIX locks on it. The kernel releases an open file description lock when
 * its owner ends, so a lock is never stale; the process id in the file is only for people.
 *
 * On file systems without these locks flock() is tried. Where that is missing, too, the process id
 * decides: the store is locked if that process exists and is a limberd.
 *
 * The second line is struct tail. It is written after the commit and without a sync: it may be
 * older than the database, but never newer.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "core/base/try.h"
#include "store/inside.h"

enum { LINES_SIZE = 128 };

/* Read the whole file; "" if it is new. */
static void lines_read(int fd, char text[LINES_SIZE])
{
	ssize_t length = pread(fd, text, LINES_SIZE - 1, 0);
	text[length > 0 ? length : 0] = '\0';
}

/* Return the process id in the file; 0 if that process does not exist, because the owner has not
 * written its own yet. */
static pid_t owner_read(int fd)
{
	char text[LINES_SIZE];
	lines_read(fd, text);
	long pid = strtol(text, NULL, 10);
	if (pid <= 0 || pid > INT32_MAX || (kill((pid_t)pid, 0) < 0 && errno == ESRCH))
		return 0;
	return (pid_t)pid;
}

static struct tail tail_read(int fd)
{
	char text[LINES_SIZE];
	struct tail tail = { 0 };
	lines_read(fd, text);
	const char *line = strchr(text, '\n');
	tail.unclean = line && sscanf(line, "%" SCNu64 " %" SCNu64 " %" SCNd64, &tail.base,
				      &tail.rows, &tail.saved.us) == 3;
	return tail;
}

/* Errors are ignored: the lock holds without the text, too (on a full disk). */
void lock_write(const struct lock *lock)
{
	char text[LINES_SIZE];
	const struct tail *tail = &lock->tail;
	int length = snprintf(text, sizeof(text), "%d\n", (int)getpid());
	if (tail->unclean)
		length += snprintf(text + length, sizeof(text) - (size_t)length,
				   "%020" PRIu64 " %020" PRIu64 " %020" PRId64 "\n", tail->base,
				   tail->rows, tail->saved.us);
	if (pwrite(lock->fd, text, (size_t)length, 0) < 0 || ftruncate(lock->fd, length) < 0)
		return;
}

static bool is_missing(int error)
{
	return error == -ENOLCK || error == -EOPNOTSUPP || error == -ENOSYS || error == -EINVAL;
}

static bool is_limberd(pid_t pid)
{
	char path[64], name[32] = "";
	snprintf(path, sizeof(path), "/proc/%d/comm", (int)pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	bool is = fgets(name, sizeof(name), file) && strcmp(name, "limberd\n") == 0;
	fclose(file);
	return is;
}

static int fallback_take(int fd)
{
	pid_t owner = owner_read(fd);
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return 0;
	if (!is_missing(-errno))
		return -errno;
	return owner != 0 && owner != getpid() && is_limberd(owner) ? -EAGAIN : 0;
}

static int fd_lock(int fd, short type)
{
	struct flock whole = { .l_type = type, .l_whence = SEEK_SET };
	return fcntl(fd, F_OFD_SETLK, &whole) < 0 ? -errno : 0;
}

static int lock_open(const char *folder, int flags, struct lock *lock)
{
	char *path;
	if (asprintf(&path, "%s/limber.lock", folder) < 0)
		return -ENOMEM;
	lock->fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
	int r = lock->fd < 0 ? -errno : 0;
	free(path);
	return r;
}

static int lock_try(struct lock *lock)
{
	int r = fd_lock(lock->fd, F_WRLCK);
	lock->none = is_missing(r);
	return lock->none ? fallback_take(lock->fd) : r;
}

int lock_take(const char *folder, struct lock *lock, pid_t *owner)
{
	static const struct timespec pause = { 0, 1000000 };
	TRY(lock_open(folder, O_RDWR | O_CREAT, lock));
	int r = lock_try(lock);
	/* Who tests whether there are locks has one for a moment. */
	for (int i = 0; i < 3 && r == -EAGAIN; i++) {
		nanosleep(&pause, NULL);
		r = lock_try(lock);
	}
	if (r == 0) {
		lock->tail = tail_read(lock->fd);
		lock_write(lock);
		return 0;
	}
	if (r == -EAGAIN || r == -EACCES) {
		*owner = owner_read(lock->fd);
		r = STORE_LOCKED;
	}
	lock_drop(lock);
	return r;
}

bool locks_are_missing(const char *folder, bool create)
{
	struct lock lock;
	if (lock_open(folder, create ? O_RDWR | O_CREAT : O_RDONLY, &lock) < 0)
		return false;
	bool missing = is_missing(fd_lock(lock.fd, F_RDLCK));
	lock_drop(&lock);
	return missing;
}

/* The same without locks of the first kind. */
static bool fallback_is_held(int fd)
{
	pid_t owner = owner_read(fd);
	if (flock(fd, LOCK_SH | LOCK_NB) == 0)
		return false;
	return !is_missing(-errno) || (owner != 0 && owner != getpid() && is_limberd(owner));
}

bool lock_is_held(const char *folder)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct lock lock;
	if (lock_open(folder, O_RDONLY, &lock) < 0)
		return false;
	bool held = fcntl(lock.fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
	if (!held && locks_are_missing(folder, false))
		held = fallback_is_held(lock.fd);
	lock_drop(&lock);
	return held;
}

void lock_drop(struct lock *lock)
{
	if (lock->fd >= 0)
		close(lock->fd);
	lock->fd = -1;
}
