/* Zones as data, checked against the tz database, and moments written as UTC. */
#ifndef LIMBER_TEST_ZONES_H
#define LIMBER_TEST_ZONES_H

#include <string.h>
#include <time.h>

#include "core/base/zone.h"
#include "tests/rows.h"

#define CHANGE(seconds, to)                                                                        \
	{                                                                                          \
		{ (seconds)*USEC_PER_SEC }, (to)                                                   \
	}

static const struct zone utc_zone = { .name = "UTC" };
/* An hour is skipped at 02:00 and repeated from 02:00. */
static const struct zone berlin = { .name = "Europe/Berlin",
				    .offset = 3600,
				    .count = 4,
				    .changes = { CHANGE(1774746000, 7200), CHANGE(1792890000, 3600),
						 CHANGE(1806195600, 7200),
						 CHANGE(1824944400, 3600) } };
/* Half an hour is repeated from 01:30 in April and skipped at 02:00 in October. */
static const struct zone lord_howe = { .name = "Australia/Lord_Howe",
				       .offset = 39600,
				       .count = 2,
				       .changes = { CHANGE(1775314800, 37800),
						    CHANGE(1791041400, 39600) } };
static const struct zone sydney = { .name = "Australia/Sydney",
				    .offset = 39600,
				    .count = 2,
				    .changes = { CHANGE(1775318400, 36000),
						 CHANGE(1791043200, 39600) } };
static const struct zone kathmandu = { .name = "Asia/Kathmandu", .offset = 20700 };
/* The day of 2026-03-08 begins at 01:00. */
static const struct zone havana = { .name = "America/Havana",
				    .offset = -18000,
				    .count = 2,
				    .changes = { CHANGE(1772946000, -14400),
						 CHANGE(1793509200, -18000) } };
/* At the end of 2026-10-24 it is 23:00 again. */
static const struct zone nuuk = { .name = "America/Nuuk",
				  .offset = -7200,
				  .count = 2,
				  .changes = { CHANGE(1774746000, -3600),
					       CHANGE(1792890000, -7200) } };
/* Not on any map: at half past midnight of 2026-10-25 it is 23:30 again. */
static const struct zone nowhere = {
	.name = "Nowhere", .offset = 3600, .count = 1, .changes = { CHANGE(1792884600, 0) }
};

/* "2026-03-29 01:00" or "2026-03-29 01:00:59.999999", UTC; "never" is REALTIME_OPEN. */
static inline struct realtime utc(const char *text)
{
	struct tm tm = { 0 };
	long micro = 0;
	if (strcmp(text, "never") == 0)
		return REALTIME_OPEN;
	int fields = sscanf(text, "%d-%d-%d %d:%d:%d.%6ld", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
			    &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &micro);
	if (fields < 5)
		fail_msg("a test says \"%s\" for a moment", text);
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (struct realtime){ timegm(&tm) * USEC_PER_SEC + micro };
}

#endif
