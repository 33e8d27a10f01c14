#!/bin/bash
# What limber monitor --record writes of a running limberd, limber simulate plays to the same
# rows as limber log has.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
# shellcheck disable=SC1091 source-path=SCRIPTDIR source=bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
B=$(realpath "${B:-$HERE/../../build}")
export B LC_ALL=C.UTF-8 TZ=${TEST_ZONE:-Europe/Berlin}
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-dunst.sh" "$(readlink -f "$0")"
need jq

mkdir -p "$XDG_CONFIG_HOME/limber"
echo 'setup_done = true; first_week = "full"; hours = "00:00-24:00"; quiet = "04:00-04:01";' \
	>"$XDG_CONFIG_HOME/limber/limber.conf"
"$B/limberd" 2>"$SCRATCH/log" &
limberd=$!
trap 'stop "$limberd" ${monitor:+"$monitor"}' EXIT
wait_server org.limberd.Limber1 "$limberd" "$SCRATCH/log" || exit 1

card_up() { [ "$("$B/limber" status --json | jq -r '.card.shown')" != null ]; }
noticed() { grep -qE "^\+[^ ]+ $1" "$SCRATCH/day"; }

: >"$SCRATCH/day"
"$B/limber" sat 20m >/dev/null
"$B/limber" monitor --record "$SCRATCH/day" &
monitor=$!
wait_until grep -q '^state \[desk\]' "$SCRATCH/day" || exit 1
mode=$(stat -c %a "$SCRATCH/day")
[ "$mode" = 600 ] || { echo "others may read the recording: $mode" && exit 1; }
"$B/limber" try desk >/dev/null
wait_until card_up || exit 1
"$B/limber" partly >/dev/null
"$B/limber" try water >/dev/null
wait_until card_up || exit 1
"$B/limber" skip >/dev/null
"$B/limber" set desk every=5min >/dev/null
"$B/limber" "done" bedtime >/dev/null
"$B/limber" undo >/dev/null
wait_until noticed undo || exit 1
stop "$monitor"
monitor=

rows='[.rows[] | select(.reminder and .outcome != "taken_back") | [.reminder, .item, .outcome]] | sort'
log=$("$B/limber" log :today --json | jq -c "$rows")
played=$("$B/limber" simulate "$SCRATCH/day" --json | jq -c "$rows")
[ "$(jq length <<<"$log")" -ge 2 ] || { echo "the log has: $log" && exit 1; }
[ "$log" = "$played" ] && exit 0
printf 'the log has %s\nthe day has %s\n' "$log" "$played"
grep -vE '^(config|state) ' "$SCRATCH/day"
exit 1
