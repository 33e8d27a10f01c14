/* What `limber hooks` and `limber doctor` agree on. */
#ifndef LIMBER_REPORT_HOOKS_H
#define LIMBER_REPORT_HOOKS_H

/* Whoever runs the commands has this name, so that only one does. */
#define HOOKS_BUS_NAME LIMBER_BUS_NAME ".Hooks"

#endif
