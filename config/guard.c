#include "config/guard.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config/errors.h"

/* A sanitizer reports the crash better. */
#if defined(__SANITIZE_ADDRESS__)
enum { GUARDS = false };
#else
enum { GUARDS = true };
#endif

static const char *words; /* translated beforehand: gettext() is not async-signal-safe */

static void guard_hit(int signal)
{
	if (write(STDERR_FILENO, words, strlen(words)) < 0)
		_exit(EXIT_FAILURE);
	_exit(EXIT_FAILURE);
}

void guard_begin(struct guard *guard)
{
	const struct sigaction hit = { .sa_handler = guard_hit };
	words = _("Limber ends: there was no memory for the configuration.\n");
	guard->up = GUARDS && sigaction(SIGSEGV, &hit, &guard->before) == 0;
}

void guard_end(struct guard *guard)
{
	if (guard->up)
		(void)sigaction(SIGSEGV, &guard->before, NULL);
	guard->up = false;
}
