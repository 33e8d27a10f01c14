#!/bin/bash
# The last desk card of the week has the week in a line, and no other card has.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

# limberd with a history until today and `limber watch` as its display. The only hours are those of
# DAY, and the gap leaves no room for a second card in them.
begin_with() { # DAY LINE...
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" "$(date +%F)" 28
	configure 'setup_done = true; quiet = [ ]; first_week = "full"; day_starts = "00:00"; after_return = "0min";' \
		"hours = \"$1 00:00-24:00\"; gap = \"24h\";" "${@:2}" \
		'reminders : { desk : { every = "30min"; wait = "0min"; };
			bedtime : { enabled = false; }; check-up : { enabled = false; }; };'
	limberd_start
	"$B/limber" watch >"$SCRATCH/watched" 2>&1 </dev/null &
	watch=$!
	check "a display is there" grep -qs . "$SCRATCH/watched"
}

leave() {
	kill "$watch"
	limberd_stop
}

card_up() {
	state '.card.reminder == "desk"'
}

has_line() {
	grep -q 'This week: .*longest sit ' "$SCRATCH/watched"
}

part_last() {
	begin_with "$(date +%a)"
	check_now "sitting is corrected" limber sat 40min
	check "the desk card comes" card_up
	check "it has the line" has_line
	leave
}

part_called() {
	begin_with "$(date +%a)"
	check_now "a card is called for" limber try desk
	check "it comes" card_up
	check_now "it has no line" not has_line
	leave
}

part_other_day() {
	begin_with "$(date +%a),$(date -d tomorrow +%a)"
	check_now "sitting is corrected" limber sat 40min
	check "the desk card comes" card_up
	check_now "it has no line" not has_line
	leave
}

part_discreet() {
	begin_with "$(date +%a)" 'discreet = true;'
	check_now "sitting is corrected" limber sat 40min
	check "the desk card comes" card_up
	check_now "it has no line" not has_line
	leave
}

begin "$@"
for part in last called other_day discreet; do
	surrounded with-bus.sh $part &
done
wait
tell
