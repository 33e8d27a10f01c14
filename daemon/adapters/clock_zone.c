/*
 * The C library knows the zone, but answers only "what is the offset at this moment"; the core
 * wants all changes to come, as data. So the span is walked in strides shorter than the time any
 * zone stays the same, and each change found is narrowed down to its second.
 */
#include "daemon/adapters/clock.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/zone_probe.h"

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

static int32_t offset_at(int64_t second)
{
	struct tm tm;
	time_t time = second;
	return localtime_r(&time, &tm) ? (int32_t)tm.tm_gmtoff : 0;
}

void clock_probe_zone(struct moment now, struct zone *ret)
{
	struct zone zone = { .offset = 0 };
	tzset(); /* localtime_r alone keeps to the zone it saw first */
	clock_zone_name(CLOCK_ETC, zone.name, sizeof(zone.name));
	zone_probe(&zone, now.real, offset_at);
	*ret = zone;
}
