/*
 * Fail each allocation of a load and of a change in turn: the result is -ENOMEM, or libconfig exits
 * with a message; never a crash. Each runs in a child, because of that exit.
 */
#include "tests/config/home.h"

#include <signal.h>
#include <sys/wait.h>

#if defined(__SANITIZE_ADDRESS__)

int main(void)
{
	print_message("SKIPPED: a sanitizer has malloc\n");
	return 77;
}

#else

extern void *__libc_malloc(size_t size), *__libc_calloc(size_t count, size_t size),
	*__libc_realloc(void *old, size_t size);

static long allocations, failing; /* 0: none fails */

static bool fails(void)
{
	bool is = ++allocations == failing;
	if (is)
		errno = ENOMEM;
	return is;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

static int load_start(struct home *home)
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	int r = config_load_start(&home->layers, &config, &errors);
	config_free(config);
	config_errors_finish(&errors);
	return r;
}

/* The bad file is the user's. */
static int with_bad(struct home *home, int (*run)(struct home *home))
{
	char *user = home->layers.user, bad[128];
	snprintf(bad, sizeof(bad), "%s/bad.conf", home->base);
	home->layers.user = bad;
	int r = run(home);
	home->layers.user = user;
	return r;
}

static int load_bad_start(struct home *home)
{
	return with_bad(home, load_start);
}

static int load_once(struct home *home)
{
	struct config *config = NULL;
	struct config_errors errors = { 0 };
	int r = config_load(&home->layers, &config, &errors);
	config_free(config);
	config_errors_finish(&errors);
	return r == -EINVAL ? 0 : r;
}

static int load_bad(struct home *home)
{
	return with_bad(home, load_once);
}

static int change(struct home *home)
{
	struct config_change changes[] = { { NULL, "gap", "77min" }, { "desk", "title", "A b" } };
	struct config_changed changed = { .config = NULL };
	struct config_errors errors = { 0 };
	int r = change_set(&home->layers, false, changes, ROWS(changes), &changed, &errors);
	config_changed_finish(&changed);
	config_errors_finish(&errors);
	return r;
}

static const struct {
	const char *what;
	int (*run)(struct home *home);
} runs[] = {
	{ "a start", load_start },
	{ "a start with a bad file", load_bad_start },
	{ "a bad file", load_bad },
	{ "a change", change },
};

/* The exit code, or minus the signal. */
static int in_child(struct home *home, size_t run, long n)
{
	int status;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr) || !freopen("/dev/null", "w", stdout))
			_exit(9);
		(void)signal(SIGSEGV, SIG_DFL); /* cmocka's own would go on with the next test */
		allocations = 0;
		failing = n;
		int r = runs[run].run(home);
		failing = 0;
		_exit(r == 0 || r == -ENOMEM ? 0 : 3);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void no_memory(void **state)
{
	struct home *home = *state;
	struct rows rows = rows_begin(state);
	home_write(home, "bad.conf", "gap = \"ten\"; nokey = 1; reminders : { x : { }; };\n");
	home_write(home, "limber/limber.conf",
		   "gap = \"20min\"; quiet = [ \"22:00-06:00\" ];\n"
		   "reminders : { tea : { at = \"16:00\"; say = \"Tea\"; }; };\n");
	for (size_t run = 0; run < ROWS(runs); run++) {
		allocations = 0;
		assert_int_equal(runs[run].run(home), 0);
		long last = allocations;
		for (long n = 1; n <= last; n++) {
			int code = in_child(home, run, n);
			row_check(&rows, code >= 0 && code <= 2, "%s, allocation %ld of %ld: %d",
				  runs[run].what, n, last, code);
		}
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_memory, home_make, home_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
