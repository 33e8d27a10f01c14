#!/bin/bash
# The programs of examples/ that talk to limberd over D-Bus, in C, Python and shell, each against
# limberd on a private bus: what they print and what they change. The C one compiles without a warning.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need busctl jq
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"
export TZ=Europe/Berlin LC_ALL=C.UTF-8
failed=0 skipped=0

mkdir -p "$XDG_CONFIG_HOME/limber"
cat >"$XDG_CONFIG_HOME/limber/limber.conf" <<'END'
hours = "00:00-24:00"; quiet = [ ]; gap = "0min"; first_week = "full"; setup_done = true;
END

limber() {
	"$B/limber" "$@" >"$SCRATCH/out" 2>&1 </dev/null || fail "limber $*: $(cat "$SCRATCH/out")"
}

fail() {
	echo "$part: $*"
	failed=1
}

prints() { # FILE TEXT
	wait_until grep -qsF -- "$2" "$SCRATCH/$1" || fail "no '$2' in: $(cat "$SCRATCH/$1")"
}

state() { # FILTER
	"$B/limber" status --json </dev/null | jq -e "$1" >/dev/null
}

# Calls for the card, as soon as there is a display for it.
called() {
	wait_until "$B/limber" try desk >/dev/null 2>&1
}

limberd_start() {
	"$B/limberd" 2>>"$SCRATCH/limberd.log" 9>&- &
	limberd=$!
	wait_server org.limberd.Limber1 $limberd "$SCRATCH/limberd.log" || exit 1
}

# Needs the compiler that built limberd; the card is there long enough to have been seen.
part_c() {
	command -v "${CC:-cc}" >/dev/null && pkg-config --exists libsystemd || return 77
	# shellcheck disable=SC2046 # words of the compiler
	"${CC:-cc}" -std=c17 -Wall -Wextra -Wno-unused-parameter -Werror -o "$SCRATCH/cards.bin" \
		examples/cards.c $(pkg-config --cflags --libs libsystemd) || fail 'does not compile'
	mkfifo "$SCRATCH/lines"
	"$SCRATCH/cards.bin" <"$SCRATCH/lines" >"$SCRATCH/cards" 2>&1 &
	local cards=$!
	exec 9>"$SCRATCH/lines"
	prints cards 'Limber is on'
	limber try desk
	prints cards 'Walk two minutes'
	echo perhaps >&9
	prints cards 'cards: "perhaps" is not an answer'
	echo 'done' >&9
	prints cards '[done]'
	limber log --json
	jq -e '.rows[-1] | .reminder == "desk" and .outcome == "done"' "$SCRATCH/out" >/dev/null ||
		fail "is not booked: $(cat "$SCRATCH/out")"
	stop "$limberd"
	limberd_start
	: >"$SCRATCH/cards"
	called || fail 'a new limberd does not show its card there'
	echo 'done' >&9
	prints cards '[done]'
	exec 9>&-
	wait "$cards" || fail "ends $?"
}

part_python() {
	/usr/bin/python3 -c 'from gi.repository import Gio' 2>/dev/null || return 77
	/usr/bin/python3 -B examples/sitting.py --once >"$SCRATCH/once" || fail "ends $?"
	local next
	next=$("$B/limber" status --json | jq -r '.next + ", " + (.next_at | strflocaltime("%H:%M")), "  " + .next_why')
	[ "$next" = "$(tail -n 2 "$SCRATCH/once")" ] || fail "no '$next' in: $(cat "$SCRATCH/once")"
	/usr/bin/python3 -B examples/sitting.py >"$SCRATCH/follows" &
	local python=$!
	prints follows 'Sitting: 0 of 50 min'
	limber sat 20m
	prints follows 'Sitting: 20 of 50 min'
	"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
	local watch=$!
	prints watch Watching
	limber try desk
	prints follows 'of desk: '
	limber skip
	prints follows 'desk: skipped'
	stop "$limberd"
	prints follows 'limberd does not run'
	limberd_start
	: >"$SCRATCH/follows"
	limber sat 10m
	prints follows 'Sitting: '
	stop "$watch" "$python"
}

part_shell() {
	examples/quiet-while.sh "$B/limber" status --json >"$SCRATCH/quiet"
	local next
	next=$("$B/limber" status --json | jq -r '.next + ", " + (.next_at | strflocaltime("%H:%M"))')
	[ "$next" = "$(head -n 1 "$SCRATCH/quiet")" ] || fail "no '$next' in: $(cat "$SCRATCH/quiet")"
	tail -n 1 "$SCRATCH/quiet" | jq -e '.paused_until > .now and (.paused_why | endswith("/limber"))' \
		>/dev/null || fail 'does not pause'
	state '.paused_until == null' || fail 'does not resume'
	examples/quiet-while.sh false >/dev/null && fail 'does not end as the command does'
	limber pause 1h --why lunch
	examples/quiet-while.sh true >/dev/null || fail "ends $?"
	state '.paused_why == "lunch"' || fail 'ends a pause that is not its own'
	stop "$limberd"
	examples/quiet-while.sh true >"$SCRATCH/quiet" 2>&1 && fail 'works without limberd'
	limberd_start
}

limberd_start
trap 'stop $limberd' EXIT
for part in part_c part_python part_shell; do
	"$part"
	[ $? -ne 77 ] || { echo "SKIPPED: what $part needs is not installed"; skipped=1; }
done
[ $failed = 0 ] || exit 1
exit $((skipped * 77))
