#!/bin/bash
# limberd shows cards that are due, on a private bus: of sitting, of a clock time, and again where
# nobody answers.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

# Whether the clock showed the minute of this second before: summer time ended.
repeated() { # SECOND
	local ago
	for ago in 1800 3600; do
		[ "$(date -d "@$1" +%H:%M)" != "$(date -d "@$(($1 - ago))" +%H:%M)" ] || return 0
	done
	return 1
}

# Two cards without a command: after a minute of sitting, and at a clock time.
# Within ten minutes of each other they are one card.
part_due() {
	local second at
	second=$(date -d '+65 seconds' +%s) at=$(date -d '+65 seconds' +%H:%M)
	repeated "$second" && echo 'SKIPPED: the clock shows these minutes a second time today' && return
	configure "$ANYTIME" 'card_time = "1h";' 'setup_done = true;' "reminders : {
		desk : { every = \"1min\"; };
		lunch : { at = \"$at\"; say = \"Eat away from the desk.\"; };
		bedtime : { enabled = false; }; check-up : { enabled = false; }; };"
	limberd_start
	check "it says hello" displayed 1
	dunstctl close
	check "and goes" displayed 0
	check_now "both are foreseen" state '[.reminders[] |
		select(.enabled and .trigger != "on").speaks] | all(. > 0)'
	check_now "a card comes" patient 135 present displayed 1
	check "it is known" state '.card.shown > 0'
	check_now "there is a button" "$HERE/press.sh" "done"
	check "it is answered, for both" rows ".rows | length == 2"
	check_now "one of each" rows '[.rows[].reminder] | sort == ["desk", "lunch"]'
	check_now "each with the card" rows '.rows | all(.outcome == "done" and .shown > 0)'
	check_now "not before its time" rows '.rows[] | select(.reminder == "lunch") |
		.shown - .due >= 0'
	check_now "the clock time was kept" rows ".rows[] | select(.reminder == \"lunch\") |
		.due == $((second - second % 60))"
	limberd_stop
}

# urgencies IS: the urgency of the first card of each limberd.
urgencies() {
	[ "$(busctl --user --json=short call "$NOTIFICATIONS" /org/freedesktop/Notifications \
		org.freedesktop.DBus.Mock GetMethodCalls s Notify |
		jq -r '[.data[0][][1] | select(.[3].data == "Stand up") | .[6].data.urgency.data] |
		join(" ")')" = "$1" ]
}

# An unanswered card is shown once more, as an urgent one; the third start shows no other.
part_insist() {
	[ -z "$SAN" ] || { echo "SKIPPED: a sanitizer is loaded before all else" && return; }
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	/usr/bin/python3 -m dbusmock --session --template notification_daemon \
		--parameters '{"capabilities": "body actions"}' >"$SCRATCH/mock" 2>&1 &
	local mock=$!
	wait_server "$NOTIFICATIONS" "$mock" "$SCRATCH/mock" || wrong "no mock server"
	configure "$ANYTIME" 'card_time = "10s"; setup_done = true;' 'reminders : {
		rise : { on = "login"; title = "Stand up"; say = "Now."; wait = "0"; insist = true; };
		desk : { enabled = false; }; water : { enabled = false; };
		bedtime : { enabled = false; }; check-up : { enabled = false; }; };'
	limberd_start
	check_now "a card comes" patient 20 urgencies 1
	check_now "nobody answers" patient 20 row '.outcome == "unanswered"'
	limberd_stop
	local -x LD_PRELOAD=$B/tests/shift.so SHIFT=$((${SHIFT:-0} + 700))
	limberd_start
	check_now "it comes once more, urgent" patient 20 urgencies "1 2"
	check_now "nobody answers again" patient 20 rows '[.rows[].outcome] == ["unanswered", "unanswered"]'
	limberd_stop
	SHIFT=$((SHIFT + 700))
	limberd_start
	check_now "it waits for nothing" state '.reminders[] | select(.name == "rise").due == null'
	check_now "it does not come a third time" urgencies "1 2"
	limberd_stop
	stop "$mock"
}

need xdotool
begin "$@"
surrounded with-dunst.sh due &
surrounded with-bus.sh insist
wait
tell
