#!/bin/bash
# status.sh: how long `limber status` takes, from fork to exit, beside the least client there can
# be and busctl, ROUNDS (200) times in turn; and again while the notification server hangs with a
# card under way.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rounds=${ROUNDS:-200}

# timed FILE COMMAND...: appends how many microseconds it took.
timed() {
	local begin=$EPOCHREALTIME end
	"${@:2}" >/dev/null || { echo "failed: ${*:2}" >&2; exit 1; }
	end=$EPOCHREALTIME
	echo $((${end/[.,]/} - ${begin/[.,]/})) >>"$1"
}

measure() { # TITLE
	local i name
	rm -f "$SCRATCH"/time.*
	for ((i = 0; i < rounds; i++)); do
		timed "$SCRATCH/time.limber" "$B/limber" status
		timed "$SCRATCH/time.minimal" "$SCRATCH/minimal"
		timed "$SCRATCH/time.busctl" busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" \
			"$LIMBER_NAME.Manager" Status
		timed "$SCRATCH/time.nothing" "$(type -P true)"
	done
	printf '%-28s %10s %22s\n' "$1" 'median, us' 'limber status to it'
	for name in limber minimal busctl nothing; do
		printf '  %-26s %10.0f %22s\n' "$name" "$(median "$SCRATCH/time.$name")" \
			"$(ratio "$(median "$SCRATCH/time.limber")" "$(median "$SCRATCH/time.$name")")"
	done
}

case ${1:-} in
'')
	"$HERE/with-dunst.sh" "$0" 'with dunst' && exec "$HERE/with-hung-server.sh" "$0" 'with a hung server'
	;;
*)
	program minimal libsystemd
	limberd_start ''
	trap 'stop "$limberd"' EXIT
	"$B/limber" try desk >/dev/null || exit 1
	measure "$1"
	;;
esac
