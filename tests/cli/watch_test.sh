#!/bin/bash
# limber watch in a pipe and in a terminal: cards, keys, the end and start of limberd, and the
# restored terminal. Without arguments it runs itself on a private bus.
set -u
HERE=$(dirname "$(readlink -f "$0")")
SELF=$HERE/watch_test.sh
# shellcheck source=tests/desktop/bus.inc
. "$HERE/../desktop/bus.inc"
B=${B:-$SELF/../../../build}
export TZ=Europe/Berlin LC_ALL=C.UTF-8 TERM=xterm
failed=0

fail() {
	echo "$*"
	failed=1
}

expect() { # FILE TEXT - it appears there
	wait_until grep -qF -- "$2" "$1" || fail "'$2' is missing in: $(cat -v "$1")"
}

daemon_start() {
	: >"$SCRATCH/calls"
	"$B/tests/cli/fake_daemon" "$@" >"$SCRATCH/calls" &
	daemon=$!
	wait_until grep -q ready "$SCRATCH/calls"
}

in_a_pipe() {
	daemon_start card
	: >"$SCRATCH/pipe"
	"$B/limber" watch >"$SCRATCH/pipe" </dev/null &
	local watch=$! code
	expect "$SCRATCH/pipe" 'Walk two minutes'
	expect "$SCRATCH/pipe" 'Answer: limber done'
	"$B/limber" "done" >"$SCRATCH/done"
	expect "$SCRATCH/pipe" ': done'
	[ "$(grep -c '51 min sitting' "$SCRATCH/pipe")" = 1 ] || fail 'the card came twice'
	grep -q $'\033' "$SCRATCH/pipe" && fail 'colour in a pipe'
	kill $watch
	wait $watch
	code=$?
	[ $code = 0 ] || fail "ended by a signal it gives $code"
	stop "$daemon"
}

# terminal_start: limber watch in a terminal, its keys on descriptor 7, its screen in $SCRATCH/tty.
terminal_start() {
	rm -f "$SCRATCH/keys" "$SCRATCH/pid"
	mkfifo "$SCRATCH/keys"
	: >"$SCRATCH/tty"
	script -qfec "stty -a >$SCRATCH/before
		sh -c 'echo \$\$ >$SCRATCH/pid; exec $B/limber watch'
		echo ended \$?; stty -a >$SCRATCH/after" "$SCRATCH/tty" <"$SCRATCH/keys" >/dev/null &
	terminal=$!
	exec 7>"$SCRATCH/keys"
	wait_until test -s "$SCRATCH/pid"
	watch=$(cat "$SCRATCH/pid")
}

terminal_end() {
	expect "$SCRATCH/tty" "ended ${1:-0}"
	exec 7>&-
	wait "$terminal"
	cmp -s "$SCRATCH/before" "$SCRATCH/after" || fail "the terminal stays changed after $2"
}

in_a_terminal() {
	daemon_start card
	terminal_start
	expect "$SCRATCH/tty" '[d] Done   [l] Later (10 min)   [a] Another   [s] Skip   [q] quit'
	printf 'l' >&7
	expect "$SCRATCH/calls" 'Answer 7 snoozed'
	expect "$SCRATCH/tty" ': snoozed'
	stop "$daemon"
	expect "$SCRATCH/tty" 'limberd has ended'
	daemon_start
	expect "$SCRATCH/tty" 'Watching. Next card: desk, 14:18'
	grep -q RegisterDisplay "$SCRATCH/calls" || fail 'the new limberd knows no display'
	printf 'q' >&7
	terminal_end 0 q
	stop "$daemon"
}

# shellcheck disable=SC2317 # called by wait_until
stopped() {
	grep -q '^State:.T' "/proc/$watch/status"
}

signals() {
	daemon_start card
	local signal
	for signal in INT TERM HUP QUIT; do
		terminal_start
		expect "$SCRATCH/tty" '[q] quit'
		kill -s $signal "$watch"
		terminal_end 0 $signal
	done
	terminal_start
	expect "$SCRATCH/tty" '[q] quit'
	kill -s TSTP "$watch"
	wait_until stopped || fail 'it does not stop'
	kill -s CONT "$watch"
	printf 'd' >&7
	expect "$SCRATCH/calls" 'Answer 7 done'
	expect "$SCRATCH/tty" ': done'
	printf 'q' >&7
	terminal_end 0 'a stop'
	stop "$daemon"
}

# In a terminal there is colour, but where the user does not want it.
colours() {
	local setting
	daemon_start
	for setting in NO_COLOR=1 TERM=dumb COLOUR=yes; do
		script -qec "env $setting $B/limber status" /dev/null </dev/null >"$SCRATCH/tty"
		grep -q 'Limber is on' "$SCRATCH/tty" || fail "no status with $setting"
		if grep -q $'\033' "$SCRATCH/tty"; then
			[ $setting = COLOUR=yes ] || fail "colour in spite of $setting"
		else
			[ $setting != COLOUR=yes ] || fail 'no colour in a terminal'
		fi
	done
	stop "$daemon"
}

need script dbus-daemon dbus-send
if [ $# -eq 0 ]; then
	exec "$HERE/../desktop/with-bus.sh" "$SELF" run
fi
in_a_pipe
in_a_terminal
signals
colours
exit $failed
