/*
 * limber-report, run by limber for the verbs whose libraries would make every other call slower.
 * The verbs themselves, their words and options, stand in the one table of cli/shared/verbs.c.
 *
 *   log*.c        the history: span.c          show.c        one reminder whole: verdict.c
 *   config.c      the files: edit.c            health.c      the health questions: facts.c
 *   catalogue.c   the items: item.c            calendar.c    times of the calendar
 *   warnings.c    signs: signs.c               names.c       names for completions
 *   picture.c     the picture of an item       kinds.c       kinds of cramp: cramps.c
 *   play.c        an item, played: stage.c draws it, accompany.c has it heard
 *   preview.c     the days to come, from preview_start.c
 *   simulate/     recorded days, played
 *   doctor*.c     what is missing: the session, the server, the files
 *   history.c     the store and the days of a report
 *   stats.c       a range as a picture: sums*.c, stats_draw.c
 *   week.c        the week as a line            diary.c       cramps of the last weeks
 *   paper.c       a page of HTML: html.c, html_chart.c, deeds.c, output.c
 *   metrics.c     sums for Prometheus
 *   forget.c      deletes what Limber knows
 *   forget_rows.c rows of history             export.c, import.c: row*.c, flat.c; progress.c
 *   hooks.c       the user's commands: hook_run.c runs them, hook_trouble.c what went wrong
 *   setup*.c      the six questions
 *   ask.c, current.c, settings.c, kind_option.c: what the verbs that ask have in common
 *   zones.c       tables of zones for the core
 */
#include "cli/report/report.h"
#include "cli/shared/say.h"
#include "cli/shared/verbs.h"

#define REPORT_ROW(name) { #name, report_##name },

static const struct verb_run reports[] = { REPORTS(REPORT_ROW) };

static enum exit_code run(struct command *command, char *argv[])
{
	const struct verb_run *report =
		verb_run_find(command, reports, sizeof(reports) / sizeof(reports[0]));
	if (report)
		return report->run(command);
	return complain(command, EXIT_USAGE, _("This is not a report. Type: limber %s"),
			command->verb->name);
}

int main(int argc, char *argv[])
{
	return command_main(argc, argv, run);
}
