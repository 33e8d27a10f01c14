/*
 * How long a command takes from its fork until it has ended, the median in milliseconds, and the
 * most memory of one run in KiB; its output is thrown away.
 *
 * usage: timed ROUNDS NAME COMMAND [ARGUMENT...]
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS_MAX = 1000 };

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void run(char *const command[])
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	dup2(null, STDOUT_FILENO);
	execvp(command[0], command);
	_exit(127);
}

int main(int argc, char *argv[])
{
	static double took[ROUNDS_MAX];
	int rounds = argc > 3 ? atoi(argv[1]) : 0;
	long peak = 0;
	if (rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	for (int i = 0; i < rounds; i++) {
		struct rusage usage;
		int status;
		double begin = now();
		pid_t child = fork();
		if (child == 0)
			run(argv + 3);
		if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
			fprintf(stderr, "timed: %s failed\n", argv[2]);
			return 1;
		}
		took[i] = now() - begin;
		peak = usage.ru_maxrss > peak ? usage.ru_maxrss : peak;
	}
	qsort(took, (size_t)rounds, sizeof(took[0]), ascending);
	printf("%-36s %10.1f %12ld\n", argv[2], took[rounds / 2], peak);
	return 0;
}
