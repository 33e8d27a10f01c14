/*
 * The C library has only the offset at a moment; the core needs a table of all changes to come. The
 * span is sampled in steps shorter than the time between two changes of any zone, and each change
 * is bisected to its second.
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

/* Whether TZ is a POSIX rule, a name and an offset: CET-1CEST, <+03>-3. */
static bool is_rule(const char *tz)
{
	size_t letters = tz[0] == '<' ? strcspn(tz, ">") : strcspn(tz, "+-0123456789/");
	bool path = strcspn(tz, "/") < strcspn(tz, ",");
	return letters >= 3 && strpbrk(tz + letters, "0123456789") && !path;
}

bool clock_zone_missing(const char *etc, char *ret, size_t size)
{
	char path[PATH_MAX];
	const char *tz = getenv("TZ"), *folder = getenv("TZDIR");
	clock_zone_name(etc, ret, size);
	if (tz && tz[0] == ':')
		tz++;
	if (!tz)
		snprintf(path, sizeof(path), "%s/localtime", etc);
	else if (tz[0] == '/')
		snprintf(path, sizeof(path), "%s", tz);
	else
		snprintf(path, sizeof(path), "%s/%s", folder ? folder : "/usr/share/zoneinfo", tz);
	bool utc = tz ? !tz[0] || strcmp(ret, "UTC") == 0 : strcmp(ret, "UTC") == 0;
	return !utc && access(path, F_OK) < 0 && !(tz && is_rule(tz));
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
	tzset(); /* localtime_r() does not reread TZ */
	if (clock_zone_missing(CLOCK_ETC, zone.name, sizeof(zone.name)))
		strcpy(zone.name, "UTC"); /* what the C library uses then */
	zone_probe(&zone, now.real, offset_at);
	*ret = zone;
}
