#!/bin/bash
# limberd against a hostile client (hostile.c): it answers every call in time, stays the same
# process, does not grow, and works afterwards.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

memory() { # KiB
	sed -n 's/^VmRSS: *\([0-9]*\) kB/\1/p' "/proc/$limberd/status"
}

part_hostile() {
	local before
	configure "$ANYTIME" 'setup_done = true;'
	limberd_start
	before=$(memory)
	"$B/tests/bus/hostile" >"$SCRATCH/hostile"
	check_now "every call is answered: $(tail -n 20 "$SCRATCH/hostile")" test $? = 0
	check_now "there were enough: $(cat "$SCRATCH/hostile")" \
		grep -Eq '^[4-9] objects, [0-9]{4,} calls' "$SCRATCH/hostile"
	check_now "it is the same process" kill -0 "$limberd"
	# The memory of sanitizers grows by itself.
	[ -n "$SAN" ] || check_now "it grew from $before to $(memory) KiB" \
		test $(($(memory) - before)) -lt 20480
	check_now "status is quick" quicker 500 limber status
	check_now "done" limber "done" desk
	check_now "and booked" row '.reminder == "desk" and .outcome == "done"'
	limberd_stop
	limberd_start
	check_now "what it saved can be read" state '[.problems[] | select(contains("notification server") | not)] == []'
	check_now "and not a part is lost" not logged unreadable
	limberd_stop
}

begin "$@"
[ -x "$B/tests/bus/hostile" ] || { echo "there is no $B/tests/bus/hostile: make tests first"; exit 1; }
surrounded with-bus.sh hostile
tell
