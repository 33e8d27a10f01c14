#!/bin/bash
# limberd and a store that is foreign, torn, newer, read-only or without room.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
STORE='limber/limber.db'

refuses_to_start() { # TEXT - it is in the last line
	timeout 5 "$B/limberd" 2>"$SCRATCH/limberd.log"
	[ $? = 1 ] && tail -n 1 "$SCRATCH/limberd.log" | grep -qF -- "$1"
}

part_read_only() {
	limberd_start
	check_now "a pause" limber pause 5h --why dentist
	limberd_stop
	chmod 000 "$XDG_STATE_HOME/limber"
	limberd_start
	check_now "without access to the store it runs" refuses 1 'not stored yet' "done" desk
	check_now "and says so" problem 'Permission denied'
	chmod 700 "$XDG_STATE_HOME/limber"
	check_now "what was kept is stored, and what was stored is read" limber "done" desk
	check_now "both rows are there" rows '[.rows[].outcome] == ["done", "done"]'
	check_now "the pause holds" state '.paused_why == "dentist"'
	check_now "it says that no more" not problem 'Nothing can be stored'
	chmod 500 "$XDG_STATE_HOME/limber"
	check_now "what is open goes on" limber "done" desk
	limberd_stop
	chmod 400 "$XDG_STATE_HOME/$STORE"
	chmod 700 "$XDG_STATE_HOME/limber"
	limberd_start
	check_now "with a read-only file it starts" refuses 1 'not stored yet' "done" desk
	check_now "and says so" problem 'Nothing can be stored'
	check_now "the file is left as it is" rows '[.rows[].outcome] == ["done", "done", "done"]'
	chmod 600 "$XDG_STATE_HOME/$STORE"
	check_now "it is stored with the next save" limber "done" desk
	check_now "with what was kept" rows '[.rows[].outcome] == ["done", "done", "done", "done", "done"]'
	check_now "it says that no more" not problem 'Nothing can be stored'
	limberd_stop
}

# A store that is none, in its place before the start. It is moved aside, whole.
moved_aside() { # KIND
	cp "$XDG_STATE_HOME/$STORE" "$SCRATCH/was"
	limberd_start
	check_now "$1: the status says where it is" problem "limber.db.damaged-$number"
	check_now "$1: stderr, too" logged "limber.db.damaged-$number"
	check_now "$1: it is there as it was" cmp -s "$XDG_STATE_HOME/$STORE.damaged-$number" "$SCRATCH/was"
	check_now "$1: a new one is used" limber "done" desk
	check_now "$1: it has one row" rows '.rows | length == 1'
	limberd_stop
	number=$((number + 1))
}

part_damaged() {
	local number=1
	mkdir -p "$XDG_STATE_HOME/limber"
	echo 'Dear diary' >"$XDG_STATE_HOME/$STORE"
	moved_aside foreign
	truncate -s 10000 "$XDG_STATE_HOME/$STORE"
	moved_aside torn
	dd if=/dev/urandom of="$XDG_STATE_HOME/$STORE" bs=512 seek=9 count=30 conv=notrunc status=none
	moved_aside scribbled
	limberd_start
	check_now "a good one is no problem" no_problem
	limberd_stop
}

# PRAGMA user_version is four bytes at 60, big endian: a store of a limberd to come.
part_newer() {
	limberd_start
	limberd_stop
	printf '\0\0\0\143' | dd of="$XDG_STATE_HOME/$STORE" bs=1 seek=60 conv=notrunc status=none
	cp "$XDG_STATE_HOME/$STORE" "$SCRATCH/was"
	check_now "refused clearly" refuses_to_start 'written by a newer limberd: update this one'
	check_now "and left alone" cmp -s "$XDG_STATE_HOME/$STORE" "$SCRATCH/was"
}

# A disk of 1 MiB in mounts of its own.
part_full() {
	mkdir -p "$XDG_STATE_HOME"
	mount -t tmpfs -o size=1m tmpfs "$XDG_STATE_HOME" || skip 'no file system can be mounted here'
	limberd_start
	check_now "done" limber "done" desk
	cat /dev/zero >"$XDG_STATE_HOME/ballast" 2>/dev/null
	check_now "what cannot be stored is said" refuses 1 'not stored yet' "done" desk
	check_now "and again" refuses 1 'No space left' pause 2h --why dentist
	check_now "the status says so first" state '.problems[0] | startswith("Nothing can be stored")'
	limber doctor
	check_now "doctor misses the store" grep -q "^  missing  store" "$SCRATCH/out"
	check_now "the log lacks some, and says so" limber log
	check_now "with the cause" grep -q 'not here: .*No space left' "$SCRATCH/err"
	check_now "it goes on all the same" state '.reminders[0].last_outcome == "done" and
		.paused_why == "dentist"'
	rm "$XDG_STATE_HOME/ballast"
	check_now "room again: stored with the next" limber undo
	check_now "and what waited, too" rows '[.rows[].outcome] == ["done", "done"]'
	check_now "the problem is gone" no_problem
	limberd_stop
	umount "$XDG_STATE_HOME"
}

# What was refused for want of room is stored as soon as anything happens, not only answers.
part_full_and_killed() {
	mkdir -p "$XDG_STATE_HOME"
	mount -t tmpfs -o size=1m tmpfs "$XDG_STATE_HOME" || skip 'no file system can be mounted here'
	limberd_start
	cat /dev/zero >"$XDG_STATE_HOME/ballast" 2>/dev/null
	check_now "a pause cannot be stored" refuses 1 'not stored yet' pause 2h --why dentist
	rm "$XDG_STATE_HOME/ballast"
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Attach 'a{ss}' 0 >/dev/null
	check_now "the problem is gone" no_problem
	limberd_kill
	limberd_start
	check_now "the pause is there" state '.paused_why == "dentist"'
	limberd_stop
	umount "$XDG_STATE_HOME"
}

# A disk full before the start: the stored state is read, and later changes wait for room.
part_full_before() {
	mkdir -p "$XDG_STATE_HOME"
	mount -t tmpfs -o size=1m tmpfs "$XDG_STATE_HOME" || skip 'no file system can be mounted here'
	limberd_start
	limber "done" desk && limber pause 3h --why dentist
	limberd_stop
	cat /dev/zero >"$XDG_STATE_HOME/ballast" 2>/dev/null
	limberd_start
	check_now "the status says so first" state '.problems[0] | startswith("Nothing can be stored")'
	check_now "stderr, too" logged 'No space left'
	check_now "what was stored is known" state '.paused_why == "dentist"'
	check_now "what comes is kept" refuses 1 'not stored yet' "done" bedtime
	rm "$XDG_STATE_HOME/ballast"
	check_now "room again: stored with the next" limber resume
	check_now "beside what was there" rows '[.rows[].reminder] == ["desk", "bedtime"]'
	check_now "the problem is gone" no_problem
	limberd_stop
	limberd_start
	check_now "and so it stays" limber "done" desk
	check_now "one row more" rows '[.rows[].reminder] == ["desk", "bedtime", "desk"]'
	limberd_stop
	umount "$XDG_STATE_HOME"
}

begin "$@"
surrounded with-bus.sh damaged
surrounded with-bus.sh newer
as_nobody read_only
with_mounts full full_and_killed full_before
tell
