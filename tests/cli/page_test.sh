#!/bin/bash
# The page of `limber report`: its file, its content, and what a browser makes of it.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

page() { # [LAST [DAYS]] - of 28 days of history
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" 2026-11-27 "${1:-28}" ||
		fail 'history_make fails'
	run 0 report 2026-10-31..2026-11-27 -o "$SCRATCH/page.html"
}

well_formed() { # as XML, apart from what HTML leaves open
	sed 's/<!DOCTYPE html>//; s/<meta \([^>]*\)>/<meta \1\/>/g' "$1" | xmllint --noout - 2>"$SCRATCH/lint" ||
		fail "not well formed: $(head -5 "$SCRATCH/lint")"
}

part_file() {
	umask 0
	page
	[ "$(stat -c %a "$SCRATCH/page.html")" = 600 ] || fail "mode $(stat -c %a "$SCRATCH/page.html")"
	[ "$(find "$SCRATCH" -name 'page.html?*' | wc -l)" -eq 0 ] || fail 'a file was left beside it'
	run 1 report -o "$SCRATCH/none/page.html" && complains 'could not be written'
	[ -c /dev/full ] && run 1 report -o /dev/full && complains 'could not be written'
	[ -c /dev/full ] || fail '/dev/full was replaced'
	"$B/limber" report 2026-11-01..2026-11-27 | grep -q '<h1>' || fail 'nothing on standard output'
}

part_content() {
	page
	well_formed "$SCRATCH/page.html"
	local text
	text=$(cat "$SCRATCH/page.html")
	[ "$(grep -c '<svg .*role="img" aria-labelledby=' <<<"$text")" -eq 4 ] || fail 'not four charts'
	[ "$(grep -c '<title id=' <<<"$text")" -eq "$(grep -c '<desc id=' <<<"$text")" ] ||
		fail 'charts without a text'
	grep -Eqi '<script|https?://|src=|url\(|@import|<link' <<<"$text" && fail 'it loads or runs something'
	[ "$(grep -c '^<tr><td>' <<<"$text")" -ge 28 ] || fail 'days are missing in the table'
	grep -q 'lang="en"' <<<"$text" || fail 'it has no language'
}

part_nothing() {
	run 0 report -o "$SCRATCH/page.html"
	well_formed "$SCRATCH/page.html"
	grep -q 'Nothing was booked in that time' "$SCRATCH/page.html" || fail "$(cat "$SCRATCH/page.html")"
}

# Names from outside are text, not markup.
part_escaped() {
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" 2026-11-27 28
	sqlite3 "$XDG_STATE_HOME/limber/limber.db" \
		"UPDATE name SET text = '<b onload=''x''>&' WHERE text = 'walk-break'"
	run 0 report 2026-10-31..2026-11-27 -o "$SCRATCH/page.html"
	well_formed "$SCRATCH/page.html"
	grep -q '&lt;b onload=&#39;x&#39;&gt;&amp;' "$SCRATCH/page.html" || fail 'a name is not escaped'
}

browse() { # OPTION...
	timeout "$(scaled 60)" chromium --headless --no-sandbox --disable-gpu --enable-logging=stderr \
		--disable-background-networking --host-resolver-rules='MAP * ~NOTFOUND' \
		--user-data-dir="$SCRATCH/chromium" "$@" "file://$SCRATCH/page.html" >"$SCRATCH/browser" 2>&1 ||
		fail "chromium $*: $(tail -3 "$SCRATCH/browser")"
	grep CONSOLE "$SCRATCH/browser" && fail 'the browser complains'
}

# Screenshots must differ in light and dark; the page must fit on two sheets.
part_browser() {
	local program
	for program in chromium pdfinfo; do
		type -P "$program" >/dev/null || {
			echo "SKIPPED: what a browser makes of the page: no $program"
			return
		}
	done
	page 400
	browse --window-size=860,1200 --screenshot="$SCRATCH/light.png"
	browse --window-size=860,1200 --blink-settings=preferredColorScheme=0 --screenshot="$SCRATCH/dark.png"
	[ -s "$SCRATCH/light.png" ] && [ -s "$SCRATCH/dark.png" ] || fail 'no screenshot'
	cmp -s "$SCRATCH/light.png" "$SCRATCH/dark.png" && fail 'dark is like light'
	for range in 2026-10-31..2026-11-27 2026-10-28..2026-11-27 2026-06..2026-11-27 ..2026-11-27; do
		run 0 report "$range" -o "$SCRATCH/page.html"
		browse --no-pdf-header-footer --print-to-pdf="$SCRATCH/page.pdf"
		[ "$(pdfinfo "$SCRATCH/page.pdf" | sed -n 's/^Pages: *//p')" -le 2 ] ||
			fail "$range: more than two pages"
	done
}

run_parts "$@"
