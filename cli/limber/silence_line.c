/* limberd writes the line into a file, so that reading it costs no call. The modification time of
 * an empty second file is when the line was last printed. */
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

/* Whether the line was printed today; from now on it was. */
static bool was_printed(void)
{
	char path[MARKER_PATH_MAX];
	struct stat last;
	if (marker_path("told", path) < 0)
		return true;
	if (stat(path, &last) == 0 && same_day(last.st_mtime, time(NULL)))
		return true;
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return false;
	(void)futimens(fd, NULL);
	close(fd);
	return false;
}

void silence_line_print(const struct command *command)
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
	if (there && !was_printed())
		lines_wrap_each(stderr, words, 0);
}
