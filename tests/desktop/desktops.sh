#!/bin/bash
# The same things with each desktop, all at once, each with a limberd, bus and display of its own.
# At the end a table: desktop x thing x works, limited (why: below), fails. Two minutes.
#
# usage: [DESKTOPS='NAME...'] [PICTURES=FOLDER] desktops.sh; PICTURES: where to keep pictures of cards.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
# shellcheck source=tests/desktop/logind.inc
. "$HERE/logind.inc"
THINGS='card button verb update restart dnd lock sleep awake idle natural return'

cards_are() { # NUMBER
	[ "$(cards_up)" = "$1" ]
}

up() { # NAME - calls for its card
	check_now "try $1" limber try "$1"
	check "the card is on the screen" cards_are 1
}

gone() {
	check "the card is off the screen" cards_are 0
}

body() { # TEXT - limberd's card says it
	busctl --user --json=short call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status |
		jq -r '.data[0].Card.data.Body.data' | grep -qF -- "$1"
}

holds() { # WORD... - that much keeps the card of desk back
	state "[.reminders[] | select(.name == \"desk\").holds[].hold] == $(jq -nc '$ARGS.positional' --args "$@")"
}

absent() { # WORD...
	state ".absences == $(jq -nc '$ARGS.positional' --args "$@")"
}

limited() { # THING WHY
	echo "limited $desktop $1 $2" >>"$TALLY"
}

thing() { # NAME - what follows is about it
	part="$desktop $1"
}

see_card() {
	local title
	thing card
	up bedtime
	title=$("$B/limber" status --json | jq -r '.card.title')
	[ -z "${PICTURES:-}" ] || ! command -v picture >/dev/null || picture "$PICTURES/$desktop-card.png"
	check "it says: $title" card_says "$title"
	limber skip
	gone
}

see_button() {
	thing button
	up desk
	check_now "it can be pressed" patient 10 press "done"
	check "it is an answer" row '.outcome == "done"'
	gone
}

see_verb() {
	thing verb
	up desk
	check_now "done" limber "done"
	check_now "an answer" row '.outcome == "done"'
	gone
}

# A routine is one card that is changed step by step.
see_update() {
	thing update
	up bedtime
	check_now "it starts" limber start
	check "its first step" body '1 of 3'
	check "there is one card" cards_are 1
	[ -z "${PICTURES:-}" ] || ! command -v picture >/dev/null || picture "$PICTURES/$desktop-step.png"
	check "the card on the screen says so" card_says '1 of 3'
	limber skip
	limber "done"
	gone
}

see_restart() {
	thing restart
	up desk
	limberd_stop
	gone
	limberd_start
}

due() { # a card of desk that waits to be shown
	check_now "a card to put off" limber try desk
	check_now "put off" limber snooze 1s
}

comes() { # at once
	check "the card comes" cards_are 1
	limber "done"
	gone
}

see_dnd() {
	thing dnd
	quiet true
	check "it is noticed" holds dnd
	due
	check "the card waits" state '.reminders[] | select(.name == "desk").due > 0'
	check_now "nothing is on the screen" cards_are 0
	quiet false
	comes
}

see_awake() {
	thing awake
	keep_awake true
	due
	check "it is noticed" holds awake
	check_now "nothing is on the screen" cards_are 0
	keep_awake false
	comes
}

see_lock() {
	thing lock
	up desk
	lock true
	check "locked" absent locked
	gone
	lock false
	check "and back" absent
	limber "done"
	gone
}

delays_sleep() {
	busctl --system call "$LOGIND" "$LOGIND_PATH" "$LOGIND.Manager" ListInhibitors |
		grep -q '"sleep" "Limber" "[^"]*" "delay"'
}

see_sleep() {
	thing sleep
	check "it has a moment before" delays_sleep
	asleep true
	check "asleep" absent asleep
	asleep false
	check "awake" absent
}

# Nobody touches a thing from now on.
see_idle() {
	thing idle
	input
	up desk
	input
	check_now "it is noticed" patient 40 absent idle
	# shellcheck disable=SC2016 # jq's variable
	check_now "from the last input on" state '(.now - .absent_since) as $ago | $ago > 25 and $ago < 40'
	thing natural
	check_now "no key, an answer" patient 60 row '.outcome == "natural"'
	gone
	thing return
	input
	check "it is noticed" state '.sitting and .absences == []'
}

# see: all of it. What a desktop does otherwise it says in functions of the same names.
see() {
	local name
	thing start
	configure "$ANYTIME" 'card_time = "5min"; setup_done = true;'
	limberd_start
	check "it says who tells of input: $IDLE" state ".idle_source == \"$IDLE\""
	for name in card button verb update restart dnd lock sleep awake idle; do
		"see_$name"
	done
	limberd_stop
}

part_dunst() {
	desktop=dunst IDLE=XSync
	# shellcheck source=tests/desktop/desktops/dunst.inc
	. "$HERE/desktops/dunst.inc"
	logind_start
	see
}

# see_dnd_of_nobody WHY: cards come all the same.
see_dnd_of_nobody() {
	thing dnd
	limited dnd "$1"
	quiet true
	check "nobody tells" state '[.reminders[].holds[].hold] | index("dnd") == null'
	quiet false
}

mako_here() {
	# shellcheck source=tests/desktop/desktops/mako.inc
	. "$HERE/desktops/mako.inc"
	limited button 'mako draws none: makoctl menu, a click, or the verbs of limber'
	see_dnd() { see_dnd_of_nobody 'mako before 1.10 tells nobody: it keeps cards back itself'; }
	mako_start
	logind_start
	see
	stop "$mako"
}

part_sway() {
	desktop=sway IDLE=org_kde_kwin_idle
	input() { wtype -k Shift_L; }
	picture() { grim "$1"; }
	mako_here
}

part_kwin() {
	desktop=kwin IDLE=ext-idle-notify-v1
	input() { "$SCRATCH/poke"; }
	mako_here
}

part_gnome() {
	desktop=gnome IDLE=Mutter
	# shellcheck source=tests/desktop/desktops/gnome.inc
	. "$HERE/desktops/gnome.inc"
	patient 5 not cards_are 0
	gnome_clear
	see
}

# in_table DESKTOP THING: works, limited, fails, or - where it was not run.
in_table() {
	if grep -qx "failed $1 $2" "$TALLY"; then
		echo fails
	elif ! grep -qx "passed $1 $2" "$TALLY"; then
		echo -
	elif grep -q "^limited $1 $2 " "$TALLY"; then
		echo limited
	else
		echo works
	fi
}

table() {
	local desktop thing
	# shellcheck disable=SC2086 # words
	printf '%-10s' '' $THINGS
	echo
	for desktop in "$@"; do
		printf '%-10s' "$desktop"
		for thing in $THINGS; do
			printf '%-10s' "$(in_table "$desktop" "$thing")"
		done
		echo
	done
	sed -n 's/^limited \([^ ]*\) \([^ ]*\) /limited: \1 \2: /p' "$TALLY" | sort -u
}

begin "$@"
declare -A STARTERS=([dunst]=with-dunst.sh [sway]=with-sway.sh [kwin]=with-kwin.sh
	[gnome]=with-gnome.sh)
ALL='dunst sway kwin gnome'
for name in ${DESKTOPS:-$ALL}; do
	[ -n "${STARTERS[$name]:-}" ] || { echo "DESKTOPS: no '$name': $ALL" >&2 && exit 2; }
	surrounded "${STARTERS[$name]}" "$name" &
done
wait
# shellcheck disable=SC2086 # words
table ${DESKTOPS:-$ALL}
tell
