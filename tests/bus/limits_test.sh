#!/bin/bash
# How much of limberd one client can have: values, displays, calls whose answers it does not read.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

memory() { # KiB, at most so far
	sed -n 's/^VmHWM: *\([0-9]*\) kB/\1/p' "/proc/$limberd/status"
}

# spent COMMAND...: what limberd needs for it in microseconds of a processor, in $spent.
spent() {
	local before after
	before=$(cut -d' ' -f1 "/proc/$limberd/schedstat")
	"$@"
	after=$(cut -d' ' -f1 "/proc/$limberd/schedstat")
	spent=$(((after - before) / 1000))
}

# many TEXT: as often as a value has room for.
many() {
	local text
	text=$(printf "$1%.0s" {1..4100})
	echo "${text:0:4096}"
}

set_all() { # KEY VALUE - of four reminders
	local i arguments=()
	for i in 1 2 3 4; do
		arguments+=("reminders.r$i.$1" "$2")
	done
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Set 'a{ss}b' 4 "${arguments[@]}" true \
		>"$SCRATCH/out" 2>"$SCRATCH/err"
}

part_values() {
	local key text
	limberd_start
	check_now "a long value is refused" refuses 1 'quiet has 32000 bytes: at most 4096' set quiet="$(printf ',%.0s' {1..32000})"
	check_now "many of them" not busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Set 'a{ss}b' 5 \
		gap "$(many x)" cap "$(many x)" quiet "$(many x)" hours "$(many x)" later x true
	for key in at hours items say; do
		for text in ',' '12:00,' 'Mon,' 'a '; do
			spent set_all "$key" "$(many "$text")"
			# Ten times what it is to take on a slow machine; what grows by the square takes seconds.
			check_now "$key of $text takes $spent us" soon 500 $((spent / 1000))
			check_now "$key of $text is refused" grep -q "reminders.r1.$key: " "$SCRATCH/err"
		done
	done
	limberd_stop
}

part_displays() {
	local before
	configure "$ANYTIME" 'setup_done = true;'
	limberd_start
	before=$(memory)
	check_now "64 of them" test "$("$B/tests/bus/greedy" displays 70)" = \
		"64, then $LIMBER_NAME.Error.Refused; again welcome"
	check "those that left make room" test "$("$B/tests/bus/greedy" displays 1)" = '1, then all; again welcome'
	[ -n "$SAN" ] || check_now "it grew from $before to $(memory) KiB" test $(($(memory) - before)) -lt 2048
	limberd_stop
}

part_unread() {
	local before greedy
	limberd_start
	before=$(memory)
	mkfifo "$SCRATCH/in"
	"$B/tests/bus/greedy" unread 15000 <"$SCRATCH/in" >"$SCRATCH/greedy" &
	greedy=$!
	exec 7>"$SCRATCH/in"
	check "all are sent" grep -q sent "$SCRATCH/greedy"
	check_now "others are answered" patient 100 limber status
	[ -n "$SAN" ] || check_now "it grew from $before to $(memory) KiB" test $(($(memory) - before)) -lt 4096
	exec 7>&-
	wait "$greedy"
	check_now "status is quick again" patient 100 quicker 500 limber status
	limberd_stop
}

begin "$@"
need busctl
[ -x "$B/tests/bus/greedy" ] || { echo "there is no $B/tests/bus/greedy: make tests first"; exit 1; }
for part in values displays unread; do
	surrounded with-bus.sh $part
done
tell
