#!/bin/bash
# limber-tray.service as installed, under a real user manager: verified without a word, on and off,
# started again after a crash, at the login of a session without graphical-session.target by
# `limber attach`; and what its menu has started stays when it ends.
set -u
# shellcheck source=tests/system/user.inc
. "$(dirname "$0")/../system/user.inc"

# shellcheck disable=SC2317 # wait_until runs it
is() { # ACTIVE ENABLED
	[ "$(systemctl --user is-active limber-tray) $(systemctl --user is-enabled limber-tray)" = "$1 $2" ]
}

pid() {
	systemctl --user show -P MainPID limber-tray
}

says() { # WORDS VERB...
	local said
	said=$(limber "${@:2}" 2>&1 </dev/null) || fail "limber ${*:2}: $said"
	[[ $said == *"$1"* ]] || fail "limber ${*:2} does not say '$1': $said"
}

said=$(systemd-analyze --user verify limber-tray.service 2>&1) || fail 'systemd-analyze: not verified'
[ -z "$said" ] || fail "systemd-analyze says: $said"

says 'limber tray on' tray
is inactive disabled || fail 'it is on without a word'
says 'nothing here shows it' tray on
is active enabled || fail 'limber tray on does not start it'
[ ! -e "$HOME/.config/autostart/limber-tray.desktop" ] || fail 'an autostart file beside the unit'
grep -qz GLIBC_TUNABLES "/proc/$(pid)/environ" || fail 'the unit has no tunables'

# What the menu starts: here a terminal that only stays.
printf '#!/bin/sh\nenv >"%s/opened"\nexec sleep 1000\n' "$HOME" >"$HOME/terminal"
chmod +x "$HOME/terminal"
systemctl --user set-environment TERMINAL="$HOME/terminal"
kill -KILL "$(pid)"
wait_until is active enabled
# shellcheck disable=SC2317
click() { # the last entry: it is there in each state
	busctl --user call org.limberd.Limber1.Tray /MenuBar com.canonical.dbusmenu Event isvu 14 \
		clicked s '' 0 2>/dev/null
}
wait_until click
wait_until grep -qs ^TERMINAL= "$HOME/opened"
! grep GLIBC_TUNABLES "$HOME/opened" || fail 'the terminal got the tunables of the unit'
# shellcheck disable=SC2317
terminal() {
	pgrep -u "$(id -u)" -f 'sleep 1000' >/dev/null
}
wait_until terminal
says 'limber tray on' tray off
is inactive disabled || fail 'limber tray off does not end it'
terminal || fail 'the terminal went with it'

# A session that does not reach graphical-session.target.
limber attach
is inactive disabled || fail 'attach starts it although it is off'
limber tray on >/dev/null
systemctl --user stop limber-tray
limber attach
is active enabled || fail 'attach does not start it'
limber tray off >/dev/null
exit $failed
