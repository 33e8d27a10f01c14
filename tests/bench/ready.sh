#!/bin/bash
# ready.sh: from fork to the name on the bus, which READY follows at once: limberd with ten reminders
# and an existing store, beside an empty sd-bus program linked with the same libraries, ROUNDS (50)
# times in turn. The goal is a ratio of at most 2.2.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rounds=${ROUNDS:-50}
within with-bus.sh "$@"

program empty libsystemd libconfig sqlite3
ten_reminders
# A start like any other: there is a store, and its first words were seen.
limberd_run
"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
watch=$!
wait_until grep -qs 'Limber is on' "$SCRATCH/watch" || exit 1
stop "$watch" "$limberd"
for ((i = 0; i < rounds; i++)); do
	"$B/tests/bench/ready" org.limberd.Empty "$SCRATCH/empty" >>"$SCRATCH/empty.us" || exit 1
	"$B/tests/bench/ready" "$LIMBER_NAME" "$B/limberd" >>"$SCRATCH/limberd.us" 2>"$SCRATCH/log" || exit 1
done
empty=$(median "$SCRATCH/empty.us") limberd=$(median "$SCRATCH/limberd.us")
printf 'from fork to the name: limberd %.1f ms, an empty program %.1f ms, ratio %s\n' \
	"$(ratio "$limberd" 1000)" "$(ratio "$empty" 1000)" "$(ratio "$limberd" "$empty")"
