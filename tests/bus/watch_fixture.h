/* A watched configuration file in a scratch folder, with a count of the notifications. */
#ifndef LIMBER_WATCH_FIXTURE_H
#define LIMBER_WATCH_FIXTURE_H

#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/adapters/watch.h"
#include "tests/bus/loop.h"

/* Longer than the file is given to come back. */
#define QUIET UINT64_C(300000)

struct fixture {
	sd_event *event;
	struct watch *watch;
	char root[32];
	int calls;
	int lost, error; /* how often and why it was told that nothing is watched */
	char name[64];   /* the one file that it was about, at the last call; "" for several */
	bool whole;      /* what the file said at the last call: "new", not "" or nothing */
};

static inline const char *in(const struct fixture *f, const char *name)
{
	static char paths[2][128];
	static int turn;
	char *path = paths[turn = !turn];
	snprintf(path, sizeof(paths[0]), "%s/%s", f->root, name);
	return path;
}

static inline void on_changed(void *user, const char *name)
{
	struct fixture *f = user;
	char text[8] = "";
	FILE *file = fopen(in(f, "home/limber/limber.conf"), "r");
	f->calls++;
	snprintf(f->name, sizeof(f->name), "%s", name ? name : "");
	f->whole = file && fgets(text, sizeof(text), file) && strcmp(text, "new") == 0;
	if (file)
		fclose(file);
}

static inline void on_lost(void *user, int error)
{
	struct fixture *f = user;
	f->lost++;
	f->error = error;
}

static const struct watch_events events = { .changed = on_changed, .lost = on_lost };

static inline void file_write(const struct fixture *f, const char *name, const char *text)
{
	FILE *file = fopen(in(f, name), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static inline void file_move(const struct fixture *f, const char *from, const char *to)
{
	assert_int_equal(rename(in(f, from), in(f, to)), 0);
}

static inline void tree_remove(const struct fixture *f, const char *name)
{
	char command[192];
	snprintf(command, sizeof(command), "rm -rf -- '%s'", in(f, name));
	assert_int_equal(system(command), 0);
}

static inline void fixture_watch(struct fixture *f, const char *name)
{
	assert_int_equal(watch_paths(f->watch, (const char *[]){ in(f, name) }, 1), 0);
}

/* home/limber/limber.conf, watched; with `there` the file exists before. */
static inline void fixture_init(struct fixture *f, bool there)
{
	memset(f, 0, sizeof(*f));
	strcpy(f->root, "/tmp/watch_test.XXXXXX");
	assert_non_null(mkdtemp(f->root));
	assert_true(sd_event_new(&f->event) >= 0);
	if (there) {
		assert_int_equal(mkdir(in(f, "home"), 0700), 0);
		assert_int_equal(mkdir(in(f, "home/limber"), 0700), 0);
		file_write(f, "home/limber/limber.conf", "old");
	}
	assert_int_equal(watch_new(&f->watch, f->event, &events, f), 0);
	fixture_watch(f, "home/limber/limber.conf");
}

static inline void fixture_finish(struct fixture *f)
{
	assert_null(watch_free(f->watch));
	sd_event_unref(f->event);
	tree_remove(f, "");
}

/* The number of notifications since the last call, after `quiet` microseconds without one. */
static inline int calls(struct fixture *f, uint64_t quiet)
{
	int before = f->calls;
	loop_settle(f->event, quiet);
	return f->calls - before;
}

/* The same, after at least one notification. */
static inline int calls_later(struct fixture *f)
{
	int before = f->calls;
	loop_until(f->event, &f->calls, before + 1);
	loop_settle(f->event, 0);
	return f->calls - before;
}

#endif
