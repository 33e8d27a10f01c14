#!/bin/bash
# The reply of the running limberd has each row of core/codec/status_fields.h and nothing else, and
# `limber status --json` has it by its name there. What counts as the user's sitting is decided by
# limberd, for the screen and the bar alike.
set -u
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/desktop/bus.inc
. tests/desktop/bus.inc
need busctl jq
[ -n "${SCRATCH:-}" ] || exec tests/desktop/with-bus.sh "$0"

mkdir -p "$HOME/.config/limber"
echo 'setup_done = true; reminders : { water : { with = "desk"; every = "90min"; of = "sitting"; }; };' \
	>"$HOME/.config/limber/limber.conf"
"$B/limberd" 2>"$SCRATCH/limberd.log" &
daemon=$!
trap 'stop $daemon' EXIT
wait_server org.limberd.Limber1 $daemon "$SCRATCH/limberd.log" || exit 1
failed=0

# The rows of one of the macros: KEY TYPE NAME.
rows() { # MACRO
	awk -f man/status.awk core/codec/status_fields.h |
		awk -v wanted="$1" 'BEGIN { part = "## Whole" } /^## / { part = $0 }
			part == wanted && /^\*/ { gsub(/[*,]/, ""); print $1, $2, $3 }' | sort
}
# same WHAT WANTED FOUND
same() {
	[ -n "$2" ] && [ "$2" = "$3" ] && return
	printf '%s:\n' "$1"
	diff <(echo "$2") <(echo "$3")
	failed=1
}

reply=$(busctl --user --json=short call org.limberd.Limber1 /org/limberd/Limber1 \
	org.limberd.Limber1.Manager Status | jq -c '.data[0]') || exit 1
keys='to_entries[] | .key + " " + .value.type'
name='keys[]'
same 'the reply' "$(rows '## Whole' | cut -d ' ' -f 1-2)" "$(jq -r "$keys" <<<"$reply" | sort)"
same 'a reminder' "$(rows '## Each of the reminders' | cut -d ' ' -f 1-2)" \
	"$(jq -r ".Reminders.data[0] | $keys" <<<"$reply" | sort)"
same 'a source' "$(rows '## Each of the sources' | cut -d ' ' -f 1-2)" \
	"$(jq -r ".Sources.data[0] | $keys" <<<"$reply" | sort)"

json=$("$B/limber" status --json)
same 'JSON' "$(rows '## Whole' | cut -d ' ' -f 3 | sort)" "$(jq -r "$name" <<<"$json" | sort)"
same 'JSON of a reminder' "$(rows '## Each of the reminders' | cut -d ' ' -f 3 | sort)" \
	"$(jq -r ".reminders[0] | $name" <<<"$json" | sort)"
same 'JSON of a source' "$(rows '## Each of the sources' | cut -d ' ' -f 3 | sort)" \
	"$(jq -r ".sources[0] | $name" <<<"$json" | sort)"
same 'a moment' 'number null' \
	"$(jq -r '[.now, .paused_until] | map(type) | join(" ")' <<<"$json")"

same 'the next card, why' "$("$B/limber" explain --json | jq -r '.reminder + " " + .reasons[0].sentence')" \
	"$(jq -r '.next + " " + .next_why' <<<"$json")"

# sitting PERCENT LINES - what the bar shows, and how many lines of the screen are about sitting
sitting() {
	same "the bar, $3" "$1" "$("$B/limber" status --waybar | jq .percentage)"
	same "the screen, $3" "$2" "$("$B/limber" status | grep -c '^  Sitting')"
}
"$B/limber" set desk every=100min >/dev/null && "$B/limber" sat 60m >/dev/null
sitting 60 1 'desk is on'
"$B/limber" disable desk >/dev/null
sitting 0 0 'desk is off, and water is a line on its card'

# The card at the end of `limber standing` belongs to that command: no list has it, though it can be
# changed as any other.
same 'the names of the reminders' 'desk water bedtime check-up shift' \
	"$("$B/limber" list --json | jq -r '[.reminders[].name] | join(" ")')"
"$B/limber" set standing title="Sit again" >/dev/null
for what in status 'status --json' 'status --waybar' list 'list --json' next 'next -n 20 --json' \
	'names reminders' holds 'holds --json'; do
	# shellcheck disable=SC2086
	same "limber $what" 'no standing' "no standing$("$B/limber" $what | grep -e standing -e 'Sit again')"
done
same 'its title' 'standing: title Sit again -> You have stood enough. Undo: limber undo' \
	"$("$B/limber" unset standing title)"
"$B/limber" add rise --on standing --say Walk >/dev/null
same 'one of the user' rise "$("$B/limber" list --json | jq -r '.reminders[-1].name')"

# Titles of wide characters, accents of their own and letters from right to left, in few columns.
export LC_ALL=C.UTF-8
for title in '伸展你的臀部前侧肌肉群 慢慢地呼吸 保持二十秒钟' '🚶🚶🚶 🚶🚶🚶🚶🚶🚶🚶🚶🚶🚶🚶🚶' \
	$'e\u0301te\u0301 e\u0301te\u0301 e\u0301te\u0301 e\u0301te\u0301 e\u0301te\u0301' 'שלום עולם תנועה'; do
	"$B/limber" set desk title="$title" >/dev/null
	for what in status next 'show desk' explain; do
		# shellcheck disable=SC2086
		COLUMNS=40 "$B/limber" $what >"$SCRATCH/out" 2>&1
		same "the columns of limber $what" 40 \
			"$( (echo 40; wc -L <"$SCRATCH/out") | sort -n | tail -n 1)"
	done
done
exit $failed
