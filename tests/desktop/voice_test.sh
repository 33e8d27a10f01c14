#!/bin/bash
# What is played is spoken by a real speech-dispatcher, on a socket of its own, with an output
# module that writes it into a file; and by none, where it is hung, is not there, or must be silent.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

# limberd with this configuration and `limber watch` as its display. The microphone is a file.
begin_with() { # LINE...
	STREAM=$SCRATCH/asound/card0/pcm0c/sub0
	mkdir -p "$STREAM"
	echo closed >"$STREAM/status"
	export LIMBER_PROC_ASOUND=$SCRATCH/asound
	SPOKEN=$SCRATCH/spoken
	: >"$SPOKEN"
	configure "$ANYTIME" 'setup_done = true;' "$@" 'reminders : {
		shift : { at = [ "23:59" ]; items = "posture-shift"; }; };'
	limberd_start
	"$B/limber" watch >"$SCRATCH/watched" 2>&1 </dev/null &
	watch=$!
	check "a display is there" grep -qs . "$SCRATCH/watched"
}

speechd_start() { # SECONDS A LETTER, LANGUAGES
	local conf=$SCRATCH/speechd
	mkdir -p "$conf/modules"
	cp "$HERE/spoken.py" "$conf"
	echo "Write \"$SCRATCH/spoken\" \"$1\" \"${2-en de}\"" >"$conf/modules/file.conf"
	printf '%s\n' "LogDir \"$conf\"" "AddModule \"file\" \"$conf/spoken.py\" \"file.conf\"" \
		'DefaultModule file' >"$conf/speechd.conf"
	speech-dispatcher -s -t 3600 -C "$conf" -c unix_socket -S "$SOCKET" -P "$conf/pid" \
		-L "$conf" >"$conf/log" 2>&1 &
	speechd=$!
	wait_until test -S "$SOCKET" || { cat "$conf/log"; wrong "no speech-dispatcher"; }
}

heard() { # whether limber-voice runs
	pgrep -x -P "$limberd" limber-voice >/dev/null
}

play() { # KEY
	busctl --user --quiet call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Play ts 0 "$1"
}

up() { # a card of the shortest routine
	check_now "try shift" limber try shift
	check "the card is up" state '.card.reminder == "shift" and .card.shown > 0'
}

down() {
	stop "$watch"
	limberd_stop
	[ -z "${speechd:-}" ] || stop "$speechd"
}

spoken() { # LINE
	grep -qxF -- "$1" "$SPOKEN"
}

# sentences IS: what was spoken, none cut off, without the last seconds, of which a busy machine may
# miss one.
sentences() {
	[ "$(grep -vxE '.. [123]' "$SPOKEN")" = "$1" ]
}

counted() { # LANGUAGE
	grep -qx "$1 3" "$SPOKEN" && grep -qx "$1 2" "$SPOKEN" && grep -qx "$1 1" "$SPOKEN"
}

stopped_last() {
	[ "$(tail -n 1 "$SPOKEN")" = STOP ]
}

part_card() {
	speechd_start 0.05
	begin_with 'cues = "voice";'
	up
	check_now "nothing is spoken before" sentences ''
	check_now "it is played" limber start
	check_now "to its end" patient 60 spoken 'en Done. That was it.'
	check_now "each step and the end" sentences "$(printf 'en %s\n' \
		'Step 1 of 3. Put your feet flat and rock the pelvis back and forth. 5 times 2 seconds.' \
		'Step 2 of 3. Slide back, lean the chair a little, open the hip angle. 10 seconds.' \
		'Step 3 of 3. Drop the shoulders, loosen the jaw. 10 seconds.' 'Done. That was it.')"
	check_now "and the last seconds" counted en
	check "limber-voice ends" not heard
	check_now "nothing is wrong" state '.problems == []'
	check_now "doctor says so" finds ok 'Routines can be spoken.'
	down
}

finds() { # STATE TEXT - of the voice, by limber doctor
	limber doctor --json
	jq -e --arg state "$1" --arg text "$2" 'any(.findings[]; .name == "voice" and .state == $state and
		(.what + " " + .todo | contains($text)))' "$SCRATCH/out" >/dev/null
}

# The same in a terminal, for once, in German.
part_german() {
	export LANGUAGE=de LIMBER_LOCALEDIR=$B/locale
	speechd_start 0.05
	begin_with
	says 'Alle Befehle' help || { echo 'SKIPPED: no locale here speaks German' && down && return; }
	limber start --voice posture-shift
	check_now "it is played" [ $? = 0 ]
	check "to its end" spoken 'de Fertig. Das war es.'
	check_now "each step and the end" sentences "$(printf 'de %s\n' \
		'Schritt 1 von 3. Stelle die Füße flach auf und kippe das Becken vor und zurück. 5-mal 2 Sekunden.' \
		'Schritt 2 von 3. Rutsche nach hinten, neige die Lehne etwas, öffne den Hüftwinkel. 10 Sekunden.' \
		'Schritt 3 von 3. Lass die Schultern sinken, lockere den Kiefer. 10 Sekunden.' \
		'Fertig. Das war es.')"
	check_now "and the last seconds" counted de
	check_now "no word about a failure" not stands_in 'zu hören' "$SCRATCH/out"
	down
}

microphone() { # STATE
	echo "$1" >"$STREAM/new"
	mv "$STREAM/new" "$STREAM/status"
}

# A call that begins in the middle silences it within five seconds; its end lets it go on.
part_call() {
	speechd_start 0.5
	begin_with
	up
	check_now "for once" limber start --voice
	check "it is spoken" grep -q 'Step 1 of 3' "$SPOKEN"
	microphone 'state: RUNNING'
	check_now "it stops" patient 15 not heard
	check "the last word is cut off" stopped_last
	local words
	words=$(wc -l <"$SPOKEN")
	check_now "the next part is on" play next
	check "it is shown" grep -q 'Slide back' "$SCRATCH/watched"
	check_now "nothing is spoken" [ "$(wc -l <"$SPOKEN")" = "$words" ]
	microphone closed
	check_now "it goes on" patient 15 grep -q 'Step 2 of 3' "$SPOKEN"
	check_now "nothing is wrong" state '.problems == []'
	down
}

# Within a call, and in quiet hours, nothing is begun.
part_silent() {
	speechd_start 0.05
	begin_with 'cues = "voice";'
	microphone 'state: RUNNING'
	up
	check_now "it is played" limber start
	check_now "a later step of limberd" limber status
	check_now "no limber-voice" not heard
	check_now "the bus says why" says_cues '"off" "a microphone is in use"'
	microphone closed
	configure 'cues = "voice"; setup_done = true; quiet = [ "00:00-12:00", "12:00-24:00" ];'
	check_now "quiet hours" limber reload
	check_now "the bus says why" says_cues '"off" "it is quiet time"'
	"$B/limber" start posture-shift --voice >"$SCRATCH/out" 2>&1 &
	local player=$!
	check "it is played here" grep -q '1 of 3' "$SCRATCH/out"
	kill -INT "$player"
	wait "$player"
	check_now "it says why nothing was heard" stands_in 'It could not be heard: it is quiet time.' "$SCRATCH/out"
	check_now "and nothing was" sentences ''
	down
}

says_cues() { # REPLY
	[ "$(busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Cues sb posture-shift false)" = "ss $1" ]
}

# A server that takes a client and never answers; none at all.
part_hung() {
	"$HERE/hung_socket.py" "$SOCKET" &
	local server=$!
	wait_until test -S "$SOCKET" || wrong "no server"
	begin_with 'cues = "voice";'
	up
	check_now "it is played" limber start
	check "limber-voice waits for it" heard
	check_now "limberd does not" quicker 1000 limber status
	check_now "it is given up" patient 20 not heard
	check_now "limberd says so" logged 'a routine cannot be heard: speech-dispatcher or the sound server does not answer'
	check_now "and the status" state '.problems | any(startswith("The last routine could not be heard"))'
	check_now "doctor says so" finds limited 'does not answer'
	check_now "the rest is played" patient 60 grep -q 'That was it' "$SCRATCH/watched"
	check_now "it is said once" [ "$(grep -c 'cannot be heard' "$SCRATCH/limberd.log")" = 1 ]
	down
	stop "$server"
}

part_none() {
	begin_with 'cues = "voice";'
	up
	check_now "it is played" limber start
	check "limberd says so" logged 'a routine cannot be heard: speech-dispatcher cannot be reached'
	check_now "it goes on" play next
	check_now "done" limber "done"
	up
	check_now "again" limber start
	check "it is tried again" not heard
	check_now "it is said once" [ "$(grep -c 'cannot be heard' "$SCRATCH/limberd.log")" = 1 ]
	check_now "doctor says so" finds limited 'speech-dispatcher cannot be reached'
	check_now "and what to do" finds limited 'Install speech-dispatcher and a voice'
	check_now "not where none is wanted" limber set cues=off
	check_now "no word" not finds limited ''
	check_now "no problem any more" state '.problems | any(startswith("The last routine")) | not'
	check_now "one reminder may" limber set shift cues=voice
	check_now "again" finds limited 'speech-dispatcher cannot be reached'
	# In a terminal: limberd, then none.
	"$B/limber" start --voice posture-shift >"$SCRATCH/out" 2>&1 &
	local player=$!
	check "it is played here" grep -q '1 of 3' "$SCRATCH/out"
	check "limber-voice has tried" tried "$player"
	kill -INT "$player"
	wait "$player"
	check_now "it says why nothing was heard" stands_in 'It could not be heard: speech-dispatcher cannot be reached' "$SCRATCH/out"
	down
}

tried() { # PID - whether its limber-voice has ended
	local voice
	voice=$(pgrep -x -P "$1" limber-voice) && grep -q '^State:.Z' "/proc/$voice/status"
}

part_language() {
	speechd_start 0.05 de
	begin_with 'cues = "voice";'
	check_now "doctor says so" finds limited 'has no voice for the language "en"'
	check_now "it is a limit, nothing that is missing" not grep -q '"voice","state":"missing"' "$SCRATCH/out"
	down
}

# Tones, by a real PulseAudio without a sound card: each is a stream to its sink.
part_tone() {
	has_pulse || {
		echo 'SKIPPED: pulseaudio, libcanberra-pulse or the sound theme is not installed' && return
	}
	export PULSE_SERVER=unix:$SCRATCH/pulse CANBERRA_DRIVER=pulse
	pulseaudio -n --exit-idle-time=-1 --daemonize=no -L module-null-sink \
		-L "module-native-protocol-unix socket=$SCRATCH/pulse auth-anonymous=1" >"$SCRATCH/pulse.log" 2>&1 &
	local server=$! events
	check "a sound server" sh -c 'pactl info >/dev/null 2>&1'
	stdbuf -oL pactl subscribe >"$SCRATCH/events" 2>/dev/null &
	events=$!
	begin_with 'cues = "tone";'
	up
	check_now "it is played" limber start
	check "a tone" streams 1
	check_now "doctor is content" finds ok 'Routines can have tones.'
	check_now "on" play next
	check "another" streams 2
	check_now "on" play next
	check_now "on" play next
	check_now "to the end" play next
	check_now "and on" play next
	check "its end" not heard
	check "a last one" streams 3
	check_now "nothing is wrong" state '.problems == []'
	down
	stop "$events" "$server"
}

has_pulse() {
	command -v pulseaudio >/dev/null && command -v pactl >/dev/null &&
		compgen -G '/usr/lib/*/libcanberra-*/libcanberra-pulse.so' >/dev/null &&
		[ -d /usr/share/sounds/freedesktop ]
}

streams() { # AT LEAST
	[ "$(grep -c "'new' on sink-input" "$SCRATCH/events")" -ge "$1" ]
}

part_alone() {
	limber start --voice posture-shift
	check_now "it is played without limberd" [ $? = 0 ]
	check_now "it says that nobody would notice a call" stands_in \
		'It could not be heard: limberd, which notices calls, does not run.' "$SCRATCH/out"
}

ignores() { # PID MASK
	local set
	set=$(sed -n 's/^SigIgn:[[:space:]]*//p' "/proc/$1/status")
	[ $((0x$set & $2)) -ne 0 ]
}

# What its starter ignores, the server that it starts would ignore as well.
part_signals() {
	local voice wire
	mkfifo "$SCRATCH/wire"
	(
		trap '' TERM INT HUP QUIT
		exec "$B/limber-voice" <"$SCRATCH/wire" >/dev/null
	) &
	voice=$!
	exec {wire}>"$SCRATCH/wire"
	check "it runs, and ignores SIGPIPE" ignores "$voice" 0x1000
	check_now "but no signal that ends it" not ignores "$voice" 0x4007
	exec {wire}>&-
	wait "$voice"
}

need speech-dispatcher python3 pgrep
[ -x "$B/limber-voice" ] || skip "limber-voice was not built: libspeechd-dev"
SOCKET=${SCRATCH:-}/speechd.sock
export SPEECHD_ADDRESS=unix_socket:$SOCKET
begin "$@"
for part in card german call silent hung none language tone alone signals; do
	surrounded with-bus.sh $part &
done
wait
tell
