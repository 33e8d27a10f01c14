#!/bin/bash
# limber-notify against real notification servers: a card shown, answered, changed, withdrawn, and
# servers that are missing, hung, restarted or poor. $B is the build folder.
#
# Without arguments it runs each part in its surroundings; a part is a function part_NAME.
set -u
# shellcheck disable=SC1091
. "$(dirname "$(readlink -f "$0")")/bus.inc"
NOTIFY=${B:-$HERE/../../build}/limber-notify
CARD='title Walk two minutes
body 51 min sitting <b>&</b>\nStand up & walk.
button done Done
button later Later (10 min)
button skip Skip
'
failed=0

fail() {
	echo "$part: $*"
	failed=1
}

# expect WHAT IS SHOULD
expect() {
	[ "$2" = "$3" ] || fail "$1 is '$2', not '$3'"
}

# A helper with its input on file descriptor 7 and its output in $SCRATCH/said.
start() {
	rm -f "$SCRATCH/input"
	mkfifo "$SCRATCH/input"
	: >"$SCRATCH/said"
	"$NOTIFY" <"$SCRATCH/input" >"$SCRATCH/said" 2>"$SCRATCH/stderr" &
	helper=$!
	exec 7>"$SCRATCH/input"
}

tell() {
	printf '%s\n' "$1" >&7
}

said() {
	grep -qx -- "$1" "$SCRATCH/said"
}

heard() {
	wait_until said "$1" || fail "no '$1' but: $(tr '\n' ' ' <"$SCRATCH/said")"
}

# The helper's end: its exit status is to be $1.
ended() {
	patient 10 gone "$helper" || { fail "the helper does not end" && kill -KILL "$helper"; }
	wait "$helper"
	expect "the exit status" $? "$1"
	exec 7>&-
}

gone() { # PID
	! kill -0 "$1" 2>/dev/null
}

up() {
	start
	tell "$CARD"
	heard 'shown 1'
}

# press BUTTON: until the helper reports it; dunst opens no menu while it closes the last one.
press() {
	patient 10 pressed "$1" || fail "no 'action $1' but: $(tr '\n' ' ' <"$SCRATCH/said")"
}

pressed() { # BUTTON
	"$HERE/press.sh" "$1" && patient 1 said "action $1"
}

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

down() {
	wait_until displayed 0 || fail "the card is still on the screen"
}

part_buttons() {
	local button
	for button in "done" later skip; do
		up
		press $button
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

twice_shown() {
	[ "$(grep -cx 'shown 1' "$SCRATCH/said")" = 2 ]
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
	wait_server "$NOTIFICATIONS" $dunst "$SCRATCH/dunst.log" || fail "dunst did not come back"
	kill -0 "$helper" || fail "it went with the server"
	kill -KILL "$helper"
	wait "$helper" 2>/dev/null
	up
	displayed 1 || fail "no card on the new server"
	exec 7>&-
	ended 0
	down
	stop $dunst
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

# audible CAPABILITIES HINTS: a card with a sound.
audible() {
	/usr/bin/python3 -m dbusmock --session --template notification_daemon \
		--parameters "{\"capabilities\": \"$1\"}" >"$SCRATCH/mock" 2>&1 &
	local mock=$!
	wait_server "$NOTIFICATIONS" $mock "$SCRATCH/mock" || fail "no mock server"
	CARD+=$'sound message\n' up
	expect "$1: the hints of sound" "$(busctl --user --json=short call "$NOTIFICATIONS" \
		/org/freedesktop/Notifications org.freedesktop.DBus.Mock GetMethodCalls s Notify |
		jq -r '.data[0][0][1][6].data | to_entries | map(select(.key | test("sound")) |
		"\(.key)=\(.value.data)") | join(" ")')" "$2"
	exec 7>&-
	ended 0
	stop $mock
}

part_audible() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	audible 'body sound' 'sound-name=message'
	audible 'body' 'suppress-sound=true'
}

# poor CAPABILITIES TITLE BODY ACTIONS: what a server that can do just that is sent.
poor() {
	/usr/bin/python3 -m dbusmock --session --template notification_daemon \
		--parameters "{\"capabilities\": \"$1\"}" >"$SCRATCH/mock" 2>&1 &
	local mock=$! notify
	wait_server "$NOTIFICATIONS" $mock "$SCRATCH/mock" || fail "no mock server"
	up
	notify=$(busctl --user --json=short call "$NOTIFICATIONS" /org/freedesktop/Notifications \
		org.freedesktop.DBus.Mock GetMethodCalls s Notify)
	expect "$1: the title" "$(jq -r '.data[0][0][1][3].data' <<<"$notify")" "$2"
	expect "$1: the body" "$(jq -r '.data[0][0][1][4].data' <<<"$notify")" "$3"
	expect "$1: the actions" "$(jq -c '.data[0][0][1][5].data' <<<"$notify")" "$4"
	expect "$1: the hints" "$(jq -r '.data[0][0][1][6].data | del(.["sender-pid"]) |
		to_entries | sort_by(.key) | map("\(.key)=\(.value.data)") | join(" ")' <<<"$notify")" \
		'category=x-limber.reminder desktop-entry=limber resident=true suppress-sound=true urgency=1'
	exec 7>&-
	ended 0
	stop $mock
}

part_poor() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	local buttons='["done","Done","later","Later (10 min)","skip","Skip"]'
	local why=$'51 min sitting <b>&</b>\nStand up & walk.'
	local type=$'Type: limber done, limber snooze'
	poor 'body actions' 'Walk two minutes' "$why" "$buttons"
	poor 'body' 'Walk two minutes' "$why"$'\n'"$type" '[]'
	poor 'actions' "Walk two minutes - ${why/$'\n'/ }" "$why" "$buttons"
	poor 'persistence' "Walk two minutes - ${why/$'\n'/ } $type" "$why"$'\n'"$type" '[]'
}

# A server that draws a progress in place of the words is not told it, nor a default action where
# it draws that as a button.
part_bar() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	local name bar actions mock calls
	for name in 'Xfce Notify Daemon' 'Another'; do
		bar="[]" actions='["start","Start"]'
		[ "$name" = Another ] && bar="[50]" actions='["default","Start","start","Start"]'
		/usr/bin/python3 -m dbusmock --session --template notification_daemon \
			--parameters '{"capabilities": "body actions"}' >"$SCRATCH/mock" 2>&1 &
		mock=$!
		wait_server "$NOTIFICATIONS" $mock "$SCRATCH/mock" || fail "no mock server"
		busctl --user call "$NOTIFICATIONS" /org/freedesktop/Notifications \
			org.freedesktop.DBus.Mock AddMethod sssss "$NOTIFICATIONS" \
			GetServerInformation '' ssss "ret = ('$name', 'x', '1', '1.2')"
		start
		tell $'title Bridge\nprogress 50\nbutton start Start\n'
		heard 'shown 1'
		calls=$(busctl --user --json=short call "$NOTIFICATIONS" \
			/org/freedesktop/Notifications org.freedesktop.DBus.Mock GetMethodCalls s Notify)
		expect "$name: the bar" "$(jq -c '[.data[0][0][1][6].data.value.data // empty]' \
			<<<"$calls")" "$bar"
		expect "$name: the actions" "$(jq -c '.data[0][0][1][5].data' <<<"$calls")" "$actions"
		exec 7>&-
		ended 0
		stop $mock
	done
}

# mock NAME: a server of that name that can draw a body and buttons.
mock() {
	/usr/bin/python3 -m dbusmock --session --template notification_daemon \
		--parameters '{"capabilities": "body actions"}' >"$SCRATCH/mock" 2>&1 &
	mock=$!
	wait_server "$NOTIFICATIONS" "$mock" "$SCRATCH/mock" || fail "no mock server"
	busctl --user call "$NOTIFICATIONS" /org/freedesktop/Notifications \
		org.freedesktop.DBus.Mock AddMethod sssss "$NOTIFICATIONS" \
		GetServerInformation '' ssss "ret = ('$1', 'x', '1', '1.2')"
}

# sent JQ: of all notifications that were sent.
sent() {
	busctl --user --json=short call "$NOTIFICATIONS" /org/freedesktop/Notifications \
		org.freedesktop.DBus.Mock GetMethodCalls s Notify | jq -r ".data[0][][1] | $1"
}

counted() { # LINE...
	local line
	for line; do
		sent '.[4].data | split("\n")[0]' | grep -qxF -- "$line" || return 1
	done
}

# A part of twice 3 s after a change-over of 2 s: counted down without a word from limberd, and
# only while it runs.
part_countdown() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	local mock
	mock dunst
	start
	tell $'title Left: bend\nbody 3 s, 2 times\\nBend.\nprogress 0\nclock 0 2000000 6000000 0 8000000 2\n'
	patient 20 counted 'Change over: 2 s' '3 s, time 1 of 2' '1 s, time 1 of 2' '2 s, time 2 of 2' ||
		fail "it does not count: $(sent '.[4].data' | tr '\n' ';')"
	expect "it is said once that it is shown" "$(grep -c shown "$SCRATCH/said")" 1
	expect "the bar" "$(sent '.[6].data.value.data' | sort -nu | tail -1 | grep -c '^[5-9]')" 1
	expect "the rest of the words" "$(sent '.[4].data | split("\n")[1]' | sort -u)" 'Bend.'
	tell $'title Left: bend\nbody Paused: 3 s\\nBend.\nprogress 50\n'
	wait_until counted 'Paused: 3 s' || fail "it does not stand still"
	exec 7>&-
	ended 0
	stop "$mock"
	mock Another
	start
	tell $'title Bend\nbody 7 s\\nBend.\nprogress 0\nclock 0 0 7000000 0 7000000 1\n'
	patient 20 counted '7 s' '5 s' || fail "it does not count: $(sent '.[4].data' | tr '\n' ';')"
	counted '6 s' && fail "it counts each second where that is not drawn"
	exec 7>&-
	ended 0
	stop "$mock"
}

# Text that a small server would cut is on further notifications, which are closed with the card.
part_pages() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip "python3-dbusmock is not installed"
	local mock
	mock mako
	start
	tell $'title Stretch the front of your hips\nbody Step one foot back, tuck your tail, feel the front of that hip open.\\nTake care: New groin or back pain, weak or numb thigh: an emergency. Do not stretch.\\nYou have been sitting for 51 min.\nspare 1\nbutton start Start\nbutton done Done\nbutton later Later (10 min)\n'
	heard 'shown 1'
	expect "the notifications" "$(sent '.[3].data + "|" + .[4].data')" "Take care: New groin or back pain, weak or numb thigh: an emergency. Do not stretch.|Type: limber start, limber done, limber snooze
Stretch the front of your hips|Step one foot back, tuck your tail, feel the front of that hip open."
	tell $'title Stretch the front of your hips\nbody Short.\nbutton done Done\n'
	wait_until twice_shown || fail "the update was not shown"
	expect "what was closed" "$(busctl --user --json=short call "$NOTIFICATIONS" \
		/org/freedesktop/Notifications org.freedesktop.DBus.Mock GetMethodCalls s CloseNotification |
		jq '.data[0] | length')" 1
	exec 7>&-
	ended 0
	stop "$mock"
}

if [ $# -gt 0 ]; then
	for part; do
		"part_$part"
	done
	exit $failed
fi

[ -x "$NOTIFY" ] || { echo "there is no $NOTIFY: make it first"; exit 1; }
skipped=0
run() {
	"$@"
	case $? in
	0) ;;
	77) skipped=1 ;;
	*) failed=1 ;;
	esac
}
run "$HERE/with-dunst.sh" "$0" buttons look picture click start update terminated orphaned restarted
run "$HERE/with-dunst.sh" "$0" hung_later
run "$HERE/with-bus.sh" "$0" missing not_a_card
run "$HERE/with-hung-server.sh" "$0" hung
run "$HERE/with-bus.sh" "$0" poor audible bar countdown pages
[ $failed = 0 ] || exit 1
[ $skipped = 0 ] || exit 77
