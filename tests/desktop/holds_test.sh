#!/bin/bash
# Holds from outside, with limberd, dunst and the command line: a microphone, do-not-disturb, the
# locker, programs that ask for silence. They hold the card, are reported, and the card is shown at
# their end.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

begin_here() { # limberd, with a sound card
	STREAM=$LIMBER_PROC_ASOUND/card0/pcm0c/sub0/status
	mkdir -p "${STREAM%/*}"
	echo closed >"$STREAM"
	configure "$ANYTIME"
	limberd_start
}

record() { # as the kernel tells that this shell records
	printf 'state: RUNNING\nowner_pid   : %d\ntrigger_time: 1.0\n' $$ >"$STREAM"
}

due() { # a card of desk that waits to be shown
	check_now "a card to put off" limber try desk
	check_now "put off" limber snooze 1s
}

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

holds() { # WORD... - that much keeps the card of desk back
	state "[.reminders[] | select(.name == \"desk\").holds[].hold] == $(jq -nc '$ARGS.positional' --args "$@")"
}

source_is() { # KIND STATE NAME
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status -j |
		jq -e ".data[0].Sources.data[] | select(.Kind.data == \"$1\") |
			.State.data == \"$2\" and .Name.data == \"$3\"" >/dev/null
}

waits() { # WORD - it is due and held by that alone, and nothing is on the screen
	check "it is due" state '.reminders[0].due > 0'
	check "held: $1" holds "$1"
	check_now "no card is up" displayed 0
}

part_dnd() {
	dunstctl set-paused true
	begin_here
	check "the level is read first" holds dnd
	check_now "dunst tells" source_is dnd ok dunst
	due
	waits dnd
	check_now "it says why" says 'do-not-disturb (dunst) is on since' explain desk
	check_now "holds, too" says 'do-not-disturb (dunst) is on since' holds
	dunstctl set-paused false
	check_now "the card comes to somebody there" patient 75 present displayed 1
	check_now "and why it came" says 'do-not-disturb ended' explain desk
	check_now "done" limber "done"
	check_now "nothing holds" says 'Nothing holds a card back.' holds

	stop "$DUNST_PID"
	check "nobody tells any more" source_is dnd missing ''
	limberd_stop
}

# The first words of all wait as a card does, and for what is not known yet right after a start.
part_welcome() {
	dunstctl set-paused true
	begin_here
	check "held: dnd, and no more by the start" holds dnd
	check_now "nothing was sent" test "$(dunstctl count waiting)" = 0
	dunstctl set-paused false
	check "they come" displayed 1
	check_now "it is they" grep -q 'Limber is on' <(dunstctl close && dunstctl history)
	check_now "and no card" state '.card == null and .cards == 0'
	limberd_stop
}

# It is looked at again a minute later, which a test of core/busy plays.
part_call() {
	begin_here
	check_now "a sound card" source_is call limited microphone
	record
	due
	waits call
	check_now "it says why" says 'in a call since' explain desk
	check_now "and who it is" says '(holds_test.sh)' explain desk
	check_now "a called-for card passes" limber try desk
	check "there it is" displayed 1
	check_now "done" limber "done"
	limberd_stop
}

# Several at a time; each ends with its program, also with one that is killed.
part_inhibit() {
	local first second
	begin_here
	mkfifo "$SCRATCH/end"
	"$B/limber" inhibit --why slides -- cat "$SCRATCH/end" &
	first=$!
	check "one" holds inhibited
	"$B/limber" inhibit sleep 1000 &
	second=$!
	check "two" holds inhibited inhibited
	check_now "each is named" says 'asked for by sleep, since' holds
	check_now "the first, too" grep -q 'asked for by cat: slides, since' "$SCRATCH/out"
	check_now "explain names each" says 'asked for by sleep, since' explain desk
	check_now "the first, too" grep -q 'asked for by cat: slides, since' "$SCRATCH/out"
	check_now "and programs are told" test "$("$B/limber" holds --json |
		jq -c '.holds | map([.hold, .until])')" = '[["inhibited",null],["inhibited",null]]'
	check_now "with when each began" test "$("$B/limber" holds --json |
		jq '.holds[0].since >= .holds[1].since')" = true
	due
	check "it is due" state '.reminders[0].due > 0'
	check_now "no card is up" displayed 0
	{ kill -KILL "$second" && wait "$second"; } 2>/dev/null
	check "one is killed, the other holds" says 'asked for by cat: slides, since' explain desk
	check_now "it is told to programs" test "$("$B/limber" holds --json |
		jq -c '.holds | map([.hold, .until, .reminders])')" = '[["inhibited",null,["desk"]]]'
	check_now "no card" displayed 0
	echo over >"$SCRATCH/end"
	ended "$first"
	check_now "limber inhibit ends well" test "$code" = 0
	check_now "the card comes" patient 75 present displayed 1
	check_now "done" limber "done"
	limberd_stop
}

locker() { # ARGUMENT... of busctl call, to the stand-in for GNOME's locker
	busctl --user call org.gnome.ScreenSaver /org/gnome/ScreenSaver "$@" >/dev/null
}

active() { # True or False
	locker org.freedesktop.DBus.Mock AddMethod sssss '' GetActive '' b "ret = $1" &&
		locker org.freedesktop.DBus.Mock EmitSignal sssav '' ActiveChanged b 1 b "${1,}"
}

# A desktop that does not use logind; here there is none.
part_lock() {
	/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip 'python3-dbusmock is not installed'
	begin_here
	check_now "nobody tells" source_is lock missing ''
	/usr/bin/python3 -m dbusmock --session org.gnome.ScreenSaver /org/gnome/ScreenSaver \
		org.gnome.ScreenSaver >/dev/null 2>&1 &
	local locker=$!
	wait_server org.gnome.ScreenSaver "$locker" || exit 1
	active False
	check "GNOME tells" source_is lock ok GNOME
	due
	active True
	waits locked
	check_now "away" state '.absences == ["locked"]'
	limberd_kill
	active False
	limberd_start
	check "the lock of before is over" state '.absences == []'
	active True
	check "locked again" state '.absences == ["locked"]'
	stop "$locker"
	check "who goes has locked nothing" state '.absences == []'
	limberd_stop
}

exits() { # CODE WORD... - limber inhibit ends with this code
	limber inhibit "${@:2}"
	[ $? = "$1" ]
}

# A folder in PATH that may not be read is another reason not to find a command.
usual_path() {
	local PATH=/usr/bin:/bin
	"$@"
}

part_command() {
	begin_here
	check_now "the command's exit code" exits 7 sh -c 'exit 7' --json
	check_now "a signal" exits 143 -- sh -c 'kill -TERM $$'
	check_now "no such command" usual_path exits 127 nosuchcommand
	check_now "it says so" grep -qF 'nosuchcommand cannot be run' "$SCRATCH/err"
	check_now "no program" exits 126 "$SCRATCH/limberd.log"
	check_now "its output" says "it's --why I say" inhibit --why that echo "it's --why I say"
	check "nothing is left" says 'Nothing holds' holds
	limberd_stop
	check_now "without limberd it runs" exits 7 sh -c 'exit 7'
	check_now "and it is said" grep -qF 'The command is run all the same.' "$SCRATCH/err"
}

greedy() {
	cd / && /usr/bin/python3 - "$LIMBER_NAME" "$LIMBER_PATH" <<'END'
import os, subprocess, sys, dbus
manager = dbus.Interface(dbus.SessionBus().get_object(*sys.argv[1:]), sys.argv[1] + '.Manager')
held = [manager.Inhibit('x' * 10000).take() for i in range(64)]
os.write(held[0], b'x' * 1000)
subprocess.run([os.environ['B'] + '/limber', 'holds'])
try:
    manager.Inhibit('')
except dbus.DBusException as error:
    print(error)
os.close(held.pop())
while True: # until limberd has heard of it
    try:
        manager.Inhibit('\u00e4' * 100)
        break
    except dbus.DBusException:
        pass
print('granted')
END
}

# No more than so many; and whatever is written into a descriptor wakes nobody for long.
part_greedy() {
	[ -e /usr/lib/python3/dist-packages/dbus ] || skip 'python3-dbus is not installed'
	begin_here
	greedy >"$SCRATCH/greedy" 2>&1
	check_now "the 65th is refused: $(cat "$SCRATCH/greedy")" \
		grep -qF 'Too many inhibitors are open: at most 64' "$SCRATCH/greedy"
	check_now "the first seven are named" test "$(grep -c 'asked for by xxx' "$SCRATCH/greedy")" = 7
	check_now "and how many more" grep -q 'asked for by 57 more programs, since' "$SCRATCH/greedy"
	check_now "one less, one more" grep -q '^granted' "$SCRATCH/greedy"
	check "all end with their program" says 'Nothing holds' holds
	limberd_stop
}

need xdotool
begin "$@"
for part in welcome dnd call inhibit lock command greedy; do
	surrounded with-dunst.sh $part
done
tell
