#!/bin/bash
# limberd and files of the configuration that are not as they should be, at the start and at a save.
#
# shellcheck disable=SC2317,SC2088 # parts are called by name; paths are as people read them
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
CONFIG='limber/limber.conf'

every() { # MINUTES - what desk's interval is
	state ".reminders[0].every == $(($1 * 60))"
}

reload() {
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Reload 2>"$SCRATCH/err" >/dev/null
}

# At the start the default runs, and the problem is reported; a save that fixes the file ends it.
part_bad_at_start() {
	configure 'later = "20min";' 'gap = "soon";' 'reminders : { desk : { evry = "40min"; }; };'
	limberd_start
	check_now "the default runs" every 50
	check_now "the status says where" problem 'limber.conf:2: gap'
	check_now "every error is told" problem 'limber.conf:3: reminders.desk.evry'
	check_now "people see it" says 'limber.conf:2' status
	check_now "stderr has it" logged 'limber.conf:2: gap'
	configure 'health : { kidny = true; };' 'kinds = [ "ischemik" ];' 'warning = "soon";'
	check "health is told to the user" problem 'kidny'
	check_now "and to the journal only where" logged 'limber.conf:2: an error in its text: limber config'
	check_now "not what" not grep -qE 'kidn|ischem' "$SCRATCH/limberd.log"
	configure 'health : { kidney = true; acute = tru; };'
	check "a line that is no syntax, too" problem 'acute'
	configure 'cleared = [ "ischemik" ]; kidney = true; health : { kidney = true; kidney = true; };'
	check "a name for the second time" problem 'second time'
	configure 'kidney = true;'
	check "a fact outside its group" problem 'kidney: is not known'
	check_now "all of it is told" test "$(grep -c 'limber.conf:1: an error in' "$SCRATCH/limberd.log")" -ge 3
	check_now "and nothing of what it is" not grep -qE 'kidn|acute|ischem' "$SCRATCH/limberd.log"
	configure 'later = "20min";' 'gap = "soon";' 'reminders : { desk : { evry = "40min"; }; };'
	check "as before" problem 'limber.conf:2: gap'
	check_now "reading again is refused" not reload
	check_now "and says why" stands_in 'limber.conf:2: gap' "$SCRATCH/err"
	check_now "all of it" stands_in 'limber.conf:3: reminders.desk.evry' "$SCRATCH/err"
	check_now "and what runs" stands_in 'the old plan runs on' "$SCRATCH/err"
	check_now "the command, too" refuses 1 'limber.conf:3: reminders.desk.evry' reload
	check_now "with the first" stands_in 'limber.conf:2: gap' "$SCRATCH/err"
	configure 'reminders : { desk : { every = "40min"; }; };'
	check "mended by a save" every 40
	check_now "the problem is gone" no_problem
	limberd_stop
}

# Only the bad file is left out: what commands set lies above it, and holds.
part_one_bad_of_several() {
	configure 'gap = "20min";'
	limberd_start
	check_now "set" limber set discreet=true
	check_now "set hours" limber set hours=09:00-10:00
	check_now "added" limber add lunch --at 12:30 --say Lunch
	check_now "the health questions" limber health --none --yes
	limberd_stop
	configure 'gapp = "1min";'
	limberd_start
	check_now "a setting holds" says 'discreet = true;' config show
	check_now "another" says '"09:00-10:00"' config show
	check_now "the reminder is there" state 'any(.reminders[]; .name == "lunch")'
	check_now "the answers hold" state '.setup_done'
	check_now "the bad file has no effect" says 'gap = "30min";' config show
	check_now "the error is told" problem 'limber.conf:1: gapp'
	check_now "and which file is left out" problem "$XDG_CONFIG_HOME/$CONFIG: left out until that is right."
	check_now "to people as paths are" says '~/.config/limber/limber.conf: left out' status
	check_now "in the log, too" logged "left out until these errors are fixed: $XDG_CONFIG_HOME/$CONFIG"
	check_now "only that" not problem '90-limber'
	configure 'gapp = "1min"; health : { kidney = true; };'
	limberd_stop
	limberd_start
	check_now "without its health facts, only breaks" state '.setup_done | not'
	check_now "and why" problem 'may be about your health'
	check_now "a setting holds all the same" says 'discreet = true;' config show
	configure 'gap = "1min"; health : { kidney = true; };'
	check "mended by a save" no_problem
	check_now "the answers hold again" state '.setup_done'
	limberd_stop
}

# A file that is a link, as people have who keep their settings in one folder: its target is saved.
part_linked() {
	mkdir -p "$XDG_CONFIG_HOME/limber" "$HOME/settings"
	echo 'reminders : { desk : { every = "40min"; }; };' >"$HOME/settings/limber"
	ln -s "$HOME/settings/limber" "$XDG_CONFIG_HOME/$CONFIG"
	limberd_start
	check_now "the target is read" every 40
	echo 'reminders : { desk : { every = "30min"; }; };' >"$HOME/settings/limber"
	check "saved in place" every 30
	echo 'reminders : { desk : { every = "20min"; }; };' >"$HOME/settings/new"
	mv "$HOME/settings/new" "$HOME/settings/limber"
	check "replaced" every 20
	mkdir "$HOME/elsewhere"
	echo 'reminders : { desk : { every = "40min"; }; };' >"$HOME/elsewhere/limber"
	ln -sfn "$HOME/elsewhere/limber" "$XDG_CONFIG_HOME/$CONFIG"
	check "the link leads elsewhere" every 40
	echo 'reminders : { desk : { every = "30min"; }; };' >"$HOME/elsewhere/limber"
	check "and is followed there" every 30
	rm -r "$HOME/elsewhere"
	check "what it leads to went: told, or the default runs" not every 30
	check_now "its folder is not made again" test ! -e "$HOME/elsewhere"
	mkdir "$HOME/elsewhere"
	echo 'reminders : { desk : { every = "20min"; }; };' >"$HOME/elsewhere/limber"
	check "it came back" every 20
	limberd_stop
}

# As home-manager and stow have it: folders and files of the folder of layers are links.
part_links() {
	local way=$HOME/way
	mkdir -p "$way/1/limber" "$way/2/limber/limber.conf.d" "$HOME/dots"
	echo 'reminders : { desk : { every = "40min"; }; };' >"$way/1/limber/limber.conf"
	echo 'reminders : { desk : { every = "30min"; }; };' >"$way/2/limber/limber.conf"
	ln -s "$way/1" "$XDG_CONFIG_HOME"
	limberd_start
	check_now "it is read through a linked folder" every 40
	ln -sfn "$way/2" "$XDG_CONFIG_HOME"
	check "the link is turned" every 30
	ln -s "$HOME/dots/10.conf" "$XDG_CONFIG_HOME/limber/limber.conf.d/10.conf"
	echo 'reminders : { desk : { every = "20min"; }; };' >"$HOME/dots/10.conf"
	check "a layer that is a link" every 20
	echo 'reminders : { desk : { every = "40min"; }; };' >"$HOME/dots/10.conf"
	check "its target is saved in place" every 40
	limberd_stop
}

# A link to what is mounted later.
part_mounted() {
	mkdir -p "$XDG_CONFIG_HOME/limber" "$HOME/dots"
	ln -s "$HOME/dots/limber.conf" "$XDG_CONFIG_HOME/$CONFIG"
	limberd_start
	check_now "the built-in one holds" every 50
	limber doctor
	check_now "doctor says so" stands_in 'link to a file that is not there' "$SCRATCH/out"
	mount -t tmpfs tmpfs "$HOME/dots" || skip 'no file system can be mounted here'
	echo 'reminders : { desk : { every = "40min"; }; };' >"$HOME/dots/limber.conf"
	check "it came with the mount" every 40
	echo 'reminders : { desk : { every = "30min"; }; };' >"$HOME/dots/limber.conf"
	check "and is watched there" every 30
	umount "$HOME/dots"
	check "it went with it" every 50
	limberd_stop
}

reads() { # TIMES - that the files were read again
	[ "$(grep -c 'configuration was read' "$SCRATCH/limberd.log")" = "$1" ]
}

# No inotify instance is to be had: in a user namespace of its own that can be arranged.
part_unwatched() {
	echo 0 2>/dev/null >/proc/sys/user/max_inotify_instances || skip 'the limit of inotify cannot be set here'
	configure 'reminders : { desk : { every = "40min"; }; };'
	limberd_start
	check_now "it runs" every 40
	check_now "the status says so" problem 'noticed with the next limber command only: other programs have all'
	limber doctor
	check_now "doctor, too" grep -q '^  limited  configuration' "$SCRATCH/out"
	check_now "the log, once" test "$(grep -c 'cannot be watched' "$SCRATCH/limberd.log")" = 1
	configure 'reminders : { desk : { every = "30min"; }; };'
	check_now "a save is read with the next command" every 30
	echo 8 >/proc/sys/user/max_inotify_instances
	check_now "as soon as there is one, it is watched" no_problem
	configure 'reminders : { desk : { every = "20min"; }; };'
	check "a save is noticed by itself" reads 2
	check_now "it holds" every 20
	limberd_stop
}

# At a save: the old plan runs on, and what was counted stays.
part_bad_at_a_save() {
	configure 'reminders : { desk : { every = "40min"; }; };'
	limberd_start
	check_now "done" limber "done" desk
	configure 'reminders : { desk : { every = "30min"; }; '
	check "the problem is told" problem 'limber.conf:1'
	check_now "the old plan runs on" every 40
	check_now "and answers" limber snooze desk 2h
	configure 'reminders : { desk : { every = "30min"; }; };'
	check "mended" every 30
	check_now "the problem is gone" no_problem
	check_now "what was so is so" state '.reminders[0] |
		.last_outcome == "done" and any(.holds[]; .hold == "snoozed")'
	rm "$XDG_CONFIG_HOME/$CONFIG"
	check "without a file the default runs" every 50
	rm -r "$XDG_CONFIG_HOME"
	configure 'reminders : { desk : { every = "20min"; }; };'
	check "a folder that went and came back is watched" every 20
	limberd_stop
}

# What a command writes is read no second time; what a person writes into that file is, and is not
# lost by an undo.
part_commanded() {
	local own
	configure 'first_week = "full";'
	limberd_start
	own=$XDG_CONFIG_HOME/limber/limber.conf.d/90-limber.conf
	check_now "set" says 'cards a day.' set desk every=45min
	check_now "set again" limber set desk every=40min
	echo 'reminders : { desk : { every = "30min"; }; };' >"$own"
	check "written by hand" state '.reminders[0].every == 1800'
	check_now "it was read once, for that" test \
		"$(grep -c 'configuration was read' "$SCRATCH/limberd.log")" = 1
	check_now "an undo would lose it" refuses 1 'was edited since' undo
	check_now "and does not" state '.reminders[0].every == 1800'
	check_now "another change" limber set desk every=20min
	check_now "can be undone" says 'desk: every 20min -> 30min' undo
	check_now "to what was written by hand" state '.reminders[0].every == 1800'
	limberd_stop
}

# An interval of one's own ends the longer gaps of the first week, which the answer names once.
part_first_week() {
	local ends='The longer gaps of the first week no longer apply to desk.'
	limberd_start
	check_now "not another key" limber set desk wait=10min
	check_now "which does not end them" not stands_in "$ends" "$SCRATCH/out"
	check_now "an interval ends them" says "$ends" set desk every=45min
	check_now "another one" limber set desk every=40min
	check_now "has nothing to end" not stands_in "$ends" "$SCRATCH/out"
	limberd_stop
}

# Undo restores a removed reminder with its ledger.
part_removed() {
	configure 'first_week = "full";'
	limberd_start
	check_now "added" limber add tea --every 2h --say Tea
	check_now "sat" limber sat 40m
	check_now "done" limber "done" tea
	check_now "and sat" limber sat 20m
	check_now "none of that name" refuses 1 'There is no reminder "nope". See: limber list' remove nope
	check_now "one near it" refuses 1 'Did you mean "tea"?' remove teaa
	check_now "one that a file has" refuses 1 'limber disable desk' remove desk
	check_now "removed" limber remove tea
	check_now "it is gone" state '[.reminders[].name] | index("tea") == null'
	check_now "taken back" says 'the removal of tea' undo
	check_now "as it was" state '.reminders[] | select(.name == "tea") |
		.ledger >= 1200 and .ledger < 1260 and .last_outcome == "done"'
	limberd_stop
}

put() { # KIND - what else a person may put there
	local file=$XDG_CONFIG_HOME/$CONFIG
	rm -rf "$file"
	case $1 in
	include) configure "@include \"$XDG_CONFIG_HOME\"" ;;
	binary) head -c 4096 /dev/urandom >"$file" ;;
	nul) printf 'gap = "1h";\0later = "1h";\n' >"$file" ;;
	huge) truncate -s 100M "$file" ;;
	folder) mkdir "$file" ;;
	fifo) mkfifo "$file" ;;
	esac
}

# A typo, a restart, and the typo fixed: the ledger of a reminder of the user's own is kept.
part_hidden() {
	local tea='reminders : { tea : { every = "2h"; say = "Tea?"; }; };'
	configure 'first_week = "full";' "$tea"
	limberd_start
	check_now "sat" limber sat 40m
	limberd_stop
	configure 'first_week = "full";' "$tea" 'oops'
	limberd_start
	check_now "it is hidden" state '[.reminders[].name] | index("tea") == null'
	check_now "something happens meanwhile" limber sat 1m
	configure 'first_week = "full";' "$tea"
	check "it is back, as it was" state '.reminders[] | select(.name == "tea") |
		.ledger >= 2400 and .ledger < 2460'
	limberd_stop
}

part_no_configuration() {
	local kind
	for kind in include binary nul huge folder fifo; do
		configure 'reminders : { desk : { every = "40min"; }; };'
		limberd_start
		put "$kind"
		check_now "$kind: reading it is refused" not reload
		check_now "$kind: the status says so" problem limber.conf
		check_now "$kind: the old plan runs on" every 40
		limberd_stop
		limberd_start
		check_now "$kind: the default runs" every 50
		check_now "$kind: the status says so at the start" problem limber.conf
		rm -rf "${XDG_CONFIG_HOME:?}/$CONFIG"
		configure 'reminders : { desk : { every = "40min"; }; };'
		check "$kind: mended by a save" every 40
		limberd_stop
	done
}

# What root may read and write nobody may not; with-bus.sh runs as nobody, too.
part_unreadable() {
	configure 'reminders : { desk : { every = "40min"; }; };'
	chmod 000 "$XDG_CONFIG_HOME/$CONFIG"
	limberd_start
	check_now "the default runs" every 50
	check_now "the status says so" problem 'Permission denied'
	chmod 600 "$XDG_CONFIG_HOME/$CONFIG"
	check_now "read again" reload
	check_now "the plan runs" every 40
	limberd_stop
}

begin "$@"
for part in bad_at_start one_bad_of_several linked links hidden bad_at_a_save commanded first_week removed no_configuration; do
	surrounded with-bus.sh $part
done
as_nobody unreadable
with_mounts mounted
outside unshare --user --map-root-user && surrounded with-bus.sh unwatched
tell
