#!/bin/bash
# limber log against a real limberd: rows, filters, amend and its undo, follow.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

limberd_start() {
	"$B/limberd" >"$SCRATCH/limberd" 2>&1 &
	daemon=$!
	wait_server org.limberd.Limber1 "$daemon" "$SCRATCH/limberd"
}

row() { # FILTER: it is true of the newest row
	run 0 log -n 1 --json && json ".rows[0] | $1"
}

counts() { # OUTCOMES
	run 0 status --json
	local got
	got=$(jq -c '.reminders[] | select(.name == "desk") | .outcomes' "$SCRATCH/out" 2>/dev/null)
	[[ $got == *"$1"* ]] || fail "today is not $1: $got"
}

part_amend() {
	limberd_start || return
	run 0 'done' desk
	row '.outcome == "done" and .sequence == 1 and .revision == 1 and .own and .kind == "card" and
		(.day | test("^20")) and .zone >= 3600'
	counts '"done":1'
	run 0 log amend 1 outcome=skipped seconds=40 side=left && says 'Changed: row 1, desk: skipped.'
	row '.outcome == "skipped" and .seconds == 40 and .side == "left" and .revision == 2'
	counts '"skipped":1'
	run 0 undo && says 'the change in the log'
	row '.outcome == "done" and .seconds == 0 and .side == "" and .revision == 3'
	counts '"done":1'
	run 0 log amend '#1' remove
	run 1 log amend 1 remove && complains 'Row 1 is taken back already'
	run 1 log amend 1 seconds=50 && complains 'Row 1 is taken back already'
	run 0 log && says 'Nothing in that time'
	run 0 log amend 1 outcome='done' --json && json '.before == "taken_back" and .row == 1'
	run 0 drink 250ml
	run 0 log amend 2 amount=300 && row '.amount == 300 and .kind == "drink"'
	run 0 drink 100ml && says '400 ml'
	run 0 log amend 2 outcome=skipped --json && json '.amount == 0'
	run 0 status --json && json '.water == 100'
	run 0 undo
	run 0 status --json && json '.water == 400'
	run 0 log amend 3 outcome=partly --json && json '.amount == 50'
	run 0 log amend 3 outcome='done' amount=100 --json && json '.amount == 100'
	run 1 log amend 99 remove && complains 'There is no row 99'
	run 1 log amend 2 amount=9999 && complains 'Row 2 is a drink: it cannot have this amount.'
	run 1 log amend 2 amount=0 && complains 'Row 2 is a drink: it cannot have this amount.'
	run 2 log amend 2 outcome=eaten && complains '"outcome=eaten" is no change'
	run 2 log amend 2 && complains 'Written so'
	run 2 log amend x remove && complains '"x" is not the number'
	run 2 log today yesterday && complains 'Written so'
	run 2 log --kind nap && complains '"nap" is not a kind of row'
	run 0 log --kind drink --kind sitting --json && json '.rows | length == 2 and all(.kind == "drink")'
	run 0 log && says '300 ml'
	stop "$daemon"
	run 3 log amend 1 remove
}

# What limberd counts is what is left, also when it was not there; how many cards were shown stays.
part_forgotten() {
	limberd_start || return
	run 0 'done' desk
	run 0 drink 500ml
	run 0 how 7
	run 0 forget --kind drink --yes
	run 0 status --json && json '.water == 0'
	counts '"done":1'
	run 0 forget today --yes
	counts '{}'
	run 1 undo && complains 'nothing to take back'
	"$B/limber" status --json | grep -q '"done":1' && fail 'what was forgotten is counted'
	run 0 drink 200ml
	stop "$daemon"
	run 0 forget today --yes
	limberd_start || return
	run 0 status --json && json '.water == 0'
	stop "$daemon"
}

# Numbers may leap, as after a time in which nothing could be stored.
follow_jump() {
	command -v python3 >/dev/null || { echo 'SKIPPED: python3 is not installed'; return; }
	python3 - "$XDG_STATE_HOME/limber/limber.db" <<-'END'
		import sqlite3, sys
		db = sqlite3.connect(sys.argv[1])
		db.execute("UPDATE history SET sequence = 1 << 40 WHERE sequence = 2")
		db.commit()
	END
	run 0 drink 310ml
	wait_until grep -q '"sequence": 1099511627776' "$SCRATCH/follow" ||
		fail "no row: $(cat "$SCRATCH/follow")"
}

part_follow() {
	limberd_start || return
	run 0 'done' desk
	"$B/limber" log today --follow --json >"$SCRATCH/follow" &
	local follower=$!
	wait_until [ -s "$SCRATCH/follow" ]
	wait_until grep -q '"desk"' "$SCRATCH/follow" || fail 'what has been is missing'
	run 0 drink 250ml
	wait_until grep -q '"amount": 250' "$SCRATCH/follow" || fail "no row: $(cat "$SCRATCH/follow")"
	run 0 log amend 2 amount=260
	wait_until grep -q '"amount": 260' "$SCRATCH/follow" || fail "no change: $(cat "$SCRATCH/follow")"
	[ "$(wc -l <"$SCRATCH/follow")" -eq 3 ] || fail "not three lines: $(cat "$SCRATCH/follow")"
	jq -e .kind "$SCRATCH/follow" >/dev/null || fail 'no JSON'
	follow_jump
	stop "$follower"
	stop "$daemon"
	run 3 log --follow && complains 'limberd is not running'
}

oldest() { # FOLDER
	XDG_STATE_HOME=$1 "$B/limber" export | jq -r '.day // empty' | sort | head -1
}

is_trimmed() {
	"$B/limber" drink 100ml >/dev/null
	[[ ! $(oldest "$XDG_STATE_HOME") < "$1" ]]
}

part_keep() {
	local limit
	limit=$(date -d '366 days ago' +%F)
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'keep = "1year";' >"$XDG_CONFIG_HOME/limber/limber.conf"
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" "$(date +%F)" 400
	limberd_start || return
	wait_until is_trimmed "$limit" || fail "the oldest row is of $(oldest "$XDG_STATE_HOME")"
	stop "$daemon"
	# A clock that is years ahead deletes nothing.
	"$B/tests/store/history_make" "$SCRATCH/other/limber" "$(date -d '3 years ago' +%F)" 5
	XDG_STATE_HOME=$SCRATCH/other
	limberd_start || return
	run 0 drink 100ml && run 0 drink 100ml
	[[ $(oldest "$SCRATCH/other") < "$limit" ]] || fail 'rows were deleted by a wrong clock'
	stop "$daemon"
}

run_parts "$@"
