#!/bin/bash
# limber export, import and forget of rows, with stores of invented persons.
#
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
# shellcheck disable=SC2001 # the patterns are those of sed
# shellcheck disable=SC2317 # parts are called by name
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

# limber with that store; its lines may be wide.
on() { # STORE STATUS ARG...
	local store=$SCRATCH/$1 should=$2 code
	shift 2
	XDG_STATE_HOME=$store "$B/limber" "$@" >"$SCRATCH/out" 2>"$SCRATCH/err"
	code=$?
	out=$(cat "$SCRATCH/out") err=$(cat "$SCRATCH/err")
	[ "$code" -eq "$should" ] || fail "limber $* ends $code, not $should: ${out:0:300} $err"
}

make() { # STORE LAST DAYS
	"$B/tests/store/history_make" "$SCRATCH/$1/limber" "$2" "$3" || fail "no store $1"
}

# The rows of an export, without the lines of stores.
rows() { # FILE
	grep -v limber_history "$1" | sort
}

same() { # FILE FILE
	cmp -s <(rows "$1") <(rows "$2") || fail "$1 and $2 differ: $(diff <(rows "$1") <(rows "$2") | head -4)"
}

export_of() { # STORE
	on "$1" 0 export -o "$SCRATCH/$1.jsonl"
}

part_round_trip() {
	make one 2026-11-30 40
	make two 2026-10-30 20
	export_of one && export_of two
	[ "$(stat -c %a "$SCRATCH/one.jsonl")" = 600 ] || fail 'others can read the file'
	[ -e "$SCRATCH/one.jsonl.new" ] && fail 'a file was left'
	on three 0 import "$SCRATCH/one.jsonl" && says 'Imported: '
	on three 0 import "$SCRATCH/two.jsonl"
	on three 0 import "$SCRATCH/one.jsonl" && says 'Imported: 0 new rows, 0 changed'
	on four 0 import "$SCRATCH/two.jsonl"
	cat "$SCRATCH/one.jsonl" "$SCRATCH/one.jsonl" >"$SCRATCH/twice"
	on four 0 import "$SCRATCH/twice"
	export_of three && export_of four
	same "$SCRATCH/three.jsonl" "$SCRATCH/four.jsonl"
	same "$SCRATCH/three.jsonl" <(cat "$SCRATCH/one.jsonl" "$SCRATCH/two.jsonl")
	on one 0 import "$SCRATCH/three.jsonl" && export_of one
	same "$SCRATCH/three.jsonl" "$SCRATCH/one.jsonl"
}

part_revisions() {
	make one 2026-11-30 3
	export_of one
	local row other order store file
	row=$(grep -m 1 '"kind": "card"' "$SCRATCH/one.jsonl")
	other=$(sed 's/"revision": 1/"revision": 2/; s/"outcome": "[a-z_]*"/"outcome": "skipped"/' <<<"$row")
	{ head -1 "$SCRATCH/one.jsonl"; echo "$other"; } >"$SCRATCH/amended"
	on one 0 import "$SCRATCH/amended" && says '0 new rows, 1 changed'
	on one 0 import "$SCRATCH/one.jsonl" && says '0 new rows, 0 changed'
	on one 0 export && says "$other"
	# Two contents of one revision: the same one wins in either order.
	sed 's/"revision": 1/"revision": 7/; s/"seconds": [0-9]*/"seconds": 5/' <<<"$row" >"$SCRATCH/a"
	sed 's/"revision": 1/"revision": 7/; s/"seconds": [0-9]*/"seconds": 9/' <<<"$row" >"$SCRATCH/b"
	for order in "a b" "b a"; do
		store=order${order// /}
		for file in $order; do
			{ head -1 "$SCRATCH/one.jsonl"; cat "$SCRATCH/$file"; } >"$SCRATCH/file"
			on "$store" 0 import "$SCRATCH/file"
		done
		on "$store" 0 export && says '"seconds": 9'
	done
}

part_hostile() {
	make one 2026-11-30 3
	export_of one
	local head good
	head=$(head -1 "$SCRATCH/one.jsonl") good=$(sed -n 2p "$SCRATCH/one.jsonl")
	{
		echo "$head"
		echo "${good:0:90}"
		sed 's/"sequence": 1/"sequence": "one"/' <<<"$good"
		sed 's/"sequence": 1/"sequence": 1e3/' <<<"$good"
		sed 's/"sequence": 1/"sequence": 99999999999999999999/' <<<"$good"
		sed 's/"sequence": 1/"sequence": -1/' <<<"$good"
		sed 's/"amount": 0/"amount": -250/' <<<"$good"
		sed 's/"amount": 0/"amount": [[[[[[[[[[1]]]]]]]]]]/' <<<"$good"
		sed 's/"amount": 0/"amount": 0, "amount": 1/' <<<"$good"
		sed 's/"day": "2026/"day": "1026/' <<<"$good"
		sed 's/"item": ""/"item": "a\x00b"/' <<<"$good"
		sed 's/"item": ""/"item": "a\xffb"/' <<<"$good"
		sed 's/"item": ""/"item": "a\\u0000b"/' <<<"$good"
		sed 's/"item": ""/"item": "a\\u001b[31mb"/' <<<"$good"
		sed 's/"item": ""/"item": "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"/' <<<"$good"
		sed 's/, "zone": [0-9]*//' <<<"$good"
		printf '%0100000d\n' 0
		echo '[]'
		echo "$good garbage"
		sed 's/"kind": "[a-z]*"/"kind": "nap"/' <<<"$good"
		echo "$good"
		printf '%s' "${good:0:60}"
	} >"$SCRATCH/hostile"
	on two 1 import "$SCRATCH/hostile" && says 'Imported: 1 new rows'
	complains "$SCRATCH/hostile:2: it is truncated; left out."
	complains "$SCRATCH/hostile:3: a number is out of its range"
	complains 'Left out, as they could not be read: 19 lines.'
	complains 'wrote "nap": 1.'
	on three 1 import "$SCRATCH/one.jsonl.none" && complains 'No such file'
	echo '{"a": 1}' >"$SCRATCH/foreign"
	on three 1 import "$SCRATCH/foreign" && complains 'is not an export of Limber'
	sed '1s/: 1/: 2/' "$SCRATCH/one.jsonl" >"$SCRATCH/newer"
	on three 1 import "$SCRATCH/newer" && complains 'newer Limber'
	head -c 3000000 /dev/zero >"$SCRATCH/zeros"
	on three 1 import "$SCRATCH/zeros"
}

part_forget() {
	make one 2026-11-30 30
	export_of one
	local marker='"item": "calf"' before
	before=$(grep -c . "$SCRATCH/one.jsonl")
	grep -q "$marker" "$SCRATCH/one.jsonl" || fail 'no cramp was invented'
	on one 2 forget --kind cramp && complains 'yes'
	on one 2 forget --kind nap --yes && complains '"nap" is not a kind of row'
	on one 0 forget --kind cramp --yes && says 'Deleted: '
	grep -q calf "$SCRATCH"/one/limber/limber.db* && fail 'the place of a cramp is still in the files'
	on one 0 import "$SCRATCH/one.jsonl" && says 'Left out, as they were forgotten here: '
	on one 0 export && ! grep -q "$marker" "$SCRATCH/out" || fail 'a cramp came back'
	on one 0 forget 2026-11 --yes
	on one 0 export && [ "$(grep -c . "$SCRATCH/out")" = 1 ] || fail "rows are left of $before"
	on one 0 forget 2026-11 --yes && says 'Deleted: 0 rows'
	grep -q gluteal "$SCRATCH"/one/limber/limber.db* && fail 'an item is still in the files'
	on one 0 import "$SCRATCH/one.jsonl" && says 'Imported: 0 new rows'
}

# read_old STORE: read a state of the store until end_reading.
read_old() {
	cat >"$SCRATCH/read_old.py" <<-'END'
		import sqlite3, sys
		db = sqlite3.connect(sys.argv[1], isolation_level=None)
		db.execute("BEGIN")
		db.execute("SELECT count(*) FROM history").fetchone()
		print("reads", flush=True)
		sys.stdin.read()
	END
	local line
	coproc reader { exec python3 "$SCRATCH/read_old.py" "$SCRATCH/$1/limber/limber.db"; }
	read -r line <&"${reader[0]}" && [ "$line" = reads ] || fail "no reader: $line"
}

end_reading() {
	local input=${reader[1]} pid=$reader_PID
	exec {input}>&-
	wait "$pid"
}

# What was deleted stays in the log while a program reads an older state: the next forget, without
# rows, empties it.
part_forget_beside_reader() {
	command -v python3 >/dev/null || { echo 'SKIPPED: python3 is not installed'; return; }
	make one 2026-11-30 30
	read_old one
	on one 1 forget --yes --kind cramp && says 'Deleted: ' && complains 'Repeat this when'
	grep -q calf "$SCRATCH"/one/limber/limber.db* || fail 'nobody read it'
	end_reading
	touch "$SCRATCH/one/limber/limber.db.damaged-1"
	on one 0 forget --yes --kind cramp && says 'Deleted: 0 rows' &&
		says "rm '$SCRATCH/one/limber/limber.db.damaged-1'"
	grep -q calf "$SCRATCH"/one/limber/limber.db* && fail 'a place is in the files'
	on one 0 forget --yes --json --kind cramp && json '.busy == false and (.damaged | length == 1)'
}

part_forget_asks() {
	command -v script >/dev/null || { echo 'SKIPPED: script is not installed'; return; }
	make one 2026-11-30 30
	echo no | XDG_STATE_HOME=$SCRATCH/one script -qec \
		"$B/limber forget 2026-11-10..2026-11-20 --kind drink --kind score" /dev/null >"$SCRATCH/screen"
	tr -s '\r\n ' ' ' <"$SCRATCH/screen" | grep -q '(2026-11-10..2026-11-20, drink, score)' ||
		fail "$(cat "$SCRATCH/screen")"
	echo no | XDG_STATE_HOME=$SCRATCH/one script -qec "$B/limber forget ..2026-11-20" /dev/null >"$SCRATCH/screen"
	tr -s '\r\n ' ' ' <"$SCRATCH/screen" | grep -qF '(..2026-11-20)' || fail "$(cat "$SCRATCH/screen")"
}

run_parts "$@"
