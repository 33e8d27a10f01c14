#!/bin/bash
# limber on, off and attach beside a real `systemd --user`, with a stand-in for limberd as the
# unit. Without arguments it runs itself there.
set -u
SELF=$(readlink -f "$0")
if [ $# -eq 0 ]; then
	exec "${SELF%/*}/../system/with-user-systemd.sh" tests/cli/service_test.sh inside
fi
unit=$HOME/.config/systemd/user/limberd.service
marker=$HOME/.local/state/limber/off
failed=0

fail() {
	echo "$*"
	failed=1
}

# run CODE COMMAND...: what it prints, and complains, into $out.
run() {
	local should=$1 code
	shift
	out=$("$B/limber" "$@" 2>&1 </dev/null)
	code=$?
	[ "$code" -eq "$should" ] || fail "limber $* ends $code, not $should: $out"
}

says() {
	[[ $out == *"$1"* ]] || fail "'$1' is missing in: $out"
}

state() { # ACTIVE ENABLED
	local is
	is="$(systemctl --user is-active limberd) $(systemctl --user is-enabled limberd 2>/dev/null)"
	[ "$is" = "$1" ] || fail "the unit is $is, not $1"
}

unit_write() { # COMMAND
	mkdir -p "${unit%/*}"
	printf '[Service]\nType=dbus\nBusName=org.limberd.Limber1\nExecStart=%s\n%s\n' "$1" \
		"StandardOutput=append:$HOME/calls" >"$unit"
	printf '[Install]\nWantedBy=default.target\n' >>"$unit"
	systemctl --user daemon-reload
}

run 3 on
says 'limberd.service does not exist.
'
run 0 attach
[ -z "$out" ] || fail "attach speaks: $out"
run 0 off

# An autostart file of a time without systemd starts nothing beside the unit.
autostart=$HOME/.config/autostart/limber-attach.desktop
mkdir -p "${autostart%/*}"
: >"$autostart"
unit_write "$B/tests/cli/fake_daemon"
run 0 attach
state 'inactive disabled'
run 3 pause
export DISPLAY=:7
run 0 on
[ ! -e "$marker" ] || fail 'on leaves the marker'
says 'now and at each login'
[ ! -e "$autostart" ] || fail 'on leaves the autostart file beside the unit'
state 'active enabled'
grep -qx 'Attach DISPLAY=:7' "$HOME/calls" || fail 'on does not attach'
run 0 on
state 'active enabled'

systemctl --user stop limberd
WAYLAND_DISPLAY=wl-1 run 0 attach
[ -z "$out" ] || fail "attach speaks: $out"
state 'active enabled'
grep -qx 'Attach WAYLAND_DISPLAY=wl-1' "$HOME/calls" || fail 'attach does not attach'

run 0 off
says 'On again: limber on'
state 'inactive disabled'
[ -e "$marker" ] || fail 'off leaves no marker'
run 0 off
systemctl --user enable limberd 2>/dev/null
run 0 attach
state 'inactive enabled'
run 3 pause
says 'Limber is off: limber on'
run 0 on
state 'active enabled'
run 0 off

# As `systemctl --global enable` has it: a link that a user cannot take away.
everybody=/etc/systemd/user
mkdir -p "$everybody/limber-test.target.wants"
mv "$unit" "$everybody"
ln -s ../limberd.service "$everybody/limber-test.target.wants"
systemctl --user daemon-reload
state 'inactive enabled'
run 0 on
run 0 off
state 'inactive masked'
run 0 attach
state 'inactive masked'
run 0 on
state 'active enabled'
run 0 off
rm -r "$everybody"/limber* "$unit"

unit_write /bin/false
run 3 on
says 'journalctl --user -u limberd'
exit $failed
