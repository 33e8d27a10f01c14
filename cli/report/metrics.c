/*
 * limber stats --openmetrics: the sums of today and of a week, for the textfile collector of
 * Prometheus' node-exporter. Gauges, not counters, because an undo takes from a sum. Nothing of
 * health: no water, cramps, scores, reminders or items.
 */
#include <unistd.h>

#include "cli/report/output.h"
#include "cli/report/report.h"
#include "cli/report/stats_draw.h"
#include "cli/report/sums.h"

enum { WINDOWS = 2 };

static const struct {
	const char *name;
	int days;
} windows[WINDOWS] = { { "day", 1 }, { "week", 7 } };

static const char *const outcomes[BAR_PARTS] = { [BAR_DONE] = "done",
						 [BAR_NATURAL] = "natural",
						 [BAR_PERHAPS] = "perhaps",
						 [BAR_SKIPPED] = "skipped",
						 [BAR_UNANSWERED] = "unanswered" };

static const struct {
	const char *name, *help;
	enum day_field field;
} gauges[] = {
	{ "limber_sitting_seconds", "Time spent sitting.", DAY_SAT },
	{ "limber_sitting_spells", "Spells of sitting.", DAY_SPANS },
	{ "limber_sitting_longest_seconds", "The longest spell of sitting.", DAY_LONGEST },
};

static void head(FILE *out, const char *name, const char *help)
{
	fprintf(out, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

static void metrics_print(FILE *out, const struct day days[WINDOWS])
{
	unsigned uid = getuid();
	head(out, "limber_cards", "Cards that asked for a break, by what became of them.");
	for (int i = 0; i < WINDOWS; i++) {
		int64_t parts[BAR_PARTS];
		bar_parts(&days[i], parts);
		for (int part = 0; part < BAR_PARTS; part++)
			fprintf(out, "limber_cards{outcome=\"%s\",uid=\"%u\",window=\"%s\"} %lld\n",
				outcomes[part], uid, windows[i].name, (long long)parts[part]);
	}
	for (size_t gauge = 0; gauge < sizeof(gauges) / sizeof(gauges[0]); gauge++) {
		head(out, gauges[gauge].name, gauges[gauge].help);
		for (int i = 0; i < WINDOWS; i++)
			fprintf(out, "%s{uid=\"%u\",window=\"%s\"} %lld\n", gauges[gauge].name, uid,
				windows[i].name, (long long)days[i].fields[gauges[gauge].field]);
	}
	fputs("# EOF\n", out);
}

static int windows_read(struct store *store, int32_t today, struct day ret[WINDOWS])
{
	int r = 0;
	for (int i = 0; i < WINDOWS && r == 0; i++)
		r = store_days_sum(store, today - windows[i].days + 1, today, &ret[i]);
	return r;
}

enum exit_code stats_openmetrics(struct command *command)
{
	HISTORY_OWNED history = { 0 };
	struct span today;
	struct day days[WINDOWS];
	struct output output;
	if (command->json || command->count > 0 || command_given(command, OPTION_PLAIN))
		return complain(command, EXIT_USAGE,
				_("--openmetrics goes with -o alone: today and the last 7 days."));
	enum exit_code code = history_span(command, "today", &today);
	if (code == EXIT_FINE)
		code = history_open(command, &history);
	if (code == EXIT_FINE)
		code = history_failed(command, &history,
				      windows_read(history.store, today.first, days));
	if (code == EXIT_FINE)
		code = output_begin(command, 0644, &output);
	if (code != EXIT_FINE)
		return code;
	metrics_print(output.out, days);
	return output_end(command, &output, EXIT_FINE);
}
