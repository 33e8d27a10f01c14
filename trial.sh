#!/bin/bash
# Try Limber from the build folder $B on temporary state: no configuration or history of the user is
# read or written. If the session bus has or can start a notification server and has no limberd, cards
# appear on the desktop; otherwise in this terminal, over a private bus. Without a terminal: show one
# card, answer it, print the status and exit.
set -u
cd "$(dirname "$0")" || exit

on_terminal() {
	[ -t 0 ] && [ -t 1 ]
}

# A job started in the background ignores Ctrl-C, which a shell itself cannot undo.
if on_terminal && [ -n "$(trap -p INT)" ]; then
	exec env --default-signal=INT ./trial.sh
fi
PATH=$(realpath "${B:-build}"):$PATH
LIMBER_LOCALEDIR=$(realpath "${B:-build}")/locale
export LIMBER_LOCALEDIR
scratch=$(mktemp -d) || exit
chmod 700 "$scratch"
bus_pid='' daemon_pid='' watch_pid=''

leave() {
	trap '' INT TERM HUP # do not interrupt the cleanup
	local pid
	for pid in $watch_pid $daemon_pid $bus_pid; do
		kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
	done
	rm -rf "$scratch"
}
trap leave EXIT
trap 'leave; trap - INT EXIT; kill -INT $$' INT # the parent sees the interruption
trap 'exit 143' TERM HUP

die() {
	echo "trial.sh: $*" >&2
	cat "$scratch/log" >&2 2>/dev/null
	exit 1
}

on_bus() { # NAME - true if it has an owner; does not activate it
	dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.NameHasOwner "string:$1" 2>/dev/null | grep -q true
}

on_demand() { # NAME - true if the bus can activate it
	dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
		org.freedesktop.DBus.ListActivatableNames 2>/dev/null | grep -qF "\"$1\""
}

# Some notification servers are activated by the first card.
has_desktop() {
	[ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] && ! on_bus org.limberd.Limber1 || return
	on_bus org.freedesktop.Notifications && return
	[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && on_demand org.freedesktop.Notifications
}

# Without service folders, so that this bus activates nothing.
start_bus() {
	mkfifo "$scratch/address"
	cat >"$scratch/bus.conf" <<-END
		<busconfig>
		 <type>session</type>
		 <listen>unix:path=$scratch/bus</listen>
		 <policy context="default">
		  <allow eavesdrop="true"/>
		  <allow own="*"/>
		  <allow send_destination="*" eavesdrop="true"/>
		 </policy>
		</busconfig>
	END
	dbus-daemon --config-file="$scratch/bus.conf" --nofork --nopidfile \
		--print-address=3 3>"$scratch/address" 2>"$scratch/log" &
	bus_pid=$!
	read -r -t 10 DBUS_SESSION_BUS_ADDRESS <"$scratch/address" || die 'no private bus'
	export DBUS_SESSION_BUS_ADDRESS
	unset DISPLAY WAYLAND_DISPLAY
}

start_daemon() {
	local try
	export XDG_CONFIG_HOME=$scratch/config XDG_STATE_HOME=$scratch/state
	unset NOTIFY_SOCKET JOURNAL_STREAM
	limberd 2>"$scratch/log" &
	daemon_pid=$!
	for ((try = 0; try < 100; try++)); do
		on_bus org.limberd.Limber1 && return
		kill -0 $daemon_pid 2>/dev/null || break
		sleep 0.05
	done
	die 'limberd does not start'
}

# Split a line into words, with the quotes of a shell but no expansion.
split() { # LINE - into words
	mapfile -t words < <(xargs -r printf '%s\n' <<<"$1" 2>/dev/null)
	[ ${#words[@]} -gt 0 ] || read -r -a words <<<"$1"
}

# Read verbs, without "limber" before them, until an empty line.
prompt() {
	local line words
	cat <<-END

		Type a verb, such as: status, snooze 20m, done, explain, pause 1h, undo,
		try desk${1:-}, log, help. Enter alone ends the trial.
	END
	while read -r -e -p 'limber> ' line && [ -n "$line" ]; do
		history -s "$line"
		split "$line"
		[ "${words[0]:-}" = limber ] && words=("${words[@]:1}")
		case ${words[0]:-status} in
		on | off | attach) echo "That is for an installed Limber: make install" ;;
		q | quit | exit) break ;;
		*) limber "${words[@]}" ;;
		esac
	done
}

# Retry until `limber watch` runs: a card without a display is dropped at once.
ring_until_shown() {
	local try
	for ((try = 0; try < 50; try++)); do
		limber try desk
		limber status --json | grep -q '"shown": [1-9]' && break
		sleep 0.1
	done >/dev/null 2>&1
}

# A server that the first card activates may be too late for it.
ring_on_desktop() {
	local try
	for ((try = 0; try < 3; try++)); do
		limber try desk 2>/dev/null && return
		sleep 1
	done
	limber try desk
}

one_card() { # the first line of limber watch reports that it is ready
	local line tried=''
	exec 4< <(exec limber watch 2>&1 </dev/null)
	watch_pid=$!
	while read -r -t 20 line <&4; do
		echo "$line"
		[ -n "$tried" ] || limber try desk
		tried=yes
		[[ $line != *limber\ done* ]] || { limber "done" && break; }
	done
	limber status || die 'no card came'
	limber log | grep -q . || die 'the card was not booked'
}

if ! on_terminal; then
	start_bus
	start_daemon
	one_card
elif has_desktop; then
	start_daemon
	ring_on_desktop &&
		echo 'The card is on your desktop. Answer it there, or here where it has no buttons.'
	prompt
else
	why='There is no desktop here that shows notifications'
	[ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] && on_bus org.limberd.Limber1 &&
		why='A limberd runs already and is left alone'
	start_bus
	start_daemon
	echo "$why: the cards come to this"
	echo 'terminal. Answer with d (done), l (later) or s (skip); q quits the cards, and a'
	echo 'prompt comes.'
	ring_until_shown &
	watch_pid=$!
	limber watch
	prompt ', watch'
fi
cat <<'END'

That was a trial, and nothing of it is kept. To keep Limber:
  sudo make install      then, in your session:  limber on
END
