#!/bin/bash
# The trial: without a terminal one card and its end; at a terminal without a desktop the card
# there; on a desktop a card of its notification server, also of one that it starts. It leaves no
# process and no file.
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need script dunst jq
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"

export TMPDIR=$SCRATCH/tmp
mkdir -p "$TMPDIR"
touch "$SCRATCH/said"
failed=0 ready=true with=(env)
check() { # NAME CODE WORDS...
	local name=$1 words
	[ "$code" = "$2" ] || { echo "$name: exit $code" && failed=1; }
	for words in "${@:3}"; do
		grep -qF -- "$words" "$SCRATCH/said" || { echo "$name: does not say '$words'" && failed=1; }
	done
	find "$TMPDIR" "$HOME" -type f | grep . && echo "$name: left these" && failed=1
	name_owned org.limberd.Limber1 && echo "$name: limberd still runs" && failed=1
	[ $failed = 0 ] || cat "$SCRATCH/said"
}

# at_terminal WORDS KEYS...: types KEYS when WORDS have come, and $ready says so, in turn.
at_terminal() {
	local line got
	: >"$SCRATCH/said"
	coproc trial { exec "${with[@]}" script -qec ./trial.sh /dev/null 2>&1; }
	# shellcheck disable=SC2154 # coproc sets it
	trial_out=${trial[0]} trial_in=${trial[1]} pid=$trial_PID
	while true; do
		read -r -t "$(scaled 10)" -u "$trial_out" line
		got=$?
		[ $got = 0 ] || break
		echo "$line" >>"$SCRATCH/said"
		[[ $# -gt 0 && $line == *"$1"* ]] || continue
		wait_until "$ready" || failed=1
		printf '%b' "$2" >&"$trial_in"
		shift 2
	done 2>/dev/null
	[ $got -le 128 ] || printf 'q\n\n\n' >&"$trial_in" # it waits for what does not come
	wait "$pid"
	code=$?
}

if [ "${1:-}" = on_demand ]; then
	echo "$DISPLAY" >"$SCRATCH/screen"
	kill "$DUNST_PID"
	wait_until name_free "$NOTIFICATIONS" || exit
	set -- desktop
fi
# shellcheck disable=SC2317 # it is called by its name in $ready
card_came() { # it is up, or was
	name_owned "$NOTIFICATIONS" &&
		"${B:-build}/limber" status --json | jq -e '.cards == 1' >/dev/null
}

if [ "${1:-}" = desktop ]; then
	ready=card_came
	at_terminal 'Enter alone' 'done\n' 'Sitting starts again' '\n'
	dunstctl history | grep -q 'Walk two minutes' || { echo 'dunst had no card' && failed=1; }
	check 'a desktop' 0 'on your desktop' 'limber on'
	exit $failed
fi

env -u DBUS_SESSION_BUS_ADDRESS ./trial.sh >"$SCRATCH/said" 2>&1 </dev/null
code=$?
check 'no terminal' 0 'Walk two minutes' 'Walk two minutes, ' '1 card, 1 done' 'limber on'

at_terminal '[d] Done' d 'done' q 'Enter alone' 'limber log\non\n\n'
check 'a terminal' 0 'Walk two minutes' 'desk  done  walk-break' 'installed Limber' 'limber on'

at_terminal '[d] Done' '\003'
check 'interrupted' 130 'Walk two minutes'

# As a coprocess of a newer bash is started, and whatever runs in the background.
with=(env --ignore-signal=INT)
at_terminal '[d] Done' '\003'
check 'interrupted, though that was ignored' 130 'Walk two minutes'

tests/desktop/with-dunst.sh "$0" desktop || failed=1

mkdir "$SCRATCH/services"
cat >"$SCRATCH/services/dunst.service" <<SERVICE
[D-BUS Service]
Name=$NOTIFICATIONS
Exec=/bin/sh -c "DISPLAY=\$(cat \$SCRATCH/screen) exec dunst -conf \$SCRATCH/dunstrc"
SERVICE
BUS_SERVICES=$SCRATCH/services tests/desktop/with-bus.sh tests/desktop/with-dunst.sh "$0" on_demand ||
	failed=1
exit $failed
