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
	complains 'Nothing was booked in that time'
}

# Labels lie inside their chart, and none touches the next, in any language and range.
part_labels() {
	local language range
	page 420
	export LIMBER_LOCALEDIR=$B/locale
	for language in en de; do
		for range in 2026-11-27 2026-10-31..2026-11-27 2026-06-01..2026-11-27 \
			2025-12-01..2026-11-27 ..2026-11-27; do
			LANGUAGE=$language run 0 report "$range" -o "$SCRATCH/page.html"
			python3 - "$SCRATCH/page.html" <<-'EOT' || fail "$language $range: labels"
				import re, sys
				for width, body in re.findall(r'<svg viewBox="0 0 (\d+) \d+"(.*?)</svg>', open(sys.argv[1]).read(), re.S):
				    end, labels = 0, re.findall(r'<text x="([\d.]+)" y="\d+" text-anchor="middle">(.*?)<', body)
				    assert labels, 'no labels'
				    for x, text in labels:
				        half = len(text) * 3
				        assert float(x) - half >= end, f'{text} touches the one before'
				        end = float(x) + half
				    assert end <= int(width), f'{text} is cut'
			EOT
		done
	done
	unset LIMBER_LOCALEDIR
}

# The last cramps, the latest first; one without a strength has none.
part_cramps() {
	local text
	page
	"$B/limber" export 2026-11-20.. | jq -c 'if .kind == "cramp" then .revision = 2 | .amount = 0 | .marks = 4194305 |
		.side = "both" | .item = "foot" else . end' >"$SCRATCH/rows"
	run 0 import "$SCRATCH/rows"
	run 0 report 2026-10-31..2026-11-27 -o "$SCRATCH/page.html"
	well_formed "$SCRATCH/page.html"
	text=$(tr -d '\n' <"$SCRATCH/page.html")
	[[ $text =~ \<td\>(both foot|foot both|both feet)\</td\>\<td\>\</td\>\<td\>yes\</td\>\<td\>sharp ]] ||
		fail "the cramps are missing: $(grep -A9 'last cramps' "$SCRATCH/page.html")"
	[[ $text =~ 'of 10</td><td>' ]] || fail 'no cramp has a strength'
	grep -q '(0)' "$SCRATCH/page.html" && fail 'a cramp without a strength has one of 0'
}

# Water is in the unit of the plan, in the table and the chart.
part_ounces() {
	mkdir -p "$XDG_CONFIG_HOME/limber"
	echo 'units = "oz";' >"$XDG_CONFIG_HOME/limber/limber.conf"
	page
	grep -q '>[0-9]* oz</text>' "$SCRATCH/page.html" || fail 'the chart is not in ounces'
	grep -Eq '[0-9] (ml|l)<' "$SCRATCH/page.html" && fail 'the page has litres'
	rm "$XDG_CONFIG_HOME/limber/limber.conf"
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
	local program script width wide table body range
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
	# Nothing is wider than a window, in German, either; the page itself may run no script.
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale run 0 report 2026-10-31..2026-11-27 -o "$SCRATCH/page.html"
	script='<script>document.title = document.documentElement.scrollWidth + " " + Math.max('
	script+='...[...document.querySelectorAll("table")].map(table => table.scrollWidth)) + " " + document.body.clientWidth</script>'
	sed -i "s/<meta http-equiv[^>]*>//; s|</body>|$script&|" "$SCRATCH/page.html"
	for width in 500 860; do
		browse --window-size="$width",1200 --dump-dom
		read -r wide table body < <(sed -n 's/.*<title>\(.*\)<.title>.*/\1/p' "$SCRATCH/browser")
		[ "${wide:-9999}" -le "$width" ] || fail "the page is $wide wide in a window of $width"
		[ "$width" -lt 800 ] || [ "${table:-9999}" -lt "$body" ] || fail "a table is $table wide, the page $body"
	done
	for range in 2026-10-31..2026-11-27 2026-10-28..2026-11-27 2026-06..2026-11-27 ..2026-11-27; do
		run 0 report "$range" -o "$SCRATCH/page.html"
		browse --no-pdf-header-footer --print-to-pdf="$SCRATCH/page.pdf"
		[ "$(pdfinfo "$SCRATCH/page.pdf" | sed -n 's/^Pages: *//p')" -le 2 ] ||
			fail "$range: more than two pages"
	done
}

run_parts "$@"
