#!/bin/bash
# The files of examples/ for bars of a terminal, each with the real program: tmux and i3blocks show
# what limber says, change with a card, and leave no limber behind. What Debian does not have is
# read as far as possible.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
# shellcheck source=tests/desktop/bus.inc
. "$(dirname "$(readlink -f "$0")")/bus.inc"
B=$(realpath "${B:-$HERE/../../build}")
export B LC_ALL=C.UTF-8 TZ=Europe/Berlin TERM=xterm
[ -n "${SCRATCH:-}" ] || exec "$HERE/with-bus.sh" "$(readlink -f "$0")"
EXAMPLES=$HERE/../../examples
failed=0 skipped=0
mkdir "$SCRATCH/bin"
export PATH=$SCRATCH/bin:$PATH
printf '#!/bin/sh\necho $$ >>"%s/limbers"\nexec "%s/limber" "$@"\n' "$SCRATCH" "$B" >"$SCRATCH/bin/limber"
chmod +x "$SCRATCH/bin/limber"

fail() {
	echo "$*"
	failed=1
}

# lacks PROGRAM: says so.
lacks() {
	command -v "$1" >/dev/null && return 1
	echo "SKIPPED: $1 is not installed"
	skipped=1
}

daemon_start() {
	: >"$SCRATCH/calls"
	"$B/tests/cli/fake_daemon" "$@" >"$SCRATCH/calls" &
	daemon=$!
	wait_until grep -q ready "$SCRATCH/calls"
}

# Whether a limber still runs that a bar has started.
followers() {
	local process
	while read -r process; do
		! kill -0 "$process" 2>/dev/null || return 0
	done <"$SCRATCH/limbers"
	return 1
}

none_follows() {
	! followers
}

# check_bar NAME FILE: its text is there, changes, and limber ends with the bar, $bar. That is killed:
# i3blocks waits for its commands when it is asked to end.
check_bar() {
	wait_until grep -qF '14:18' "$2" || fail "$1 does not show the next card: $(cat -v "$2")"
	stop "$daemon"
	wait_until grep -qF off "$2" || fail "$1 does not show that limberd went"
	daemon_start card
	wait_until grep -qF 'Walk two minutes' "$2" || fail "$1 does not show the card: $(cat -v "$2")"
	followers || fail "$1 runs no limber"
	{ kill -KILL "$bar" && wait "$bar"; } 2>/dev/null
	stop "$daemon"
	wait_until none_follows || fail "limber stays behind $1"
}

tmux_shows() {
	daemon_start
	# A terminal without keys, which ends with its own process.
	mkfifo "$SCRATCH/keys"
	script -qfec "tmux -S $SCRATCH/tmux -f $EXAMPLES/tmux.conf new-session cat" "$SCRATCH/tty" \
		<"$SCRATCH/keys" >/dev/null 2>&1 &
	bar=$!
	exec 7>"$SCRATCH/keys"
	wait_until test -S "$SCRATCH/tmux"
	bar=$(tmux -S "$SCRATCH/tmux" display-message -p '#{pid}') # its server
	check_bar tmux "$SCRATCH/tty"
	exec 7>&-
}

i3blocks_shows() {
	daemon_start
	i3blocks -c "$EXAMPLES/i3blocks.conf" >"$SCRATCH/i3blocks" 2>&1 &
	bar=$!
	check_bar i3blocks "$SCRATCH/i3blocks"
}

# The script of Xfce's Generic Monitor prints what that reads, with titles escaped.
genmon_reads() {
	daemon_start card
	"$EXAMPLES/xfce-genmon.sh" >"$SCRATCH/genmon"
	{ echo '<all>' && cat "$SCRATCH/genmon" && echo '</all>'; } | xmllint --noout - ||
		fail "not as Generic Monitor reads it: $(cat "$SCRATCH/genmon")"
	grep -q '<txt>Walk two minutes</txt><tool>Card: Walk' "$SCRATCH/genmon" ||
		fail "genmon gets $(cat "$SCRATCH/genmon")"
	stop "$daemon"
}

# What Waybar gets is Pango markup and JSON, whatever a title holds. Pango itself reads it.
pango_reads() {
	"$B/limber" status --waybar >"$SCRATCH/waybar"
	/usr/bin/python3 - "$SCRATCH/waybar" <<-'END'
		import json, sys
		try:
		    import gi
		    gi.require_version("Pango", "1.0")
		    from gi.repository import Pango
		except (ImportError, ValueError):
		    sys.exit(77)
		with open(sys.argv[1], encoding="utf-8") as file:
		    bar = json.load(file)
		for key in "text", "tooltip":
		    print(Pango.parse_markup(bar[key], -1, "\0")[2])
	END
}

titles_are_data() {
	local title code
	for title in 'Tea & <b>"x"</b>' "'; \$(x) \`y\` \\ &amp; &#0; %{A1:x:}" $'\u202e\u200b\u00e9\U1f600 <span' \
		"$(printf 'é%.0s' {1..95})"; do
		mkdir -p "$XDG_CONFIG_HOME/limber"
		jq -nr --arg title "$title" '"setup_done = true; hours = \"00:00-24:00\"; quiet = [ ];
			reminders : { tea : { every = \"1h\"; say = \"x\"; title = \($title | tojson); }; };"' \
			>"$XDG_CONFIG_HOME/limber/limber.conf"
		"$B/limberd" 2>"$SCRATCH/limberd.log" &
		daemon=$!
		wait_server org.limberd.Limber1 "$daemon" "$SCRATCH/limberd.log" || return
		rm -f "$SCRATCH/watch"
		"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
		bar=$!
		wait_until grep -qs . "$SCRATCH/watch"
		"$B/limber" try tea >/dev/null || fail "no card: $(cat "$SCRATCH/limberd.log")"
		pango_reads >"$SCRATCH/pango"
		code=$?
		[ $code != 77 ] || echo "SKIPPED: Pango is not there for Python"
		[ $code = 77 ] || grep -qF "${title:0:4}" "$SCRATCH/pango" ||
			fail "Pango reads '$title' as $(cat "$SCRATCH/pango")"
		[ $code = 0 ] || [ $code = 77 ] || fail "no Pango: $(cat "$SCRATCH/waybar")"
		"$B/limber" status --format '{{"t": "{text:json}"}}' | jq -e .t >/dev/null ||
			fail "no JSON of '$title'"
		stop "$bar" "$daemon"
	done
}

# Each command of each example is one that limber takes.
commands_fit() {
	local file command found=0
	daemon_start card
	while IFS=: read -r file command; do
		found=$((found + 1))
		command=${command//--follow/}
		sh -c "$command" >"$SCRATCH/out" 2>&1 || fail "$file: $command: $(cat "$SCRATCH/out")"
	done < <(grep -oE "limber (status( --[a-z]+)*( '[^']*')?|done|skip|snooze)" "$EXAMPLES"/*)
	[ "$found" -ge 12 ] || fail "only $found commands are in the examples"
	stop "$daemon"
	python3 -c 'import sys, tomllib; tomllib.load(open(sys.argv[1], "rb"))' \
		"$EXAMPLES/i3status-rust.toml" || fail 'i3status-rust.toml is no TOML'
}

lacks tmux || tmux_shows
lacks i3blocks || i3blocks_shows
lacks xmllint || genmon_reads
titles_are_data
commands_fit
[ $failed = 0 ] || exit 1
[ $skipped = 0 ] || exit 77
