/* The log's two forms: a line on stderr, fields in the journal. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "daemon/adapters/log.h"
#include "tests/bus/private_run.h"

static bool have_run; /* private_run() worked */

/* The bytes that `say` writes to stderr. */
static void stderr_read(void (*say)(void), char *ret, size_t size)
{
	int pipes[2], before = dup(STDERR_FILENO);
	assert_int_equal(pipe(pipes), 0);
	dup2(pipes[1], STDERR_FILENO);
	close(pipes[1]);
	say();
	dup2(before, STDERR_FILENO);
	close(before);
	ssize_t length = read(pipes[0], ret, size - 1);
	close(pipes[0]);
	assert_true(length >= 0);
	ret[length] = '\0';
}

static void say_plain(void)
{
	log_open();
	log_say(LOG_WARNING, "desk", "%s is %d", "it", 3);
}

static void say_lines(void)
{
	log_open();
	log_say(LOG_INFO, NULL, "one\ntwo\tand\033[1m three");
}

/* Of a process that was started by the journal and then had its stderr redirected. */
static void say_redirected(void)
{
	setenv("JOURNAL_STREAM", "8:12345678", 1);
	say_plain();
	unsetenv("JOURNAL_STREAM");
}

static void say_unreadable_stream(void)
{
	setenv("JOURNAL_STREAM", "x", 1);
	say_plain();
	unsetenv("JOURNAL_STREAM");
}

static void say_foreign(void)
{
	log_open();
	log_say(LOG_INFO, NULL, "a\x7f\xc2\x9b\xe2\x80\xaem\xe2\x80\x8b\xffz");
}

static const struct {
	void (*say)(void);
	const char *said;
} lines[] = {
	{ say_plain, "limberd: it is 3\n" },
	{ say_lines, "limberd: one two and [1m three\n" },
	{ say_foreign, "limberd: a???m??z\n" },
	{ say_redirected, "limberd: it is 3\n" },
	{ say_unreadable_stream, "limberd: it is 3\n" },
};

static void stderr_lines(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(lines); i++) {
		char said[256];
		stderr_read(lines[i].say, said, sizeof(said));
		row_check(&rows, strcmp(said, lines[i].said) == 0, "\"%s\", not \"%s\"", said,
			  lines[i].said);
	}
	rows_end(&rows);
}

/* `lead` one-byte letters, then characters of two bytes: each cut falls differently. */
static char long_text[6000];

static void say_long(void)
{
	log_open();
	log_say(LOG_INFO, NULL, "%s", long_text);
}

static void long_line_is_cut_between_characters(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t lead = 0; lead < 2; lead++) {
		char said[4096];
		memset(long_text, 'a', lead);
		for (size_t i = lead; i < sizeof(long_text) - 2; i += 2)
			memcpy(long_text + i, "\xc3\xa4", 3);
		stderr_read(say_long, said, sizeof(said));
		size_t length = strlen(said);
		row_check(&rows, length > 1000 && strcmp(said + length - 3, "\xc3\xa4\n") == 0,
			  "lead %zu: %zu bytes, the end is %02x %02x", lead, length,
			  (unsigned char)said[length - 3], (unsigned char)said[length - 2]);
	}
	rows_end(&rows);
}

/* The journal's own socket, where libsystemd looks for it. */
static int journal_listen(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX,
				       .sun_path = "/run/systemd/journal/socket" };
	mkdir("/run/systemd/journal", 0755);
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
	return fd;
}

static void stream_claim(void)
{
	struct stat is;
	char stream[64];
	assert_int_equal(fstat(STDERR_FILENO, &is), 0);
	snprintf(stream, sizeof(stream), "%ju:%ju", (uintmax_t)is.st_dev, (uintmax_t)is.st_ino);
	setenv("JOURNAL_STREAM", stream, 1);
}

static void say_to_journal(void)
{
	stream_claim();
	log_open();
	log_say(LOG_WARNING, "desk", "it is %d", 3);
	log_say(LOG_ERR, NULL, "and\nmore");
	unsetenv("JOURNAL_STREAM");
}

/* In the journal's own form, whose lines come in any order. */
static bool entry_has(const char *entry, const char *line)
{
	char all[600], wanted[128];
	snprintf(all, sizeof(all), "\n%s", entry);
	snprintf(wanted, sizeof(wanted), "\n%s\n", line);
	return strstr(all, wanted);
}

static void entry_read(int fd, char *ret, size_t size)
{
	ssize_t length = recv(fd, ret, size - 1, 0);
	assert_true(length > 0);
	ret[length] = '\0';
}

static void journal_fields(void **state)
{
	struct rows rows = rows_begin(state);
	static const char *const first[] = { "MESSAGE=it is 3", "PRIORITY=4",
					     "SYSLOG_IDENTIFIER=limberd", "LIMBER_REMINDER=desk" };
	static const char *const second[] = { "MESSAGE=and more", "PRIORITY=3",
					      "SYSLOG_IDENTIFIER=limberd" };
	char entry[512], said[64];
	if (!have_run) {
		print_message("SKIPPED: a private /run needs a mount namespace\n");
		skip();
	}
	int fd = journal_listen();
	stderr_read(say_to_journal, said, sizeof(said));
	row_check(&rows, said[0] == '\0', "also on stderr: \"%s\"", said);
	entry_read(fd, entry, sizeof(entry));
	for (size_t i = 0; i < ROWS(first); i++)
		row_check(&rows, entry_has(entry, first[i]), "no %s in \"%s\"", first[i], entry);
	entry_read(fd, entry, sizeof(entry));
	for (size_t i = 0; i < ROWS(second); i++)
		row_check(&rows, entry_has(entry, second[i]), "no %s in \"%s\"", second[i], entry);
	row_check(&rows, !strstr(entry, "LIMBER_REMINDER"), "a reminder in \"%s\"", entry);
	row_check(&rows, !strstr(entry, "CODE_"), "a place in the code in \"%s\"", entry);
	close(fd);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stderr_lines),
		cmocka_unit_test(long_line_is_cut_between_characters),
		cmocka_unit_test(journal_fields),
	};
	unsetenv("JOURNAL_STREAM");
	have_run = private_run();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
