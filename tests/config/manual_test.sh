#!/bin/bash
# limber.conf(5) and limber-catalogue(5) match the program: every key with its words, the default file,
# every field and item. Run from anywhere.
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

# The rows of the key table, one a line.
rows() {
	tr '\n\t' '  ' <config/keys.c | grep -o '{ "[a-z_]*", [a-z]*_[^}]*}' | tr -s ' '
}

# A column of a row, without C's quotes.
column() {
	sed -n "s/.*\.$2 = \"\(\([^\"\\\\]\|\\\\.\)*\)\".*/\1/p" <<<"$1" | sed 's/\\"/"/g'
}

# { "gap", …, .preset = "\"30min\"", .help = "between two" } -> *gap* = _… Between two … Default:
while read -r row; do
	key=${row#*\"}
	key=${key%%\"*}
	help=$(column "$row" help) preset=$(column "$row" preset)
	wants "*$key* = _"
	[[ -z $help || $key == reminders || $key == health ]] || wants "${help^}"
	[[ -z $preset ]] || wants "Default: $preset"
done < <(rows)

# limber-catalogue(5): every field, every health fact, rule, kind and cause explained, ...
page=man/limber-catalogue.5.scd
flat=$(tr '\n\t' '  ' <$page | tr -s ' ')
rows() { # FIRST: the first words of the table's rows
	sed -n "/$1\[\] = {/,/};/s/^\t{ \"\([a-z_]*\)\".*/\1/p" config/catalogue_read.c
}
words() { # TABLE
	cat core/model/item.c config/item_words.c | tr '\n' ' ' | grep -o " $1\[[A-Z_ 1+]*\] = {[^}]*}" | grep -o '"[a-z-]*"'
}
for field in $(rows item_fields) $(rows step_fields); do
	wants "*$field*"
done
for word in $(words item_facts) $(words item_rule_words); do
	wants " *${word//\"/}* "
done
for word in $(words item_cramp_kinds) $(words item_causes) $(words item_list_words) \
	$(words item_category_words) $(words item_kind_words) $(words item_evidence_words); do
	wants "$word"
done

# ... in the finished page every item with its title, place and cautions, ...
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
page=$folder/limber-catalogue.5
sed 's/\\-/-/g; s/\\&//g' "${B:-build}/man/limber-catalogue.5" >"$page" # some versions of scdoc write that
flat=$(tr '\n' ' ' <"$page")
# The health facts of a file whose rule is $2.
facts() {
	sed -n "/^cautions/,/^}/s/^  \([a-z]*\) *=.*\"$2\".*/\1/p" "$1" | tr '\n' ' '
}
# Those in the page, in the paragraph of item $1 behind rule $2.
page_facts() {
	sed -n "/^\\\\fB$1\\\\fR (/,/^Evidence/s/^$2: //p" "$page" |
		{ grep -o '\\fB[a-z]*' || true; } | sed 's/.*fB//' | tr '\n' ' '
}
for file in config/catalogue/*.conf; do
	id=$(basename "$file" .conf)
	wants "\fB$id\fR ($(sed -n 's/^list .*"\(.*\)";/\1/p' "$file") $(
	)$(sed -n 's/^number .* \(.*\);/\1/p' "$file"), "
	wants " $(sed -n 's/^title .*"\(.*\)";/\1/p' "$file")."
	for rule in stop ask swap warn; do
		checked=$((checked + 1))
		[[ $(facts "$file" $rule) == "$(page_facts "$id" $rule)" ]] && continue
		failed=$((failed + 1))
		echo "$page: $id: $rule: has $(page_facts "$id" $rule), not $(facts "$file" $rule)"
	done
done

# ... and an example that is good.
sed '1,/^# EXAMPLES/d;/^# SEE/,$d' man/limber-catalogue.5.scd | grep -v '^`' >"$folder/walk-round.conf"
checked=$((checked + 1))
"${B:-build}/catalogue-compile" "$folder/walk-round.conf" >/dev/null || failed=$((failed + 1))

# The default stands in limber.conf(5) as it is.
checked=$((checked + 1))
sed -n '/^# DEFAULT/,/^# EXAMPLES/p' man/limber.conf.5.scd | grep -v '^`\|^# DEFAULT\|^# EXAMPLES' | sed '1d;$d' |
	diff -u config/limber.conf - || failed=$((failed + 1))

echo "$checked checked, $failed failed"
[[ $checked -gt 300 && $failed -eq 0 ]]
