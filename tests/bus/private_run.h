/*
 * A /run of the test's own, in a mount namespace: for what the C library and libsystemd look up
 * there under fixed names. Works for root, and for users where user namespaces are allowed.
 */
#ifndef LIMBER_PRIVATE_RUN_H
#define LIMBER_PRIVATE_RUN_H

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static inline bool map_write(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);
	if (fd >= 0)
		close(fd);
	return good;
}

static inline bool namespace_enter(void)
{
	char uid[32], gid[32];
	snprintf(uid, sizeof(uid), "%u %u 1", getuid(), getuid());
	snprintf(gid, sizeof(gid), "%u %u 1", getgid(), getgid());
	if (unshare(CLONE_NEWNS) == 0)
		return true;
	return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
	       map_write("/proc/self/setgroups", "deny") && map_write("/proc/self/uid_map", uid) &&
	       map_write("/proc/self/gid_map", gid);
}

/* For the whole process, once, before it has threads. False: not possible here, nothing done. */
static inline bool private_run(void)
{
	return namespace_enter() && mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0 &&
	       mount("tmpfs", "/run", "tmpfs", 0, "mode=0755") == 0 &&
	       mkdir("/run/systemd", 0755) == 0;
}

#endif
