#!/bin/bash
# Texts that the bus does not take: bytes that are no UTF-8, and noncharacters, which libsystemd
# refuses to read. Wherever they stand, limberd answers, and what is good about them is seen.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

call() { # INTERFACE MEMBER ARGUMENT... - of the manager, or of desk
	local path=$LIMBER_PATH
	[ "$1" = Manager ] || path=$LIMBER_PATH/reminder/desk
	busctl --user call "$LIMBER_NAME" "$path" "$LIMBER_NAME.$1" "${@:2}" >"$SCRATCH/out" 2>"$SCRATCH/err"
}

doctor_runs() { # whatever it misses here
	limber doctor
	grep -q ' configuration ' "$SCRATCH/out"
}

# In a file, as itself and escaped: an error with its line. Over the bus: refused.
part_noncharacter() {
	configure 'gap = "20min";' $'reminders : { desk : { title = "a\xef\xbf\xbfb"; }; };'
	check_now "config check says where" refuses 1 'limber.conf:2: holds U+FFFF' config check
	limberd_start
	check_now "the status says so" problem 'limber.conf:2: holds U+FFFF'
	configure 'gap = "20min";' 'reminders : { desk : { say = "x"; title = "a\xef\xbf\xbfb"; }; };'
	check "escaped, too" problem 'limber.conf:2: reminders.desk.title: \"a\\xef\\xbf\\xbfb\" holds a character that cannot be shown'
	check_now "list" limber list
	configure 'gap = "20min";'
	check "mended" no_problem
	check_now "a value of the bus is refused" not call Reminder Set 'a{ss}b' 1 title '"a\xef\xbf\xbfb"' false
	check_now "and named" grep -qF 'reminders.desk.title: "a\xef\xbf\xbfb"' "$SCRATCH/err"
	check_now "status" limber status
	check_now "a text that the bus itself carries" not call Manager Pause ss 1h $'a\xef\xbf\xbfb'
	check_now "a sentence that quotes a part of a long text" not call Manager Pause ss "$(printf 'ä%.0s' {1..40})x" why
	check_now "is one" grep -q 'ää' "$SCRATCH/err"
	check_now "that quotes from an odd byte on" not call Manager Presence st "x$(printf 'ä%.0s' {1..40})" 0
	check_now "is whole" grep -q 'ää"' "$SCRATCH/err"
	check_now "what was typed is checked" refuses 2 'not text in UTF-8' pause 1h --why $'caf\xe9'
	check_now "also a word" refuses 2 'not text in UTF-8' add tea --every 1h --say $'caf\xe9'
	check_now "a command may be named so" test "$("$B/limber" inhibit echo $'caf\xe9')" = $'caf\xe9'
	check_now "a value of another type" not call Manager Record 'sa{sv}' item 1 Item u 5
	check_now "is named" grep -q 'another type' "$SCRATCH/err"
	check_now "status, after all that" no_problem
	limberd_stop
}

# A file name: reading it again answers, and the name is shown as far as it is one.
part_file_name() {
	mkdir -p "$XDG_CONFIG_HOME/limber/limber.conf.d"
	echo 'gap = "2";' >"$XDG_CONFIG_HOME/limber/limber.conf.d/"$'50-b\xe9.conf'
	limberd_start
	check_now "the status says where" problem '50-b?.conf:1: gap'
	check_now "reading again is refused" refuses 1 '50-b?.conf:1: gap' reload
	check_now "a setting, too" refuses 1 '50-b?.conf:1: gap' set cap=3
	check_now "config show" limber config show
	limberd_stop
}

# HOME, under which everything lies.
part_home() {
	local odd=$HOME/$'b\xe9'
	export HOME=$odd XDG_CONFIG_HOME=$odd/.config XDG_STATE_HOME=$odd/.state
	configure 'gap = "2";'
	limberd_start
	check_now "the status says where" problem 'b?/.config/limber/limber.conf:1: gap'
	check_now "reading again is refused" refuses 1 'limber.conf:1: gap' reload
	check_now "done" limber "done" desk
	check_now "the log finds the store" row '.reminder == "desk"'
	configure 'gap = "2min";'
	check "mended" no_problem
	check_now "a setting" limber set cap=3
	check_now "doctor" doctor_runs
	limberd_stop
}

# The zone and the display are reported by name.
part_environment() {
	export TZ=$'Europe/B\xe9x' DISPLAY=$':\xe9'
	limberd_start
	check_now "the status names the zone as far as it is text" problem 'time zone Europe/B?x is not installed'
	check_now "attach" limber attach
	limberd_stop
}

begin "$@"
need busctl
for part in noncharacter file_name home environment; do
	surrounded with-bus.sh $part
done
tell
