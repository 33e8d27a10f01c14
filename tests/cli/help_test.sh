#!/bin/bash
# limber's help, and what it answers to words that it does not know.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"

part_usage() {
	local verb
	run 2 snoze && complains 'limber snooze?'
	run 2 xyzzy && complains 'limber help all'
	for verb in 'done' skip snooze pause show explain try set unset add remove enable log start; do
		run 2 "$verb" '' && complains 'is empty'
	done
	run 2 snooze desk '' && complains 'is empty'
	run 2 'done' '' --json && json '.code == 2'
	run 2 status now
	run 2 watch --json && json '.code == 2'
	run 2 $'\xff"' --json && json '.error | test("There is no verb")'
	run 0 help snooze && says '[NAME] [TIME]'
	run 2 help snoze && complains 'limber snooze?'
	run 2 help "$(printf 'é%.0s' {1..10000})" && complains 'éé…". All'
	run 2 stood "$(printf '9%.0s' {1..500})" && complains '99…" is too long'
	run 2 help nope && complains 'limber help all'
	[ "$("$B/limber" help | wc -l)" -le 45 ] && [ "$("$B/limber" help | wc -L)" -le 80 ] ||
		fail "help is too long or too wide: $("$B/limber" help)"
	[ "$("$B/limber" --help)" = "$("$B/limber" help)" ] || fail '--help is other than help'
	for verb in setup start log week stats drink try doctor add health cramp warnings config forget; do
		"$B/limber" help | grep -q "^  $verb " || fail "help lacks $verb"
	done
	for verb in quit exit; do
		run 2 "$verb" && complains 'limber off?'
	done
	run 2 history && complains 'limber log?'
	run 2 uninstall && complains 'limber forget --all?'
	for verb in $("$B/limber" help all | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
		run 0 help "$verb"
		run 0 "$verb" --help
	done
	"$B/limber" help >/dev/full 2>/dev/null && fail 'a full disk goes unnoticed'
}

# What is for reading fits into 40 columns.
part_narrow() {
	local columns=40 words language
	export LIMBER_LOCALEDIR=$B/locale
	for language in en de fr; do
		for words in help 'help all' 'help cramp' 'help set' 'help snooze' kinds warnings \
			catalogue 'catalogue hip-flexor-stretch' tray; do
			# shellcheck disable=SC2086 # the words of a command line
			LANGUAGE=$language COLUMNS=$columns run 0 $words
			[ "$(wc -L <"$SCRATCH/out")" -le "$columns" ] || fail "$words is wider than $columns: $out"
		done
	done
	unset LIMBER_LOCALEDIR
}

# Where a word has few forms, the nearest of them is named.
part_mistyped() {
	local words
	while IFS='|' read -r words near; do
		# shellcheck disable=SC2086 # the words of a command line
		run 2 $words && complains "Did you mean $near"
	done <<-'EOT'
		log --kind crad|"card"?
		stats yesteday|"yesterday"?
		forget mnth --yes|"month"?
		export yer|"year"?
		preview tomorow|"tomorrow"?
		warnings yess|"yes"?
		tray onn|"on"?
		kinds ad nocturnal|"add"?
		kinds nocturnl|"nocturnal"?
		log amend 3 outcom=skipped|"outcome=skipped"?
		log amend 3 side=lft|"side=left"?
		drink 2 glases|"glass"?
		standing 5 minuts|"minutes"?
		calendar mondya 9:00|"monday"?
		report --output x|-o?
		next --limit 3|-n?
	EOT
	run 2 warnings maybe && complains 'Written so: limber warnings [REPLY]. REPLY is yes'
	[[ $err != *mean* ]] || fail "a word is near to maybe: $err"
}

# No text of ours names a verb that there is not; no line of help is too wide.
part_words() {
	local verbs word source=$HERE/../..
	verbs=" $("$B/limber" help all | sed -n 's/^  \([a-z]*\) .*/\1/p' | xargs) "
	while read -r word; do
		[[ $verbs == *" $word "* ]] || fail "a text says: limber $word"
	done < <(cat "$source"/cli/*/*.c "$source"/cli/report/*/*.c "$source/man/limber.1.scd" | grep -v '^ \*\|^/\*' |
		grep -o 'limber [a-z]\+' | sed 's/limber //' | sort -u)
	[ "$("$B/limber" help all | wc -L)" -le 80 ] || fail 'help is too wide'
	for word in $verbs; do
		[ "$("$B/limber" help "$word" | wc -L)" -le 80 ] || fail "help $word is too wide"
		grep -q "^\(\*.*, \)\?\*$word\*" "$source/man/limber.1.scd" || fail "limber(1) has no $word"
	done
}

run_parts "$@"
