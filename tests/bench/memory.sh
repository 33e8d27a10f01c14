#!/bin/bash
# memory.sh: private memory that limberd has written to (it can be given to nothing else), after
# the start and after CARDS (100) cards on dunst, beside an empty sd-bus program that is linked
# with the same libraries and has a store open.
set -u
# shellcheck disable=SC1091,SC2154 source-path=SCRIPTDIR source=bench.inc
. "$(dirname "$(readlink -f "$0")")/bench.inc"
cards=${CARDS:-100}
within with-dunst.sh "$@"

# memory PID FIELD: KiB.
memory() {
	awk -v field="$2:" '$1 == field { print $2 }' "/proc/$1/smaps_rollup"
}

displayed() {
	[ "$(dunstctl count displayed)" = "$1" ]
}

# row NAME PID: and its private memory in $private.
row() {
	private=$(memory "$2" Private_Dirty)
	printf '%-26s %14d %9d %6d %8s\n' "$1" "$private" "$(memory "$2" Pss)" "$(memory "$2" Rss)" \
		"$(ratio "$private" "$yardstick")"
}

# largest PID COUNT: where it is, KiB.
largest() {
	awk '/^[0-9a-f]+-/ { at = (NF > 5 ? $6 : "(no file)") " " $2 }
		$1 == "Private_Dirty:" { dirty[at] += $2 }
		END { for (at in dirty) if (dirty[at]) print dirty[at], at }' "/proc/$1/smaps" |
		sort -rn | head -n "$2"
}

# On X11 those of the plug-in are among them.
libraries=(libsystemd libconfig sqlite3)
pkg-config --exists xcb-sync && libraries+=(xcb-sync)
program empty "${libraries[@]}"
# Pages of a program just built count as dirty until they are on the disk.
sync "$B/limberd" "$SCRATCH/empty"
# Both as the unit has it.
GLIBC_TUNABLES=$(sed -n 's/^Environment=GLIBC_TUNABLES=//p' "$BENCH/../../systemd/limberd.service.in")
export GLIBC_TUNABLES
limberd_start ''
"$SCRATCH/empty" "$SCRATCH/empty.db" &
empty=$!
trap 'stop "$limberd" "$empty"' EXIT
wait_server org.limberd.Empty "$empty" || exit 1
yardstick=$(memory "$empty" Private_Dirty)

echo "KiB                         private dirty       PSS    RSS    ratio"
row empty "$empty"
row "limberd, started" "$limberd"
for ((i = 0; i < cards; i++)); do
	"$B/limber" try desk >/dev/null && wait_until displayed 1 || exit 1
	"$B/limber" "done" >/dev/null && wait_until displayed 0 || exit 1
done
row "limberd, after $cards cards" "$limberd"
echo "where limberd wrote, KiB"
largest "$limberd" 12
