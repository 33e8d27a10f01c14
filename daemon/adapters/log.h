/*
 * The log: one line an event, said once, at the edge. Structured fields in the journal when it
 * reads our stderr (JOURNAL_STREAM), else a line "limberd: …" on stderr. Never health facts.
 */
#ifndef LIMBER_LOG_H
#define LIMBER_LOG_H

#include <syslog.h>

void log_open(void);

/* priority: LOG_ERR … LOG_INFO. reminder: its name, sent as LIMBER_REMINDER=, or NULL. */
__attribute__((format(printf, 3, 4))) void log_say(int priority, const char *reminder,
						   const char *format, ...);

#endif
