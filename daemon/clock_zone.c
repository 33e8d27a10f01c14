/*
 * The C library knows the zone, but answers only "what is the offset at this moment"; the core
 * wants all changes to come, as data. So the span is walked in strides shorter than the time any
 * zone stays the same, and each change found is narrowed down to its second.
 */
#include "daemon/clock.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/text.h"

enum { STRIDE = 6 * 60 * 60 }; /* seconds; the shortest known stay is Morocco's month of Ramadan */

/* "/usr/share/zoneinfo/Europe/Berlin" -> "Europe/Berlin"; "" for a path without such a part. */
static const char *path_zone(const char *path)
{
	static const char part[] = "zoneinfo/";
	const char *found = strstr(path, part);
	return found ? found + strlen(part) : "";
}

static const char *variable_zone(const char *tz)
{
	if (tz[0] == ':')
		tz++;
	if (!tz[0])
		return "UTC";
	return tz[0] == '/' ? path_zone(tz) : tz;
}

static const char *link_zone(const char *etc, char target[PATH_MAX])
{
	char path[PATH_MAX];
	if (snprintf(path, sizeof(path), "%s/localtime", etc) >= (int)sizeof(path))
		return "";
	ssize_t length = readlink(path, target, PATH_MAX - 1);
	if (length < 0)
		return errno == ENOENT ? "UTC" : "";
	target[length] = '\0';
	return path_zone(target);
}

void clock_zone_name(const char *etc, char *ret, size_t size)
{
	char target[PATH_MAX];
	const char *tz = getenv("TZ");
	const char *name = tz ? variable_zone(tz) : link_zone(etc, target);
	size_t length = strlen(name);
	memcpy(ret, length < size ? name : "", length < size ? length + 1 : 1);
}

static int32_t offset_at(time_t second)
{
	struct tm tm;
	return localtime_r(&second, &tm) ? (int32_t)tm.tm_gmtoff : 0;
}

/* The first second after `from` whose offset is not `offset`, not after `to`; `to` has another. */
static time_t change_narrow(time_t from, time_t to, int32_t offset)
{
	while (to - from > 1) {
		time_t middle = from + (to - from) / 2;
		if (offset_at(middle) == offset)
			from = middle;
		else
			to = middle;
	}
	return to;
}

/* The next change after `from`, `end` for none before it. */
static time_t change_next(time_t from, time_t end)
{
	int32_t offset = offset_at(from);
	while (from < end) {
		time_t to = end - from > STRIDE ? from + STRIDE : end;
		if (offset_at(to) != offset)
			return change_narrow(from, to, offset);
		from = to;
	}
	return end;
}

static time_t second_of(struct realtime real)
{
	usec rest = real.us % USEC_PER_SEC;
	return (time_t)((real.us - rest) / USEC_PER_SEC - (rest < 0));
}

void clock_probe_zone(struct moment now, struct zone *ret)
{
	time_t from = second_of(now.real) - ZONE_PAST / USEC_PER_SEC;
	time_t end = second_of(now.real) + LENGTH_MAX / USEC_PER_SEC;
	struct zone zone = { .offset = 0 };
	tzset(); /* localtime_r alone keeps to the zone it saw first */
	clock_zone_name(CLOCK_ETC, zone.name, sizeof(zone.name));
	zone.offset = offset_at(from);
	time_t at = change_next(from, end);
	while (at < end && zone.count < ZONE_CHANGES_MAX) {
		zone.changes[zone.count++] = (struct zone_change){
			{ (int64_t)at * USEC_PER_SEC },
			offset_at(at),
		};
		at = change_next(at, end);
	}
	zone.until.us = (int64_t)at * USEC_PER_SEC;
	*ret = zone;
}
