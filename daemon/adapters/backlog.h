/*
 * Limits the queue of replies to about 1 MiB, whatever clients call and do not read. While calls
 * come faster than they are answered, or the bus takes the replies too slowly, a caller with many
 * calls gets errors, or no reply; other callers are served.
 */
#ifndef LIMBER_BACKLOG_H
#define LIMBER_BACKLOG_H

#include <systemd/sd-bus.h>

/* Add the filter to a connection; it is removed with it. */
int backlog_limit(sd_bus *bus);

#endif
