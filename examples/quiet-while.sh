#!/bin/sh
# quiet-while.sh COMMAND...: print what comes next, then show no cards while the command runs.
#
# It is written with busctl, which comes with systemd, and jq. `limber inhibit COMMAND` does the
# same without a time limit. The whole interface: man org.limberd.Limber1
set -u
[ $# -gt 0 ] || { echo "usage: quiet-while.sh COMMAND..." >&2; exit 2; }

# call METHOD [SIGNATURE ARGUMENT...]: the reply as JSON; an error is a sentence on standard error.
call() {
	busctl --user --json=short call org.limberd.Limber1 /org/limberd/Limber1 \
		org.limberd.Limber1.Manager "$@"
}

# Each value of the a{sv} has its type beside it. Moments are microseconds since 1970, 0 is never.
status=$(call Status) || exit
echo "$status" | jq -r '.data[0] | map_values(.data) |
	if .Next == "" then "Nothing is planned."
	else "\(.Next), \(if .NextAt == 0 then "some time"
		else .NextAt / 1e6 | strflocaltime("%H:%M") end)", "  \(.NextWhy)" end'

# A pause that is there already is left as it is. Ours ends by itself, should this script be killed.
if [ "$(echo "$status" | jq '.data[0].PausedUntil.data')" = 0 ]; then
	call Pause ss 4h "$1" >/dev/null || exit
	trap 'call Resume >/dev/null' EXIT
	trap 'exit 130' INT TERM
fi
"$@"
