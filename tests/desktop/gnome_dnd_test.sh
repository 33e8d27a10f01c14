#!/bin/bash
# GNOME's do-not-disturb, with the real dconf: a stand-in has the name of GNOME Shell, a setting is
# changed as its switch does, and the card waits. Then the same by a portal that has the setting.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"

held() { # dnd holds the cards of desk
	state '[.reminders[] | select(.name == "desk").holds[].hold] | index("dnd") != null'
}

banners() { # true or false
	dconf write /org/gnome/desktop/notifications/show-banners "$1"
}

source_is() { # STATE NAME
	busctl --user call "$LIMBER_NAME" "$LIMBER_PATH" "$MANAGER" Status -j |
		jq -e ".data[0].Sources.data[] | select(.Kind.data == \"dnd\") |
			.State.data == \"$1\" and .Name.data == \"$2\"" >/dev/null
}

stand_in() { # NAME PATH INTERFACE
	/usr/bin/python3 -m dbusmock --session "$@" >/dev/null 2>&1 &
	stand_in=$!
	wait_server "$1" "$stand_in" || exit 1
}

part_dconf() {
	need dconf
	configure "$ANYTIME"
	banners false
	limberd_start
	check "without GNOME Shell the setting means nothing" source_is missing ''
	check_now "no hold" not held
	stand_in org.gnome.Shell /org/gnome/Shell org.gnome.Shell
	check "it is read when the Shell starts" held
	check_now "GNOME reports it" source_is ok GNOME
	check_now "holds names it" says 'do-not-disturb (GNOME) is on since' holds
	banners true
	check "off" not held
	banners false
	check "on" held
	dconf reset -f /org/gnome/desktop/
	check "its folder was reset: off" not held
	banners false
	check "on again" held
	stop "$stand_in"
	check "nobody reports it any more" source_is missing ''
	check_now "no hold" not held
	limberd_stop
}

portal() { # ARGUMENT... of busctl call
	busctl --user call org.freedesktop.portal.Desktop /org/freedesktop/portal/desktop \
		org.freedesktop.DBus.Mock "$@" >/dev/null
}

part_portal() {
	local settings=org.freedesktop.portal.Settings
	configure "$ANYTIME"
	limberd_start
	check "no portal" source_is missing ''
	check_now "limberd activates none" name_free org.freedesktop.portal.Desktop
	stand_in org.freedesktop.portal.Desktop /org/freedesktop/portal/desktop "$settings"
	portal AddMethod sssss "$settings" Read ss v 'ret = dbus.Boolean(False, variant_level=1)'
	portal EmitSignal sssav "$settings" SettingChanged ssv 3 \
		s org.gnome.desktop.notifications s show-banners b false
	check "on" held
	portal AddMethod sssss "$settings" Read ss v 'ret = dbus.Boolean(True, variant_level=1)'
	portal EmitSignal sssav "$settings" SettingChanged ssv 3 \
		s org.gnome.desktop.notifications s show-banners b true
	check "off" not held
	check_now "GNOME reports it" source_is ok GNOME
	stop "$stand_in"
	check "the portal has exited" source_is missing ''
	limberd_stop
}

begin "$@"
/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || skip 'python3-dbusmock is not installed'
surrounded with-bus.sh portal
dconf=/usr/share/dbus-1/services/ca.desrt.dconf.service
[ -e $dconf ] || skip 'dconf is not installed'
services=$(mktemp -d)
cp $dconf "$services"
BUS_SERVICES=$services surrounded with-bus.sh dconf
rm -rf "$services"
tell
