#!/bin/bash
# limber-tray beside a real limberd and a panel of the test's own (panel.c): what the panel draws,
# what each entry of the menu does, panels and limberd that come and go, calls that make no sense,
# and `limber tray`.
#
# shellcheck disable=SC2317,SC2016 # parts are called by name; $n is a name of jq
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
TRAY=$LIMBER_NAME.Tray

panel_start() {
	"$B/tests/tray/panel" >"$SCRATCH/panel" &
	panel=$!
	check "a panel" grep -qsx ready "$SCRATCH/panel"
}

tray_start() {
	"$B/limber-tray" 2>"$SCRATCH/tray.log" &
	tray=$!
}

# last WORD TEXT: the last line of the panel that begins with WORD is this.
last() {
	grep -a "^$1 " "$SCRATCH/panel" | tail -n 1 | grep -qxF -- "$1 $2"
}

last_has() {
	grep -a "^$1 " "$SCRATCH/panel" | tail -n 1 | grep -qF -- "$2"
}

# menu LABEL: whether the menu as it is now has that entry; its number is $id.
menu() {
	id=$(awk -v label="$1" '
		/^entry / { n = $2; sub(/^entry [0-9]+ /, ""); if ($0 == label) found = n }
		/^menu / { last = found; found = "" }
		END { print last }' "$SCRATCH/panel")
	[ -n "$id" ]
}

no_menu() {
	! menu "$1"
}

menu_call() { # METHOD SIGNATURE ARGUMENT...
	busctl --user call "$TRAY" /MenuBar com.canonical.dbusmenu "$1" "$2" -- "${@:3}" \
		>"$SCRATCH/reply" 2>&1
}

click() { # LABEL
	check "an entry: $1" menu "$1"
	check_now "a click: $1" menu_call Event isvu "${id:-0}" clicked s '' 0
}

answers() { # REPLY METHOD SIGNATURE ARGUMENT...
	menu_call "${@:2}" && grep -qxF -- "$1" "$SCRATCH/reply"
}

answers_like() { # PATTERN METHOD SIGNATURE ARGUMENT...
	menu_call "${@:2}" && grep -qx -- "$1" "$SCRATCH/reply"
}

refuses_call() { # TEXT METHOD SIGNATURE ARGUMENT...
	! menu_call "${@:2}" && grep -qF -- "$1" "$SCRATCH/reply"
}

# The clock time of a moment of the status, as a person reads it today.
AT='def at: (if strflocaltime("%F") == (now | strflocaltime("%F")) then "" else "tomorrow " end)
	+ strflocaltime("%H:%M");'

status() { # EXPRESSION
	"$B/limber" status --json | jq -r "$AT $1"
}

SETTINGS="$ANYTIME"' setup_done = true; never_during = [ ];
reminders : { desk : { every = "48min"; items = [ "hip-flexor-stretch" ]; };
	water : { enabled = false; }; shift : { enabled = false; };
	bedtime : { enabled = false; }; check-up : { enabled = false; }; };'

# A display of the bus makes cards visible and limberd well.
display_start() {
	"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
	watch=$!
	check "a display" grep -qs Watching "$SCRATCH/watch"
}

part_shown() {
	panel_start
	tray_start
	check "it registers" last item /StatusNotifierItem
	check "limberd is off" last icon 'off 0'
	check "it says so" last_has tip 'Limber is off'
	check "and offers to start it" menu 'Start Limber'
	check_now "and nothing else" no_menu Done
	configure "$SETTINGS"
	limberd_start
	display_start
	check "limberd is seen" last icon 'on 0'
	check_now "sat" limber sat 20m
	check "three eighths" last icon 'on 3'
	check_now "sat" limber sat 8m
	check "four eighths" last icon 'on 4'
	check "the time of the next card" last_has tip "Limber: $(status '.next_at | at')"
	check "what comes" last label "1 $(status '(.next_at | at) + "  " +
		(.next as $n | .reminders[] | select(.name == $n) | .title)')"
	check_now "set" limber set tray=minutes
	check "minutes" last_has tip 'Limber: 20 min'
	check_now "unset" limber unset tray
	check_now "a title with markup and a key" limber set desk title='Up & <b>_on_'
	check "is escaped in the tip" last_has tip 'Up &amp; &lt;b&gt;_on_'
	check "and in the menu" last_has label 'Up & <b>__on__'
	check_now "away" limber away
	check "away" last_has icon away
	check_now "back" limber back
	check "here again" last_has icon on
	kill "$watch"
	limberd_stop
	check "limberd went" last icon 'off 0'
	kill "$tray"
	check "it goes" grep -qx gone "$SCRATCH/panel"
	kill "$panel"
}

part_clicks() {
	panel_start
	configure "$SETTINGS"
	limberd_start
	display_start
	tray_start
	check "it registers" last item /StatusNotifierItem
	click 'Pause for an hour'
	check "paused" state '.paused_until > now + 3500 and .paused_until < now + 3601'
	check "the icon" last icon 'paused 0'
	check "until when" last_has tip "Paused until $(status '.paused_until | at')"
	check "no pause in a pause" no_menu 'Pause for an hour'
	click 'Pause until tomorrow'
	check "until the day begins" state '(.paused_until | strflocaltime("%H:%M:%S")) == "04:00:00"'
	click 'End the pause'
	check "no pause" state '.paused_until == null'
	check "the icon" last icon 'on 0'
	click 'Start a stretch now'
	check "a card" state '.card.title != null'
	check "that is played" grep -q 'Step 1\|1 of' "$SCRATCH/watch"
	check "the icon" last_has icon due
	check "its title" last_has tip "$(status .card.title)"
	click 'Later'
	check "put off" state '.card == null and (.reminders[] | select(.name == "desk") | .holds[0].word == "snoozed" or .last_outcome == "snoozed")'
	check_now "try" limber try desk
	check "a card" state '.card.title != null'
	click 'Done'
	check "done" row '.reminder == "desk" and .outcome == "done"'
	check "no card" state '.card == null'
	limberd_stop
	kill "$watch" "$tray" "$panel"
}

limber_tray_again() { # TERMINAL
	ln -s terminal "$SCRATCH/bin/$1"
	kill "$tray"
	check "the tray has gone" name_free "$TRAY"
	TERMINAL=$SCRATCH/bin/$1 tray_start
	check "it is on the bus again" name_owned "$TRAY"
}

part_programs() {
	mkdir "$SCRATCH/bin"
	printf '#!/bin/sh\nprintf "%%s|" "$@" >>"%s/terminal"\n' "$SCRATCH" >"$SCRATCH/bin/terminal"
	chmod +x "$SCRATCH/bin/terminal"
	export TERMINAL=$SCRATCH/bin/terminal
	panel_start
	configure "$SETTINGS"
	limberd_start
	tray_start
	check "it registers" last item /StatusNotifierItem
	for words in 'Today:status' 'Settings file:config edit' 'Check Limber:doctor'; do
		click "${words%%:*}"
		check "${words%%:*}" grep -qsF -- "-e|sh|-c|'$B/limber' ${words#*:}; " "$SCRATCH/terminal"
		rm -f "$SCRATCH/terminal"
	done
	# A chosen one gets the words that it wants.
	limber_tray_again gnome-terminal
	click 'Check Limber'
	check "gnome-terminal" grep -qsF -- "--|sh|-c|'$B/limber' doctor; " "$SCRATCH/terminal"
	check_now "a click on the icon is for the menu" not busctl --user call "$TRAY" \
		/StatusNotifierItem org.kde.StatusNotifierItem Activate ii 1 1
	printf '#!/bin/sh\nexit 1\n' >"$SCRATCH/bin/terminal"
	dbus-monitor --session "interface='org.freedesktop.Notifications'" >"$SCRATCH/notices" &
	monitor=$!
	check "a monitor" grep -qs NameAcquired "$SCRATCH/notices"
	click 'Check Limber'
	check "one that fails is reported" grep -qsF 'No terminal could be opened' "$SCRATCH/notices"
	limberd_stop
	kill "$tray" "$panel" "$monitor"
}

part_comes_and_goes() {
	configure "$SETTINGS"
	tray_start
	check "it is there without a panel" name_owned "$TRAY"
	check_now "nothing shows it" says 'nothing here shows it' tray
	panel_start
	check "a panel that comes later" last item /StatusNotifierItem
	check_now "which" says 'shown by panel' tray
	kill "$panel"
	wait "$panel" 2>/dev/null
	check "the panel has gone" name_free org.kde.StatusNotifierWatcher
	panel_start
	check "a panel that comes again" last item /StatusNotifierItem
	limberd_start
	check "limberd comes" last_has icon un
	limberd_kill
	check "limberd dies" last icon 'off 0'
	limberd_start
	check "and comes again" not last icon 'off 0'
	"$B/limber-tray" 2>"$SCRATCH/second"
	check_now "there is one" grep -q 'runs already' "$SCRATCH/second"
	check_now "after limber off" limber off
	check "limberd has gone" last icon 'off 0'
	check_now "its clicks start nothing" menu_call Event isvu 3 clicked s '' 0
	check_now "limberd stays off" name_free "$LIMBER_NAME"
	kill "$tray" "$panel"
}

# The user has 0 here; the numbers of entries are those of the table.
part_hostile() {
	panel_start
	configure "$SETTINGS"
	limberd_start
	tray_start
	check "it registers" last item /StatusNotifierItem
	check "a menu" menu Done
	local done=$id number
	for number in -1 99 2147483647 -2147483648; do
		check_now "Event $number" refuses_call 'no entry' Event isvu "$number" clicked s '' 0
		check_now "AboutToShow $number" refuses_call 'no entry' AboutToShow i "$number"
		check_now "GetLayout $number" refuses_call 'no entry' GetLayout iias "$number" -1 0
		check_now "GetProperty $number" refuses_call 'no entry' GetProperty is "$number" label
	done
	check_now "another event" menu_call Event isvu "$done" hovered i 7 0
	check_now "a property there is not" refuses_call 'has no property' GetProperty is "$done" colour
	check_now "a property" answers 'v s "Done"' GetProperty is "$done" label
	check_now "nothing new" answers 'b false' AboutToShow i 0
	check_now "a group" answers 'aiai 0 2 77 -1' AboutToShowGroup ai 3 0 77 -1
	check_now "events" answers 'ai 1 77' EventGroup 'a(isvu)' 2 77 clicked s '' 0 0 opened s '' 0
	check_now "properties" answers "a(ia{sv}) 1 $done 1 \"label\" s \"Done\"" \
		GetGroupProperties aias 2 "$done" 77 1 label
	check_now "no depth" answers_like 'u(ia{sv}av) [0-9]* 0 0 0' GetLayout iias 0 0 1 nothing
	check_now "a wrong type" not menu_call Event s text
	check_now "no arguments" not menu_call GetLayout ''
	check_now "a wrong object" not busctl --user call "$TRAY" /nothing com.canonical.dbusmenu AboutToShow i 0
	check_now "a signal of a stranger" busctl --user emit /org/limberd/Limber1 \
		org.freedesktop.DBus.Properties PropertiesChanged 'sa{sv}as' x 0 0
	check_now "it is the same process" kill -0 "$tray"
	check_now "and nothing was done" state '.cards == 0'
	limberd_stop
	kill "$tray" "$panel"
}

reports() { # FILTER
	"$B/limber" tray --json | jq -e "$1" >/dev/null
}

part_verb() {
	local file=$XDG_CONFIG_HOME/autostart/limber-tray.desktop
	panel_start
	check_now "off at first" says 'limber tray on' tray
	check_now "another word" refuses 2 'limber tray' tray maybe
	check_now "on" says 'The icon' tray on
	check "shown" says 'shown by panel' tray
	check_now "json" reports '.on and .runs and .shown and .panel == "panel"'
	check_now "at each login" grep -qF "\"$B/limber-tray\"" "$file"
	check_now "again" limber tray on
	check_now "off" says 'limber tray on' tray off
	check_now "it has gone" name_free "$TRAY"
	check_now "for good" not test -e "$file"
	check_now "off again" limber tray off
	check_now "its output ends" test -n "$(timeout 20 "$B/limber" tray on 2>&1)"
	check_now "it goes on" reports .runs
	check_now "off at the end" limber tray off
	kill "$panel"
}

begin "$@"
need busctl dbus-monitor
[ -x "$B/tests/tray/panel" ] || { echo "there is no $B/tests/tray/panel: make tests first"; exit 1; }
for part in shown clicks programs comes_and_goes hostile verb; do
	surrounded with-bus.sh $part
done
tell
