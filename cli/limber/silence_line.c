/* A file and no call: it costs a command nothing while all is well. When it was told last is the
 * time of another file, which holds nothing. */
#include "cli/limber/silence_line.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/shared/lines.h"
#include "cli/shared/marker.h"
#include "cli/shared/verbs.h"

static bool same_day(time_t a, time_t b)
{
	struct tm one, other;
	return localtime_r(&a, &one) && localtime_r(&b, &other) && one.tm_year == other.tm_year &&
	       one.tm_yday == other.tm_yday;
}

/* Whether it was told today; from now on it was. */
static bool was_told(void)
{
	char path[MARKER_PATH_MAX];
	struct stat told;
	if (marker_path("told", path) < 0)
		return true;
	if (stat(path, &told) == 0 && same_day(told.st_mtime, time(NULL)))
		return true;
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return false;
	(void)futimens(fd, NULL);
	close(fd);
	return false;
}

void silent_tell(const struct command *command)
{
	char path[MARKER_PATH_MAX], words[1024] = "";
	bool shows_it = strcmp(command->verb->name, "status") == 0;
	if (!command->bus || shows_it || command->verb->flags & VERB_HIDDEN ||
	    marker_path(LIMBER_SILENT, path) < 0)
		return;
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	bool there = fgets(words, sizeof(words), file) != NULL;
	fclose(file);
	words[strcspn(words, "\n")] = '\0';
	if (there && !was_told())
		lines_wrap_each(stderr, words, 0);
}
