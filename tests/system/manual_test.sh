#!/bin/bash
# The finished manual pages are read without complaint, by groff and mandoc.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

for program in groff mandoc; do
	command -v $program >/dev/null || { echo "SKIPPED: $program is not installed" && exit 77; }
done
for source in man/*.scd; do
	page=${B:-build}/man/$(basename "$source" .scd)
	groff -K utf8 -man -Tutf8 -ww "$page" 2>"$scratch/said" >/dev/null
	[ -s "$scratch/said" ] && fail "$source: groff says: $(cat "$scratch/said")"
	# The paragraph macros are scdoc's way.
	mandoc -T lint -W warning "$page" | grep -vE 'skipping paragraph macro: PP|outdated|date' |
		grep . && fail "$source: mandoc does not like it"
done
exit $failed
