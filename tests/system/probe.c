/*
 * Looks at the sandbox of limberd.service from inside: run in a unit with the same lines, one
 * check for each. A line that systemd ignores looks well in the file, so only this shows it.
 *
 * usage: probe UTS-NAMESPACE-OUTSIDE [sound]; prints what is not as it should be, and "probed N".
 * "sound": outside is a /proc/asound.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#define PLUGIN "/run/build/idle-x11.so"

static int probed, wrong;

static void expect(bool good, const char *line, const char *what)
{
	probed++;
	if (good)
		return;
	wrong++;
	printf("%s: %s\n", line, what);
}

static bool fails_with(long result, int error)
{
	return result < 0 && errno == error;
}

static bool is_read_only(const char *path)
{
	struct statvfs at;
	return statvfs(path, &at) == 0 && (at.f_flag & ST_RDONLY);
}

static bool is_inaccessible(const char *path)
{
	struct stat at;
	return stat(path, &at) < 0 || (at.st_mode & 0777) == 0;
}

static bool cannot_write_in(const char *folder)
{
	char path[256];
	snprintf(path, sizeof(path), "%s/limber-probe", folder);
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	bool refused = fails_with(fd, EROFS);
	if (fd >= 0)
		unlink(path), close(fd);
	return refused;
}

static void files(void)
{
	static const char *const closed[] = { "/etc", "/tmp", "/var/tmp" };
	for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		expect(cannot_write_in(closed[i]), "ProtectSystem", closed[i]);
	expect(is_read_only("/proc/sys"), "ProtectKernelTunables", "/proc/sys can be written");
	expect(is_read_only("/sys/fs/cgroup"), "ProtectControlGroups", "groups can be written");
	expect(is_inaccessible("/proc/kmsg"), "ProtectKernelLogs", "/proc/kmsg can be seen");
	expect(is_inaccessible("/usr/lib/modules"), "ProtectKernelModules", "modules can be seen");
}

/* A device in /dev that is none of those a program may count on; NULL for none. */
static const char *machine_device(void)
{
	static const char *const usual[] = { "null",    "zero", "full", "random",
					     "urandom", "tty",  "ptmx", "console" };
	static char name[256];
	DIR *folder = opendir("/dev");
	struct dirent *entry;
	const char *found = NULL;
	while (folder && !found && (entry = readdir(folder)) != NULL) {
		bool known = entry->d_type != DT_CHR && entry->d_type != DT_BLK;
		for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
			known = known || strcmp(entry->d_name, usual[i]) == 0;
		if (!known)
			found = strcpy(name, entry->d_name);
	}
	if (folder)
		closedir(folder);
	return found;
}

static void devices(bool has_sound)
{
	const char *device = machine_device();
	expect(!device, "PrivateDevices", device);
	expect((access("/proc/asound", X_OK) == 0) == has_sound, "the microphone",
	       "/proc/asound cannot be seen");
}

/* What the store needs: a new folder at home, and files nobody else can read. */
static void home(void)
{
	char path[256];
	struct stat at;
	snprintf(path, sizeof(path), "%s/limber-probe", getenv("HOME"));
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	expect(fd >= 0, "ReadWritePaths", "the home folder cannot be written");
	expect(fstat(fd, &at) == 0 && (at.st_mode & 0077) == 0, "UMask", "others may read");
	expect(fails_with(chmod(path, 04700), EPERM), "RestrictSUIDSGID", "chmod u+s works");
	unlink(path);
	close(fd);
}

static void identity(const char *uts_outside)
{
	char map[128] = "", uts[64] = "";
	FILE *file = fopen("/proc/self/uid_map", "re");
	expect(file && fread(map, 1, sizeof(map) - 1, file) > 0 && !strstr(map, "4294967295"),
	       "PrivateUsers", "all users are there");
	if (file)
		fclose(file);
	expect(readlink("/proc/self/ns/uts", uts, sizeof(uts) - 1) > 0 &&
		       strcmp(uts, uts_outside) != 0,
	       "ProtectHostname", "the host name is the machine's own");
	int held = 0;
	for (int cap = 0; prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++)
		held += prctl(PR_CAPBSET_READ, cap, 0, 0, 0);
	expect(held == 0, "CapabilityBoundingSet", "not empty");
	expect(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1, "NoNewPrivileges", "not set");
}

#ifdef __x86_64__
/* A 32-bit call: with the native architecture alone it ends the process. */
static bool foreign_call_dies(void)
{
	pid_t child = fork();
	if (child == 0) {
		long result = 20; /* getpid */
		__asm__ volatile("int $0x80" : "+a"(result) : : "memory");
		_exit(0);
	}
	int status;
	return waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}
#endif

static void calls(void)
{
	/* No such process: without the filter the kernel returns ESRCH. */
	expect(fails_with(ptrace(PTRACE_SEIZE, -1, NULL, NULL), EPERM), "SystemCallFilter",
	       "ptrace was asked");
	/* Nor a process here, nor a file: ESRCH and ENOENT. */
	expect(fails_with(setpriority(PRIO_PROCESS, INT_MAX, 0), EPERM), "SystemCallFilter",
	       "setpriority was asked");
	expect(fails_with(chown("/no/such/file", 0, 0), EPERM), "SystemCallFilter",
	       "chown was asked");
	expect(fails_with(socket(AF_INET, SOCK_STREAM, 0), EAFNOSUPPORT), "RestrictAddressFamilies",
	       "AF_INET works");
	expect(fails_with(socket(AF_NETLINK, SOCK_RAW, 0), EAFNOSUPPORT), "RestrictAddressFamilies",
	       "AF_NETLINK works");
	expect(fails_with(unshare(CLONE_NEWUSER), EPERM), "RestrictNamespaces", "unshare works");
	/* No such policy: without the filter the kernel returns EINVAL. */
	struct sched_param none = { 0 };
	expect(fails_with(sched_setscheduler(0, 99, &none), EPERM), "RestrictRealtime",
	       "sched_setscheduler was asked");
	expect(fails_with(personality(ADDR_NO_RANDOMIZE), EPERM), "LockPersonality",
	       "personality works");
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	expect(page == MAP_FAILED && errno == EPERM, "MemoryDenyWriteExecute",
	       "a page can be written and run");
#ifdef __x86_64__
	expect(foreign_call_dies(), "SystemCallArchitectures", "32-bit calls work");
#endif
}

/* What the daemon does in there: a socket of its own kind, and a helper. */
static void needed(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	expect(fd >= 0, "RestrictAddressFamilies", "AF_UNIX does not work");
	close(fd);
	/* Plug-ins are loaded, where they were built. */
	if (access(PLUGIN, R_OK) == 0)
		expect(dlopen(PLUGIN, RTLD_NOW) != NULL, "a plug-in", dlerror());
	expect(system("true") == 0, "SystemCallFilter", "no program can be started");
}

int main(int argc, char **argv)
{
	files();
	devices(argc > 2);
	home();
	identity(argc > 1 ? argv[1] : "");
	calls();
	needed();
	printf("probed %d\n", probed);
	return wrong > 0;
}
