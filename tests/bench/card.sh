#!/bin/bash
# card.sh: from the moment a card is due until the notification server (dunst) has answered for
# it, ROUNDS (20) times. Due is the moment that a snooze of a second ends; the times of the
# messages are those that a monitor on the bus saw. Beside it notify-send, from fork to answer.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
rounds=${ROUNDS:-20}
need dbus-monitor busctl
within with-dunst.sh "$@"

shown() { # NUMBER: so many cards have been answered for
	[ "$(grep -c . <(answers))" -ge "$1" ]
}

# answers: when the server answered a Notify, microseconds, a line each.
answers() {
	awk -F '\t' '
		$1 == "mc" && $8 == "Notify" { asked[$4 " " $3] = 1 }
		$1 == "mr" && (($5 " " $6) in asked) { printf "%.0f\n", $2 * 1e6 }
	' "$SCRATCH/monitor"
}

# sent MEMBER KIND: when such messages were sent.
sent() {
	awk -F '\t' -v member="$1" -v kind="$2" \
		'$1 == kind && $8 == member { printf "%.0f\n", $2 * 1e6 }' "$SCRATCH/monitor"
}

# snooze: puts the card off by a second and prints when that ends, in microseconds.
snooze() {
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH/reminder/desk" "$LIMBER_NAME.Reminder" \
		Snooze s 1s | sed 's/.*"Until" t \([0-9]*\).*/\1/'
}

# after TIMES: from each line of the first input to that of the second, the median.
after() {
	paste "$1" "$2" | awk 'NF == 2 { print $2 - $1 }' >"$SCRATCH/after"
	median "$SCRATCH/after"
}

row() { # WHAT MEDIAN YARDSTICK
	printf '%-44s %8.1f %8s\n' "$1" "$(ratio "$2" 1000)" "$(ratio "$2" "$3")"
}

limberd_start 'hours = "00:00-24:00"; quiet = [ ];'
dbus-monitor --session --profile >"$SCRATCH/monitor" &
monitor=$!
trap 'stop "$limberd" "$monitor"' EXIT
wait_until grep -q NameAcquired "$SCRATCH/monitor" || exit 1

"$B/limber" try desk >/dev/null
for ((i = 1; i <= rounds; i++)); do
	wait_until shown "$i" || exit 1
	snooze >>"$SCRATCH/due"
done
wait_until shown $((rounds + 1)) || exit 1
answers | tail -n +2 >"$SCRATCH/card"
sent Rang sig | tail -n +2 >"$SCRATCH/rang"
sent Notify mc | tail -n +2 >"$SCRATCH/notify"

card=$(after "$SCRATCH/due" "$SCRATCH/card")
yardstick=nan
if command -v notify-send >/dev/null; then
	stop "$limberd"
	for ((i = 1; i <= rounds; i++)); do
		now >>"$SCRATCH/forked"
		notify-send --transient "Walk two minutes"
	done
	wait_until shown $((2 * rounds + 1)) || exit 1
	answers | tail -n "$rounds" >"$SCRATCH/other"
	yardstick=$(after "$SCRATCH/forked" "$SCRATCH/other")
fi
echo "median of $rounds                                        ms  to notify-send"
row 'due to the step (Rang)' "$(after "$SCRATCH/due" "$SCRATCH/rang")" "$yardstick"
row 'due to Notify sent' "$(after "$SCRATCH/due" "$SCRATCH/notify")" "$yardstick"
row 'due to Notify answered' "$card" "$yardstick"
row 'notify-send: fork to Notify answered' "$yardstick" "$yardstick"
