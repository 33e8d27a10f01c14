#!/bin/bash
# status.sh: how long `limber status` and `limber snooze` take, from fork to exit, beside the least
# client there can be and busctl, ROUNDS (200) times in turn; and again while the notification
# server hangs with a card under way and ten reminders due.
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

# measure TITLE VERB BUSCTL-ARGUMENT...
measure() {
	local i name verb
	read -ra verb <<<"$2"
	rm -f "$SCRATCH"/time.*
	for ((i = 0; i < rounds; i++)); do
		timed "$SCRATCH/time.limber" "$B/limber" "${verb[@]}"
		timed "$SCRATCH/time.minimal" "$SCRATCH/minimal" "${verb[0]}"
		timed "$SCRATCH/time.busctl" busctl --user call "$LIMBER_NAME" "${@:3}"
		timed "$SCRATCH/time.nothing" "$(type -P true)"
	done
	printf '%-32s %10s %18s\n' "limber ${verb[0]}, $1" 'median, us' 'limber to it'
	for name in limber minimal busctl nothing; do
		printf '  %-30s %10.0f %18s\n' "$name" "$(median "$SCRATCH/time.$name")" \
			"$(ratio "$(median "$SCRATCH/time.limber")" "$(median "$SCRATCH/time.$name")")"
	done
}

# ten_due: that come with the end of a workout.
ten_due() {
	local i
	echo 'gap = "0min"; hours = "00:00-24:00"; quiet = [ ]; setup_done = true; reminders : {'
	for i in {1..10}; do
		echo "due$i : { on = \"workout\"; say = \"It is due\"; };"
	done
	echo '};'
}

case ${1:-} in
'')
	"$HERE/with-dunst.sh" "$0" 'with dunst' && exec "$HERE/with-hung-server.sh" "$0" 'with a hung server'
	;;
*)
	program minimal libsystemd
	limberd_start "$(ten_due)"
	trap 'stop "$limberd"' EXIT
	"$B/limber" start workout >/dev/null && "$B/limber" stop workout >/dev/null || exit 1
	measure "$1" status "$LIMBER_PATH" "$LIMBER_NAME.Manager" Status
	measure "$1" 'snooze desk 1h' "$LIMBER_PATH/reminder/desk" "$LIMBER_NAME.Reminder" Snooze s 1h
	;;
esac
