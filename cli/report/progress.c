#include "cli/report/progress.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/shared/say.h"
#include "cli/shared/when.h"

/* As long as nobody wonders; then a line a quarter of a second. */
#define PROGRESS_QUIET (2 * USEC_PER_SEC)
#define PROGRESS_DRAW (USEC_PER_SEC / 4)

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
	interrupted = number;
}

void progress_begin(struct progress *progress)
{
	struct sigaction action = { .sa_handler = on_interrupt };
	usec now = when_clock_us(CLOCK_MONOTONIC);
	*progress =
		(struct progress){ .began = now, .shown = now, .terminal = isatty(STDERR_FILENO) };
	interrupted = 0;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

static void draw(struct progress *progress, uint64_t rows, int percent)
{
	char text[80] = "";
	if (percent >= 0)
		snprintf(text, sizeof(text), _("%" PRIu64 " rows, %d%%; Ctrl-C stops"), rows,
			 percent);
	else
		snprintf(text, sizeof(text), _("%" PRIu64 " rows; Ctrl-C stops"), rows);
	fprintf(stderr, "\r%-60s\r%s", "", text);
	progress->drawn = true;
}

bool progress_goes_on(struct progress *progress, uint64_t rows, int percent)
{
	usec now = progress->terminal ? when_clock_us(CLOCK_MONOTONIC) : 0;
	progress->stopped = interrupted != 0;
	if (!progress->stopped && progress->terminal && now - progress->began >= PROGRESS_QUIET &&
	    now - progress->shown >= PROGRESS_DRAW) {
		progress->shown = now;
		draw(progress, rows, percent);
	}
	return !progress->stopped;
}

void progress_end(struct progress *progress)
{
	if (progress->drawn)
		fprintf(stderr, "\r%-60s\r", "");
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
}
