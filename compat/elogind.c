/* Three functions, of those that libelogind has. */
#include "compat/elogind.h"

#include <errno.h>
#include <stdarg.h>

/* -EOVERFLOW, as a time that is never reached would disarm the timer. */
static int later(sd_event *event, clockid_t clock, uint64_t *usec)
{
	uint64_t now;
	int r = sd_event_now(event, clock, &now);
	if (r < 0)
		return r;
	if (*usec >= UINT64_MAX - now)
		return -EOVERFLOW;
	*usec += now;
	return 0;
}

int sd_event_add_time_relative(sd_event *e, sd_event_source **s, clockid_t clock, uint64_t usec,
			       uint64_t accuracy, sd_event_time_handler_t callback, void *userdata)
{
	int r = later(e, clock, &usec);
	return r < 0 ? r : sd_event_add_time(e, s, clock, usec, accuracy, callback, userdata);
}

int sd_event_source_set_time_relative(sd_event_source *s, uint64_t usec)
{
	clockid_t clock;
	int r = sd_event_source_get_time_clock(s, &clock);
	if (r >= 0)
		r = later(sd_event_source_get_event(s), clock, &usec);
	return r < 0 ? r : sd_event_source_set_time(s, usec);
}

int sd_bus_error_has_names_sentinel(const sd_bus_error *e, ...)
{
	va_list names;
	const char *name;
	int has = 0;
	va_start(names, e);
	while (!has && (name = va_arg(names, const char *)))
		has = sd_bus_error_has_name(e, name);
	va_end(names);
	return has;
}
