/*
 * A writer that is killed at any moment loses nothing that it acknowledged: row and state are
 * both there, or neither. The child acknowledges each save on a pipe; the parent kills it after
 * a random number of acknowledgements and then some.
 */
#include "tests/store/scratch.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "tests/core/random_state.h"

enum { ROUNDS = 100 };

/* Add rows after the last one until killed. */
static void writer_run(const struct scratch *scratch, int pipe)
{
	struct store *store = NULL;
	struct store_trouble trouble;
	if (store_open(scratch->folder, &store, &trouble) != STORE_OK)
		_exit(1);
	for (uint64_t sequence = store_found(store).next_sequence;; sequence++) {
		if (record_saved(store, sequence) != 0)
			_exit(2);
		if (write(pipe, &sequence, sizeof(sequence)) != sizeof(sequence))
			_exit(3);
	}
}

static void wait_some(struct dice *dice)
{
	struct timespec some = { 0, (long)dice_roll(dice, 3000000) };
	nanosleep(&some, NULL);
}

/* Return the last acknowledged row, `last` if there was none. */
static uint64_t round_run(const struct scratch *scratch, struct dice *dice, uint64_t last,
			  int *status)
{
	int ends[2];
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		writer_run(scratch, ends[1]);
	close(ends[1]);
	uint64_t until = last + dice_roll(dice, 12);
	while (last < until && read(ends[0], &last, sizeof(last)) == sizeof(last))
		;
	wait_some(dice);
	kill(child, SIGKILL);
	waitpid(child, status, 0);
	while (read(ends[0], &last, sizeof(last)) == sizeof(last))
		;
	close(ends[0]);
	return last;
}

static void nothing_acknowledged_is_missing(void **state)
{
	const struct scratch *scratch = *state;
	struct rows rows = rows_begin(state);
	struct dice dice = { (uint64_t)time(NULL) * UINT64_C(0x9e3779b97f4a7c15) | 1 };
	uint64_t seed = dice.bits, last = 0;
	int unacknowledged = 0;
	for (int round = 1; round <= ROUNDS; round++) {
		int status;
		last = round_run(scratch, &dice, last, &status);
		struct store *store = store_opened(scratch, STORE_OK);
		struct found found = store_found(store);
		store_free(store);
		/* One more may have reached the disk before it could be acknowledged. */
		bool good = !found.gap && found.next_sequence == found.rows + 1 &&
			    (found.rows == last || found.rows == last + 1);
		row_check(&rows, good && WIFSIGNALED(status),
			  "round %d, seed %#llx: acknowledged %d, found %d rows, next %d, "
			  "status %d%s",
			  round, (unsigned long long)seed, (int)last, (int)found.rows,
			  (int)found.next_sequence, status, found.gap ? ", a gap" : "");
		unacknowledged += found.rows > last;
		last = found.rows;
	}
	print_message("%d rows, %d of them not yet acknowledged\n", (int)last, unacknowledged);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_acknowledged_is_missing, scratch_make,
						scratch_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
