/*
 * A change that cannot be written, or meets an unexpected file: an error line, the old file
 * unchanged, no temporary file left, and a later change succeeds.
 *
 * Where a disk of its own or another user is needed, the case runs in a child.
 */
#include <dirent.h>
#include <grp.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tests/child.h"
#include "tests/config/home.h"

#define FOLDER "limber/limber.conf.d"
#define FILE_90 FOLDER "/" CHANGE_FILE

/* Sets gap; the error or note lines are in *ret, the caller's. */
static int set_gap(struct home *home, const char *gap, char **ret)
{
	struct config_change change = { NULL, "gap", gap };
	struct config_changed changed = { .config = NULL };
	struct config_errors errors;
	int r = change_set(&home->layers, false, &change, 1, &changed, &errors);
	*ret = home_lines(home, r < 0 ? &errors : &changed.notes);
	config_changed_finish(&changed);
	return r;
}

static bool set_fails(struct home *home, int r, const char *wanted)
{
	char *lines, whole[200];
	snprintf(whole, sizeof(whole), "~/" FILE_90 ": %s\n", wanted);
	int is = set_gap(home, "9min", &lines);
	bool good = is == r && strcmp(lines, whole) == 0;
	if (!good)
		fprintf(stderr, "%d: %s", is, lines);
	free(lines);
	return good;
}

static bool set_works(struct home *home, const char *gap)
{
	char *lines;
	int r = set_gap(home, gap, &lines);
	if (r < 0)
		fprintf(stderr, "%s", lines);
	free(lines);
	return r == 0;
}

/* True if file 90 has this gap. */
static bool file_says(const struct home *home, const char *gap)
{
	char *text = home_read(home, FILE_90);
	bool says = text && strstr(text, gap);
	free(text);
	return says;
}

static int entry_count(const struct home *home)
{
	struct dirent **names;
	char *path = home_path(home, FOLDER);
	int count = scandir(path, &names, NULL, NULL);
	for (int i = 0; i < count; i++)
		free(names[i]);
	if (count >= 0)
		free(names);
	free(path);
	return count - 2;
}

static void full(struct home *home)
{
	disk_mount(home->base, "size=16k,mode=0755");
	NEED(set_works(home, "5min"));
	char *path = home_path(home, "ballast"), block[4096] = "";
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	while (write(fd, block, sizeof(block)) > 0)
		;
	NEED(fd >= 0 && errno == ENOSPC);
	free(path);
	NEED(set_fails(home, -ENOSPC,
		       "cannot be written, so nothing was changed: No space left on device"));
	NEED(file_says(home, "5min"));
	NEED(entry_count(home) == 1);
	NEED(ftruncate(fd, 0) == 0);
	NEED(set_works(home, "7min") && file_says(home, "7min"));
}

static void read_only(struct home *home)
{
	disk_mount(home->base, "size=64k,mode=0755");
	NEED(set_works(home, "5min"));
	NEED(mount("tmpfs", home->base, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL) == 0);
	NEED(set_fails(home, -EROFS,
		       "cannot be written, so nothing was changed: Read-only file system"));
	NEED(file_says(home, "5min"));
}

static void forbidden(struct home *home)
{
	char *path = home_path(home, FOLDER);
	if (geteuid() == 0) {
		NEED(set_works(home, "5min"));
		NEED(chmod(home->base, 0711) == 0 && chmod(path, 0555) == 0);
		char *above = home_path(home, "limber"), *file = home_path(home, FILE_90);
		NEED(chmod(above, 0755) == 0 && chmod(file, 0644) == 0);
		free(above);
		free(file);
		NEED(setgroups(0, NULL) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
	} else {
		NEED(set_works(home, "5min") && chmod(path, 0500) == 0);
	}
	NEED(set_fails(home, -EACCES,
		       "cannot be written, so nothing was changed: Permission denied"));
	NEED(file_says(home, "5min"));
	chmod(path, 0700);
	free(path);
}

static void too_big(struct home *home)
{
	struct rlimit limit = { 20, 20 };
	NEED(set_works(home, "5min"));
	signal(SIGXFSZ, SIG_IGN);
	NEED(setrlimit(RLIMIT_FSIZE, &limit) == 0);
	NEED(set_fails(home, -EFBIG, "cannot be written, so nothing was changed: File too large"));
	NEED(file_says(home, "5min") && entry_count(home) == 1);
}

static void disk_is_full(void **state)
{
	child_run(full, *state);
}

static void disk_is_read_only(void **state)
{
	child_run(read_only, *state);
}

static void folder_is_forbidden(void **state)
{
	child_run(forbidden, *state);
}

static void file_is_too_big(void **state)
{
	child_run(too_big, *state);
}

static mode_t mode_of(const struct home *home, const char *name)
{
	struct stat status;
	char *path = home_path(home, name);
	assert_int_equal(lstat(path, &status), 0);
	free(path);
	return status.st_mode & (S_IFMT | 07777);
}

static void modes(void **state)
{
	struct home *home = *state;
	mode_t mask = umask(0);
	assert_true(set_works(home, "5min"));
	umask(mask);
	assert_int_equal(mode_of(home, FILE_90), S_IFREG | 0600);
	assert_int_equal(mode_of(home, FOLDER), S_IFDIR | 0700);
	assert_int_equal(mode_of(home, "limber"), S_IFDIR | 0700);
}

/* The target of a symbolic link is replaced, and the link kept. */
static void link_stays(void **state)
{
	struct home *home = *state;
	home_write(home, "elsewhere/mine", "cap = 3;");
	home_write(home, FOLDER "/x", "");
	char *path = home_path(home, FILE_90);
	assert_int_equal(symlink("../../elsewhere/mine", path), 0);
	free(path);
	assert_true(set_works(home, "5min"));
	assert_true(S_ISLNK(mode_of(home, FILE_90)));
	char *text = home_read(home, "elsewhere/mine");
	assert_non_null(strstr(text, "cap = 3;\ngap = \"5min\";\n"));
	free(text);
}

static void dangling_link(void **state)
{
	struct home *home = *state;
	home_write(home, FOLDER "/x", "");
	char *path = home_path(home, FILE_90);
	assert_int_equal(symlink("nowhere", path), 0);
	free(path);
	assert_true(
		set_fails(home, -ENOENT,
			  "cannot be written, so nothing was changed: No such file or directory"));
}

static void folder_in_its_place(void **state)
{
	struct home *home = *state;
	home_write(home, FILE_90 "/x", "");
	assert_true(set_fails(home, -EINVAL, "is a folder, not a file"));
}

/* A temporary file left by a power cut is overwritten. */
static void left_behind(void **state)
{
	struct home *home = *state;
	home_write(home, FOLDER "/." CHANGE_FILE ".new", "gap = \"half of it");
	assert_true(set_works(home, "5min") && file_says(home, "5min"));
	assert_int_equal(entry_count(home), 1);
}

/* Each in turn of the file and its folder; the one the daemon links is this. */
static int syncs, bad_sync;

int fsync(int fd)
{
	if (++syncs != bad_sync)
		return fdatasync(fd);
	errno = EIO;
	return -1;
}

/* The result matches what the next load reads. */
static void a_sync_fails(void **state)
{
	struct home *home = *state;
	char *lines;
	assert_true(set_works(home, "5min"));
	syncs = 0, bad_sync = 1;
	assert_true(set_fails(home, -EIO,
			      "cannot be written, so nothing was changed: Input/output error"));
	assert_true(file_says(home, "5min"));
	syncs = 0, bad_sync = 2;
	assert_int_equal(set_gap(home, "9min", &lines), 0);
	bad_sync = 0;
	assert_string_equal(lines, "~/" FILE_90
				   ": changed, but a power cut may take that back: Input/output "
				   "error\n");
	free(lines);
	assert_true(file_says(home, "9min"));
	assert_int_equal(entry_count(home), 1);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, home_make, home_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(disk_is_full),
		CASE(disk_is_read_only),
		CASE(folder_is_forbidden),
		CASE(file_is_too_big),
		CASE(modes),
		CASE(link_stays),
		CASE(dangling_link),
		CASE(folder_in_its_place),
		CASE(left_behind),
		CASE(a_sync_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
