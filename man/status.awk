# The rows of core/codec/status_fields.h -> their list in org.limberd.Limber1(5).
BEGIN {
	title["STATUS_REMINDER_FIELDS"] = "## Each of the reminders"
	title["STATUS_SOURCE_FIELDS"] = "## Each of the sources"
	title["STATUS_CARD_FIELDS"] = "## The card"
}

# The texts of a line in double quotes, one after the other: text[1], …
function texts(line,    count, at) {
	for (count = 0; match(line, /"([^"\\]|\\.)*"/); line = substr(line, at)) {
		at = RSTART + RLENGTH
		text[++count] = substr(line, RSTART + 1, RLENGTH - 2)
		gsub(/\\"/, "\"", text[count])
	}
	return count
}

/^#define STATUS_BUS_TYPE_/ {
	texts($3)
	type[substr($2, length("STATUS_BUS_TYPE_") + 1)] = text[1]
}

/^#define STATUS_[A-Z_]*\(FIELD, PART\)/ {
	sub(/\(.*/, "", $2)
	if ($2 in title)
		print title[$2] "\n"
}

/^\t(FIELD|PART)\(/ {
	whole = $0
	while (whole !~ /\)( \\)?$/ || whole ~ /,[ \t]*\\$/) {
		if ((getline more) <= 0)
			break
		sub(/[ \t]*\\$/, "", whole)
		sub(/^[ \t]*/, " ", more)
		whole = whole more
	}
	count = texts(whole)
	split(substr(whole, index(whole, "(") + 1), argument, /, */)
	print "*" text[1] "* " type[argument[1]] ", *" argument[2] "*\n\t" text[count] "\n"
}
