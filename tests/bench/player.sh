#!/bin/bash
# player.sh: the drift of a routine. Ten minutes simulated, with late wakes; and a real routine of 68
# seconds on a card of dunst, where a monitor on the bus sees when each part was sent and when the
# server replied. The goal is at most 50 ms of drift in 10 min and 100 ms from a step to its card.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
need dbus-monitor busctl
within with-dunst.sh "$@"

# times: when each change was sent, and when the server replied, in seconds. The first reply is for the
# new card.
times() {
	awk -F '\t' '
		$1 == "sig" && $8 == "CardChanged" { told[++changes] = $2 }
		$1 == "mc" && $8 == "Notify" { asked[$4 " " $3] = 1 }
		$1 == "mr" && (($5 " " $6) in asked) { answered[answers++] = $2 }
		END {
			for (i = 1; i <= changes && i < answers; i++)
				printf "%.6f %.6f\n", told[i], answered[i]
		}
	' "$SCRATCH/monitor"
}

told() {
	[ "$(times | wc -l)" -ge "$1" ]
}

"$B/tests/bench/player" >"$SCRATCH/simulated" || exit 1
awk '$1 != "late" { seconds = $1; drift = $2 > drift ? $2 : drift }
	$1 == "late" { printf "simulated, %d s: drift %.3f ms, with wakes late by %.0f ms in all\n",
		seconds, drift, $2 }' "$SCRATCH/simulated"

limberd_start 'reminders : { drill : { items = "micro-pause"; on = "workout"; }; };' 'setup_done = true;'
: >"$SCRATCH/monitor"
dbus-monitor --session --profile >"$SCRATCH/monitor" &
monitor=$!
"$B/limber" watch >/dev/null 2>&1 </dev/null & # a display on the bus: the monitor sees what it is told
watch=$!
trap 'stop "$limberd" "$monitor" "$watch"' EXIT
wait_until grep -q NameAcquired "$SCRATCH/monitor" || exit 1
"$B/limber" try drill >/dev/null
wait_until grep -q CardShown "$SCRATCH/monitor" || exit 1
"$B/limber" start >/dev/null || exit 1
for ((i = 0; i < 80; i++)); do
	told 4 && break
	sleep 1
done
# Its parts begin after 20, 34 and 68 seconds.
times | awk '
	BEGIN { split("0 20 34 68", due, " ") }
	NR == 1 { start = $1 }
	NR <= 4 {
		drift = ($1 - start - due[NR]) * 1e3
		printf "real, after %2d s: drift %6.1f ms, on the screen after %5.1f ms\n",
			due[NR], drift, ($2 - $1) * 1e3
	}'
