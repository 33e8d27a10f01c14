#!/bin/bash
# The build stops at a faulty catalogue: the compiler names the fault, prints no table and fails.
set -eu
cd "$(dirname "$0")/../.."
compile=${B:-build}/catalogue-compile
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# refuses WANTED FILE...: one error line, which ends in WANTED, and nothing on standard output.
refuses() {
	local wanted=$1 code=0
	shift
	(cd "$folder" && "$compile" "$@") >"$folder/out" 2>"$folder/err" || code=$?
	[[ $code -ne 0 && ! -s $folder/out && $(<"$folder/err") == "$wanted" ]] && return
	failed=$((failed + 1))
	echo "wanted: $wanted, got $code: $(<"$folder/err")"
}

compile=$(realpath "$compile")
cp config/catalogue/*.conf "$folder"
(cd "$folder" && "$compile" ./*.conf) >"$folder/good.c"
[[ $(grep -c '^		\.id = ' "$folder/good.c") -eq $(find config/catalogue -name '*.conf' | wc -l) ]]

cp "$folder/walk-break.conf" "$folder/walk.conf"
refuses "walk.conf: must be named walk-break.conf after its item" walk.conf
sed 's/^number .*/number = 21;/' config/catalogue/water-glass.conf >"$folder/water-glass.conf"
refuses "water-glass.conf: has the list and number of walk-break.conf" walk-break.conf water-glass.conf
sed '/^cue /d' config/catalogue/micro-pause.conf >"$folder/micro-pause.conf"
refuses "micro-pause.conf: cue is missing" micro-pause.conf
refuses "none.conf: cannot be read: No such file or directory" none.conf
refuses "usage: catalogue-compile [--manual] FILE…"
refuses "usage: catalogue-compile [--manual] FILE…" --manual
if "$compile" config/catalogue/*.conf >/dev/full 2>/dev/null; then
	failed=$((failed + 1))
	echo "a table that cannot be written is not told"
fi
[[ $failed -eq 0 ]]
