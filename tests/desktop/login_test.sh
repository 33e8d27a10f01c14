#!/bin/bash
# A login is another session of logind, or another boot; a restart of limberd is none.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
# shellcheck disable=SC1091 source-path=SCRIPTDIR source=bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
B=$(realpath "${B:-$HERE/../../build}")
export B LC_ALL=C.UTF-8 TZ=${TEST_ZONE:-Europe/Berlin}
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$(readlink -f "$0")"
need jq unshare
# A /run of its own, for the files of logind.
if [ -z "${OWN_RUN:-}" ]; then
	as=()
	[ "$(id -u)" = 0 ] || as=(--map-current-user --keep-caps)
	unshare --mount "${as[@]}" true 2>/dev/null || skip "a private /run needs a mount namespace"
	OWN_RUN=1 exec unshare --mount "${as[@]}" "$(readlink -f "$0")"
fi
# Only what logind writes is hidden: the test's own folders may lie in /run.
mkdir -p /run/systemd 2>/dev/null
mount -t tmpfs -o mode=0755 none /run/systemd 2>/dev/null || skip "a private /run/systemd cannot be had"
mkdir /run/systemd/users

mkdir -p "$XDG_CONFIG_HOME/limber"
echo 'setup_done = true; reminders: { enter: { on = "login"; say = "Water the plants."; }; };' \
	>"$XDG_CONFIG_HOME/limber/limber.conf"
limberd='' failed=0
trap 'stop ${limberd:+"$limberd"}' EXIT

due() { "$B/limber" status --json | jq -e '.reminders[] | select(.name == "enter").due' >/dev/null; }

# start SESSION: limberd in it, "" if logind does not know it.
start() {
	[ -z "$limberd" ] || stop "$limberd"
	rm -f "/run/systemd/users/$(id -u)"
	[ -z "$1" ] || printf 'NAME=somebody\nDISPLAY=%s\n' "$1" >"/run/systemd/users/$(id -u)"
	"$B/limberd" 2>"$SCRATCH/log" &
	limberd=$!
	wait_server org.limberd.Limber1 "$limberd" "$SCRATCH/log" || exit 1
}

# comes yes|no WHAT: check whether the reminder is due; then answer done.
comes() {
	local is=no
	due && is=yes
	[ "$is" = "$1" ] || { echo "$2: due: $is" && failed=1; }
	[ "$is" = no ] || "$B/limber" "done" enter >/dev/null
}

start 2
comes yes "the first start of all"
start 2
comes no "a restart in the same session"
start 7
comes yes "another session"
start ""
comes no "logind does not say"
start 7
comes no "the same session as before that"
start 8
comes yes "the next session"
exit "$failed"
