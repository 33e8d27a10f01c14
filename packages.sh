#!/bin/bash
# The Debian packages Limber needs: `packages.sh build` to build and run it, `packages.sh build
# tests` for the tests too, `deb` for a package, `desktops`, `ports` and `packages` for those of `make
# check-desktops` and the like. Packages are detected by their commands, modules and files, so that this works on every
# system; only the install command is Debian's. Prints nothing if nothing is missing.
#
# Asks once on a terminal; installs without asking otherwise. YES=1 answers yes, NO_INSTALL=1 only
# prints.
set -u

# PACKAGE, KIND and what to look for; an option is a module that the build does not require
build='
gcc                      command cc gcc clang
make                     command make
pkg-config               command pkg-config
libsystemd-dev           module libsystemd libelogind>=250
libnotify-dev            module libnotify
libconfig-dev            module libconfig
libsqlite3-dev           module sqlite3
libwayland-dev           option wayland-client
libxcb-sync-dev          option xcb-sync
libspeechd-dev           option speech-dispatcher
libcanberra-dev          option libcanberra
libpulse-dev             option libpulse
gettext                  command msgfmt
scdoc                    command scdoc
dbus-daemon              command dbus-daemon
'
tests='
libcmocka-dev            module cmocka
dunst                    command dunst
xvfb                     command Xvfb
xdotool                  command xdotool
imagemagick              command import
x11-utils                command xprop
jq                       command jq
sqlite3                  command sqlite3
speech-dispatcher        command speech-dispatcher
pulseaudio               command pulseaudio
pulseaudio-utils         command pactl parec
pipewire                 command pipewire
pipewire-pulse           command pipewire-pulse
wireplumber              command wireplumber
valgrind                 command valgrind
clang                    command clang
libclang-rt-dev          file /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
clang-tidy               command clang-tidy
clang-format             command clang-format
cppcheck                 command cppcheck
shellcheck               command shellcheck
systemd                  command systemd-analyze busctl
dconf-cli                command dconf
dconf-service            file /usr/share/dbus-1/services/ca.desrt.dconf.service
dbus-user-session        file /usr/lib/systemd/user/dbus.socket
python3-dbusmock         file /usr/lib/python3*/*-packages/dbusmock
python3-dbus             file /usr/lib/python3*/*-packages/dbus
python3-gi               file /usr/lib/python3*/*-packages/gi
desktop-file-utils       command desktop-file-validate
appstream                command appstreamcli
groff                    command groff
mandoc                   command mandoc
libxml2-utils            command xmllint
strace                   command strace
tmux                     command tmux
i3blocks                 command i3blocks
gir1.2-pango-1.0         file /usr/lib/*/girepository-1.0/Pango-1.0.typelib
zsh                      command zsh
fish                     command fish
'
# For `make check-desktops`; the browser and the monitoring are for tests/cli, which skip what is missing.
desktops='
chromium                 command chromium
poppler-utils            command pdfinfo
prometheus               command promtool
prometheus-node-exporter command prometheus-node-exporter
sway                     command sway
mako-notifier            command mako
grim                     command grim
waybar                   command waybar
polybar                  command polybar
xfce4-panel              command xfce4-panel
xfce4-genmon-plugin      file /usr/lib/*/xfce4/panel/plugins/libgenmon.so
wtype                    command wtype
foot                     command foot
kwin-wayland             command kwin_wayland
plasma-wayland-protocols file /usr/share/plasma-wayland-protocols/fake-input.xml
libwayland-bin           command wayland-scanner
gnome-shell              command gnome-shell
gjs                      command gjs
libglib2.0-bin           command gdbus
libpam-systemd           file /lib/*/security/pam_systemd.so
qemu-system-x86          command qemu-system-x86_64
busybox-static           command busybox
cpio                     command cpio
polkitd                  file /usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service
'

deb='
debhelper                command dh
dpkg-dev                 command dpkg-buildpackage
fakeroot                 command fakeroot
'

packages='
debootstrap              command debootstrap
lintian                  command lintian
makepkg                  command makepkg
pacman-package-manager   command pacman
rpmlint                  command rpmlint
'

ports='
debootstrap              command debootstrap
qemu-user-static         command qemu-arm-static
'

is_there() { # KIND WHAT... - one of several commands or files is enough
	local kind=$1 what
	shift
	for what in "$@"; do
		case $kind in
		command) command -v "$what" >/dev/null ;;
		module | option) pkg-config --exists "${what/>=/ >= }" 2>/dev/null ;;
		file) compgen -G "$what" >/dev/null ;;
		esac && return
	done
	return 1
}

missing_of() { # LIST TABLE - adds to missing, modules and needed
	local package what all_modules=
	# A single call if all modules are installed, as usual.
	# shellcheck disable=SC2046
	pkg-config --exists $(awk '$2 == "module" { print $3 }' <<<"$2") 2>/dev/null && all_modules=1
	while read -r package what; do
		[[ -z $package || ($all_modules && $what == module*) ]] && continue
		# shellcheck disable=SC2086
		is_there $what && continue
		missing+=("$package")
		[[ ($1 == build && $what != option*) || $what == module* ]] && needed=1
		[[ $what == module* || $what == option* ]] && what=${what#* } && modules+=" ${what// / or }"
	done <<<"$2"
}

agreed() {
	[ -n "${YES:-}" ] || ! [ -t 0 ] && return
	local answer
	read -r -p 'Install them now? [Y/n] ' answer
	[[ ${answer:-y} == [yY]* ]]
}

missing=() needed='' modules=''
set -f # the patterns of files are for compgen
for list in "${@:-build}"; do
	case $list in
	build) missing_of build "$build" ;;
	tests) missing_of tests "$tests" ;;
	desktops) missing_of desktops "$desktops" ;;
	ports) missing_of ports "$ports" ;;
	deb) missing_of deb "$deb" ;;
	packages) missing_of packages "$packages" ;;
	*)
		echo "packages.sh: no list '$list': build, tests, deb, desktops, packages or ports" >&2
		exit 2
		;;
	esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Missing: ${missing[*]}" >&2
if ! command -v apt-get >/dev/null; then
	echo 'These are names of Debian packages: please install what your system calls them.' >&2
	[ -z "$modules" ] || echo "Of libraries, what holds these modules of pkg-config:$modules" >&2
	exit "${needed:-0}"
fi
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo '
update="${sudo}apt-get update -q"
install="${sudo}apt-get install -y --no-install-recommends ${missing[*]}"
echo "To install:  $update && $install" >&2
if [ -n "${NO_INSTALL:-}" ] || ! agreed; then
	echo "Nothing was installed${needed:+, and without them there is nothing to build}." >&2
	exit "${needed:-0}"
fi
export DEBIAN_FRONTEND=noninteractive
$update && $install
