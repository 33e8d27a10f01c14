#!/bin/bash
# limberd.service speaks a routine: its limber-voice, shut in with it, reaches speech-dispatcher,
# which the user's systemd starts outside, so that it serves the session when limberd is gone.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
command -v speech-dispatcher >/dev/null || { echo 'SKIPPED: speech-dispatcher is not installed'; exit 77; }
[ -x "${B:-build}/limber-voice" ] || { echo 'SKIPPED: limber-voice was not built'; exit 77; }
# shellcheck source=tests/system/user.inc
. "$(dirname "$0")/user.inc"

spoken=$HOME/spoken
mkdir -p ~/.config/limber ~/.config/speech-dispatcher/modules
echo 'hours = "00:00-24:00"; quiet = [ ]; setup_done = true; cues = "voice";' >~/.config/limber/limber.conf
echo "Write \"$spoken\" \"0.01\" \"en\"" >~/.config/speech-dispatcher/modules/file.conf
printf '%s\n' "AddModule \"file\" \"/run/source/tests/desktop/spoken.py\" \"file.conf\"" 'DefaultModule file' \
	>~/.config/speech-dispatcher/speechd.conf

of_speechd() { # FILE in /proc
	cat "/proc/$(pgrep -o -u "$(id -u)" -x speech-dispatch)/$1"
}

heard() { # LANGUAGE AND BEGIN OF A LINE
	grep -q "^$1" "$spoken"
}

up() {
	limber status --json | jq -e '.card.shown > 0'
}

systemctl --user start limberd.service
limber watch >"$HOME/watched" 2>&1 </dev/null &
watch=$!
check "a display is there" test -s "$HOME/watched"
check "a card" limber try desk
check "it is up" up
check "it is played" limber start
check "it is spoken" heard 'en Step 1 of'
check "nothing is wrong" sh -c "limber status --json | jq -e '.problems == []'"
group=$(of_speechd cgroup)
[[ $group == *limberd.service* ]] && echo "FAILED: speech-dispatcher is in $group" && failed=1
of_speechd status | grep -q '^NoNewPrivs:.0' || { echo 'FAILED: speech-dispatcher is in the sandbox' && failed=1; }
echo "speech-dispatcher is in ${group##*/}"
systemctl --user stop limberd.service
of_speechd comm >/dev/null || { echo 'FAILED: speech-dispatcher ended with limberd' && failed=1; }
kill "$watch"
[ $failed = 0 ] || { cat "$spoken"; journalctl --user -u limberd --no-pager | tail; }
exit $failed
