/* localtime(3) uses $TZ, which is set to another zone for the time of the calls. */
#include "cli/report/zones.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/text.h"
#include "core/base/zone_probe.h"

static int32_t offset_at(int64_t second)
{
	time_t time = (time_t)second;
	struct tm local = { 0 };
	localtime_r(&time, &local);
	return (int32_t)local.tm_gmtoff;
}

void zones_local(struct realtime from, struct zone *ret)
{
	*ret = (struct zone){ 0 };
	tzset();
	zone_probe(ret, from, offset_at);
}

/* A sign and a time of day. */
static bool zones_fixed(const char *name, struct zone *ret)
{
	int minutes;
	bool west = name[0] == '-';
	if ((!west && name[0] != '+') || clock_read(name + 1, &minutes) != TEXT_OK)
		return false;
	ret->offset = (west ? -60 : 60) * minutes;
	ret->until = REALTIME_OPEN;
	return true;
}

/* Whether the database has a file of that name, and no other part of the system is meant. */
static bool zones_exist(const char *name)
{
	char path[256];
	const char *folder = getenv("TZDIR");
	if (name[0] == '/' || name[0] == '.' || strstr(name, ".."))
		return false;
	snprintf(path, sizeof(path), "%s/%s", folder ? folder : "/usr/share/zoneinfo", name);
	return strcmp(name, "UTC") == 0 || access(path, R_OK) == 0;
}

static void zone_set(const char *tz)
{
	if (tz)
		setenv("TZ", tz, 1);
	else
		unsetenv("TZ");
	tzset();
}

bool zones_named(const char *name, struct realtime from, struct zone *ret)
{
	*ret = (struct zone){ 0 };
	if (strlen(name) >= sizeof(ret->name))
		return false;
	memcpy(ret->name, name, strlen(name));
	if (zones_fixed(name, ret))
		return true;
	if (!zones_exist(name))
		return false;
	const char *was = getenv("TZ");
	char *kept = was ? strdup(was) : NULL;
	zone_set(name);
	zone_probe(ret, from, offset_at);
	zone_set(kept);
	free(kept);
	return true;
}
