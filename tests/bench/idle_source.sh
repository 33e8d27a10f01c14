#!/bin/bash
# What watching for input costs limberd on X11, in wake-ups and private memory: while somebody is
# active all the time, and while nobody is there.
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$HERE/with-dunst.sh" "$0"
need xdotool

wakeups() {
	awk '/^voluntary/ { print $2 }' "/proc/$limberd/status"
}

memory() { # private and dirty, in KiB
	awk '/^Private_Dirty/ { sum += $2 } END { print sum }' "/proc/$limberd/smaps_rollup"
}

measure() { # WHAT COMMAND...
	local before
	before=$(wakeups)
	"${@:2}"
	echo "idle source, $1: $(($(wakeups) - before)) wake-ups in 10 s"
}

active() {
	for _ in {1..50}; do
		xdotool mousemove_relative -- $((1 - RANDOM % 3)) 1
		sleep 0.2
	done
}

TALLY=/dev/null part=bench
configure 'still_sitting = "10s";'
display=$DISPLAY
export DISPLAY=
limberd_start
export DISPLAY=$display
sleep 1
echo "idle source, none: $(memory) KiB private"
limber attach
wait_for 10 state '.idle_source == "XSync"'
xdotool mousemove_relative 1 1
sleep 1
echo "idle source, XSync: $(memory) KiB private"
measure active active
wait_for 20 state '.absences == ["idle"]'
measure away sleep 10
limberd_stop
