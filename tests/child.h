/* Cases that run in a child, which may have disks of its own or be another user. */
#ifndef LIMBER_TESTS_CHILD_H
#define LIMBER_TESTS_CHILD_H

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/rows.h"

enum { NOBODY = 65534, SKIPPED = 77 };

/* A failed cmocka assert would continue with the next test in the child. */
#define NEED(condition)                                                                            \
	do {                                                                                       \
		if (condition)                                                                     \
			break;                                                                     \
		fprintf(stderr, "%s:%d: needed: %s\n", __FILE__, __LINE__, #condition);            \
		_exit(1);                                                                          \
	} while (0)

static inline void child_end(pid_t child)
{
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status) && WEXITSTATUS(status) == SKIPPED) {
		print_message("SKIPPED: no disk of its own, for mounts are not allowed here\n");
		skip();
	}
	assert_int_equal(status, 0);
}

/* run(of) in a child. */
#define child_run(run, of)                                                                         \
	do {                                                                                       \
		pid_t child = fork();                                                              \
		assert_true(child >= 0);                                                           \
		if (child == 0) {                                                                  \
			run(of);                                                                   \
			_exit(0);                                                                  \
		}                                                                                  \
		child_end(child);                                                                  \
	} while (0)

static inline bool proc_write(const char *path, const char *text)
{
	FILE *stream = fopen(path, "we");
	if (!stream)
		return false;
	fputs(text, stream);
	return fclose(stream) == 0;
}

/* Become root in a new user namespace, which owns our files. */
static inline bool users_enter(void)
{
	char user[32], group[32];
	snprintf(user, sizeof(user), "0 %d 1", (int)geteuid());
	snprintf(group, sizeof(group), "0 %d 1", (int)getegid());
	return unshare(CLONE_NEWUSER) == 0 && proc_write("/proc/self/uid_map", user) &&
	       proc_write("/proc/self/setgroups", "deny") &&
	       proc_write("/proc/self/gid_map", group);
}

/* A namespace of mounts; one of users around it for who is not root. */
static inline bool namespace_enter(void)
{
	return (geteuid() == 0 || users_enter()) && unshare(CLONE_NEWNS) == 0 &&
	       mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) == 0;
}

/* A disk at that folder, in this child; it ends as SKIPPED where there can be none. */
static inline void disk_mount(const char *folder, const char *options)
{
	if (!namespace_enter() || mount("tmpfs", folder, "tmpfs", 0, options) < 0)
		_exit(SKIPPED);
}

#endif
