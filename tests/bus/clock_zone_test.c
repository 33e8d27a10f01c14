/* The machine's zone as data: its name, and the table of its changes. */
#include "tests/rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/base/text.h"
#include "daemon/adapters/clock.h"

static const struct {
	const char *tz, *link, *name;
} names[] = {
	{ "Europe/Berlin", NULL, "Europe/Berlin" },
	{ ":Europe/Berlin", NULL, "Europe/Berlin" },
	{ ":/usr/share/zoneinfo/Asia/Kathmandu", NULL, "Asia/Kathmandu" },
	{ "/usr/share/zoneinfo/UTC", NULL, "UTC" },
	{ ":/srv/own-zone", NULL, "" },
	{ "", "/usr/share/zoneinfo/Europe/Berlin", "UTC" },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", NULL, "CET-1CEST,M3.5.0,M10.5.0/3" },
	{ "A-very-long-name-of-a-zone-that-nobody-has-but-somebody-may-set/x", NULL, "" },
	{ NULL, "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin" },
	{ NULL, "../usr/share/zoneinfo/America/Indiana/Knox", "America/Indiana/Knox" },
	{ NULL, "/etc/zoneinfo/Africa/Casablanca", "Africa/Casablanca" },
	{ NULL, "/srv/own-zone", "" },
	{ NULL, NULL, "UTC" },
};

static const char *or_none(const char *text)
{
	return text ? text : "(none)";
}

static void zone_names(void **state)
{
	struct rows rows = rows_begin(state);
	char folder[] = "/tmp/clock_zone_test.XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/localtime", folder);
	for (size_t i = 0; i < ROWS(names); i++) {
		char name[64] = "?";
		names[i].tz ? setenv("TZ", names[i].tz, 1) : unsetenv("TZ");
		if (names[i].link)
			assert_int_equal(symlink(names[i].link, path), 0);
		clock_zone_name(folder, name, sizeof(name));
		row_check(&rows, strcmp(name, names[i].name) == 0,
			  "TZ=%s link %s: \"%s\", not \"%s\"", or_none(names[i].tz),
			  or_none(names[i].link), name, names[i].name);
		if (names[i].link)
			unlink(path);
	}
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
	char name[64] = "?";
	clock_zone_name(folder, name, sizeof(name));
	row_check(&rows, name[0] == '\0', "a plain file says no name, not \"%s\"", name);
	unlink(path);
	assert_int_equal(rmdir(folder), 0);
	rows_end(&rows);
}

static const struct {
	const char *tz, *link;
	bool missing;
} data[] = {
	{ "Europe/Berlin", NULL, false },
	{ ":Europe/Berlin", NULL, false },
	{ ":/usr/share/zoneinfo/Europe/Berlin", NULL, false },
	{ "", NULL, false },
	{ "UTC", NULL, false },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", NULL, false },
	{ "<+03>-3", NULL, false },
	{ "UTC0", NULL, false },
	{ "US/Pacific-Old", NULL, true },
	{ "Nowhere/Land", NULL, true },
	{ "Nowhere/GMT+5", NULL, true },
	{ ":/nowhere/zoneinfo/Land", NULL, true },
	{ "Berlin", NULL, true },
	{ NULL, "/usr/share/zoneinfo/Europe/Berlin", false },
	{ NULL, "/usr/share/zoneinfo/Nowhere/Land", true },
	{ NULL, NULL, false },
};

static void zones_without_data(void **state)
{
	struct rows rows = rows_begin(state);
	char folder[] = "/tmp/clock_zone_test.XXXXXX", path[64];
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/localtime", folder);
	for (size_t i = 0; i < ROWS(data); i++) {
		char name[64];
		data[i].tz ? setenv("TZ", data[i].tz, 1) : unsetenv("TZ");
		if (data[i].link)
			assert_int_equal(symlink(data[i].link, path), 0);
		bool missing = clock_zone_missing(folder, name, sizeof(name));
		row_check(&rows, missing == data[i].missing, "TZ=%s link %s: %d",
			  or_none(data[i].tz), or_none(data[i].link), missing);
		if (data[i].link)
			unlink(path);
	}
	assert_int_equal(rmdir(folder), 0);
	rows_end(&rows);
}

/* 2026-03-01 12:00 UTC; with 400 days it sees two springs and one autumn. */
enum { MARCH = 1772366400 };

/* Zones of tzdata, checked with zdump -v; `changes` as UTC second and offset. */
static const struct {
	const char *tz;
	int offset, count;
	struct {
		int64_t at;
		int offset;
	} changes[3];
} tables[] = {
	{ "Europe/Berlin",
	  3600,
	  3,
	  { { 1774746000, 7200 }, { 1792890000, 3600 }, { 1806195600, 7200 } } },
	{ "America/New_York",
	  -18000,
	  3,
	  { { 1772953200, -14400 }, { 1793512800, -18000 }, { 1805007600, -14400 } } },
	{ "Australia/Lord_Howe",
	  39600,
	  3,
	  { { 1775314800, 37800 }, { 1791041400, 39600 }, { 1806764400, 37800 } } },
	{ "CET-1CEST,M3.5.0,M10.5.0/3",
	  3600,
	  3,
	  { { 1774746000, 7200 }, { 1792890000, 3600 }, { 1806195600, 7200 } } },
	{ "Asia/Kathmandu", 20700, 0, { { 0 } } },
	{ ":/usr/share/zoneinfo/Asia/Kathmandu", 20700, 0, { { 0 } } },
	{ "UTC", 0, 0, { { 0 } } },
	{ "", 0, 0, { { 0 } } },
	{ "Nowhere/Land", 0, 0, { { 0 } } },
	{ ":/nowhere/land", 0, 0, { { 0 } } },
};

static struct zone probe(const char *tz, int64_t second)
{
	struct moment now = { { 0 }, { second * USEC_PER_SEC } };
	struct zone zone;
	memset(&zone, 0xff, sizeof(zone));
	setenv("TZ", tz, 1);
	clock_probe_zone(now, &zone);
	return zone;
}

static bool table_good(size_t i, const struct zone *zone)
{
	bool good = zone->offset == tables[i].offset && zone->count == tables[i].count;
	for (int k = 0; good && k < zone->count; k++)
		good = zone->changes[k].at.us == tables[i].changes[k].at * USEC_PER_SEC &&
		       zone->changes[k].offset == tables[i].changes[k].offset;
	return good && zone->until.us == MARCH * USEC_PER_SEC + LENGTH_MAX;
}

static void zone_tables(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(tables); i++) {
		struct zone zone = probe(tables[i].tz, MARCH);
		row_check(&rows, table_good(i, &zone),
			  "TZ=%s: offset %d, %d changes, the first at %lld to %d", tables[i].tz,
			  zone.offset, zone.count,
			  (long long)(zone.changes[0].at.us / USEC_PER_SEC),
			  zone.changes[0].offset);
	}
	rows_end(&rows);
}

/* The second found is the same from wherever the search strides. */
static void zone_change_to_the_second(void **state)
{
	struct rows rows = rows_begin(state);
	for (int64_t later = 0; later < 200; later++) {
		struct zone zone = probe("Europe/Berlin", MARCH + later);
		row_check(&rows, zone.changes[0].at.us == 1774746000 * USEC_PER_SEC,
			  "%lld s later: %lld", (long long)later,
			  (long long)(zone.changes[0].at.us / USEC_PER_SEC));
	}
	rows_end(&rows);
}

static const struct {
	const char *tz;
	int64_t now;
} spans[] = {
	{ "Europe/Berlin", MARCH },
	{ "America/New_York", MARCH },
	{ "Australia/Lord_Howe", MARCH },
	{ "Africa/Casablanca", MARCH },
	{ "Africa/Casablanca", 1740000000 },
	{ "Asia/Kathmandu", MARCH },
	{ "Pacific/Apia", 1325000000 }, /* across the date line: a day left out */
	{ "Europe/London", -60 },       /* a machine without a clock of its own; all year +1 */
	{ "UTC", MARCH },
};

/* The first moment of 10,000 over the table's span at which it does not agree with the C library,
 * 0 for none. */
static int64_t disagrees(const struct zone *zone, int64_t now)
{
	int64_t from = now - ZONE_PAST / USEC_PER_SEC, to = zone->until.us / USEC_PER_SEC;
	for (int i = 0; i < 10000; i++) {
		time_t second = from + (to - from) * i / 10000;
		struct tm tm;
		localtime_r(&second, &tm);
		if (zone_offset(zone, (struct realtime){ second * USEC_PER_SEC }) != tm.tm_gmtoff)
			return second;
	}
	return 0;
}

static void zone_agrees_with_the_c_library(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(spans); i++) {
		struct zone zone = probe(spans[i].tz, spans[i].now);
		int64_t bad = disagrees(&zone, spans[i].now);
		row_check(&rows, bad == 0, "%s from %lld: another offset at %lld", spans[i].tz,
			  (long long)spans[i].now, (long long)bad);
	}
	rows_end(&rows);
}

static void put32(FILE *file, int64_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		putc((int)(value >> shift & 0xff), file);
}

/* A zone that changes every ten days, in the first form of tzfile(5). */
static void restless_zone_write(const char *path, int changes)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fwrite("TZif\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 1, 20, file);
	const int counts[] = { 0, 0, 0, changes, 2, 4 };
	for (size_t i = 0; i < ROWS(counts); i++)
		put32(file, counts[i]);
	for (int i = 0; i < changes; i++)
		put32(file, MARCH + (i + 1) * 10 * 86400);
	for (int i = 0; i < changes; i++)
		putc((i + 1) % 2, file);
	put32(file, 0);
	fwrite("\0\0", 1, 2, file);
	put32(file, 1800);
	fwrite("\1\0ABC\0", 1, 6, file);
	assert_int_equal(fclose(file), 0);
}

static void zone_too_restless_is_cut_short(void **state)
{
	(void)state;
	char folder[] = "/tmp/clock_zone_test.XXXXXX", tz[64];
	assert_non_null(mkdtemp(folder));
	snprintf(tz, sizeof(tz), ":%s/localtime", folder);
	restless_zone_write(tz + 1, 30);
	struct zone zone = probe(tz, MARCH);
	assert_int_equal(zone.count, ZONE_CHANGES_MAX);
	assert_int_equal(zone.changes[15].at.us, (MARCH + 160 * 86400) * USEC_PER_SEC);
	assert_int_equal(zone.changes[15].offset, 0);
	assert_int_equal(zone.until.us, (MARCH + 170 * 86400) * USEC_PER_SEC);
	assert_int_equal(disagrees(&zone, MARCH), 0);
	unlink(tz + 1);
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zone_names),
		cmocka_unit_test(zones_without_data),
		cmocka_unit_test(zone_tables),
		cmocka_unit_test(zone_change_to_the_second),
		cmocka_unit_test(zone_agrees_with_the_c_library),
		cmocka_unit_test(zone_too_restless_is_cut_short),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
