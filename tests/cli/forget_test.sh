#!/bin/bash
# limber off without systemd, and limber forget: a real limberd exits, the files of Limber are deleted,
# and all others stay.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

config=$XDG_CONFIG_HOME/limber state=$XDG_STATE_HOME/limber

limberd_start() {
	"$B/limberd" >"$SCRATCH/limberd" 2>&1 &
	daemon=$!
	wait_server org.limberd.Limber1 "$daemon" "$SCRATCH/limberd"
}

files_write() {
	mkdir -p "$config/catalogue" "$config/limber.conf.d"
	echo 'gap = "20min";' >"$config/limber.conf"
	echo 'cap = 9;' >"$config/limber.conf.d/50-mine.conf"
	limberd_start || return
	run 0 set desk every=45min
	run 0 health kidney=yes
	run 0 'done' desk
}

gone() { # PATH...
	local path
	for path; do
		[ ! -e "$path" ] || fail "$path is there: $(ls -la "$path")"
	done
}

there() { # PATH...
	local path
	for path; do
		[ -e "$path" ] || fail "$path is not there"
	done
}

part_off() {
	limberd_start || return
	run 0 off && says 'asked to end, and has' && says 'On again: limber on'
	name_free org.limberd.Limber1 || fail 'limberd still has its name'
	wait "$daemon" || fail "limberd ends with $?: $(cat "$SCRATCH/limberd")"
	there "$state/off"
	run 3 pause && complains 'Limber is off: limber on'
	run 0 off && says 'Limber is off'
	run 3 on
}

part_forget() {
	files_write || return
	run 2 forget && complains 'limber forget --all'
	run 2 forget --all && complains '--yes'
	there "$state/limber.db" "$config/limber.conf.d/90-limber.conf"
	touch "$state/limber.db.damaged-1" "$state/notes"
	run 0 forget --all --yes && says "$state/limber.db" && says "$state/limber.db.damaged-1" &&
		says 'Left, as Limber did not write it:' && says "$config/limber.conf" &&
		says 'To begin anew: limber on'
	name_free org.limberd.Limber1 || fail 'limberd was not ended'
	gone "$state"/limber* "$state/off" "$config/limber.conf.d/90-limber.conf" "$config/catalogue"
	there "$state/notes" "$config/limber.conf" "$config/limber.conf.d/50-mine.conf"
	rm "$state/notes"
	run 0 forget --all --yes --json && json '.deleted == [] and (.kept | length == 2)'
	gone "$state"
	limberd_start || return
	run 0 log && says 'Nothing in that time'
	run 0 health --json && json 'all(.facts[]; .answer != "yes")'
	stop "$daemon"
}

# Without a limberd; of a link also what it leads to.
part_stopped() {
	files_write || return
	stop "$daemon"
	rm "$config/limber.conf" "$config/limber.conf.d/50-mine.conf"
	mkdir "$SCRATCH/dotfiles"
	mv "$config/limber.conf.d/90-limber.conf" "$SCRATCH/dotfiles/answers"
	ln -s "$SCRATCH/dotfiles/answers" "$config/limber.conf.d/90-limber.conf"
	run 0 forget --all --yes
	gone "$state" "$config" "$SCRATCH/dotfiles/answers"
}

part_no_bus() {
	mkdir -p "$state"
	touch "$state/limber.db" "$state/off"
	export DBUS_SESSION_BUS_ADDRESS=unix:path=$SCRATCH/none
	run 0 forget --all --yes && says 'Deleted: 2 files.'
	gone "$state"
}

# A limberd on another bus would write its files again.
part_elsewhere() {
	files_write || return
	DBUS_SESSION_BUS_ADDRESS=unix:path=$SCRATCH/none run 1 forget --all --yes &&
		complains "kill $daemon"
	there "$state/limber.db" "$config/limber.conf.d/90-limber.conf"
	stop "$daemon"
}

part_asks() {
	command -v script >/dev/null || skip 'script is not installed'
	files_write || return
	echo no | script -qec "$B/limber forget --all" /dev/null >"$SCRATCH/screen"
	grep -q 'health answers' "$SCRATCH/screen" && grep -q 'Nothing was deleted' "$SCRATCH/screen" ||
		fail "no: $(cat "$SCRATCH/screen")"
	there "$state/limber.db"
	echo yes | script -qec "$B/limber forget --all --json" /dev/null >"$SCRATCH/screen"
	grep '^{' "$SCRATCH/screen" | jq -e '.error and .confirm' >/dev/null || fail "--json: $(cat "$SCRATCH/screen")"
	there "$state/limber.db"
	echo yes | script -qec "$B/limber forget --all" /dev/null >"$SCRATCH/screen"
	grep -q 'knows nothing of you now' "$SCRATCH/screen" || fail "yes: $(cat "$SCRATCH/screen")"
	gone "$state"
}

run_parts "$@"
