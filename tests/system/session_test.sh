#!/bin/bash
# What limberd.service needs of a session gets through its sandbox, under a real user manager: the
# plug-ins reach X11 and the Wayland compositors that are installed, and a microphone that is on
# is seen. Each part is a session: the environment is handed over as `limber on` does.
set -u
cd "$(dirname "$0")/../.." || exit
[ -z "${SAN:-}" ] || { echo 'SKIPPED: sanitizers do not work in the sandbox'; exit 77; }

if [ $# -eq 0 ]; then
	exec tests/system/with-user-systemd.sh -i "$0" all
fi

# shellcheck source=tests/patience.inc
. tests/patience.inc
failed=0

# shellcheck disable=SC2317 # patient runs it
source_is() { # KIND NAME STATE
	limber status --json 2>/dev/null | jq -e --arg kind "$1" --arg name "$2" --arg state "$3" \
		'any(.sources[]; .kind == $kind and (.name | startswith($name)) and .state == $state)' >/dev/null
}

expect_source() { # KIND NAME STATE
	patient 10 source_is "$@" && return
	echo "no source of $*: $(limber status --json 2>&1)"
	journalctl --user -u limberd.service -q -o cat | tail
	failed=1
}

session() { # limberd in the environment of this part
	systemctl --user stop limberd.service
	systemctl --user unset-environment DISPLAY WAYLAND_DISPLAY
	limber on >/dev/null 2>&1 || { echo "limber on: exit $?" && failed=1; }
}

# shellcheck disable=SC2317 # patient runs it
holds_call() {
	limber holds --json 2>/dev/null | grep -q '"call"'
}

# A sound card of the home folder: the place in /proc is looked at by probe.c.
call_is_seen() {
	local stream=~/asound/card0/pcm0c/sub0
	mkdir -p "$stream"
	printf 'state: RUNNING\n' >"$stream/status"
	systemctl --user set-environment LIMBER_PROC_ASOUND="$HOME/asound"
	systemctl --user restart limberd.service
	patient 10 holds_call || { echo "no call: $(limber holds 2>&1)" && failed=1; }
	systemctl --user unset-environment LIMBER_PROC_ASOUND
}

part() { # COMMAND... - a part is skipped where its programs are missing
	"$@"
	case $? in
	0 | 77) ;;
	*) failed=1 ;;
	esac
}

case $1 in
x11)
	session
	expect_source idle XSync ok
	call_is_seen
	;;
wayland)
	session
	expect_source idle "" ok
	;;
all)
	export SCRATCH=$HOME/scratch
	mkdir "$SCRATCH"
	mkfifo "$SCRATCH/display"
	Xvfb -displayfd 9 -screen 0 320x240x24 -nolisten tcp -noreset 9<>"$SCRATCH/display" 2>/dev/null &
	read -r -t 20 number <"$SCRATCH/display"
	DISPLAY=:$number part "$0" x11
	kill $!
	part tests/desktop/with-sway.sh "$0" wayland
	part tests/desktop/with-kwin.sh "$0" wayland
	;;
esac
exit $failed
