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
	make one 2024-11-30 40
	make two 2024-10-30 20
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
	make one 2024-11-30 3
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
	make one 2024-11-30 3
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
		sed 's/"day": "2024/"day": "1024/' <<<"$good"
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
	complains "$SCRATCH/hostile:3: \"sequence\" is not a number"
	complains 'And 9 more such lines.'
	complains 'Left out, as they could not be read: 19 lines.'
	complains 'wrote "nap": 1.'
	on three 1 import "$SCRATCH/one.jsonl.none" && complains 'No such file'
	echo '{"a": 1}' >"$SCRATCH/foreign"
	on three 1 import "$SCRATCH/foreign" && complains 'is not an export of Limber'
	sed '1s/: 1/: 2/' "$SCRATCH/one.jsonl" >"$SCRATCH/newer"
	on three 1 import "$SCRATCH/newer" && complains 'newer Limber'
	head -c 3000000 /dev/zero >"$SCRATCH/zeros"
	on three 1 import "$SCRATCH/zeros" && complains 'is not an export of Limber'
	: >"$SCRATCH/empty"
	on three 1 import "$SCRATCH/empty" && complains 'is not an export of Limber'
	head -1 "$SCRATCH/one.jsonl" >"$SCRATCH/head"
	on three 1 import "$SCRATCH/head" && complains 'has no row'
}

# Each line of a value that no history has is rejected by name, with what it may be.
part_limits() {
	make one 2024-11-30 30
	export_of one
	local kind field value right line
	while read -r kind field value right; do
		line=$(grep -m 1 "\"kind\": \"$kind\"" "$SCRATCH/one.jsonl" |
			sed "s/\"$field\": [^,}]*/\"$field\": $value/")
		{ head -1 "$SCRATCH/one.jsonl"; echo "$line"; } >"$SCRATCH/line"
		on two 1 import "$SCRATCH/line" && says 'Imported: 0 new'
		complains ":2: \"$field\" is ${value//\"/}, not $right"
	done <<-END
		card sequence 9007199254740993 1 to 4503599627370495
		card sequence 0 1 to 4503599627370495
		card revision 4294967295 1 to 1000000
		card seconds -1 0 to 604800
		card seconds 604801 0 to 604800
		sitting seconds 2147483647 0 to 604800
		away seconds 100000000 0 to 31622400
		card amount 5001 0 to 5000
		sitting amount 1 0 to 0
		drink amount 0 1 to 5000
		drink amount 5001 1 to 5000
		cramp amount 11 0 to 10
		score amount -1 0 to 10
		card zone 86401 -86400 to 86400
		sitting shown 2000000000000000 946684800000000 to
		card shown 1 946684800000000 to
		card due 2000000000000000 946684800000000 to
		card day "1999-12-31" 2000-01-01 to
		card day "2199-01-01" 2000-01-01 to
		card day "2024-02-30" 2000-01-01 to
		card day 10956 10957 to
	END
}

# A copied home folder: what both wrote under one number is kept, on both and on a third.
part_copies() {
	make one 2024-11-20 10
	export_of one
	local row other store order
	row=$(grep -m 1 '"kind": "drink"' "$SCRATCH/one.jsonl")
	other=$(sed 's/"ended": \([0-9]*\)0000/"ended": \11234/' <<<"$row")
	{ head -1 "$SCRATCH/one.jsonl"; echo "$other"; } >"$SCRATCH/copy"
	on one 0 import "$SCRATCH/copy" && says '1 new rows, 0 changed'
	for order in "one.jsonl copy" "copy one.jsonl"; do
		store=x${order//[^a-z]/}
		for file in $order; do
			on "$store" 0 import "$SCRATCH/$file"
		done
		export_of "$store"
	done
	export_of one
	same "$SCRATCH/one.jsonl" "$SCRATCH/xonejsonlcopy.jsonl"
	same "$SCRATCH/one.jsonl" "$SCRATCH/xcopyonejsonl.jsonl"
	on one 0 import "$SCRATCH/xonejsonlcopy.jsonl" && says 'Imported: 0 new rows, 0 changed'
}

part_forget() {
	make one 2024-11-30 30
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
	on one 0 forget 2024-11 --yes
	on one 0 export && [ "$(grep -c . "$SCRATCH/out")" = 1 ] || fail "rows are left of $before"
	on one 0 forget 2024-11 --yes && says 'Deleted: 0 rows'
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
	# shellcheck disable=SC2154 # coproc sets it
	local input=${reader[1]} pid=$reader_PID
	exec {input}>&-
	wait "$pid"
}

# What was deleted stays in the log while a program reads an older state: the next forget, without
# rows, empties it.
part_forget_beside_reader() {
	command -v python3 >/dev/null || { echo 'SKIPPED: python3 is not installed'; return; }
	make one 2024-11-30 30
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
	make one 2024-11-30 30
	echo no | XDG_STATE_HOME=$SCRATCH/one script -qec \
		"$B/limber forget 2024-11-10..2024-11-20 --kind drink --kind score" /dev/null >"$SCRATCH/screen"
	tr -s '\r\n ' ' ' <"$SCRATCH/screen" | grep -q '(2024-11-10..2024-11-20, drink, score)' ||
		fail "$(cat "$SCRATCH/screen")"
	echo no | XDG_STATE_HOME=$SCRATCH/one script -qec "$B/limber forget ..2024-11-20" /dev/null >"$SCRATCH/screen"
	tr -s '\r\n ' ' ' <"$SCRATCH/screen" | grep -qF '(..2024-11-20)' || fail "$(cat "$SCRATCH/screen")"
	echo yes | XDG_STATE_HOME=$SCRATCH/one script -qec "$B/limber forget ..2024-11-20 --json" /dev/null \
		>"$SCRATCH/screen"
	grep '^{' "$SCRATCH/screen" | jq -e '.error and .confirm' >/dev/null || fail "$(cat "$SCRATCH/screen")"
}

run_parts "$@"
