#!/bin/bash
# Input as X11 reports it, from a private X server: absence, return, gaps, the end and restart of the
# server, a server that hangs, and the cost of all that; and limberd itself.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
# shellcheck source=tests/desktop/idle.inc
. "$HERE/idle.inc"

# High numbers: the low ones go to who asks for a free one, also while a server of ours is down.
x_start() { # [NUMBER] - its process is $x
	for _ in 1 2 3; do
		x_try "${1:-$((100 + RANDOM % 900))}" && break
		stop "$x"
	done
	[ -n "$number" ] || { wrong "no X server: $(cat "$SCRATCH/xvfb.log")"; exit 1; }
	export DISPLAY=:$number
}

# x_try NUMBER: somebody else may have it; its end ends the waiting.
x_try() {
	rm -f "$SCRATCH/display"
	mkfifo "$SCRATCH/display"
	Xvfb ":$1" -displayfd 9 -screen 0 320x240x24 -nolisten tcp -noreset \
		9>"$SCRATCH/display" 2>"$SCRATCH/xvfb.log" 8>&- &
	x=$!
	read -r -t "$(scaled 10)" number <"$SCRATCH/display"
}

move() {
	xdotool mousemove_relative -- $((1 - RANDOM % 3)) 1
}

part_watches() {
	x_start
	say_begin 1200 600 0
	check "it is known" said "known XSync"
	move
	forget
	check "the absence is told" said "absent *"
	check_now "and since when: $(ago)" near "$(ago)" 600 150
	local before at
	check "it has nothing left to do" asleep
	before=$(switches)
	check "the longer one is told" said "absent *" "absent *"
	check "nothing wakes it but that: ${woken:-}" woke_only 3
	forget
	at=$(milliseconds)
	move
	check "input is told" said present
	check_now "at once: $(($(milliseconds) - at)) ms" soon 200 $(($(milliseconds) - at))
	forget
	check "it has nothing left to do" asleep
	before=$(switches)
	for _ in {1..8}; do
		move
	done
	check "it tells nothing until the next absence" said "absent *"
	check "and was not woken before: ${woken:-}" woke_only 3
	say_end
	stop "$x"
}

# A length shorter than the current idle time: reported at once, with the true time.
part_levels() {
	x_start
	say_begin 60000 0 0
	check "it is known" said "known XSync"
	move
	forget
	tell_say "want 60000 0 700"
	check "a gap" said moment
	forget
	tell_say "want 60000 300 0"
	check "the absence is told" said "absent *"
	check_now "with all of it: $(ago)" near "$(ago)" 750 200
	tell_say "want 60000 0 0"
	forget
	move
	check "input is told though nobody waits for that length now" said present
	forget
	tell_say "want 60000 300 0"
	check "an absence" said "absent *"
	forget
	tell_say "want 60000 0 250"
	check "a gap that is there" said moment
	move
	check "and the next, after the return" said moment present moment
	tell_say "want 60000 400 0"
	move
	check "and none unasked, for as long as an absence" grep -q absent "$SCRATCH/said"
	check_now "of that" [ "$(grep -c moment "$SCRATCH/said")" = 2 ]
	say_end
	stop "$x"
}

# What a window manager would set, on a window of xev.
part_screen() {
	command -v xprop xev >/dev/null || { echo "skipped screen: no x11-utils" >>"$TALLY"; return; }
	local window
	x_start
	xev >"$SCRATCH/xev" 2>&1 8>&- &
	local xev=$!
	check "a window" grep -qs 'Outer window is' "$SCRATCH/xev"
	window=$(sed -n 's/^Outer window is \(0x[0-9a-f]*\).*/\1/p' "$SCRATCH/xev")
	say_begin 600000 0 0
	check "it is known" said "known XSync"
	tell_say screen
	check "no window is in front" said "known XSync" "screen free"
	forget
	xprop -root -f _NET_ACTIVE_WINDOW 32x -set _NET_ACTIVE_WINDOW "$window"
	xprop -id "$window" -f _NET_WM_STATE 32a -set _NET_WM_STATE _NET_WM_STATE_FULLSCREEN
	check "full screen" said "screen full"
	xprop -id "$window" -f _NET_WM_STATE 32a -set _NET_WM_STATE _NET_WM_STATE_ABOVE
	check "not any more" said "screen full" "screen free"
	forget
	xprop -id "$window" -f _NET_WM_STATE 32a -set _NET_WM_STATE _NET_WM_STATE_FULLSCREEN
	check "full screen again" said "screen full"
	stop "$xev"
	check "its window has gone, and is still said to be in front" said "screen full" "screen free"
	tell_say "no screen"
	check "nobody asks any more" said "screen full" "screen free" "screen unknown"
	say_end
	stop "$x"
}

part_server() {
	x_start
	say_begin 300 0 0
	check "the absence is told" said "known XSync" "absent *"
	forget
	stop "$x"
	check "what it told is taken back" said "unknown " present
	x_start "$number"
	check "one that comes back is found" said "unknown " present "known XSync" "absent *"
	forget
	stop "$x"
	check "it is gone" said "unknown " present
	x_start
	tell_say "look :$number"
	check "another is looked for" said "unknown " present "known XSync" "absent *"
	forget
	tell_say "look :$number"
	tell_say name
	check "the same is kept" said "name XSync input only"
	say_end
	stop "$x"
}

# Who calls before limberd has its name is answered as soon as it has, and rightly.
part_first() {
	x_start
	dbus-update-activation-environment DISPLAY
	check "X11 tells" first_answer XSync
	end_first
	check "it ends" name_free "$LIMBER_NAME"
	stop "$x"
}

end_first() {
	kill "$(busctl --user call org.freedesktop.DBus / org.freedesktop.DBus \
		GetConnectionUnixProcessID s "$LIMBER_NAME" | cut -d' ' -f2)"
}

# It waits for the X server, but not for one that a busy machine holds up: then it is begun anew.
first_answer() { # SOURCE
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status -j >"$SCRATCH/first"
	[ "$(jq -r '.data[0].IdleSource.data' "$SCRATCH/first")" = "$1" ] && return
	end_first
	patient 10 name_free "$LIMBER_NAME"
	return 1
}

tries_over() { # each wakes it
	(($(switches) >= gone + 3))
}

# A server that starts late, between two rare attempts, is noticed by its socket.
part_late() {
	x_start
	say_begin 300 0 0
	check "it is known" said "known XSync" "absent *"
	stop "$x"
	check "it is gone" said "known XSync" "absent *" "unknown " present
	local gone
	gone=$(switches)
	check "the tries of the first seconds are over: the next is at 8.5 s" tries_over
	forget
	local at
	at=$(milliseconds)
	x_start "$number"
	check "it is back" said "known XSync" "absent *"
	at=$(($(milliseconds) - at))
	check_now "by itself: $at ms" soon 3000 "$at"
	say_end
	stop "$x"
}

ends() { # limberd, well
	kill "$limberd" && wait "$limberd"
}

# limberd answers, and ends, while its X server hangs: before the first word or later.
part_limberd_hung() {
	x_start
	limberd_start
	check "X11 tells" state '.idle_source == "XSync"'
	kill -STOP "$x"
	check_now "it answers" quicker 100 limber status
	check_now "it ends" quicker 100 ends
	limberd_start
	check_now "it answers from the start" quicker 100 limber status
	check_now "and says so" says 'does not answer'
	check_now "it ends" quicker 100 ends
	kill -CONT "$x"
	stop "$x"
}

# A server that hangs at the start is waited for; one that hangs later sends nothing.
part_hung() {
	x_start
	kill -STOP "$x"
	say_begin 300 0 0
	tell_say name
	check "nothing hangs" said "name  waits"
	kill -CONT "$x"
	check "it answers" said "name  waits" "known XSync" "absent *"
	kill -STOP "$x"
	forget
	tell_say "want 400 200 100"
	tell_say name
	check "nothing hangs then either" said "name XSync input only"
	kill -CONT "$x"
	check "it goes on" grep -q moment "$SCRATCH/said"
	say_end
	stop "$x"
}

# limberd itself: it begins without a display, and one is attached.
part_limberd() {
	limberd_start
	check_now "nobody tells" state '.idle_source == "" and (.sources[] | select(.kind == "idle") |
		.state == "missing")'
	x_start
	check_now "attach" limber attach
	check "X11 tells" state '.idle_source == "XSync" and (.sources[] | select(.kind == "idle") |
		.state == "ok")'
	stop "$x"
	check "nobody tells again" state '.idle_source == ""'
	limberd_stop
}

# Within Wayland the counter of X11 is not to be trusted.
part_wayland() {
	x_start
	export WAYLAND_DISPLAY=nowhere
	say_begin 300 0 0
	tell_say name
	check "X11 is not asked" said "name *"
	check_now "nor was its plug-in loaded" not grep -q idle-x11 "/proc/$sayer/maps"
	say_end
	stop "$x"
}

case ${1:-} in
'') need Xvfb xdotool busctl dbus-update-activation-environment ;;
esac
begin "$@"
surrounded with-bus.sh watches levels screen
surrounded with-bus.sh server hung wayland
surrounded with-bus.sh limberd limberd_hung
surrounded with-bus.sh late
services=$(mktemp -d)
printf '[D-BUS Service]\nName=%s\nExec=%s\n' "$LIMBER_NAME" "$B/limberd" >"$services/limberd.service"
BUS_SERVICES=$services surrounded with-bus.sh first
rm -r "$services"
tell
