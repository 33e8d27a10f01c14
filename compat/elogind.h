/*
 * What libelogind before 247 lacks of sd-event and sd-bus, as systemd's manual pages describe it.
 * Included by the compiler's option, where the Makefile finds such a library.
 */
#ifndef LIMBER_COMPAT_ELOGIND_H
#define LIMBER_COMPAT_ELOGIND_H

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

int sd_event_add_time_relative(sd_event *e, sd_event_source **s, clockid_t clock, uint64_t usec,
			       uint64_t accuracy, sd_event_time_handler_t callback, void *userdata);
int sd_event_source_set_time_relative(sd_event_source *s, uint64_t usec);
int sd_bus_error_has_names_sentinel(const sd_bus_error *e, ...) __attribute__((sentinel));

#define sd_bus_error_has_names(error, ...) sd_bus_error_has_names_sentinel(error, __VA_ARGS__, NULL)

/*
 * There, SD_BUS_ARGS(NULL) does not compile, and SD_BUS_ARGS(NULL, ), the spelling of that time,
 * means something else today. Signatures and names of up to four arguments of a method.
 */
#undef SD_BUS_METHOD_WITH_ARGS
#define SD_BUS_METHOD_WITH_ARGS(member, arguments, result, handler, flags)                         \
	SD_BUS_METHOD_WITH_NAMES(member, COMPAT_TYPES(arguments), COMPAT_NAMES(arguments),         \
				 COMPAT_TYPES(result), COMPAT_NAMES(result), handler, flags)

#define COMPAT_TYPES(...) COMPAT_EACH(COMPAT_TYPE, __VA_ARGS__)(__VA_ARGS__)
#define COMPAT_NAMES(...) "" COMPAT_EACH(COMPAT_NAME, __VA_ARGS__)(__VA_ARGS__)
#define COMPAT_EACH(to, ...)                                                                       \
	COMPAT_NINTH(__VA_ARGS__, to##_4, , to##_3, , to##_2, , to##_1, to##_0, )
#define COMPAT_NINTH(a, b, c, d, e, f, g, h, ninth, ...) ninth

#define COMPAT_TYPE_0(null) null
#define COMPAT_TYPE_1(type, name) type
#define COMPAT_TYPE_2(type, name, ...) type COMPAT_TYPE_1(__VA_ARGS__)
#define COMPAT_TYPE_3(type, name, ...) type COMPAT_TYPE_2(__VA_ARGS__)
#define COMPAT_TYPE_4(type, name, ...) type COMPAT_TYPE_3(__VA_ARGS__)
#define COMPAT_NAME_0(null)
#define COMPAT_NAME_1(type, name) #name "\0"
#define COMPAT_NAME_2(type, name, ...) #name "\0" COMPAT_NAME_1(__VA_ARGS__)
#define COMPAT_NAME_3(type, name, ...) #name "\0" COMPAT_NAME_2(__VA_ARGS__)
#define COMPAT_NAME_4(type, name, ...) #name "\0" COMPAT_NAME_3(__VA_ARGS__)

#endif
