/*
 * Our half of calendar_oracle_test.sh. Everything random comes from a fixed seed, so that a row
 * that fails once fails again.
 *
 *	calendar_oracle times SEED COUNT   writes COUNT calendar times, one a line
 *	calendar_oracle print              normal forms of the times that it reads
 *	calendar_oracle check BASE         judges the answers of `systemd-analyze calendar` from
 *	                                   BASE (seconds since 1970) on, in the zone of TZ
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/calendar.h"
#include "daemon/adapters/clock.h"

static uint64_t dice;

static int throw(int sides)
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return (int)((dice >> 33) % (uint64_t)sides);
}

static bool chance(int in_hundred)
{
	return throw(100) < in_hundred;
}

/* "5", "1..5", "1..9/2" or "0/15", of numbers from least to most. */
static void span_write(int least, int most)
{
	int from = least + throw(most - least + 1), room = most - from;
	int kind = throw(4);
	printf("%02d", from);
	if (room > 0 && (kind == 1 || kind == 2))
		printf("..%02d", from + 1 + throw(room));
	if (room > 0 && kind >= 2)
		printf("/%d", 1 + throw(room));
}

static void set_write(int least, int most, int each)
{
	if (chance(each)) {
		putchar('*');
		return;
	}
	span_write(least, most);
	while (chance(25)) {
		putchar(',');
		span_write(least, most);
	}
}

static void minutes_write(void)
{
	static const char *const usual[] = { "00", "30", "15", "0/15", "0/20", "5/10", "*" };
	if (chance(70))
		fputs(usual[throw(7)], stdout);
	else
		set_write(0, 59, 0);
}

/* Counted from the end, ranges run up and steps run down. In a list theirs know only 25 days. */
static void last_days_write(void)
{
	int day = 1 + throw(20);
	int kind = day > 1 ? throw(4) : 0;
	printf("~%02d", day);
	if (kind == 1)
		printf("..%02d", day + 1 + throw(24 - day));
	else if (kind >= 2)
		printf("/%d", 1 + throw(day - 1));
}

static void date_write(void)
{
	if (chance(15))
		printf("%d-", 2010 + throw(20));
	else if (chance(60))
		printf("*-");
	set_write(1, 12, 60);
	if (chance(30)) {
		last_days_write();
		return;
	}
	putchar('-');
	set_write(1, 31, 30);
}

static void weekdays_write(void)
{
	static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	int first = throw(7);
	fputs(names[first], stdout);
	if (first < 6 && chance(40))
		printf("..%s", names[first + 1 + throw(6 - first)]);
	if (chance(30))
		printf(",%s", names[throw(7)]);
}

static void time_write(void)
{
	static const char *const words[] = { "hourly",  "daily",     "weekly",
					     "monthly", "quarterly", "yearly" };
	if (chance(3)) {
		puts(words[throw(6)]);
		return;
	}
	if (chance(40)) {
		weekdays_write();
		putchar(' ');
	}
	if (chance(50)) {
		date_write();
		putchar(' ');
	}
	/* Half of them in the small hours, where offsets change. */
	if (chance(50))
		printf("%02d", throw(5));
	else
		set_write(0, 23, 25);
	putchar(':');
	minutes_write();
	if (chance(15))
		printf(":%02d", throw(60));
	putchar('\n');
}

static int times_print(void)
{
	char line[CALENDAR_SIZE], printed[CALENDAR_SIZE];
	struct calendar time;
	while (fgets(line, sizeof(line), stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (calendar_read(line, &time) == TEXT_OK) {
			calendar_print(&time, printed);
			puts(printed);
		} else {
			puts(line); /* it never falls, and they shall say so too */
		}
	}
	return 0;
}

/* One time under judgement: ours, and how far it has come. */
struct trial {
	char text[CALENDAR_SIZE];
	struct calendar time;
	bool never, failed;
	struct realtime agreed, at;
	/* Of all trials: */
	int times, moments, gaps, passed_by, given_up, failures;
};

__attribute__((format(printf, 2, 3))) static void trial_fail(struct trial *trial,
							     const char *format, ...)
{
	va_list list;
	if (trial->failed)
		return;
	trial->failed = true;
	trial->failures++;
	printf("FAILED  \"%s\": ", trial->text);
	va_start(list, format);
	vprintf(format, list);
	va_end(list);
	putchar('\n');
}

static void trial_begin(struct trial *trial, const char *text, struct realtime base)
{
	snprintf(trial->text, sizeof(trial->text), "%s", text);
	trial->agreed = trial->at = base;
	trial->failed = false;
	trial->times++;
	enum text_error error = calendar_read(text, &trial->time);
	trial->never = error == TEXT_NEVER;
	if (error != TEXT_OK && !trial->never)
		trial_fail(trial, "%s", text_error_words(error));
}

/* Ours on purpose: what the gap of spring swallows falls right after it, not nowhere. */
static bool in_gap(const struct calendar *time, const struct zone *zone, struct realtime real)
{
	static const struct zone utc = { .name = "UTC" };
	struct realtime wall = zone_real(&utc, zone_civil(zone, real));
	struct realtime before = { wall.us - 1 };
	return calendar_next(time, 1, &utc, before).us != wall.us;
}

/*
 * Theirs, and no purpose: once they met the gap of spring they may give up the rest of that day,
 * and a step without an end ("04/13") that oversteps the end of a month passes by what comes early
 * in the next.
 */
static bool theirs_pass_by(const struct trial *trial, const struct zone *zone, struct realtime real)
{
	struct civil civil = zone_civil(zone, real), last = zone_civil(zone, trial->agreed);
	struct realtime midnight = zone_real(zone, civil_of_day(civil_day(civil)));
	bool spring = zone_offset(zone, real) > zone_offset(zone, midnight);
	return spring || (civil.month != last.month && strchr(trial->text, '/'));
}

static void probe_at(struct realtime real, struct zone *ret)
{
	clock_probe_zone((struct moment){ .real = real }, ret);
}

/* Ours after trial->at, and the zone there: beyond its table it is found by a later one. */
static struct realtime ours_next(const struct trial *trial, struct zone *zone)
{
	probe_at(trial->at, zone);
	struct realtime next = calendar_next(&trial->time, 1, zone, trial->at);
	if (next.us == REALTIME_OPEN.us || next.us < zone->until.us)
		return next;
	/* No two offsets are further apart. */
	struct realtime before = { next.us - 2 * USEC_PER_DAY };
	probe_at(next, zone);
	return calendar_next(&trial->time, 1, zone, before);
}

/* A repeated hour: ours is the first; theirs mostly too, as mktime(3) guesses. */
static bool same_wall(struct realtime ours, struct realtime theirs)
{
	struct zone zone;
	probe_at(theirs, &zone);
	struct civil a = zone_civil(&zone, ours), b = zone_civil(&zone, theirs);
	return ours.us < theirs.us && civil_day(a) == civil_day(b) && a.hour == b.hour &&
	       a.minute == b.minute && a.second == b.second;
}

/* Ours, but for what they do not have. */
static struct realtime ours_beside(struct trial *trial, struct realtime theirs)
{
	for (;;) {
		struct zone zone;
		trial->at = ours_next(trial, &zone);
		if (trial->at.us >= theirs.us || same_wall(trial->at, theirs))
			return trial->at;
		if (in_gap(&trial->time, &zone, trial->at))
			trial->gaps++;
		else if (theirs_pass_by(trial, &zone, trial->at))
			trial->passed_by++;
		else
			return trial->at;
	}
}

static void trial_moment(struct trial *trial, const char *text)
{
	struct tm tm = { 0 };
	bool good = strptime(text, "%a %Y-%m-%d %H:%M:%S UTC", &tm) != NULL;
	struct realtime theirs = { timegm(&tm) * USEC_PER_SEC };
	if (trial->failed)
		return;
	trial->moments++;
	if (!good)
		trial_fail(trial, "cannot read %s", text);
	else if (trial->never)
		trial_fail(trial, "never with us, %s with them", text);
	else if (ours_beside(trial, theirs).us != theirs.us && !same_wall(trial->at, theirs))
		trial_fail(trial, "%lld, %+lld s from %s with them",
			   (long long)(trial->at.us / USEC_PER_SEC),
			   (long long)((trial->at.us - theirs.us) / USEC_PER_SEC), text);
	trial->agreed = theirs;
}

static void trial_no_more(struct trial *trial)
{
	if (!trial->never && !trial->failed &&
	    ours_beside(trial, REALTIME_OPEN).us != REALTIME_OPEN.us)
		trial_fail(trial, "%lld with us, never with them",
			   (long long)(trial->at.us / USEC_PER_SEC));
}

/* They lose themselves in steps without an end: "Infinite loop in calendar calculation". */
static void trial_given_up(struct trial *trial, const char *rest, struct realtime base)
{
	char text[CALENDAR_SIZE];
	snprintf(text, sizeof(text), "%.*s", (int)strcspn(rest, "'"), rest);
	trial_begin(trial, text, base);
	trial->given_up++;
	if (!strchr(text, '/'))
		trial_fail(trial, "they give up");
}
/* What follows this label in a line; NULL: it is another line. */
static const char *after_label(const char *line, const char *label)
{
	const char *found = strstr(line, label);
	return found ? found + strlen(label) : NULL;
}

static int answers_check(struct realtime base)
{
	struct trial trial = { .times = 0 };
	char line[2 * CALENDAR_SIZE], original[2 * CALENDAR_SIZE] = "";
	const char *rest;
	while (fgets(line, sizeof(line), stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if ((rest = after_label(line, "Original form: "))) {
			snprintf(original, sizeof(original), "%s", rest);
		} else if ((rest = after_label(line, "Normalized form: "))) {
			/* They leave the original out where it is in normal form. */
			trial_begin(&trial, *original ? original : rest, base);
			*original = '\0';
		} else if ((rest = after_label(line, "(in UTC): "))) {
			trial_moment(&trial, rest);
		} else if (after_label(line, "elapse: never")) {
			trial_no_more(&trial);
		} else if ((rest = after_label(line, "next elapse for '"))) {
			trial_given_up(&trial, rest, base);
		}
	}
	printf("checked %d %d %d %d %d\n", trial.times, trial.moments, trial.gaps, trial.passed_by,
	       trial.given_up);
	return trial.failures > 0;
}

int main(int argc, char *argv[])
{
	const char *verb = argc > 1 ? argv[1] : "";
	if (strcmp(verb, "times") == 0 && argc == 4) {
		dice = strtoull(argv[2], NULL, 10) * 0x9e3779b97f4a7c15 + 1;
		for (int i = atoi(argv[3]); i > 0; i--)
			time_write();
		return 0;
	}
	if (strcmp(verb, "print") == 0 && argc == 2)
		return times_print();
	if (strcmp(verb, "check") == 0 && argc == 3)
		return answers_check((struct realtime){ atoll(argv[2]) * USEC_PER_SEC });
	fprintf(stderr, "usage: see the first lines of calendar_oracle.c\n");
	return 2;
}
