#!/bin/bash
# limber.conf(5) says what the program does: every key with its words, the default file, every
# item with its cautions. Run from anywhere.
set -eu
cd "$(dirname "$0")/../.."
page=man/limber.conf.5.scd
checked=0 failed=0

# Says what is missing; the page is searched as one line, because it is filled.
flat=$(tr '\n\t' '  ' <$page | tr -s ' ')
wants() {
	checked=$((checked + 1))
	[[ $flat == *"$1"* ]] && return
	failed=$((failed + 1))
	echo "$page lacks: $1"
}

# { "gap", …, .help = "between two cards" } -> *gap* = _… Between two cards
while IFS=$'\t' read -r key help; do
	wants "*$key* = _"
	[[ $key == reminders ]] || wants "${help^}"
done < <(tr '\n' ' ' <config/keys.c |
	grep -o '{ "[a-z_]*", [^}]*\.help = "[^"]*"' |
	sed 's/{ "\([a-z_]*\)".*\.help = "\(.*\)"/\1\t\2/')

# The health facts of a file whose rule is $2, or all.
facts() {
	sed -n "/^cautions/,/^}/s/^  \([a-z]*\) *=.*\"${2:-.*}\".*/\1/p" "$1" | sort | tr '\n' ' '
}

# Those in the page, in the paragraph of item $1 behind rule $2.
page_facts() {
	sed -n "/^\*$1\* (/,/^\$/s/^\t\{0,1\}$2: //p" $page | { grep -o '\*[a-z]*\*' || true; } |
		tr -d '*' | sort | tr '\n' ' '
}

# One item: a line for each rule, with exactly its facts, and each fact explained.
item() {
	local file=$1 id rule fact all
	id=$(basename "$file" .conf)
	wants "*$id* ("
	for rule in stop ask swap warn; do
		checked=$((checked + 1))
		[[ $(facts "$file" $rule) == "$(page_facts "$id" $rule)" ]] && continue
		failed=$((failed + 1))
		echo "$page: $id: $rule: has $(page_facts "$id" $rule), not $(facts "$file" $rule)"
	done
	read -ra all <<<"$(facts "$file")"
	for fact in "${all[@]}"; do
		wants " *$fact* "
	done
}
for file in config/catalogue/*.conf; do
	item "$file"
done

# The default stands in the page as it is.
checked=$((checked + 1))
sed -n '/^# DEFAULT/,/^# EXAMPLES/p' $page | grep -v '^`\|^# DEFAULT\|^# EXAMPLES' | sed '1d;$d' |
	diff -u config/limber.conf - || failed=$((failed + 1))

echo "$checked checked, $failed failed"
[[ $checked -gt 40 && $failed -eq 0 ]]
