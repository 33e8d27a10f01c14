/*
 * What waits stays short, whatever clients ask for and do not read: about 1 MiB. Where calls come
 * faster than they are answered, or the bus takes the answers too slowly, a caller that goes on
 * calling gets an error instead of an answer, or nothing, until nothing waits. Others are served.
 */
#ifndef LIMBER_BACKLOG_H
#define LIMBER_BACKLOG_H

#include <systemd/sd-bus.h>

/* For as long as the bus lives. */
int backlog_limit(sd_bus *bus);

#endif
