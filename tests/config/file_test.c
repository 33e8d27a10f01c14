/* Files of any kind at the path of a configuration, and the paths themselves. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/config/load_rows.h"

/* Files that are not text files. `make` creates one at a path. */
static void make_folder(const char *path)
{
	assert_int_equal(mkdir(path, 0700), 0);
}

static void make_fifo(const char *path)
{
	assert_int_equal(mkfifo(path, 0600), 0);
}

static void make_big(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(ftruncate(fd, 100 << 20), 0);
	close(fd);
}

static void make_zero(const char *path)
{
	assert_int_equal(symlink("/dev/zero", path), 0);
}

static void make_loop(const char *path)
{
	assert_int_equal(symlink("limber.conf", path), 0);
}

static void make_empty(const char *path)
{
	close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

static void make_exactly(const char *path)
{
	make_empty(path);
	assert_int_equal(truncate(path, CONFIG_FILE_MAX), 0);
}

static void make_none(const char *path)
{
	(void)path;
}

static void make_secret(const char *path)
{
	make_empty(path);
	assert_int_equal(chmod(path, 0), 0);
}

static const struct {
	const char *name;
	void (*make)(const char *path);
	const char *error; /* after the path; NULL: a plan is loaded */
} files[] = {
	{ "folder", make_folder, ": is a folder, not a file" },
	{ "FIFO", make_fifo, ": is not a regular file" },
	{ "device", make_zero, ": is not a regular file" },
	{ "100 MB", make_big, ": is over 1 MiB: no configuration is that long" },
	{ "1 MiB of NUL", make_exactly, ":1: is not a text in UTF-8: found the byte \\x00" },
	{ "loop", make_loop, ": cannot be read: Too many levels of symbolic links" },
	{ "empty", make_empty, NULL },
	{ "none", make_none, NULL },
	{ "unreadable", make_secret, ": cannot be read: Permission denied" },
};

static void load_file(struct rows *rows, char *path, const char *name, const char *error)
{
	char wanted[300] = "";
	struct config *config = NULL;
	struct config_errors errors;
	struct config_layers layers = { .user = path };
	int r = config_load(path ? &layers : NULL, &config, &errors);
	if (error)
		snprintf(wanted, sizeof(wanted), "%s%s\n", path, error);
	char *lines = errors_join(&errors);
	row_check(rows, r == (error ? -EINVAL : 0) && (config == NULL) == (r != 0), "%s: %d", name,
		  r);
	row_check(rows, strcmp(lines, wanted) == 0, "%s: %s", name, lines);
	free(lines);
	config_errors_finish(&errors);
	config_free(config);
}

static void files_are_checked(void **state)
{
	struct rows rows = rows_begin(state);
	char folder[] = "/tmp/limber-config-XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/limber.conf", folder);
	for (size_t i = 0; i < ROWS(files); i++) {
		files[i].make(path);
		/* Permissions do not bind root, who reads an empty file. */
		bool root = files[i].make == make_secret && geteuid() == 0;
		load_file(&rows, path, files[i].name, root ? NULL : files[i].error);
		remove(path);
	}
	load_file(&rows, NULL, "no path", NULL);
	rmdir(folder);
	rows_end(&rows);
}

static const struct {
	const char *dirs, *config, *home; /* NULL: unset */
	const char *system, *user;        /* user NULL: none */
} paths[] = {
	{ NULL, "/x", "/home/y", "/etc/xdg/limber/limber.conf", "/x/limber/limber.conf" },
	{ "", NULL, "/home/y", "/etc/xdg/limber/limber.conf",
	  "/home/y/.config/limber/limber.conf" },
	{ "/a:/b", "", "/home/y", "/a/limber/limber.conf", "/home/y/.config/limber/limber.conf" },
	{ "r:::/b:/c", "relative", "/home/y", "/b/limber/limber.conf",
	  "/home/y/.config/limber/limber.conf" },
	{ ":", NULL, "relative", "/etc/xdg/limber/limber.conf", NULL },
	{ "relative", NULL, NULL, "/etc/xdg/limber/limber.conf", NULL },
};

static void set(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static const char *shown(const char *path)
{
	return path ? path : "none";
}

static void paths_of_layers(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(paths); i++) {
		struct config_layers layers;
		char folder[100];
		set("XDG_CONFIG_DIRS", paths[i].dirs);
		set("XDG_CONFIG_HOME", paths[i].config);
		set("HOME", paths[i].home);
		assert_int_equal(config_layers_init(&layers), 0);
		snprintf(folder, sizeof(folder), "%s.d", paths[i].user ? paths[i].user : "");
		row_check(&rows, same(layers.system, paths[i].system), "%s", shown(layers.system));
		row_check(&rows, same(layers.user, paths[i].user), "%s", shown(layers.user));
		row_check(&rows, same(layers.folder, paths[i].user ? folder : NULL), "%s",
			  shown(layers.folder));
		config_layers_finish(&layers);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_checked),
		cmocka_unit_test(paths_of_layers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
