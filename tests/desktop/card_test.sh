#!/bin/bash
# limber-notify against dunst: a card shown, answered, changed, withdrawn, and servers that are
# missing, hung or restarted.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/card.inc
. "$(dirname "$(readlink -f "$0")")/card.inc"

part_buttons() {
	local button
	for button in "done" later skip; do
		up
		press "$button"
		said 'closed .*' && fail "$button closed the card by itself"
		exec 7>&-
		ended 0
		down
	done
	expect "the menu" "$(sort -u "$SCRATCH/menu.log" | sed 's/ \[[0-9]*,/ [N,/' | tr '\n' ';')" \
		"#Done (Walk two minutes) [N,done];#Later (10 min) (Walk two minutes) [N,later];#Skip (Walk two minutes) [N,skip];"
}

part_look() {
	up
	[ -z "${CARD_PICTURE:-}" ] || import -window root "$CARD_PICTURE"
	dunstctl close
	heard 'closed user'
	ended 0
	# dunst shows its history only for what is closed.
	expect "the card" "$(dunstctl history | jq -r '.data[0][0] |
		[.appname, .summary, .body, .timeout] | map(.data) | @tsv')" \
		$'Limber\tWalk two minutes\t51 min sitting &lt;b&gt;&amp;&lt;/b&gt;\\nStand up &amp; walk.\\nType: limber done, limber snooze\t0'
}

# Middle click is dunst's "do action": it must find no default action to do.
# picture NAME FILE: the picture in the notification.
picture() {
	start
	tell "title Stretch
picture $1
"
	heard 'shown 1'
	dunstctl close-all
	heard 'closed user'
	ended 0
	expect "the picture of $1" "$(dunstctl history | jq -r '.data[0][0].icon_path.data | sub(".*/"; "")')" "$2"
}

part_picture() {
	picture walk-break walk-break.svg
	picture core-strength-3-dark core-strength-3-dark.svg
	picture posture-drill-1-dark posture-drill-1-dark.svg
	picture move-most-days-1 move-most-days.svg
	picture core-strength-4-dark ''
	mkdir -p "$XDG_CONFIG_HOME/limber/catalogue"
	cp "$B/pictures/walk-break.svg" "$XDG_CONFIG_HOME/limber/catalogue/my-plan-2.svg"
	picture my-plan-2 my-plan-2.svg
	picture shoe-check ''
	picture ../pictures/walk-break ''
}

part_click() {
	up
	echo 'no such button' >"$SCRATCH/pick"
	rm -f "$SCRATCH/menu.log"
	wait_until clicked
	said 'action .*' && fail "a click on the text was an answer"
	wait_until closed || fail "a click does not close it"
	ended 0
}

closed() { # dunst takes no click while it still waits for its menu
	xdotool mousemove 850 40 click 1
	patient 1 said 'closed user'
}

clicked() {
	xdotool mousemove 850 40 click 2
	patient 1 test -s "$SCRATCH/menu.log"
}

part_start() {
	start
	tell $'title Couch stretch\nbutton start Start\nbutton skip Skip\n'
	heard 'shown 1'
	dunstctl action 0
	heard 'action start'
	exec 7>&-
	ended 0
}

part_update() {
	up
	tell $'title Walk two minutes\nbody One minute left\nprogress 50\nbutton done Done\n'
	wait_until twice_shown || fail "the update was not shown"
	expect "the number of cards" "$(dunstctl count displayed)" 1
	press "done"
	expect "the number of buttons" "$(sort -u "$SCRATCH/menu.log" | grep -c '')" 1
	exec 7>&-
	ended 0
	down
	expect "the body" "$(dunstctl history | jq -r '.data[0][0].body.data')" $'One minute left\nType: limber done'
}

part_terminated() {
	up
	kill "$helper"
	ended 0
	down
}

# Nobody reads its output and nobody writes its input: the daemon was killed.
part_orphaned() {
	local word
	rm -f "$SCRATCH/input" "$SCRATCH/output"
	mkfifo "$SCRATCH/input" "$SCRATCH/output"
	"$NOTIFY" <"$SCRATCH/input" >"$SCRATCH/output" &
	helper=$!
	exec 7>"$SCRATCH/input" 6<"$SCRATCH/output"
	tell "$CARD"
	read -r -t "$(scaled 10)" word <&6
	expect "its first word" "$word" 'shown 1'
	exec 6<&-
	tell "$CARD"
	exec 7>&-
	ended 0
	down
}

# The new server knows nothing of the card, and the old number may be another's by now.
part_restarted() {
	up
	kill "$DUNST_PID"
	wait_until name_free "$NOTIFICATIONS" || fail "dunst did not end"
	dunst -conf "$SCRATCH/dunstrc" >"$SCRATCH/dunst.log" 2>&1 &
	local dunst=$!
	wait_server "$NOTIFICATIONS" "$dunst" "$SCRATCH/dunst.log" || fail "dunst did not come back"
	kill -0 "$helper" || fail "it went with the server"
	kill -KILL "$helper"
	wait "$helper" 2>/dev/null
	up
	displayed 1 || fail "no card on the new server"
	exec 7>&-
	ended 0
	down
	stop "$dunst"
}

part_not_a_card() {
	start
	tell $'body without a title\n'
	ended 2
	heard 'error .*'
	start
	tell "$(head -c 5000 /dev/zero | tr '\0' x)"
	ended 2
	heard 'error .*'
}

milliseconds() {
	echo $((${EPOCHREALTIME/[.,]/} / 1000))
}

part_missing() {
	local before
	before=$(milliseconds)
	start
	tell "$CARD"
	ended 1
	heard 'error .*'
	said '.*GDBus.*' && fail "that is for programmers: $(cat "$SCRATCH/said")"
	[ $(($(milliseconds) - before)) -lt "$(scaled 1000)" ] || fail "it took a second to miss the server"
}

part_hung() {
	local before
	before=$(milliseconds)
	start
	tell "$CARD"
	ended 3
	heard 'error .*'
	[ $(($(milliseconds) - before)) -lt "$(scaled 5000)" ] || fail "it outlived the daemon's patience"
}

# It stops with a card up, so the goodbye hangs.
part_hung_later() {
	up
	kill -STOP "$DUNST_PID"
	exec 7>&-
	ended 3
	kill -CONT "$DUNST_PID"
}

begin "$@"
run "$HERE/with-dunst.sh" "$0" buttons look picture click start update terminated orphaned restarted
run "$HERE/with-dunst.sh" "$0" hung_later
run "$HERE/with-bus.sh" "$0" missing not_a_card
run "$HERE/with-hung-server.sh" "$0" hung
end
