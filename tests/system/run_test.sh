#!/bin/bash
# tests/run.sh itself: what it prints and how it ends, for tests that pass, fail, skip, end at once
# and never, on an idle machine and on a busy one; and that its own end is that of its tests.
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/patience.inc
. tests/patience.inc
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0

put() { # NAME LINE - a test
	printf '#!/bin/bash\n%s\n' "$2" >"$scratch/$1"
	chmod +x "$scratch/$1"
}
put good true
put bad 'echo because; exit 3'
put skipped 'echo SKIPPED: no moon; exit 77'
put two 'sleep 2'
put endless "echo \$\$ >$scratch/pid; sleep 1000"
idle=$scratch/idle busy=$scratch/busy
echo '0.00 0.00 0.00 1/99 1' >"$idle"
echo '40.00 9.00 9.00 3/99 1' >"$busy"

limit=100
run() { # CODE LOADAVG TEST...
	local code
	said=$(cd "$scratch" && LOADAVG=$2 LIMIT=$limit JOBS=2 SLOWNESS=100 PROCESSORS=1 "$OLDPWD/tests/run.sh" \
		"${@:3}" 2>&1)
	code=$?
	[ $code = "$1" ] || { echo "${*:3}: exit $code, not $1: $said" && failed=1; }
}

says() { # PATTERN, of a line
	grep -qxE -- "$1" <<<"$said" || { echo "no line '$1' in: $said" && failed=1; }
}

gone() { # the endless test
	! kill -0 "$(cat "$scratch/pid")" 2>/dev/null
}

run 1 "$idle" "$scratch"/{good,bad,skipped}
says '3 tests, 2 at a time: about 1 min .*'
says 'ok +[1-3] of 3  .*/good  \([0-9.]+ s\)'
says 'FAILED +[1-3] of 3  .*/bad  \([0-9.]+ s, exit 3\)'
says ' +because'
says ' +SKIPPED: no moon'
says '1 passed, 1 failed, 1 skipped'
limit=1
run 1 "$idle" "$scratch/endless"
says 'FAILED .*, no end within 1 s of an idle machine\)'
gone || { echo 'a test outlives its limit' && failed=1; }
run 0 "$busy" "$scratch/two"
says '1 passed, 0 failed, 0 skipped'
limit=100
run 1 "$idle" "$scratch/nowhere"

# Interrupted, it takes its tests along.
rm "$scratch/pid"
tests/run.sh "$scratch/endless" >/dev/null 2>&1 &
patient 10 test -s "$scratch/pid"
kill $!
wait $!
patient 10 gone || { echo 'a test outlives the run' && failed=1; }
exit $failed
