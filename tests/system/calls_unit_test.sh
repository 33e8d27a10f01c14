#!/bin/bash
# limberd.service knows of a call: its limber-calls, in the same sandbox, reaches the sound server.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
for program in pulseaudio pactl parec; do
	command -v "$program" >/dev/null || { echo "SKIPPED: $program is not installed"; exit 77; }
done
[ -x "${B:-build}/limber-calls" ] || { echo 'SKIPPED: limber-calls was not built'; exit 77; }
# shellcheck source=tests/system/user.inc
. "$(dirname "$0")/user.inc"

holds_call() {
	limber holds --json | jq -e 'any(.holds[]; .hold == "call")'
}

no_call() {
	! holds_call
}

mkdir -p ~/.config/limber
echo 'hours = "00:00-24:00"; quiet = [ ]; setup_done = true;' >~/.config/limber/limber.conf
# Beside the machine's own server, which the user's systemd may start at its socket.
export PULSE_SERVER=unix:$XDG_RUNTIME_DIR/sound
systemctl --user set-environment PULSE_SERVER="$PULSE_SERVER"
pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
	--load="module-native-protocol-unix socket=${PULSE_SERVER#unix:}" \
	--load='module-null-source source_name=headset' >"$HOME/server.log" 2>&1 &
server=$!
check "a sound server" pactl info
systemctl --user start limberd.service
check "limberd runs" limber status
parec --client-name=Phone --device=headset >/dev/null 2>&1 &
recorder=$!
check "a recorder is a call" holds_call
kill $recorder
check "it ends" no_call
kill $server
