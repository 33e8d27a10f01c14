#!/bin/bash
# Calls as a real sound server reports them, PulseAudio and then PipeWire: a program that records
# from a headset holds cards from its first to its last second; what is no call does not.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

HEADSET=bluez_input.00_11_22_33_44_55.headset-head-unit

held() { # a call holds the cards of desk
	state '[.reminders[] | select(.name == "desk").holds[].hold] | index("call") != null'
}

source_is() { # STATE NAME
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status -j |
		jq -e ".data[0].Sources.data[] | select(.Kind.data == \"call\") |
			.State.data == \"$1\" and .Name.data == \"$2\"" >/dev/null
}

child() { # the limber-calls of limberd
	pgrep -P "$(busctl --user status "$LIMBER_NAME" | sed -n 's/^PID=//p')" -f limber-calls
}

record() { # OPTION... of parec; prints its process
	parec --server="unix:$XDG_RUNTIME_DIR/pulse/native" --client-name=Phone "$@" \
		>/dev/null 2>&1 &
	recorder=$!
}

pulseaudio_start() {
	mkdir -p "$XDG_RUNTIME_DIR/pulse"
	pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disable-shm=yes \
		--load='module-native-protocol-unix auth-anonymous=1' \
		--load="module-null-source source_name=$HEADSET" \
		--load='module-null-sink sink_name=speaker' >"$SCRATCH/server.log" 2>&1 &
	server=$!
}

pipewire_start() {
	pipewire >"$SCRATCH/pipewire.log" 2>&1 &
	core=$!
	wait_until test -S "$XDG_RUNTIME_DIR/pipewire-0" || wrong "no PipeWire"
	wireplumber >"$SCRATCH/wireplumber.log" 2>&1 &
	manager=$!
	pipewire-pulse >"$SCRATCH/server.log" 2>&1 &
	server=$!
	# It answers before it loads modules.
	wait_until pactl load-module module-null-sink media.class=Audio/Source/Virtual \
		sink_name="$HEADSET" channel_map=mono >/dev/null 2>&1 || wrong "no headset"
	wait_until pactl load-module module-null-sink sink_name=speaker >/dev/null 2>&1 ||
		wrong "no speaker"
}

# The calls of one server, which runs.
see_calls() { # NAME
	check "$1 reports" source_is ok "$1"
	check_now "nobody records" not held
	record --device="$HEADSET"
	check "a recorder is a call" held
	check_now "by its name" says '(Phone)' holds
	stop "$recorder"
	check "its end ends the call" not held
	record --device=speaker.monitor
	first=$recorder
	record --device="$HEADSET"
	check "a recorder beside one of what is heard" held
	stop "$recorder"
	check "what is heard alone is no call" not held
	stop "$first"
}

part_pulseaudio() {
	need pulseaudio parec
	configure "$ANYTIME"
	limberd_start
	check "no server" source_is missing ''
	check_now "no child without one" not child
	limberd_stop
	pulseaudio_start
	wait_until pactl info >/dev/null 2>&1 || exit 1
	limberd_start
	see_calls PulseAudio
	record --device="$HEADSET"
	check "a call" held
	kill -KILL "$(child)"
	check "its reporter was killed: unknown" source_is missing ''
	check_now "no call" not held
	stop "$recorder"
	limberd_stop
	limberd_start
	check "PulseAudio again" source_is ok PulseAudio
	record --device="$HEADSET"
	check "a call" held
	stop "$server"
	check "the server ended, and the call" not held
	check_now "nobody reports" source_is missing ''
	stop "$recorder"
	limberd_stop
	check "no child stays" not pgrep -f "$B/limber-calls"
}

part_pipewire() {
	need pipewire pipewire-pulse wireplumber parec
	pipewire_start
	configure "$ANYTIME"
	limberd_start
	see_calls PipeWire
	limberd_stop
	stop "$server" "$manager" "$core"
}

begin "$@"
[ -x "$B/limber-calls" ] || skip 'limber-calls was not built'
need busctl pactl
surrounded with-bus.sh pulseaudio
surrounded with-bus.sh pipewire
tell
