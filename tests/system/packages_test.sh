#!/bin/bash
# packages.sh on machines that lack something: what it prints, asks and would install. apt-get,
# sudo and id are stand-ins that write down what they were asked.
set -u
cd "$(dirname "$0")/../.." || exit
scratch=$(mktemp -d) || exit
trap 'rm -rf "$scratch"' EXIT
failed=0
mkdir "$scratch/bin" "$scratch/apt"
for program in bash awk gcc make msgfmt scdoc dbus-daemon dunst; do
	printf '#!/bin/sh\nexec %s "$@"\n' "$(command -v $program)" >"$scratch/bin/$program"
done
cat >"$scratch/bin/pkg-config" <<'END'
#!/bin/sh
case "$*" in *"$LACKING"*) exit 1 ;; esac
END
cat >"$scratch/bin/id" <<'END'
#!/bin/sh
echo "$USER_ID"
END
printf '#!/bin/sh\necho "apt-get $*" >>%s/asked\n' "$scratch" >"$scratch/apt/apt-get"
printf '#!/bin/sh\necho sudo >>%s/asked\nexec "$@"\n' "$scratch" >"$scratch/apt/sudo"
chmod +x "$scratch"/{bin,apt}/*

# shellcheck disable=SC2053 # the words are patterns
# expect NAME CODE WORDS ASKED, of the last call
expect() {
	local asked
	asked=$(tr '\n' ';' <"$scratch/asked")
	[ "$code" = "$2" ] || { echo "$1: exit $code instead of $2" && failed=1; }
	[[ $said == $3 ]] || { echo "$1: says: $said" && failed=1; }
	[[ $asked == $4 ]] || { echo "$1: asked for: $asked" && failed=1; }
}

call() { # PATH [VARIABLE=value...] LIST...
	local path=$1
	shift
	: >"$scratch/asked"
	said=$(env -u YES -u NO_INSTALL PATH="$path" USER_ID=0 LACKING=none "$@" 2>&1 </dev/null)
	code=$?
}

debian=$scratch/bin:$scratch/apt other=$scratch/bin
call "$debian" bash packages.sh build
expect 'all there' 0 '' ''
call "$debian" LACKING=sqlite3 bash packages.sh build
expect 'no terminal' 0 '*Missing: libsqlite3-dev*' 'apt-get update -q;apt-get install *libsqlite3-dev;'
call "$debian" LACKING=sqlite3 USER_ID=1000 bash packages.sh build
expect 'not root' 0 '*sudo apt-get*' 'sudo;apt-get update -q;sudo;apt-get install *libsqlite3-dev;'
call "$debian" LACKING=sqlite3 NO_INSTALL=1 bash packages.sh build
expect 'only print' 1 '*To install:  apt-get *nothing to build*' ''
call "$debian" LACKING=xcb-sync NO_INSTALL=1 bash packages.sh build
expect 'only an option lacks' 0 '*Missing: libxcb-sync-dev*Nothing was installed.' ''
call "$debian" NO_INSTALL=1 bash packages.sh build tests
expect 'only tests lack' 0 '*Missing: xvfb*Nothing was installed.' ''
call "$debian" LACKING=libsystemd bash packages.sh build
expect "elogind's library in its place" 0 '' ''
call "$other" LACKING=lib bash packages.sh build
expect 'one of two libraries' 1 '*pkg-config: libsystemd or libelogind>=250 libnotify *' ''
call "$other" LACKING=libnotify bash packages.sh build
expect 'not Debian' 1 '*Missing: libnotify-dev*your system*pkg-config: libnotify' ''
call "$other" bash packages.sh ports
expect 'no library lacks' 0 '*Missing: debootstrap *your system calls them.' ''

on_terminal() { # ANSWER
	: >"$scratch/asked"
	said=$(echo "$1" | script -qec "env -u YES -u NO_INSTALL PATH=$debian USER_ID=0 LACKING=sqlite3 \
		bash packages.sh build" /dev/null)
	code=$?
}
if command -v script >/dev/null; then
	on_terminal n
	expect 'no at the terminal' 1 '*Install them now*Nothing was installed*' ''
	on_terminal ''
	expect 'Enter at the terminal' 0 '*Install them now*' 'apt-get update -q;apt-get install *;'
fi
exit $failed
