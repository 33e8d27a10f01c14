/*
 * The lock is on a file of its own: SQLite opens and closes the database as it likes, and closing
 * a file drops a process's classic locks on it. An open file description lock ends with its
 * owner, however that ends, so a stale lock cannot be; the number in the file is only for people.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/inside.h"

/* 0 while the owner has not written yet: what stands there then is nobody's, or an earlier one's
 * that was killed. */
static pid_t owner_read(int fd)
{
	char text[16] = "";
	if (pread(fd, text, sizeof(text) - 1, 0) <= 0)
		return 0;
	long pid = strtol(text, NULL, 10);
	if (pid <= 0 || pid > INT32_MAX || (kill((pid_t)pid, 0) < 0 && errno == ESRCH))
		return 0;
	return (pid_t)pid;
}

/* Not being able to leave a number (a full disk) is no reason not to run. */
static void owner_write(int fd)
{
	char text[16];
	int length = snprintf(text, sizeof(text), "%d\n", (int)getpid());
	if (ftruncate(fd, 0) < 0 || pwrite(fd, text, (size_t)length, 0) < 0)
		return;
}

int lock_take(const char *folder, int *ret, pid_t *owner)
{
	char *path;
	if (asprintf(&path, "%s/limber.lock", folder) < 0)
		return -ENOMEM;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	int r = fd < 0 ? -errno : 0;
	free(path);
	if (r < 0)
		return r;
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	if (fcntl(fd, F_OFD_SETLK, &whole) == 0) {
		owner_write(fd);
		*ret = fd;
		return 0;
	}
	r = -errno;
	if (r == -EAGAIN || r == -EACCES) {
		*owner = owner_read(fd);
		r = STORE_LOCKED;
	}
	close(fd);
	return r;
}

int lock_drop(int lock)
{
	if (lock >= 0)
		close(lock);
	return -1;
}
