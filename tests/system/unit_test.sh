#!/bin/bash
# limberd.service as installed, under a real user manager: verified without a word, ready, its
# status line, started by the bus for a verb that changes something, started again after a kill
# with nothing lost, on and off, and with the graphical session. And limber-hooks.service.
set -u
# shellcheck source=tests/system/user.inc
. "$(dirname "$0")/user.inc"

property() {
	systemctl --user show -P "$1" limberd.service
}

is() { # PROPERTY VALUE
	[ "$(property "$1")" = "$2" ]
}

expect() { # PROPERTY VALUE
	is "$1" "$2" || fail "$1 is '$(property "$1")', not '$2'"
}

limber_says() { # CODE WORDS VERB...
	local said code
	said=$(limber "${@:3}" 2>&1 </dev/null)
	code=$?
	[ $code = "$1" ] || fail "limber ${*:3}: exit $code, not $1: $said"
	[[ $said == *"$2"* ]] || fail "limber ${*:3} does not say '$2': $said"
}

said=$(systemd-analyze --user verify limberd.service 2>&1) || fail 'systemd-analyze: not verified'
[ -z "$said" ] || fail "systemd-analyze says: $said"

# Reading starts nothing, changing does.
limber_says 3 'not running' status
expect ActiveState inactive
limber_says 0 'aused until' pause 1h
expect ActiveState active
[[ $(property StatusText) == *[a-z]* ]] || fail 'no status line'
limber_says 0 'aused' status

# A card gets out of the sandbox: the helper reaches a notification server.
# shellcheck disable=SC2317 # wait_until runs it
shows_card() {
	limber status --json | grep -q '"shown": [1-9]'
}
# shellcheck disable=SC2317
has_server() {
	busctl --user call org.freedesktop.DBus / org.freedesktop.DBus NameHasOwner s \
		org.freedesktop.Notifications | grep -q true
}
if /usr/bin/python3 -c 'import dbusmock' 2>/dev/null; then
	/usr/bin/python3 -m dbusmock --session --template notification_daemon >/dev/null 2>&1 &
	wait_until has_server && limber_says 0 '' try desk && wait_until shows_card
	kill $!
else
	echo 'SKIPPED: no card in the sandbox: python3-dbusmock is not installed'
fi

# A reload takes a good configuration over, and fails where a bad one is refused.
mkdir -p ~/.config/limber
echo 'later = "20min";' >~/.config/limber/limber.conf
systemctl --user reload limberd.service || fail 'a good configuration is not reloaded'
echo 'later = "soon";' >~/.config/limber/limber.conf
systemctl --user reload limberd.service 2>/dev/null && fail 'a bad configuration is reloaded'
expect ActiveState active
rm ~/.config/limber/limber.conf

# After a kill the unit restarts, and limberd has its state.
before=$(property MainPID)
systemctl --user kill -s KILL limberd.service
wait_until is NRestarts 1 && wait_until is ActiveState active
[ "$(property MainPID)" != "$before" ] || fail 'the same process after a kill'
limber_says 0 'aused' status
stored=$(stat -c '%a %n' ~/.local/state/limber ~/.local/state/limber/limber.db)
[[ $stored == 700*$'\n'600* ]] || fail "the store is not private: $stored"
journalctl --user -u limberd.service -q -o cat | grep -q . || fail 'nothing in the journal'

# A verb that ends it, and what keeps it ended.
limber_says 0 '' on
[ "$(systemctl --user is-enabled limberd.service)" = enabled ] || fail 'on does not enable'
limber_says 0 '' off
expect ActiveState inactive
[ "$(systemctl --user is-enabled limberd.service)" = disabled ] || fail 'off does not disable'
limber_says 3 'limber on' pause 1h
expect ActiveState inactive
limber_says 0 '' on
expect ActiveState active

# Commands of the user run in a unit of their own, off until it is enabled, and outside the sandbox:
# limberd could not write there. What they print is in the journal.
# shellcheck disable=SC2317 # wait_until runs it
hooks_ran() {
	[ -e "/var/tmp/limber-hook-$$" ] &&
		journalctl --user -u limber-hooks.service -q -o cat | grep -qx 'from a hook'
}
said=$(systemd-analyze --user verify limber-hooks.service 2>&1) || fail 'limber-hooks: not verified'
[ -z "$said" ] || fail "systemd-analyze says of limber-hooks: $said"
systemctl --user is-enabled -q limber-hooks.service && fail 'limber-hooks.service is enabled'
printf 'hooks : { on_away = [ "sh", "-c", "echo from a hook; touch /var/tmp/limber-hook-%s" ]; };\n' \
	$$ >~/.config/limber/limber.conf
[[ $(limber doctor) == *'systemctl --user enable --now limber-hooks'* ]] ||
	fail "doctor does not name the unit: $(limber doctor)"
systemctl --user enable -q --now limber-hooks.service || fail 'limber-hooks.service does not start'
limber_says 0 '' away
wait_until hooks_ran || journalctl --user -u limber-hooks.service -q
limber_says 0 '' back
systemctl --user disable -q --now limber-hooks.service
[ "$(systemctl --user show -P Result limber-hooks.service)" = success ] || fail 'it ends badly'
rm -f ~/.config/limber/limber.conf "/var/tmp/limber-hook-$$"

# limberd starts and stops with the graphical session.
mkdir -p ~/.config/systemd/user
printf '[Unit]\nBindsTo=graphical-session.target\n' >~/.config/systemd/user/desktop.target
systemctl --user daemon-reload
systemctl --user stop limberd.service
systemctl --user start desktop.target && wait_until is ActiveState active
systemctl --user stop desktop.target graphical-session.target && wait_until is ActiveState inactive
expect Result success
exit $failed
