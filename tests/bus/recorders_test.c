/* The programs that record, from an invented limber-calls: a script, which a row has the end of. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/adapters/recorders.h"
#include "tests/bus/loop.h"

struct fixture {
	sd_event *event;
	struct recorders *recorders;
	int changes;
	char folder[32], helper[64];
};

static void on_change(void *user)
{
	((struct fixture *)user)->changes++;
}

static void write_helper(const struct fixture *f, const char *script)
{
	FILE *file = fopen(f->helper, "we");
	assert_non_null(file);
	assert_true(fprintf(file, "#!/bin/sh\nsay() { printf '%%s\\n\\n' \"$@\"; }\n%s\n", script) >
		    0);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(f->helper, 0700), 0);
}

static int fixture_init(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	strcpy(f->folder, "/tmp/limber-test.XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->helper, sizeof(f->helper), "%s/helper", f->folder);
	setenv("PULSE_SERVER", "a server", 1);
	assert_true(sd_event_new(&f->event) >= 0);
	assert_int_equal(recorders_new(&f->recorders, f->event, f->helper, on_change, f), 0);
	*state = f;
	return 0;
}

static int fixture_finish(void **state)
{
	struct fixture *f = *state;
	recorders_free(f->recorders);
	sd_event_unref(f->event);
	unlink(f->helper);
	assert_int_equal(rmdir(f->folder), 0);
	free(f);
	return 0;
}

#define SHOWN "say 'shown 1' 'action server PipeWire'; "
#define STAY "; cat >/dev/null"
#define AS "aaaaaaaaaaaaaaaa"

static void reports(void **state)
{
	static const struct {
		const char *what, *script;
		int changes;
		bool on;
		const char *source, *who;
	} cases[] = {
		{ "nobody", SHOWN "say 'action off'" STAY, 1, false, "PipeWire", "" },
		{ "one", SHOWN "say 'action on Phone'" STAY, 1, true, "PipeWire", "Phone" },
		{ "no name", SHOWN "say 'action on '" STAY, 1, true, "PipeWire", "" },
		{ "its end", SHOWN "say 'action on Phone' 'action off'" STAY, 2, false, "PipeWire",
		  "" },
		{ "two lines", SHOWN "say 'action on a\\nb'" STAY, 1, true, "PipeWire", "a b" },
		{ "a long name, cut between letters",
		  SHOWN "say 'action on " AS AS "aaaaaaaaaaaaaa\303\274\303\274'" STAY, 1, true,
		  "PipeWire", AS AS "aaaaaaaaaaaaaa" },
		{ "more than a card may have",
		  SHOWN
		  "for i in $(seq 100); do say 'action on a' 'action off'; read -r _; read -r _; "
		  "read -r _; read -r _; done; say 'action on z'" STAY,
		  201, true, "PipeWire", "z" },
		{ "the server ended", SHOWN "say 'action on Phone' 'error gone'" STAY, 2, false, "",
		  "" },
		{ "it was killed", SHOWN "say 'action on Phone'; kill -KILL $$", 2, false, "", "" },
	};
	struct fixture *f = *state;
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		recorders_free(f->recorders);
		assert_int_equal(recorders_new(&f->recorders, f->event, f->helper, on_change, f),
				 0);
		write_helper(f, cases[i].script);
		f->changes = 0;
		recorders_look(f->recorders);
		row_check(&rows, loop_until(f->event, &f->changes, cases[i].changes),
			  "%s: %d changes", cases[i].what, f->changes);
		row_check(&rows, recorders_on(f->recorders) == cases[i].on, "%s: on %d",
			  cases[i].what, recorders_on(f->recorders));
		row_check(&rows, strcmp(recorders_source(f->recorders), cases[i].source) == 0,
			  "%s: %s", cases[i].what, recorders_source(f->recorders));
		row_check(&rows, strcmp(recorders_who(f->recorders), cases[i].who) == 0,
			  "%s: by %s", cases[i].what, recorders_who(f->recorders));
	}
	rows_end(&rows);
}

/* One that ended is not started again within the minute, however often it is looked for. */
static void starts(void **state)
{
	struct fixture *f = *state;
	recorders_look(f->recorders);
	assert_string_equal(recorders_source(f->recorders), "");
	write_helper(f, SHOWN "say 'action on Phone'; echo x >>\"$0.starts\"");
	unsetenv("PULSE_SERVER");
	setenv("XDG_RUNTIME_DIR", f->folder, 1);
	recorders_look(f->recorders);
	loop_settle(f->event, 5000);
	assert_int_equal(f->changes, 0);
	setenv("PULSE_SERVER", "a server", 1);
	recorders_look(f->recorders);
	assert_true(loop_until(f->event, &f->changes, 2));
	for (int i = 0; i < 5; i++) {
		recorders_look(f->recorders);
		loop_settle(f->event, 5000);
	}
	char path[80];
	struct stat status;
	snprintf(path, sizeof(path), "%s.starts", f->helper);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_size, 2);
	unlink(path);
}

#define test(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
	const struct CMUnitTest tests[] = { test(reports), test(starts) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
