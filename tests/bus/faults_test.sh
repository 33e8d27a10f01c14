#!/bin/bash
# limberd when things around it go wrong: a second one, signals, kill -9 at any moment, a bus or a
# notification server that is missing, hung, gone or back.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

begin_anytime() {
	configure "$ANYTIME"
	limberd_start
}

# second VARIABLE=VALUE... COMMAND...: a limberd that has to end; its output is in $SCRATCH/second.
second() {
	timeout 5 env "$@" 2>"$SCRATCH/second"
	[ $? = 1 ]
}

told() {
	grep -q "another limberd (pid $limberd)" "$SCRATCH/second"
}

part_second() {
	begin_anytime
	limber "done" desk
	check_now "a second one ends" second "$B/limberd"
	check_now "it is told who is there" told
	check_now "with another store, too" second XDG_STATE_HOME="$SCRATCH/other" "$B/limberd"
	check_now "it is told who has the name" told
	check_now "on another bus, too" second "$HERE/with-bus.sh" \
		env XDG_STATE_HOME="$XDG_STATE_HOME" "$B/limberd"
	check_now "it is told who has the store" told
	check_now "the first one is unharmed" limber "done" desk
	check_now "and its store, too" rows '[.rows[].outcome] == ["done", "done"]'
	check_now "and it is the first one" kill -0 "$limberd"
	limberd_stop
}

# At the same moment, as a session's start and a click may do it: one of them lives.
part_race() {
	local pids=() alive=()
	while [ ${#pids[@]} -lt 6 ]; do
		"$B/limberd" 2>>"$SCRATCH/limberd.log" &
		pids+=($!)
	done
	check "five of six end" five_ended
	limberd=${alive[0]}
	check "the one that lives has the name, once it is ready" limber "done" desk
	check_now "and the store" row '.outcome == "done"'
	limberd_stop
}

five_ended() {
	local pid
	alive=()
	for pid in "${pids[@]}"; do
		kill -0 "$pid" 2>/dev/null && alive+=("$pid")
	done
	[ ${#alive[@]} = 1 ]
}

part_ends() {
	begin_anytime
	limber pause 2h --why dentist
	local signal
	for signal in TERM INT; do
		check_now "SIG$signal ends it soon" quicker 200 end_by "$signal"
		check_now "with 0" test "$code" = 0
		limberd_start
		check_now "all is saved" state '.paused_why == "dentist"'
	done
	kill -HUP "$limberd"
	check "SIGHUP reads the configuration" logged 'the configuration was read'
	limberd_stop
}

end_by() {
	kill -s "$1" "$limberd"
	ended "$limberd"
}

# watch_start: a display that is no desktop; its process is $watch, what it shows $SCRATCH/watched.
watch_start() {
	"$B/limber" watch >"$SCRATCH/watched" 2>&1 </dev/null &
	watch=$!
	check "a display watches" grep -qs ^Watching "$SCRATCH/watched"
}

part_killed() {
	begin_anytime
	check_now "done" limber "done" desk
	limberd_kill
	limberd_start
	check_now "the answer is there" row '.outcome == "done"'
	watch_start
	check_now "a card" limber try desk
	check "it is up" state '.card.shown > 0'
	limberd_kill
	limberd_start
	check_now "the card that was up is unanswered" rows '[.rows[].outcome] == ["done", "unanswered"]'
	check_now "none is up" state '.card == null'
	check_now "it can still be done" limber "done"
	check_now "and is" rows '[.rows[].outcome] == ["done", "done"]'
	stop "$watch"
	limberd_stop
}

# Answers, snoozes and pauses until one is not acknowledged; each is printed before and after.
ask_on() {
	while :; do
		number=$((number + 1))
		echo "ask done $number" && limber "done" desk && echo "ok done $number" || return
		echo "ask snooze $number" && limber snooze desk 3h && echo "ok snooze $number" || return
		echo "ask pause $number" && limber pause 2h --why "$number" && echo "ok pause $number" ||
			return
	done
}

# count WORDS: how many lines of what was asked begin with them.
count() {
	grep -c "^$1 " "$SCRATCH/asked"
}

# What was asked for last may have been done without having been acknowledged; the last pause, too,
# when something else was asked for since.
kept() {
	local why pending
	why=$(grep -E '^(ok|is) pause' "$SCRATCH/asked" | tail -n 1 | cut -d ' ' -f 3)
	pending=$(grep ' pause' "$SCRATCH/asked" | tail -n 1 | sed -n 's/^ask pause //p')
	rows ".rows | length | . >= $(count 'ok done') and . <= $(count 'ask done')" &&
		state ".paused_why | . == \"$why\" or (\"$pending\" != \"\" and . == \"$pending\")" &&
		case $(tail -n 1 "$SCRATCH/asked") in
		'ask pause'* | 'ok pause'*) state '[.reminders[0].holds[].hold] | index("snoozed")' ;;
		esac
}

asked_for() { # LINES, all in all
	[ "$(wc -l <"$SCRATCH/asked")" -ge "$1" ]
}

part_killed_often() {
	local round number=0
	begin_anytime
	: >"$SCRATCH/asked"
	for round in {1..20}; do
		(ask_on) >>"$SCRATCH/asked" &
		patient 10 asked_for $(($(wc -l <"$SCRATCH/asked") + RANDOM % 20))
		limberd_kill
		wait $!
		number=$((round * 1000))
		limberd_start
		check_now "round $round: nothing acknowledged is missing: $(tail -n 4 "$SCRATCH/asked")" kept
		# A pause that was not acknowledged may hold for more than this round.
		limber status --json
		echo "is pause $(jq -r .paused_why "$SCRATCH/out")" >>"$SCRATCH/asked"
	done
	check_now "enough was asked: $(count ok)" test "$(count ok)" -gt 50
	check_now "the store was never damaged" state '[.problems[] | select(contains("damaged"))] == []'
	limberd_stop
}

part_bus_gone() {
	begin_anytime
	check_now "done" limber "done" desk
	kill "$(busctl --user call org.freedesktop.DBus / org.freedesktop.DBus \
		GetConnectionUnixProcessID s org.freedesktop.DBus | cut -d ' ' -f 2)"
	ended "$limberd"
	check_now "it ends with 1" test "$code" = 1
	check_now "and says why" test "$(grep -c 'the session bus is gone' "$SCRATCH/limberd.log")" = 1
	check_now "no bus is said" refuses 4 'No session bus' status
	check_now "no bus for a change, either" refuses 4 'No session bus' "done"
	check_now "it has saved: $(cat "$SCRATCH/out")" row '.outcome == "done"'
}

# A session with a bus of its own and the same home.
part_elsewhere() {
	local other
	limberd_start
	sed "s#$SCRATCH/run/bus#$SCRATCH/other-bus#" "$SCRATCH/bus.conf" >"$SCRATCH/other.conf"
	dbus-daemon --config-file="$SCRATCH/other.conf" --nofork --nopidfile >"$SCRATCH/other.log" 2>&1 &
	other=$!
	export DBUS_SESSION_BUS_ADDRESS=unix:path=$SCRATCH/other-bus
	check "status names the limberd that runs" refuses 3 "in another session, as process $limberd" status
	check_now "a change, too" refuses 3 "in another session, as process $limberd" "done"
	check_now "on, too" refuses 3 "in another session, as process $limberd" on
	limber doctor
	check_now "and doctor" grep -q "in another session, as process $limberd" "$SCRATCH/out"
	limberd_stop
	check_now "none runs any more" refuses 3 'limberd is not running' status
	stop "$other"
}

# TZ names a zone of which this machine has no data.
part_zone() {
	export TZ=US/Nowhere
	limberd_start
	check_now "it counts in UTC, and says so" state 'any(.problems[];
		startswith("The data of the time zone US/Nowhere is not installed"))'
	limber doctor
	check_now "doctor, too" grep -q 'US/Nowhere is not' "$SCRATCH/out"
	limberd_stop
}

part_no_daemon() {
	check_now "no daemon is said" refuses 3 'limberd is not running' status
	check_now "no daemon for a change" refuses 3 'limberd is not running' "done"
	check_now "the log is empty" says 'Nothing in that time' log
}

# A card that is due without a server stays due, and is shown when a server starts.
part_no_server() {
	begin_anytime
	check_now "status says so before a card is due, and what to do" state '.problems[0] |
		startswith("There is no notification server") and endswith("limber watch")'
	check_now "limber on, too" limber on
	check_now "in its words" grep -q 'There is no notification server' "$SCRATCH/err"
	check_now "try without a server" refuses 1 'Nothing here can show' try desk
	check_now "nothing was started for that" not pgrep -P "$limberd"
	check_now "no card is up" state '.card == null'
	check_now "nothing is booked" rows '.rows == []'
	check_now "the log says it" logged 'no card could be shown'
	check_now "in lines of its own only" not grep -qv '^limberd: ' "$SCRATCH/limberd.log"
	check_now "it waits, for no time" state '.reminders[0].holds[0] | .hold == "no_display" and .until == null'

	watch_start
	check_now "a card on another display" limber try desk
	check "it is up" state '.card.shown > 0'
	stop "$watch"
	check_now "put off for a second" limber snooze desk 1s
	check "it comes, and nothing shows it" state '.reminders[0].due > 0 and
		.reminders[0].holds[0].hold == "no_display"'
	check_now "explain says so" says 'there is no notification server' explain desk
	export limberd
	"$HERE/with-dunst.sh" "$TEST" server_came || wrong "no dunst"
	limberd_stop
}

part_server_came() {
	check "a server that comes gets the card" displayed 1
	check "the problem is gone" state '.problems == [] and .card.shown > 0'
	check_now "done" limber "done"
	check "its card goes" displayed 0
}

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

# The daemon answers while a card hangs, and gives the card up at its deadline; here the helper is
# frozen, too, which would give up by itself a little earlier.
part_hung() {
	begin_anytime
	check_now "try returns soon" quicker 1500 limber try desk
	kill -STOP "$(pgrep -P "$limberd")"
	check "given up at the deadline" given_up
	check_now "it was not up" state '.card.shown == null'
	check_now "told as a hold" state '.reminders[0].holds[0].hold == "no_display" and .card == null'
	check_now "status is quick" quicker 500 limber status
	check_now "again" limber try desk
	check_now "it ends in time all the same" quicker 2000 end_by TERM
	check_now "with 0" test "$code" = 0
}

# Until then the status is returned at once.
given_up() {
	quicker 500 limber status || wrong "status hangs, too"
	state '.problems[0] | startswith("The last card could not be shown")'
}

part_server_lost() {
	begin_anytime
	limber try desk
	check "a card, up long enough to be seen" seen
	kill "$DUNST_PID"
	check "a card that went with its server is unanswered" row '.outcome == "unanswered"'
	check_now "none is up" state '.card == null'
	dunst -conf "$SCRATCH/dunstrc" >"$SCRATCH/dunst.log" 2>&1 &
	local dunst=$! child
	wait_server "$NOTIFICATIONS" "$dunst" "$SCRATCH/dunst.log"
	limber try desk
	check "a card on the new server" displayed 1
	check "it is seen" seen
	child=$(pgrep -P "$limberd")
	kill -KILL "$child"
	check "a card whose helper was killed is unanswered" rows \
		'[.rows[].outcome] == ["unanswered", "unanswered"]'
	limber try desk
	check "the next one comes" state '.card.shown > 0'
	check_now "and is answered" limber "done"
	limberd_stop
	stop "$dunst"
}

begin "$@"
for part in second race ends killed killed_often bus_gone elsewhere zone no_daemon no_server; do
	surrounded with-bus.sh $part
done
surrounded with-hung-server.sh hung
surrounded with-dunst.sh server_lost
tell
