# usage: zsh -f completions.zsh FOLDER LINE - prints what zsh offers at the end of LINE, one a line.
#
# Completion needs a terminal and a line editor: another zsh in a pseudo terminal gets the line and
# a tab, and prints what is added to its list in place of showing it.
zmodload zsh/zpty || exit 77
zpty shell zsh -f -i
zpty -w shell "PS1= RPS1= PS2=; unsetopt zle_bracketed_paste 2>/dev/null; fpath=(${(q)1} \$fpath)"
zpty -w shell 'autoload -Uz compinit && compinit -u -D'
zpty -w shell '
compadd() {
	if [[ " ${@[1,(i)(-|--)]} " == *\ -(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
	local -a hits
	builtin compadd -O hits "$@"
	(( $#hits )) && printf "\nHIT %s" "${hits[@]}"
}
ended() { printf "\nEN%s\n" D; exit }
comppostfuncs=(ended)
bindkey "^I" complete-word
printf "REA%s\n" DY'
zpty -r shell found '*READY*' || exit 1
zpty -w -n shell "$2"$'\t'
zpty -r shell found '*END*' || exit 1
print -rl -- ${(M)${(f)${found//$'\r'/}}:#HIT *} | sed 's/^HIT //'
