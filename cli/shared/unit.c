/* The calls of `systemctl --user`, without the cost of running that program. */
#include "cli/shared/unit.h"

#include <errno.h>
#include <string.h>

#include "cli/shared/bus.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/base/moment.h"

#define SYSTEMD "org.freedesktop.systemd1"
#define MANAGER(method)                                                                            \
	(&(const struct member){ SYSTEMD, "/org/freedesktop/systemd1", SYSTEMD ".Manager", method })

/* The manager's own limit for a unit is 90 s; a limberd that needs this long has failed. */
#define UNIT_PATIENCE (30 * USEC_PER_SEC)

struct job {
	const char *path; /* of the job that is waited for */
	char result[32];  /* "" until it is over */
};

static int job_removed(sd_bus_message *message, void *user, sd_bus_error *error)
{
	struct job *job = user;
	const char *path, *result;
	int r = sd_bus_message_read(message, "uoss", NULL, &path, NULL, &result);
	if (r >= 0 && job->path && strcmp(path, job->path) == 0)
		snprintf(job->result, sizeof(job->result), "%s", result);
	return 0;
}

static int job_wait(sd_bus *bus, const struct job *job)
{
	usec end = when_clock_us(CLOCK_BOOTTIME) + UNIT_PATIENCE;
	while (!job->result[0]) {
		int r = sd_bus_process(bus, NULL);
		usec left = end - when_clock_us(CLOCK_BOOTTIME);
		if (r == 0 && left <= 0)
			return -ETIMEDOUT;
		if (r == 0)
			r = sd_bus_wait(bus, (uint64_t)left);
		if (r < 0)
			return r;
	}
	return strcmp(job->result, "done") == 0 ? 0 : -EIO;
}

/* Run a job of a unit to its end. The match is added first, as a job may be over before the reply.
 */
static int unit_job(sd_bus *bus, const char *method, const char *unit, sd_bus_error *error)
{
	BUS_CLEANUP(sd_bus_slot_unrefp) sd_bus_slot *slot = NULL;
	BUS_MESSAGE *reply = NULL;
	struct job job = { 0 };
	TRY(sd_bus_match_signal(bus, &slot, SYSTEMD, "/org/freedesktop/systemd1",
				SYSTEMD ".Manager", "JobRemoved", job_removed, &job));
	TRY(bus_try(bus, MANAGER("Subscribe"), error, NULL, ""));
	TRY(bus_try(bus, MANAGER(method), error, &reply, "ss", unit, "replace"));
	TRY(sd_bus_message_read_basic(reply, 'o', &job.path));
	return job_wait(bus, &job);
}

int unit_enable(sd_bus *bus, const char *unit, sd_bus_error *error)
{
	(void)bus_try(bus, MANAGER("UnmaskUnitFiles"), NULL, NULL, "asb", 1, unit, false);
	int r = bus_try(bus, MANAGER("EnableUnitFiles"), error, NULL, "asbb", 1, unit, false,
			false);
	return r < 0 ? r : bus_try(bus, MANAGER("Reload"), error, NULL, "");
}

int unit_start(sd_bus *bus, const char *unit, sd_bus_error *error)
{
	return unit_job(bus, "StartUnit", unit, error);
}

/* "Not loaded" for a job, "no such file" for a link. */
static bool unit_missing(const sd_bus_error *error)
{
	return sd_bus_error_has_name(error, SYSTEMD ".NoSuchUnit") ||
	       sd_bus_error_has_name(error, "org.freedesktop.DBus.Error.FileNotFound");
}

bool unit_enabled(sd_bus *bus, const char *unit)
{
	BUS_MESSAGE *reply = NULL;
	const char *state = "";
	if (bus_try(bus, MANAGER("GetUnitFileState"), NULL, &reply, "s", unit) >= 0)
		sd_bus_message_read_basic(reply, 's', &state);
	return strcmp(state, "enabled") == 0;
}

int unit_stop(sd_bus *bus, const char *unit, sd_bus_error *error)
{
	int r = unit_job(bus, "StopUnit", unit, error);
	if (r < 0 && !unit_missing(error))
		return r;
	sd_bus_error_free(error);
	r = bus_try(bus, MANAGER("DisableUnitFiles"), error, NULL, "asb", 1, unit, false);
	if (r < 0)
		return unit_missing(error) ? 0 : r;
	if (unit_enabled(bus, unit)) /* by the administrator, for everybody */
		r = bus_try(bus, MANAGER("MaskUnitFiles"), error, NULL, "asbb", 1, unit, false,
			    false);
	return r < 0 ? r : bus_try(bus, MANAGER("Reload"), error, NULL, "");
}

bool unit_manager(sd_bus *bus)
{
	BUS_MESSAGE *reply = NULL;
	return bus_try(bus, MANAGER("GetDefaultTarget"), NULL, &reply, "") >= 0;
}

const char *unit_why(int r, const sd_bus_error *error)
{
	if (bus_absent(error))
		return _("no systemd is on the session bus");
	if (r == -EIO && !error->message) /* of a job; errors of others are -EIO, too */
		return _("its unit failed");
	static char why[256];
	(void)!snprintf(why, sizeof(why), "%s", error->message ? error->message : strerror(-r));
	size_t length = strlen(why);
	if (length > 0 && why[length - 1] == '.')
		why[length - 1] = '\0';
	return why;
}
