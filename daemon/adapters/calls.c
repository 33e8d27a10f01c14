/*
 * /proc/asound/cardN/pcmNc/subN/status is "closed", or lines "name: value", of which the first is
 * the state and one the owner (Linux, sound/core/pcm.c). Only capture streams end in `c`, and
 * only one that is RUNNING records: a sound server keeps others open.
 */
#include "daemon/adapters/calls.h"

#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Sound servers, which record for others; names as the kernel truncates them. */
static const char *const servers[] = {
	"pipewire", "data-loop.0", "wireplumber", "pulseaudio", "alsa-source-", "jackd", "jackdbus",
};

static bool is_server(const char *name)
{
	for (size_t i = 0; i < sizeof(servers) / sizeof(servers[0]); i++)
		if (strncmp(name, servers[i], strlen(servers[i])) == 0)
			return true;
	return false;
}

static bool is_plain(const char *name)
{
	for (; *name; name++)
		if (*name < ' ' || *name > '~')
			return false;
	return true;
}

static void who_read(int pid, char who[WHO_SIZE])
{
	char path[64], name[WHO_SIZE] = "";
	snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	if (fgets(name, sizeof(name), file)) {
		name[strcspn(name, "\n")] = '\0';
		if (!is_server(name) && is_plain(name))
			strcpy(who, name);
	}
	fclose(file);
}

/* Whether a stream runs; then who: the program that owns it. */
static bool stream_runs(const char *path, char who[WHO_SIZE])
{
	char line[128];
	bool runs = false;
	int pid;
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	while (fgets(line, sizeof(line), file)) {
		runs |= strcmp(line, "state: RUNNING\n") == 0;
		if (runs && sscanf(line, "owner_pid : %d", &pid) == 1)
			who_read(pid, who);
	}
	fclose(file);
	return runs;
}

enum calls calls_read(char who[WHO_SIZE])
{
	const char *folder = getenv(CALLS_VARIABLE);
	char pattern[4096];
	glob_t found;
	enum calls calls = CALLS_NONE;
	who[0] = '\0';
	if (!folder)
		folder = CALLS_FOLDER;
	if (access(folder, R_OK | X_OK) < 0)
		return CALLS_UNKNOWN;
	snprintf(pattern, sizeof(pattern), "%s/card[0-9]*/pcm*c/sub*/status", folder);
	if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0) {
		for (size_t i = 0; i < found.gl_pathc && i < CALLS_STREAMS_MAX; i++)
			if (stream_runs(found.gl_pathv[i], who))
				calls = CALLS_ONE;
	}
	globfree(&found);
	return calls;
}
