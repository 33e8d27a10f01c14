#!/bin/bash
# limberd with dunst and the command line, on a private bus: cards that are called for, each way to
# answer one, and the rows of history.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

begin_with() { # LINE... - limberd with this configuration; its first words are out of the way
	save "$@"
	limberd_start
	check "it says hello" displayed 1
	dunstctl close
	check "and goes" displayed 0
}

save() { # LINE... - the configuration of one that runs
	configure "$ANYTIME" "$@"
}

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

up() { # NAME - calls for its card
	check_now "try $1" limber try "$1"
	check "the card is on the screen" displayed 1
	check "the status knows the card" state ".card.reminder == \"$1\" and .card.shown > 0"
}

gone() {
	check "the card is off the screen" displayed 0
	check_now "no card is up any more" state '.card == null'
}

press() {
	check_now "there is a button $1" "$HERE/press.sh" "$1"
}

booked() { # OUTCOME
	check "booked as $1" row ".outcome == \"$1\""
}

# A fresh store: the welcome is shown. It does not count as a card, and a card replaces it.
part_welcome() {
	save
	limberd_start
	check "it says hello" displayed 1
	check_now "that is no card" state '.card == null and .cards == 0'
	up desk
	check_now "the first card takes its place" test "$(dunstctl history |
		jq -r '.data[0][0].summary.data')" = 'Limber is on'
	check_now "what to do first was in it" grep -qF 'limber setup' <(dunstctl history)
	check_now "done" limber "done"
	gone
	check_now "the card's row is the only one" rows '[.rows[].outcome] == ["done"]'
	limberd_stop
	limberd_start
	check_now "it knows us" limber try desk
	check "the card" displayed 1
	check_now "and no second welcome" test "$(dunstctl history |
		jq '[.data[0][].summary.data | select(. == "Limber is on")] | length')" = 1
	limberd_stop
}

watches_again() {
	[ "$(grep -c ^Watching "$SCRATCH/watched")" = 2 ]
}

# Without a server the welcome waits for a display, over a restart, and is shown once.
part_welcome_there() {
	save
	limberd_start
	limberd_stop
	limberd_start
	"$B/limber" watch >"$SCRATCH/watched" 2>&1 </dev/null &
	local watch=$!
	check "a display says hello" grep -qs 'Limber is on' "$SCRATCH/watched"
	check_now "there is nothing to answer" not grep -q Answer: "$SCRATCH/watched"
	limberd_kill
	limberd_start
	check "it watches again" watches_again
	check_now "and no second welcome" test "$(grep -c 'Limber is on' "$SCRATCH/watched")" = 1
	stop "$watch"
	limberd_stop
}

# Each button once, and the text of the card as dunst has it.
part_buttons() {
	begin_with
	up desk
	press "done"
	booked "done"
	gone
	check_now "the row is whole" row '.reminder == "desk" and .item == "walk-break" and
		.shown > 0 and .ended >= .shown and .due == null'
	check_now "the day counts it" state '.cards == 1 and .outcomes == {"done": 1}'
	check_now "the next item is another" state '.reminders[0].item == "posture-shift"'
	check_now "dunst had the words" test "$(dunstctl history |
		jq -r '.data[0][0] | .appname.data, .summary.data')" = $'Limber\nWalk two minutes'

	up desk
	check "it has three buttons, and a click on the text starts it" drawn default "done" later start
	pressed "later" later row '.outcome == "snoozed"'
	gone
	check_now "it is put off by 10 min" state '.reminders[0] |
		(.speaks - .last_ended | . > 590 and . < 610) and .holds[0].hold == "snoozed"'

	up desk
	check "it is up long enough to be seen" seen
	dunstctl close
	booked skipped
	gone
	check_now "it is not put off any more" state '.reminders[0].holds == []'
	check_now "each card has its row" rows '[.rows[].outcome] == ["done", "snoozed", "skipped"]'
	limberd_stop
}

# Another item on the card, by its button and by the command; the answer is about the last one.
part_another() {
	begin_with 'setup_done = true;' 'reminders : {
		meal : { at = [ "23:59" ]; items = [ "bottle-check", "balanced-plate" ]; };
		alone : { at = [ "23:58" ]; items = "balanced-plate"; }; };'
	up meal
	check "it can be another" drawn another "done" later
	pressed "another" another state '.card.item == "balanced-plate"'
	check_now "the same card" state '.card.card == 1 and .card.shown > 0'
	check "on the screen, too" displayed 1
	check_now "the command" says 'Check bottle and urine: on the card now.' another
	check_now "as JSON" test "$(limber another --json >/dev/null; jq -r '[.reminder, .item, .before] |
		join(" ")' "$SCRATCH/out")" = 'meal balanced-plate bottle-check'
	check_now "done" limber "done"
	gone
	check_now "what was passed over is in the log" rows '[.rows[] | .item + " " + .outcome] == [
		"bottle-check offered", "balanced-plate offered", "bottle-check offered", "balanced-plate done"]'
	check_now "one card, one answer" state '.cards == 1 and .outcomes == {"done": 1}'
	check_now "none is up" refuses 1 'No card is up' another
	up alone
	check "there is none" drawn "done" later
	check_now "it says so" refuses 1 'Nothing else in this reminder is for you now' another
	limberd_stop
}

# Nobody answers: withdrawn; half an hour long it can still be answered.
part_unanswered() {
	begin_with 'card_time = "10s";'
	up desk
	check_now "the card is withdrawn" patient 20 displayed 0
	booked unanswered
	check_now "not before its time" row '.ended - .shown | . >= 10 and . <= 12'
	check_now "done, late" limber "done"
	check_now "the same row is done" rows '.rows | length == 1 and .[0].outcome == "done"'
	check_now "taken back" says 'Took back: desk: the answer' undo
	check_now "the same row is unanswered" rows '.rows | length == 1 and .[0].outcome == "unanswered"'
	check_now "nothing more to take back" refuses 1 'nothing to take back' undo
	limberd_stop
}

# The commands in place of the buttons.
part_commands() {
	begin_with
	up desk
	check_now "done" says 'Walk two minutes, ' "done"
	booked "done"
	gone
	check_now "undo" says 'Took back: desk: the answer' undo
	check "the card is up again" displayed 1
	check_now "skip" limber skip
	booked skipped
	gone

	check_now "snooze without a card" says 'desk: not before' snooze 2h
	check_now "it waits" state '.reminders[0].holds[0].hold == "snoozed"'
	check_now "it says why" says 'Waiting: put off until' explain desk
	check_now "undo the snooze" says 'Took back: desk: the snooze' undo
	check_now "it waits no more" state '.reminders[0].holds == []'

	up desk
	check_now "pause with a card up" says 'Paused until' pause 1h --why lunch
	gone
	check_now "the pause is told" state '.paused_why == "lunch" and .reminders[0].holds[0].hold == "paused"'
	check_now "nothing is booked" rows '.rows | length == 1'
	check_now "a called-for card passes it" limber try desk
	check "there it is" displayed 1
	check_now "done" limber "done" desk
	gone
	check_now "resume" limber resume
	check_now "undo tells what is so" says 'Took back: the end of the pause. Paused until' undo
	check_now "resume once more" limber resume
	check_now "it is over" state '.paused_until == null'
	check_now "resume again" refuses 1 'Nothing is paused' resume

	check_now "away" limber away
	check_now "away is told" state '.sitting == false and .absences == ["by_hand"]'
	check_now "no time can be told" state '.reminders[0].speaks == null'
	check_now "explain away" says 'away' explain
	check_now "back" limber back
	check_now "back is told" state '.sitting == true and .absences == []'
	check_now "explain" says 'Next: ' explain desk
	check_now "an unknown name" refuses 1 'Did you mean "desk"?' explain desc
	limberd_stop
}

# Answers and snoozes survive a restart; a card that was up is shown again.
part_restarted() {
	begin_with
	limber "done" desk
	check_now "snooze" limber snooze desk 30min
	limberd_stop
	limberd_start
	check_now "still put off" state '.reminders[0].holds[0].hold == "snoozed"'
	check_now "still booked" row '.outcome == "done"'
	up desk
	check_now "snooze the card" limber snooze 1s
	check "it comes by itself" state '.card.shown > 0 and .reminders[0].due > 0'
	check "and is on the screen" displayed 1
	limberd_stop
	check "its card goes with it" displayed 0
	limberd_start
	check "it comes again" displayed 1
	check "and is known" state '.card.shown > 0'
	check_now "it was not booked twice" rows '[.rows[].outcome] == ["done", "snoozed"]'
	save 'reminders : { desk : { enabled = false; }; };'
	check "switched off, its card goes" displayed 0
	check_now "and no card is up" state '.card == null'
	limberd_stop
}

# Called for as soon as it is there: one card at a time, and the last one is answered.
part_impatient() {
	local number
	begin_with
	for number in {1..12}; do
		limber try desk || wrong "try $number: $(cat "$SCRATCH/err")"
		check "card $number is up" state ".card | .card == $number and .shown > 0"
	done
	check "it is alone on the screen" displayed 1
	press "done"
	gone
	check_now "one row" rows '[.rows[].outcome] == ["done"]'
	limberd_stop
}

# A second display: both show the card, the first answer settles both.
part_watch() {
	begin_with
	"$B/limber" watch >"$SCRATCH/watched" 2>&1 </dev/null &
	local watch=$!
	check "it watches" grep -qs ^Watching "$SCRATCH/watched"
	up desk
	check "it shows the card, too" grep -q 'Walk two minutes' "$SCRATCH/watched"
	press "done"
	check "it hears of the answer" grep -q 'done' "$SCRATCH/watched"
	gone
	up desk
	check_now "skip" limber skip
	gone
	check "it hears of the other" grep -q 'skipped' "$SCRATCH/watched"
	check_now "one row a card" rows '[.rows[].outcome] == ["done", "skipped"]'
	up desk
	stop "$watch"
	check_now "the card stays when one display leaves" displayed 1
	press "done"
	gone
	limberd_stop
}

# Nothing of a reminder is shown before the health questions are answered; a save is enough.
part_health() {
	begin_with
	check_now "bedtime is refused" refuses 1 'stays silent until the health questions' try bedtime
	check_now "no card for it" displayed 0
	check_now "it is silent" state '.setup_done == false and (.reminders[] | select(.name == "bedtime").silent)'
	save 'setup_done = true;'
	check "the save is taken over" state '.setup_done and (.reminders[] | select(.name == "bedtime").silent | not)'
	up bedtime
	check_now "limber has its item" state '.card.item == "bedtime-stretch"'
	pressed "it is played" start body '1 of 3'
	check "it can be done" drawn "done" easier pause
	pressed "it was done" "done" state '.card == null'
	booked "done"
	check_now "its caution was on the card" grep -qF 'Stop if it hurts sharply' <(dunstctl history)
	check_now "a fact is told" limber set health.fracture=true
	check_now "a deck says what is left out of it" says 'walk-break is left out for now: because' \
		add stroll --at 23:59 --item walk-break
	check_now "nothing of it is shown" refuses 1 'None of its items is for you' try stroll
	check_now "and it says why" says 'a bone that could be broken' explain stroll
	check_now "the fact is over" limber unset health.fracture
	check_now "then it is shown" limber try stroll
	check "its card is up" state '.card.item == "walk-break"'
	check_now "its card is answered" limber "done"
	save 'reminders : { bedtime : { enabled = false; }; };'
	check "switched off by a save" state '.reminders[] | select(.name == "bedtime").enabled == false'
	check_now "refused, as it is off" refuses 1 'switched off' try bedtime
	limberd_stop
}

body() { # TEXT - the card that is up says it
	busctl --user --json=short call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status |
		jq -r '.data[0].Card.data.Body.data' | grep -qF -- "$1"
}

drawn() { # ACTION... - the card has these buttons, in the order of the alphabet
	echo 'no such button' >"$SCRATCH/pick"
	rm -f "$SCRATCH/menu.log"
	dunstctl context
	patient 5 test -s "$SCRATCH/menu.log"
	[ "$(grep -o '[a-z]*\]$' "$SCRATCH/menu.log" | tr -d ']' | sort | xargs)" = "$*" ]
}

pressed() { # WHAT ACTION COMMAND... - the command succeeds once that button was pressed; dunst
	# opens no menu while it still closes the last one
	check_now "$1" patient 10 press_for "${@:2}"
}

press_for() { # ACTION COMMAND...
	"$HERE/press.sh" "$1"
	patient 1 "${@:2}"
}

play() { # KEY
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Play ts 0 "$1" >/dev/null 2>&1
}

# A routine on its card: one notification from begin to end.
part_routine() {
	begin_with 'setup_done = true;'
	up bedtime
	check "it can be started" drawn default "done" later start
	pressed "its first part is on" start body '1 of 3: On your back'
	check "it can be paused" drawn "done" easier pause
	pressed "it stands" pause body 'Paused: '
	check "it can be gone on with" drawn default "done" easier start
	pressed "it goes on" start not body 'Paused: '
	pressed "it is easier" easier body 'These are the easier steps.'
	check_now "from its first part" body '1 of 3: On your side'
	check "it is as easy as can be" drawn "done" pause
	check "there is one card" displayed 1
	for _ in {1..11}; do
		play next
	done
	check "at its end it says how long it was" body 'That was it:'
	check "how was it" drawn "done" hurt
	pressed "where to look" hurt body 'limber warnings'
	check "nothing but to close it" drawn close
	pressed "it is closed" close state '.card == null'
	booked partly
	gone
	check_now "none is played" not play start
	up bedtime
	pressed "it begins anew" start body '1 of 3'
	dunstctl close
	booked partly
	limberd_stop
}

need xdotool
begin "$@"
surrounded with-bus.sh welcome_there
for part in welcome buttons another unanswered commands restarted impatient watch health routine; do
	surrounded with-dunst.sh $part
done
tell
