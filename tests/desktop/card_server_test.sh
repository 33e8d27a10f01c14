#!/bin/bash
# limber-notify against mocks of notification servers: what each is sent by what it can draw.
#
# shellcheck disable=SC2317,SC2154 # parts are called by name; card.inc sets what start started
set -u
# shellcheck source=tests/desktop/card.inc
. "$(dirname "$(readlink -f "$0")")/card.inc"

# audible CAPABILITIES HINTS: a card with a sound.
audible() {
	/usr/bin/python3 -m dbusmock --session --template notification_daemon \
		--parameters "{\"capabilities\": \"$1\"}" >"$SCRATCH/mock" 2>&1 &
	local mock=$!
	wait_server "$NOTIFICATIONS" "$mock" "$SCRATCH/mock" || fail "no mock server"
	CARD+=$'sound message\n' up
	expect "$1: the hints of sound" "$(busctl --user --json=short call "$NOTIFICATIONS" \
		/org/freedesktop/Notifications org.freedesktop.DBus.Mock GetMethodCalls s Notify |
		jq -r '.data[0][0][1][6].data | to_entries | map(select(.key | test("sound")) |
		"\(.key)=\(.value.data)") | join(" ")')" "$2"
	exec 7>&-
	ended 0
	stop "$mock"
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
	wait_server "$NOTIFICATIONS" "$mock" "$SCRATCH/mock" || fail "no mock server"
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
	stop "$mock"
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
		wait_server "$NOTIFICATIONS" "$mock" "$SCRATCH/mock" || fail "no mock server"
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
		stop "$mock"
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

begin "$@"
run "$HERE/with-bus.sh" "$0" poor audible bar countdown pages
end
