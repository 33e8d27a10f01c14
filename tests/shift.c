/*
 * Another date for all that a test runs: preloaded, it moves the wall clock of a program by $SHIFT
 * seconds, and its children's, as LD_PRELOAD is inherited. CLOCK_REALTIME is moved where it is
 * read, where it is set, and in timers and sleeps that end at a time of it; the times of files are,
 * too, so that a new file is as old as it is. Clocks that only run are left alone. tests/dates.sh
 * uses it.
 *
 * It answers in place of the C library's functions of the same name and asks those for the rest.
 */
/* Both names of a function are answered for, so neither may stand for the other here. */
#undef _FILE_OFFSET_BITS
#undef _TIME_BITS
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/types.h>
#include <time.h>

/* The function of that name behind this one. */
#define BEHIND(function) (__extension__(__typeof__(&(function))) dlsym(RTLD_NEXT, #function))

static int64_t shift(void)
{
	static bool known;
	static int64_t seconds;
	if (!known) {
		const char *text = getenv("SHIFT");
		seconds = text ? strtoll(text, NULL, 10) : 0;
		known = true;
	}
	return seconds;
}

static bool is_wall(clockid_t clock)
{
	return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE ||
	       clock == CLOCK_REALTIME_ALARM || clock == CLOCK_TAI;
}

int clock_gettime(clockid_t clock, struct timespec *ret)
{
	static __typeof__(&clock_gettime) real;
	if (!real)
		real = BEHIND(clock_gettime);
	int r = real(clock, ret);
	if (r == 0 && is_wall(clock))
		ret->tv_sec += shift();
	return r;
}

int clock_settime(clockid_t clock, const struct timespec *to)
{
	struct timespec moved = *to;
	if (is_wall(clock))
		moved.tv_sec -= shift();
	return BEHIND(clock_settime)(clock, &moved);
}

int gettimeofday(struct timeval *restrict ret, void *restrict zone)
{
	struct timespec now;
	(void)zone;
	int r = clock_gettime(CLOCK_REALTIME, &now);
	if (r == 0)
		*ret = (struct timeval){ now.tv_sec, now.tv_nsec / 1000 };
	return r;
}

/* By the same clock as the kernel's time(), which is a moment behind the fine one. */
time_t time(time_t *ret)
{
	struct timespec now = { 0 };
	clock_gettime(CLOCK_REALTIME_COARSE, &now);
	if (ret)
		*ret = now.tv_sec;
	return now.tv_sec;
}

int timespec_get(struct timespec *ret, int base)
{
	return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, ret) == 0 ? base : 0;
}

/* A time of the moved clock as one of the kernel's: zero would mean none at all. */
static struct timespec unmoved(struct timespec at)
{
	int64_t seconds;
	if (at.tv_sec == 0 && at.tv_nsec == 0)
		return at;
	if (__builtin_sub_overflow((int64_t)at.tv_sec, shift(), &seconds))
		return at; /* never */
	at.tv_sec = seconds;
	return seconds < 0 ? (struct timespec){ 0, 1 } : at;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *until, struct timespec *left)
{
	struct timespec at = is_wall(clock) && (flags & TIMER_ABSTIME) ? unmoved(*until) : *until;
	return BEHIND(clock_nanosleep)(clock, flags, &at, left);
}

/* ---- timers: whose clock is the wall's ---- */

enum { FILES = 1 << 16 };
static bool on_wall[FILES];

int timerfd_create(clockid_t clock, int flags)
{
	int fd = BEHIND(timerfd_create)(clock, flags);
	if (fd >= 0 && fd < FILES)
		on_wall[fd] = is_wall(clock);
	return fd;
}

int timerfd_settime(int fd, int flags, const struct itimerspec *to, struct itimerspec *before)
{
	struct itimerspec moved = *to;
	if ((flags & TFD_TIMER_ABSTIME) && fd >= 0 && fd < FILES && on_wall[fd])
		moved.it_value = unmoved(to->it_value);
	return BEHIND(timerfd_settime)(fd, flags, &moved, before);
}

/* ---- files ---- */

static int move_times(int r, struct stat *of)
{
	if (r == 0) {
		of->st_atim.tv_sec += shift();
		of->st_mtim.tv_sec += shift();
		of->st_ctim.tv_sec += shift();
	}
	return r;
}

int stat(const char *restrict path, struct stat *restrict ret)
{
	return move_times(BEHIND(stat)(path, ret), ret);
}

int lstat(const char *restrict path, struct stat *restrict ret)
{
	return move_times(BEHIND(lstat)(path, ret), ret);
}

int fstat(int fd, struct stat *ret)
{
	return move_times(BEHIND(fstat)(fd, ret), ret);
}

int fstatat(int folder, const char *restrict path, struct stat *restrict ret, int flags)
{
	return move_times(BEHIND(fstatat)(folder, path, ret, flags), ret);
}

int statx(int folder, const char *restrict path, int flags, unsigned mask,
	  struct statx *restrict ret)
{
	int r = BEHIND(statx)(folder, path, flags, mask, ret);
	if (r == 0) {
		ret->stx_atime.tv_sec += shift();
		ret->stx_btime.tv_sec += shift();
		ret->stx_ctime.tv_sec += shift();
		ret->stx_mtime.tv_sec += shift();
	}
	return r;
}

/* UTIME_NOW and UTIME_OMIT stand in for nanoseconds, and then the seconds mean nothing. */
static const struct timespec *unmoved_times(const struct timespec at[2], struct timespec ret[2])
{
	for (int i = 0; at && i < 2; i++) {
		ret[i] = at[i];
		ret[i].tv_sec -= shift();
	}
	return at ? ret : NULL;
}

int utimensat(int folder, const char *path, const struct timespec at[2], int flags)
{
	struct timespec moved[2];
	return BEHIND(utimensat)(folder, path, unmoved_times(at, moved), flags);
}

int futimens(int fd, const struct timespec at[2])
{
	struct timespec moved[2];
	return BEHIND(futimens)(fd, unmoved_times(at, moved));
}

int utimes(const char *path, const struct timeval at[2])
{
	struct timeval moved[2];
	for (int i = 0; at && i < 2; i++)
		moved[i] = (struct timeval){ at[i].tv_sec - shift(), at[i].tv_usec };
	return BEHIND(utimes)(path, at ? moved : NULL);
}

/* On 64 bits the names for large files are the same functions. */
#if __WORDSIZE == 64
int stat64(const char *restrict path, struct stat64 *restrict ret) __attribute__((alias("stat")));
int lstat64(const char *restrict path, struct stat64 *restrict ret) __attribute__((alias("lstat")));
int fstat64(int fd, struct stat64 *ret) __attribute__((alias("fstat")));
int fstatat64(int folder, const char *restrict path, struct stat64 *restrict ret, int flags)
	__attribute__((alias("fstatat")));
#endif
