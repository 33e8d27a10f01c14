/* Microphones in an invented /proc/asound: a row is the state of its streams. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/adapters/calls.h"

static char folder[] = "/tmp/limber-test.XXXXXX";

struct stream {
	const char *path, *status;
};

#define RUNNING "state: RUNNING\nowner_pid   : 0\ntrigger_time: 1.0\n"

static const struct {
	const char *what;
	struct stream streams[3];
	enum calls calls;
} cases[] = {
	{ "no stream", { { NULL, NULL } }, CALLS_NONE },
	{ "closed", { { "card0/pcm0c/sub0", "closed\n" } }, CALLS_NONE },
	{ "open, not running",
	  { { "card0/pcm0c/sub0", "state: SETUP\nowner_pid   : 1\n" } },
	  CALLS_NONE },
	{ "ready", { { "card0/pcm0c/sub0", "state: PREPARED\nowner_pid   : 1\n" } }, CALLS_NONE },
	{ "running", { { "card0/pcm0c/sub0", RUNNING } }, CALLS_ONE },
	{ "music", { { "card0/pcm0p/sub0", RUNNING } }, CALLS_NONE },
	{ "the second card",
	  { { "card0/pcm0c/sub0", "closed\n" }, { "card12/pcm7c/sub3", RUNNING } },
	  CALLS_ONE },
	{ "music, and a call",
	  { { "card0/pcm0p/sub0", RUNNING }, { "card0/pcm0c/sub0", RUNNING } },
	  CALLS_ONE },
	{ "a folder that is no card", { { "timers/pcm0c/sub0", RUNNING } }, CALLS_NONE },
	{ "empty", { { "card0/pcm0c/sub0", "" } }, CALLS_NONE },
	{ "other words", { { "card0/pcm0c/sub0", "state: RUNNING?\n" } }, CALLS_NONE },
	{ "a word of another line",
	  { { "card0/pcm0c/sub0", "x\nnot state: RUNNING\n" } },
	  CALLS_NONE },
	{ "an owner that is no number",
	  { { "card0/pcm0c/sub0", "state: RUNNING\nowner_pid   : me\n" } },
	  CALLS_ONE },
};

static void tree_remove(void)
{
	char command[64];
	snprintf(command, sizeof(command), "rm -rf %s/*", folder);
	assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c): of the test's own */
}

static void stream_write(const struct stream *stream)
{
	char path[256];
	int length = snprintf(path, sizeof(path), "%s/", folder);
	for (const char *at = stream->path; at; at = strchr(at, '/')) {
		at += *at == '/';
		const char *end = strchrnul(at, '/');
		snprintf(path + length, sizeof(path) - (size_t)length, "%.*s",
			 (int)(end - stream->path), stream->path);
		mkdir(path, 0700);
	}
	strcat(path, "/status");
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(stream->status, file);
	assert_int_equal(fclose(file), 0);
}

static void streams(void **state)
{
	struct rows rows = rows_begin(state);
	char who[WHO_SIZE];
	for (size_t i = 0; i < ROWS(cases); i++) {
		tree_remove();
		for (int j = 0; j < 3 && cases[i].streams[j].path; j++)
			stream_write(&cases[i].streams[j]);
		enum calls calls = calls_read(who);
		row_check(&rows, calls == cases[i].calls, "%s: %d", cases[i].what, calls);
		row_check(&rows, who[0] == '\0', "%s: by %s", cases[i].what, who);
	}
	rows_end(&rows);
}

/* The name of a process, as the kernel reports it. */
static void name_is(const char *name, const char *should)
{
	char text[128], who[WHO_SIZE];
	FILE *file = fopen("/proc/self/comm", "w");
	assert_non_null(file);
	fputs(name, file);
	assert_int_equal(fclose(file), 0);
	snprintf(text, sizeof(text), "state: RUNNING\nowner_pid   : %d\n", getpid());
	stream_write(&(struct stream){ "card0/pcm0c/sub0", text });
	assert_int_equal(calls_read(who), CALLS_ONE);
	assert_string_equal(who, should);
}

static void owners(void **state)
{
	(void)state;
	name_is("zoom", "zoom");
	name_is("a (b) \"c\"", "a (b) \"c\"");
	name_is("pipewire", "");
	name_is("data-loop.0", "");
	name_is("pulseaudio", "");
	name_is("\033[31m", "");
	name_is("caf\xe9", "");
}

static void no_sound_card(void **state)
{
	char who[WHO_SIZE];
	(void)state;
	setenv(CALLS_VARIABLE, "/nowhere/at/all", 1);
	assert_int_equal(calls_read(who), CALLS_UNKNOWN);
	setenv(CALLS_VARIABLE, folder, 1);
}

static int begin(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	return setenv(CALLS_VARIABLE, folder, 1);
}

static int finish(void **state)
{
	(void)state;
	tree_remove();
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(streams),
		cmocka_unit_test(owners),
		cmocka_unit_test(no_sound_card),
	};
	return cmocka_run_group_tests(tests, begin, finish);
}
