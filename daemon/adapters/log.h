/*
 * The log: structured entries in the journal if stderr is connected to it (JOURNAL_STREAM), else
 * lines "limberd: …" on stderr. Never log health facts.
 */
#ifndef LIMBER_LOG_H
#define LIMBER_LOG_H

#include <syslog.h>

void log_open(void);

/* priority: LOG_ERR to LOG_INFO. reminder: its name, for LIMBER_REMINDER=, or NULL. */
__attribute__((format(printf, 3, 4))) void log_say(int priority, const char *reminder,
						   const char *format, ...);

#endif
