#!/bin/bash
# tray.sh: private memory of limber-tray, when it has begun and after ROUNDS (50) changes, beside an
# empty sd-bus program that is linked with the same libraries; and how often it wakes up.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rounds=${ROUNDS:-50} span=${IDLE_SECONDS:-60}
within with-bus.sh "$@"

# memory PID FIELD: KiB.
memory() {
	awk -v field="$2:" '$1 == field { print $2 }' "/proc/$1/smaps_rollup"
}

# wakes PID: how often it has waited.
wakes() {
	awk '/^voluntary_ctxt_switches/ { print $2 }' "/proc/$1/status"
}

row() { # NAME PID
	private=$(memory "$2" Private_Dirty)
	printf '%-26s %14d %9d %6d %8s\n' "$1" "$private" "$(memory "$2" Pss)" "$(memory "$2" Rss)" \
		"$(ratio "$private" "$yardstick")"
}

waited() { # NAME COMMAND...: how often limber-tray woke up in it
	local name=$1 before
	shift
	before=$(wakes $tray)
	"$@"
	printf '%-40s %6d\n' "$name" $(($(wakes $tray) - before))
}

program lone libsystemd
sync "$B/limber-tray" "$SCRATCH/lone"
# As the unit has it.
GLIBC_TUNABLES=$(sed -n 's/^Environment=GLIBC_TUNABLES=//p' "$BENCH/../../systemd/limber-tray.service.in")
export GLIBC_TUNABLES
limberd_start 'setup_done = true; hours = [ "00:00-24:00" ]; quiet = [ ]; first_week = "full";'
"$SCRATCH/lone" &
empty=$!
"$B/limber-tray" &
tray=$!
trap 'stop "$limberd" "$empty" "$tray"' EXIT
wait_server org.limberd.Empty "$empty" && wait_server org.limberd.Limber1.Tray "$tray" || exit 1
sleep 1
yardstick=$(memory "$empty" Private_Dirty)
echo "KiB                         private dirty       PSS    RSS    ratio"
row empty "$empty"
row "limber-tray, started" "$tray"
for ((i = 0; i < rounds; i++)); do
	"$B/limber" pause >/dev/null && "$B/limber" resume >/dev/null || exit 1
	busctl --user get-property org.limberd.Limber1.Tray /StatusNotifierItem \
		org.kde.StatusNotifierItem IconPixmap ToolTip >/dev/null || exit 1
done
row "limber-tray, $rounds changes later" "$tray"

echo "wake-ups"
waited "sitting, $span s of 50 min" sleep "$span"
"$B/limber" pause >/dev/null
sleep 1
waited "paused, $span s" sleep "$span"
"$B/limber" resume >/dev/null
"$B/limber" away >/dev/null
sleep 1
waited "away, $span s" sleep "$span"
