# shellcheck shell=bash
# Completion of limber for bash. What may come next is limber's to say.

_limber() {
	local line=${COMP_LINE:0:COMP_POINT} current='' word
	local -a words
	read -ra words <<<"$line"
	if [[ $line != *[[:space:]] ]]; then
		current=${words[-1]}
		unset 'words[-1]'
	fi
	# Bash replaces only what stands behind the last of these.
	local kept=${current%"${current##*[:=]}"}
	COMPREPLY=()
	while IFS=$'\t' read -r word _; do
		if [[ $word == / && $current != -* ]]; then
			COMPREPLY=()
			compopt -o default +o nospace
			return
		fi
		[[ $word == "$current"* ]] || continue
		[[ $word == *= ]] || word+=' '
		COMPREPLY+=("${word#"$kept"}")
	done < <("${words[0]}" names after -- "${words[@]:1}" 2>/dev/null)
}
complete -o nospace -F _limber limber
