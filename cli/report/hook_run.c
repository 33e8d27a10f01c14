/*
 * The words of an event go into the environment and, as JSON, into a file in memory that is the
 * standard input: a pipe could fill, and a command need not read.
 */
#include "cli/report/hook_run.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/report/hook_trouble.h"
#include "cli/shared/json.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/base/text.h"

enum { WORD_SIZE = 256 };

static const struct {
	const char *variable, *key;
	bool number;
} words[HOOK_WORDS] = {
	[HOOK_WORD_EVENT] = { "LIMBER_EVENT", "event", false },
	[HOOK_WORD_REMINDER] = { "LIMBER_REMINDER", "reminder", false },
	[HOOK_WORD_CARD] = { "LIMBER_CARD", "card", true },
	[HOOK_WORD_TITLE] = { "LIMBER_TITLE", "title", false },
	[HOOK_WORD_OUTCOME] = { "LIMBER_OUTCOME", "outcome", false },
	[HOOK_WORD_STEP] = { "LIMBER_STEP", "step", true },
	[HOOK_WORD_STEPS] = { "LIMBER_STEPS", "steps", true },
	[HOOK_WORD_SIDE] = { "LIMBER_SIDE", "side", false },
	[HOOK_WORD_AT] = { "LIMBER_AT", "at", true },
};

struct job {
	struct hooks *hooks;
	enum job_state { JOB_FREE, JOB_WAITS, JOB_RUNS } state;
	uint64_t number; /* in the order of events */
	enum hook hook;
	bool given[HOOK_WORDS];
	char words[HOOK_WORDS][WORD_SIZE];
	pid_t pid; /* of its process group, too */
	bool late; /* it was killed at the time limit */
	sd_event_source *child, *limit;
};

struct hooks {
	sd_event *event;
	char **commands[HOOK_COUNT]; /* NULL: none */
	usec time_limit;
	struct hook_trouble trouble;
	uint64_t numbers;
	bool full; /* that events were dropped was reported */
	struct job jobs[HOOKS_RUNNING + HOOKS_WAITING];
};

enum { JOBS = HOOKS_RUNNING + HOOKS_WAITING };

/* ---- how a command did ---- */

/* NULL: success. An unchanged reason is reported once. */
static void job_report(const struct job *job, const char *why)
{
	struct hooks *hooks = job->hooks;
	const char *key = hook_key(job->hook);
	char *known = hooks->trouble.why[job->hook];
	char **command = hooks->commands[job->hook];
	char now[TROUBLE_SIZE] = "";
	if (why)
		snprintf(now, sizeof(now), "%s: %s", command ? command[0] : "", why);
	if (strcmp(known, now) == 0)
		return;
	if (why)
		fprintf(stderr, "%s: %s\n", key, now);
	else
		fprintf(stderr, _("%s works again\n"), key);
	memcpy(known, now, sizeof(now));
	hook_trouble_write(&hooks->trouble);
}

static void job_judge(const struct job *job, const siginfo_t *info)
{
	char why[TROUBLE_SIZE], limit[LENGTH_SIZE];
	length_say(job->hooks->time_limit, limit);
	if (job->late)
		snprintf(why, sizeof(why), _("it ran for more than %s and was killed"), limit);
	else if (info->si_code != CLD_EXITED)
		snprintf(why, sizeof(why), _("it was ended by signal %d (%s)"), info->si_status,
			 strsignal(info->si_status));
	else
		snprintf(why, sizeof(why), _("it ended with exit status %d"), info->si_status);
	bool well = !job->late && info->si_code == CLD_EXITED && info->si_status == 0;
	job_report(job, well ? NULL : why);
}

/* ---- one command ---- */

static void job_end(struct job *job)
{
	job->child = sd_event_source_disable_unref(job->child);
	job->limit = sd_event_source_disable_unref(job->limit);
	job->state = JOB_FREE;
}

static void jobs_start(struct hooks *hooks);

static int on_exit_of(sd_event_source *source, const siginfo_t *info, void *user)
{
	struct job *job = user;
	job_judge(job, info);
	job_end(job);
	jobs_start(job->hooks);
	return 0;
}

static int on_limit(sd_event_source *source, uint64_t when, void *user)
{
	struct job *job = user;
	job->late = true;
	(void)kill(-job->pid, SIGKILL);
	return 0;
}

/* A file in memory with the words as JSON, at its begin; negative errno. */
static int job_input(const struct job *job)
{
	int fd = memfd_create("limber-hook", MFD_CLOEXEC);
	int copy = fd < 0 ? -1 : dup(fd);
	FILE *out = copy < 0 ? NULL : fdopen(copy, "w");
	if (!out) {
		int r = -errno;
		if (copy >= 0)
			close(copy);
		if (fd >= 0)
			close(fd);
		return r;
	}
	struct json json = json_begin(out);
	json_open(&json, NULL, '{');
	for (int i = 0; i < HOOK_WORDS; i++) {
		if (!job->given[i])
			continue;
		if (words[i].number)
			json_number(&json, words[i].key, strtoll(job->words[i], NULL, 10));
		else
			json_text(&json, words[i].key, job->words[i]);
	}
	json_close(&json, '}');
	json_end(&json);
	fclose(out);
	(void)lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Ours is what a command gets. */
static void job_environment(const struct job *job)
{
	for (int i = 0; i < HOOK_WORDS; i++)
		if (job->given[i])
			(void)setenv(words[i].variable, job->words[i], 1);
		else
			(void)unsetenv(words[i].variable);
}

/* 0 or a negative errno. */
static int job_spawn(struct job *job, char **command, int input)
{
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_t actions;
	sigset_t none, usual;
	const char *home = getenv("HOME");
	sigemptyset(&none);
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
						      POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	if (home && access(home, X_OK) == 0)
		posix_spawn_file_actions_addchdir_np(&actions, home);
	job_environment(job);
	int r = posix_spawnp(&job->pid, command[0], &actions, &attributes, command, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return -r;
}

static int job_follow(struct job *job)
{
	sd_event *event = job->hooks->event;
	int r = sd_event_add_child(event, &job->child, job->pid, WEXITED, on_exit_of, job);
	if (r >= 0)
		r = sd_event_add_time_relative(event, &job->limit, CLOCK_MONOTONIC,
					       (uint64_t)job->hooks->time_limit, 0, on_limit, job);
	return r;
}

static void job_start(struct job *job)
{
	char **command = job->hooks->commands[job->hook];
	int input = command ? job_input(job) : -ECANCELED;
	job->late = false;
	int r = input < 0 ? input : job_spawn(job, command, input);
	if (input >= 0)
		close(input);
	if (r == 0 && (r = job_follow(job)) < 0)
		(void)kill(-job->pid, SIGKILL);
	if (r < 0 && command)
		job_report(job, strerror(-r));
	if (r < 0)
		job_end(job);
	else
		job->state = JOB_RUNS;
}

/* ---- all of them ---- */

static int jobs_in(const struct hooks *hooks, enum job_state state)
{
	int count = 0;
	for (int i = 0; i < JOBS; i++)
		count += hooks->jobs[i].state == state;
	return count;
}

/* The one that waits longest; NULL: none does. */
static struct job *jobs_first(struct hooks *hooks)
{
	struct job *first = NULL;
	for (struct job *job = hooks->jobs; job < hooks->jobs + JOBS; job++)
		if (job->state == JOB_WAITS && (!first || job->number < first->number))
			first = job;
	return first;
}

static void jobs_start(struct hooks *hooks)
{
	struct job *next;
	while (jobs_in(hooks, JOB_RUNS) < HOOKS_RUNNING && (next = jobs_first(hooks)))
		job_start(next);
}

static struct job *job_free(struct hooks *hooks)
{
	bool full = jobs_in(hooks, JOB_WAITS) >= HOOKS_WAITING;
	if (full && !hooks->full)
		fprintf(stderr, _("%d commands wait already: further events are dropped\n"),
			HOOKS_WAITING);
	hooks->full = full;
	for (int i = 0; i < JOBS && !full; i++)
		if (hooks->jobs[i].state == JOB_FREE)
			return &hooks->jobs[i];
	return NULL;
}

void hooks_take(struct hooks *hooks, const struct hook_event *event)
{
	struct job *job = hooks->commands[event->hook] ? job_free(hooks) : NULL;
	if (!job)
		return;
	*job = (struct job){ .hooks = hooks, .hook = event->hook, .state = JOB_WAITS };
	job->number = hooks->numbers++;
	for (int i = 0; i < HOOK_WORDS; i++) {
		const char *word = i == HOOK_WORD_EVENT ? hook_key(event->hook) + strlen("on_")
							: event->words[i];
		job->given[i] = word != NULL;
		if (word)
			snprintf(job->words[i], WORD_SIZE, "%.*s", (int)text_fit(word, WORD_SIZE),
				 word);
	}
	snprintf(job->words[HOOK_WORD_AT], WORD_SIZE, "%lld",
		 (long long)(when_now() / (uint64_t)USEC_PER_SEC));
	job->given[HOOK_WORD_AT] = true;
	jobs_start(hooks);
}

int hooks_set(struct hooks *hooks, const struct config *config)
{
	int count = 0;
	for (int i = 0; i < HOOK_COUNT; i++) {
		free(hooks->commands[i]);
		hooks->commands[i] = hook_words(config, (enum hook)i);
		count += hooks->commands[i] != NULL;
	}
	hooks->time_limit = hook_time_limit(config);
	hooks->trouble = (struct hook_trouble){ 0 };
	hook_trouble_write(&hooks->trouble);
	return count;
}

int hooks_new(sd_event *event, struct hooks **ret)
{
	*ret = calloc(1, sizeof(**ret));
	if (!*ret)
		return -ENOMEM;
	(*ret)->event = event;
	return 0;
}

struct hooks *hooks_free(struct hooks *hooks)
{
	static const struct hook_trouble none;
	if (!hooks)
		return NULL;
	for (int i = 0; i < JOBS; i++) {
		if (hooks->jobs[i].state == JOB_RUNS)
			(void)kill(-hooks->jobs[i].pid, SIGKILL);
		job_end(&hooks->jobs[i]);
	}
	for (int i = 0; i < HOOK_COUNT; i++)
		free(hooks->commands[i]);
	hook_trouble_write(&none);
	free(hooks);
	return NULL;
}
