#!/bin/bash
# idle.sh: what limberd costs while nothing happens: context switches and CPU over IDLE_SECONDS (600),
# beside an empty sd-bus program. The next card is 50 minutes away, so the aim is zero.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
span=${IDLE_SECONDS:-600}
within with-bus.sh "$@"

# switches PID: voluntary context switches of all its threads.
switches() {
	cat "/proc/$1"/task/*/status | awk '/^voluntary_ctxt_switches/ { sum += $2 } END { print sum }'
}

# cpu PID: nanoseconds on a processor, all threads.
cpu() {
	cat "/proc/$1"/task/*/schedstat | awk '{ sum += $1 } END { printf "%.0f\n", sum }'
}

# quiet PID: nothing happened in it for half a second.
quiet() {
	local before
	before=$(switches "$1")
	sleep 0.5
	[ "$before" = "$(switches "$1")" ]
}

program empty libsystemd libconfig sqlite3
limberd_start 'hours = [ "00:00-24:00" ]; reminders : { bedtime : { enabled = false; }; };'
"$SCRATCH/empty" "$SCRATCH/empty.db" &
empty=$!
trap 'stop "$limberd" "$empty"' EXIT
wait_server org.limberd.Empty "$empty" || exit 1
wait_until quiet "$limberd" && wait_until quiet "$empty" || exit 1

limberd_switches=$(switches "$limberd") limberd_cpu=$(cpu "$limberd")
empty_switches=$(switches "$empty") empty_cpu=$(cpu "$empty")
sleep "$span"
echo "idle for $span s       voluntary switches   CPU, us"
row() {
	printf '%-20s %20d %9d\n' "$1" "$2" $(($3 / 1000))
}
row limberd $(($(switches "$limberd") - limberd_switches)) $(($(cpu "$limberd") - limberd_cpu))
row empty $(($(switches "$empty") - empty_switches)) $(($(cpu "$empty") - empty_cpu))
