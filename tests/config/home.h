/* A scratch home with a configuration in it. Lines are compared with its path taken out. */
#ifndef LIMBER_HOME_H
#define LIMBER_HOME_H

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config/change.h"
#include "tests/config/load_rows.h"

struct home {
	char base[64]; /* made by mkdtemp() */
	struct config_layers layers;
};

static inline char *home_path(const struct home *home, const char *name)
{
	char *path;
	assert_true(asprintf(&path, "%s/%s", home->base, name) > 0);
	return path;
}

static inline struct home *home_new(void)
{
	struct home *home = calloc(1, sizeof(*home));
	if (!home)
		abort();
	strcpy(home->base, "/tmp/limber-home-XXXXXX");
	assert_non_null(mkdtemp(home->base));
	home->layers.system = home_path(home, "etc/limber.conf");
	home->layers.user = home_path(home, "limber/limber.conf");
	home->layers.folder = home_path(home, "limber/limber.conf.d");
	home->layers.catalogue = home_path(home, "limber/catalogue");
	return home;
}

static inline int home_make(void **state)
{
	*state = home_new();
	return 0;
}

static inline int home_unlink(const char *path, const struct stat *is, int type, struct FTW *where)
{
	(void)is, (void)type, (void)where;
	return remove(path);
}

static inline void home_free(struct home *home)
{
	nftw(home->base, home_unlink, 8, FTW_DEPTH | FTW_PHYS);
	config_layers_finish(&home->layers);
	free(home);
}

static inline int home_remove(void **state)
{
	home_free(*state);
	return 0;
}

/* Writes a file and the folders above it. */
static inline void home_write(const struct home *home, const char *name, const char *text)
{
	char *path = home_path(home, name);
	for (size_t i = strlen(home->base) + 1; path[i]; i++) {
		if (path[i] != '/')
			continue;
		path[i] = '\0';
		mkdir(path, 0700);
		path[i] = '/';
	}
	FILE *stream = fopen(path, "we");
	assert_non_null(stream);
	fputs(text, stream);
	assert_int_equal(fclose(stream), 0);
	free(path);
}

/* The bytes of a file, NULL for none. The caller frees them. */
static inline char *home_read(const struct home *home, const char *name)
{
	char *path = home_path(home, name), *text = calloc(1, 4096);
	FILE *stream = fopen(path, "re");
	free(path);
	if (!stream) {
		free(text);
		return NULL;
	}
	assert_true(fread(text, 1, 4095, stream) < 4095);
	fclose(stream);
	return text;
}

/* The same with every base path in it replaced by "~". */
static inline char *home_short(const struct home *home, char *text)
{
	size_t length = strlen(home->base);
	for (char *at = text; (at = strstr(at, home->base));) {
		*at++ = '~';
		memmove(at, at + length - 1, strlen(at + length - 1) + 1);
	}
	return text;
}

static inline char *home_lines(const struct home *home, struct config_errors *lines)
{
	char *text = home_short(home, errors_join(lines));
	config_errors_finish(lines);
	return text;
}

/* The configuration of the files; a test fails on errors. */
static inline struct config *home_load(struct home *home)
{
	struct config *config = NULL;
	struct config_errors errors;
	int r = config_load(&home->layers, &config, &errors);
	if (r < 0)
		fail_msg("%s", home_lines(home, &errors));
	return config;
}

#endif
