#!/bin/bash
# What watching for input costs limberd, on X11 and on Wayland (sway), in wake-ups and private
# memory: while somebody is active all the time, and while nobody is there.
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

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
	echo "idle source, $name, $1: $(($(wakeups) - before)) wake-ups in 10 s"
}

# costs VARIABLE: of the display that it names.
costs() {
	local display=${!1}
	configure 'still_sitting = "10s";'
	export "$1="
	limberd_start
	export "$1=$display"
	sleep 1
	echo "idle source, none: $(memory) KiB private"
	limber attach
	patient 10 state '.idle_source != ""'
	name=$("$B/limber" status --json | jq -r .idle_source)
	input
	sleep 1
	echo "idle source, $name: $(memory) KiB private"
	measure active active
	patient 20 state '.absences == ["idle"]'
	measure away sleep 10
	limberd_stop
}

TALLY=/dev/null part=bench
case ${1:-} in
x11)
	input() {
		xdotool mousemove_relative -- $((1 - RANDOM % 3)) 1
	}
	active() {
		for _ in {1..50}; do
			input
			sleep 0.2
		done
	}
	costs DISPLAY
	;;
sway)
	input() {
		wtype -k Shift_L
	}
	# One keyboard: each that is added or removed is announced to all clients of the seat.
	active() {
		wtype -d 200 "$(printf '%050d' 0)"
	}
	costs WAYLAND_DISPLAY
	;;
*)
	need xdotool
	"$HERE/with-bus.sh" "$HERE/with-dunst.sh" "$TEST" x11
	exec "$HERE/with-sway.sh" "$TEST" sway
	;;
esac
