#!/bin/bash
# Translations, each of po/: complete, with the places of the English text, short where a card is
# narrow, in its own register; and limberd and limber print them.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
PO=$HERE/../../po
export LIMBER_LOCALEDIR=$B/locale

# none WHAT: check that the input is empty.
none() {
	local found
	found=$(cat)
	[ -z "$found" ] && echo "passed $part" >>"$TALLY" && return
	wrong "$1"
	printf '%s\n' "$found" | head -n 20
}

# entries OPTION...: of standard input those that msgattrib chooses, a line for each text,
# ENGLISH<TAB>TRANSLATION; plural forms are texts of their own.
entries() {
	msgattrib --no-wrap "$@" | awk '
		function text(line) { sub(/^[^"]*"/, "", line); sub(/"$/, "", line); return line }
		function tell(i) {
			if (id != "") for (i = 0; i < forms; i++) print (i ? plural : id) "\t" form[i]
			id = plural = ""; forms = 0
		}
		/^msgid "/ { tell(); id = text($0); into = "id" }
		/^msgid_plural "/ { plural = text($0); into = "plural" }
		/^msgstr/ { form[forms++] = text($0); into = "form" }
		/^"/ {
			if (into == "id") id = id text($0)
			if (into == "plural") plural = plural text($0)
			if (into == "form") form[forms - 1] = form[forms - 1] text($0)
		}
		END { tell() }'
}

# places COLUMN: of each line its {names} and %directives, sorted, so that texts can be compared.
places() {
	cut -f "$1" | awk '{
		line = ""; rest = $0; count = 0
		while (match(rest, /\{[a-z_]+\}|%[-0-9.]*(z?[a-z]|<[A-Za-z0-9]+>)/)) {
			found[count++] = substr(rest, RSTART, RLENGTH)
			rest = substr(rest, RSTART + RLENGTH)
		}
		for (i = 0; i < count; i++)
			for (j = i + 1; j < count; j++)
				if (found[j] < found[i]) { t = found[i]; found[i] = found[j]; found[j] = t }
		for (i = 0; i < count; i++) line = line " " found[i]
		print line
	}'
}

# The texts in the generated table are N_("…").
TABLE=$B/gen/catalogue_table.c

# field NAME: the texts of this field of the items.
field() {
	sed -nE "s/^\t\t\.$1 = N_\\(\"(.*)\"\\),\$/\1/p" "$TABLE"
}

# step_titles SIDES: the short titles of the steps, "true": of those for both sides; "-" before
# each list.
step_titles() {
	sed -nE "s/^\t\{ N_\\(\".*\"\\), [0-9]+, [0-9]+, ($1), N_\\(\"(.*)\"\\) \},\$/\2/p
		s/^static const struct item_step .*/-/p" "$TABLE"
}

# translated: the lines of standard input, translated; as they are where they are no text.
translated() {
	awk -F '\t' 'NR == FNR { to[$1] = $2; next } { print $0 in to ? to[$0] : $0 }' "$LIST" -
}

# side_room: what the longest of the sides leaves of the 40 characters of a title.
side_room() {
	local side room=40
	while read -r side; do
		((40 - ${#side} > room)) || room=$((40 - ${#side}))
	done < <(printf '%s\n' 'Left: {title}' 'Right: {title}' | translated | sed 's/{title}/|/')
	echo $((room + 1))
}

# too_long MOST: those with more characters than that.
too_long() {
	grep -E ".{$(($1 + 1))}"
}

# The register of a language: register_NAME prints the lines of standard input that are not in it. A
# language without such a function has no check.

# register_fr: "vous", what promises a cure, and a colon or a question mark without its no-break space.
register_fr() {
	cut -f 2 | grep -iP '(?<!rendez-)\b(vous|votre|vos)\b|\btraite(ment|r)|[a-zàâçéèêëîïôûùüœ)] [:;?!»](?! \{ |\w)|« '
}

# register_de: an imperative that is right only where it is spoken: "Dehn" for "Dehne".
register_de() {
	local stems='beug|beweg|dehn|dreh|drück|ersetz|erzähl|erzwing|führ|füll|kipp|lehn|neig|nenn|notier'
	stems+='|probier|prüf|roll|ruh|rutsch|schließ|schwing|senk|setz|sink|spann|spür|stell'
	stems+='|streck|vergleich|wasch|wähl|wärm'
	cut -f 2 | grep -E "(^|[ \"(])(${stems}|$(sed -E 's/(^|\|)(.)/\1\u\2/g' <<<"$stems"))([ ,.:;!]|\$)" |
		grep -v '\(im\|zum\|der\|ein\) Vergleich'
}

part_texts() {
	local po name
	make -s -C "$HERE/../.." B="$B" pot || wrong "make pot"
	# xgettext takes the first text of an argument that a function marks; others are N_("…").
	grep -nE ':\s+"[^"]*%[a-z][^"]* ' "$HERE"/../../config/*.c | none "a text without N_()"
	for po in "$PO"/*.po; do
		name=$(basename "$po" .po) LIST=$TALLY.$name
		entries --no-obsolete <"$po" >"$LIST"
		check_now "$name: msgfmt --check" msgfmt --check -o /dev/null "$po"
		entries --untranslated <"$po" | none "$name: not translated"
		entries --only-fuzzy <"$po" | none "$name: not certain"
		msgattrib --only-obsolete "$po" | grep '^#~' | none "$name: of no text any more: make po"
		msgmerge -q --no-fuzzy-matching "$po" "$B/limber.pot" | entries --untranslated |
			none "$name: not there yet: make po, and translate"
		paste <(places 1 <"$LIST") <(places 2 <"$LIST") "$LIST" |
			awk -F '\t' '$1 != $2 { print $4 }' | none "$name: other places than the English"
		field title | translated | too_long 40 | none "$name: titles over 40 characters"
		field cue | translated | too_long 100 | none "$name: cues over 100 characters"
		step_titles 'true|false' | translated | too_long 40 |
			none "$name: titles of steps over 40 characters"
		step_titles true | translated | too_long "$(side_room)" |
			none "$name: titles of steps over 40 characters, with a side"
		step_titles 'true|false' | translated | uniq -d |
			none "$name: titles of two steps in a row the same"
		declare -F "register_$name" >/dev/null && "register_$name" <"$LIST" | none "$name: another register"
		rm -f "$LIST"
	done
}

# of TEXT: the longest stretch of its translation without places and line feeds.
of() {
	translated <<<"${1//\"/\\\"}" | sed 's/\\n/\n/g; s/\\"/"/g' | sed -E 's/%[a-z]|\{[a-z]+\}/\n/g' |
		awk '{ if (length($0) > length(most)) most = $0 } END { printf "%s", most }'
}

# in_language NAME: what limber prints from now on; false: no locale here has it.
in_language() {
	LIST=$TALLY.$1
	entries --no-obsolete <"$PO/$1.po" >"$LIST"
	export LANGUAGE=$1
	says "$(of 'Answer a card')" help ||
		{ echo "SKIPPED: no locale here has $1"; echo "skipped $part" >>"$TALLY"; return 1; }
}

# narrow WORD...: no line is wider than a terminal.
narrow() {
	limber "$@"
	! grep -E '.{81}' "$SCRATCH/out"
}

# aligned: the rows of the table of reminders end where its head does.
aligned() {
	[ "$(sed -n "/$(of TODAY)\$/,/^\$/p" "$SCRATCH/out" | sed '/^$/d; s/./x/g' | sort -u | wc -l)" = 1 ]
}

# watched TEXT: whether the display shows its translation, wherever lines were broken.
watched() {
	stands_in "$(of "$1")" "$SCRATCH/watch"
}

# spoken NAME: a limberd that speaks it.
spoken() {
	local off sign words
	in_language "$1" || return
	rm -rf "${XDG_CONFIG_HOME:?}/limber" "${XDG_STATE_HOME:?}/limber" "$SCRATCH/watch"
	off='limberd is not running, so nothing will be shown.\nStart it now and at each login:  limber on'
	check_now "$1: no bus" refuses 3 "$(translated <<<"$off" | sed 's/[,.].*//')" status
	cut -f 1 "$LIST" | grep '^Made on %s by Limber' >"$SCRATCH/foot"
	configure "$ANYTIME" 'setup_done = true;'
	limberd_start
	check_now "$1: the status" says "$(of REMINDER)" status
	check_now "$1: its table stands upright" aligned
	for words in help 'help all' status 'show desk' explain 'catalogue hip-flexor-stretch' cramp \
		warnings kinds health doctor about preview; do
		# shellcheck disable=SC2086 # words of a command
		check_now "$1: 80 columns: $words" narrow $words
	done
	"$B/limber" watch >"$SCRATCH/watch" 2>&1 </dev/null &
	watch=$!
	check "$1: a display" [ -s "$SCRATCH/watch" ]
	check_now "$1: a card" limber try desk
	check "$1: its title" watched 'Walk two minutes'
	check_now "$1: an answer" says "$(of 'done'). " "done"
	check_now "$1: a card with a title of its own" limber try standing
	check "$1: in the language" watched 'You have stood enough'
	check_now "$1: a kind of cramp" limber kinds add referred
	check_now "$1: what it says comes" limber try check-week
	check "$1: in the language" watched 'Any new warning sign? Type: limber warnings'
	sign=$(of 'Any new warning sign? Type: limber warnings')
	check_now "$1: and in the days to come" says "${sign:0:14}" preview --days 15
	kill "$watch"
	check_now "$1: an error of the bus" refuses 1 '"desk"' "done" dsk
	check_now "$1: which is translated" refuses 1 "$(of 'There is no reminder "%s". Did you mean "%s"?')" \
		"done" dsk
	check_now "$1: an error of the configuration" refuses 1 "$(of '%s has no unit: write "%s"')" \
		set desk every=60
	check_now "$1: a report" limber report -o "$SCRATCH/report.html"
	check_now "$1: to its last word" grep -qF "$(translated <"$SCRATCH/foot" | grep -o '.\{12\}$')" \
		"$SCRATCH/report.html"
	check_now "$1: an item" says "$(of Evidence) " catalogue walk-break
	check_now "$1: its words" says "$(of care) 1, $(of stretch)" catalogue hip-flexor-stretch
	check_now "$1: the day that is played" says "$(of Tue) 24" \
		simulate "$HERE/../days/meetings.day"
	check_now "$1: what held a card" says "$(of ', held by ')$(of call)" \
		simulate "$HERE/../days/meetings.day"
	limberd_stop
}

part_spoken() {
	local po
	for po in "$PO"/*.po; do
		spoken "$(basename "$po" .po)"
	done
}

# A user service begins before the language of the session is known: attach brings it.
part_attached() {
	local po name
	limberd_start
	for po in "$PO"/*.po; do
		name=$(basename "$po" .po)
		in_language "$name" || continue
		limber attach
		check_now "the session's $name after" state \
			".reminders[] | select(.name == \"check-up\") | .schedule | contains(\"$(of Mon) \")"
		LANGUAGE=en LANG=C.UTF-8 LC_ALL='' limber attach
		check_now "and another one" state \
			'.reminders[] | select(.name == "check-up") | .schedule | contains("Mon ")'
	done
	limberd_stop
}

begin "$@"
need msgfmt msgmerge msgattrib
part=texts
part_texts
surrounded with-bus.sh spoken
surrounded with-bus.sh attached
tell
