#!/bin/bash
# limber hooks: the commands of limber.conf run at their events with limberd's own signals, as data;
# what hangs or fails is named.
#
# shellcheck disable=SC2015,SC2016,SC2119,SC2317 # fail after && or ||; texts with $; functions by name
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"
HOOKS=org.limberd.Limber1.Hooks

# configure LINE...: the user's file.
configure() {
	mkdir -p "$XDG_CONFIG_HOME/limber"
	printf '%s\n' 'setup_done = true; hours = "00:00-24:00"; quiet = "04:00-04:01";' "$@" \
		>"$XDG_CONFIG_HOME/limber/new"
	mv "$XDG_CONFIG_HOME/limber/new" "$XDG_CONFIG_HOME/limber/limber.conf"
}

# A command that keeps its environment and its input, a line of JSON each time.
command_make() {
	cat >"$SCRATCH/keep" <<-END
		#!/bin/sh
		jq -c '{ env: (env | with_entries(select(.key | test("^LIMBER_(EVENT|REMINDER|CARD|TITLE|OUTCOME|STEPS?|SIDE|AT)\$")))), json: .,
			words: \$ARGS.positional, folder: env.PWD }' --args "\$@" >>"$SCRATCH/kept"
	END
	chmod +x "$SCRATCH/keep"
	: >"$SCRATCH/kept"
}

hooks_start() {
	"$B/limber" hooks 2>"$SCRATCH/hooks.log" &
	hooks=$!
	wait_server "$HOOKS" "$hooks" "$SCRATCH/hooks.log"
}

# limberd_start: with a display, so that cards are up.
limberd_start() {
	"$B/limberd" 2>"$SCRATCH/limberd.log" &
	limberd=$!
	wait_server org.limberd.Limber1 "$limberd" "$SCRATCH/limberd.log"
	"$B/limber" watch >"$SCRATCH/watch" </dev/null &
	watch=$!
	wait_until grep -q . "$SCRATCH/watch"
}

kept() { # COUNT
	[ "$(wc -l <"$SCRATCH/kept")" -ge "$1" ]
}

kept_is() { # FILTER
	jq -es "$1" "$SCRATCH/kept" >/dev/null
}

logged() {
	grep -qF -- "$1" "$SCRATCH/hooks.log"
}

gone() {
	! kill -0 "$1" 2>/dev/null
}

doctor_says() { # FILTER
	"$B/limber" doctor --json </dev/null 2>/dev/null |
		jq -e "[.findings[] | select(.name == \"hooks\")] | $1" >/dev/null
}

part_events() {
	command_make
	local hook lines=()
	for hook in on_card on_answer on_away on_back on_step; do
		lines+=("$hook = [ \"$SCRATCH/keep\", \"a  b\", \"\$HOME\" ];")
	done
	configure "hooks : { ${lines[*]} };" \
		'reminders : { desk : { items = "hip-flexor-stretch"; }; };'
	doctor_says '.[0].state == "limited" and (.[0].what | contains("on_card, on_answer"))' ||
		fail 'doctor does not say that nothing runs the commands'
	limberd_start
	LIMBER_OUTCOME=old hooks_start
	doctor_says '.[0].state == "ok"' || fail "doctor: $("$B/limber" doctor)"
	run 0 try desk
	wait_until kept 1
	run 0 start
	wait_until kept 2
	run 0 'done'
	wait_until kept 3
	run 0 away
	wait_until kept 4
	run 0 back
	wait_until kept 5
	run 1 hooks && complains 'runs already'
	kept_is 'map(.json.event) == ["card", "step", "answer", "away", "back"]' ||
		fail "kept: $(cat "$SCRATCH/kept")"
	kept_is 'all(.[]; .words == ["a  b", "$HOME"] and .folder == env.HOME)' ||
		fail 'words or folder differ'
	# The environment is the same as the JSON, and nothing else.
	kept_is 'all(.[]; .env == (.json | with_entries(
		{ key: ("LIMBER_" + (.key | ascii_upcase)), value: (.value | tostring) })))' ||
		fail "the environment differs: $(cat "$SCRATCH/kept")"
	kept_is '(.[0].json | .reminder == "desk" and .title == "Stretch the front of your hips" and .card > 0 and
		(keys == ["at", "card", "event", "reminder", "title"])) and
		(.[1].json | .step == 1 and .steps > 1 and (.title | length > 0)) and
		(.[2].json | .outcome == "partly" or .outcome == "done") and
		(.[2].json.title == .[0].json.title) and (.[3].json | keys == ["at", "event"])' ||
		fail "the words of the events: $(cat "$SCRATCH/kept")"
	stop "$hooks" "$watch" "$limberd"
	kept 6 && fail "it ran once more: $(tail -n 1 "$SCRATCH/kept")"
}

# A new file is followed, limberd may come later, and a discreet card has a discreet title.
part_follows() {
	command_make
	hooks_start
	wait_until logged 'No command is set'
	configure 'discreet = true;' \
		"hooks : { on_card = \"$SCRATCH/keep\"; on_answer = \"$SCRATCH/keep\"; };"
	limberd_start
	run 0 try desk
	wait_until kept 1
	run 0 'done'
	wait_until kept 2
	kept_is 'all(.[]; .json.title == "A short break")' || fail "kept: $(cat "$SCRATCH/kept")"
	configure "hooks : { on_answer = \"$SCRATCH/keep x\"; };"
	run 0 reload
	run 0 try desk
	run 0 'done'
	wait_until kept 3
	kept_is '.[2] | .json.event == "answer" and .words == ["x"]' || fail "kept: $(cat "$SCRATCH/kept")"
	stop "$hooks" "$watch" "$limberd"
}

# Whoever may change settings by the bus gets no command to run.
part_files_only() {
	configure
	limberd_start
	run 1 set hooks.on_card=id && complains 'written in your file only'
	run 1 set 'hooks={ on_card = "id"; }' && complains 'written in your file only'
	run 1 set --runtime 'hooks.on_card=[ "id" ]'
	run 1 set desk hooks.on_card=id
	run 1 set 'gap="1min"; hooks : { on_card = "id"; }'
	grep -rq 'on_card' "$XDG_CONFIG_HOME" && fail 'it is in a file'
	configure 'hooks : { on_card = "sh -c \"id\""; on_crad = "id"; on_away = 5; time_limit = "1d"; };'
	run 1 config check
	local text
	for text in 'no shell reads it' 'nearest is "on_card"' on_away 'time_limit'; do
		[[ $out$err == *"$text"* ]] || fail "'$text' is missing in: $out$err"
	done
	configure 'hooks : { on_card = [ "id", "$(x) \"y\"" ]; };'
	run 0 config check
	run 0 config show && says 'on_card = [ "id", "$(x) \"y\"" ];'
	stop "$watch" "$limberd"
}

# Texts of limberd and titles are data: not run by a shell, without line feeds.
part_data() {
	command_make
	configure "hooks : { on_card = \"$SCRATCH/keep\"; };"
	start
	hooks_start
	run 0 try desk
	wait_until kept 1
	kept_is '.[0] | .json.title == .env.LIMBER_TITLE and
		.json.title == "Walk \"two\"\n$(touch bad); `touch bad` '"'minutes'"' \\ <b>"' ||
		fail "the title: $(cat "$SCRATCH/kept")"
	[ -z "$(find "$SCRATCH" -name bad)" ] || fail 'a title was run'
	stop "$hooks" "$daemon"
}

# A command that hangs is killed with what it started; one that is not there, and one that fails,
# are named once.
part_failures() {
	printf '#!/bin/sh\nsleep 1000 & echo $! >"%s/child"; echo $$ >"%s/hangs"; sleep 1000\n' \
		"$SCRATCH" "$SCRATCH" >"$SCRATCH/hang"
	chmod +x "$SCRATCH/hang"
	configure "hooks : { on_card = \"$SCRATCH/hang\"; on_away = \"limber-no-such\";" \
		'on_back = "false"; on_answer = [ "sh", "-c", "kill -SEGV $$" ]; time_limit = "1s"; };'
	limberd_start
	hooks_start
	run 0 try desk
	wait_until test -s "$SCRATCH/hangs" && wait_until test -s "$SCRATCH/child"
	wait_until logged "on_card: $SCRATCH/hang: it ran for more than 1 s and was killed"
	gone "$(cat "$SCRATCH/hangs")" || fail 'it still runs'
	wait_until gone "$(cat "$SCRATCH/child")" || fail 'what it started still runs'
	run 0 'done'
	wait_until logged 'on_answer: sh: it was ended by signal 11'
	local i
	for i in 1 2; do
		run 0 away
		run 0 back
	done
	wait_until logged 'on_away: limber-no-such: No such file or directory'
	wait_until logged 'on_back: false: it ended with exit status 1'
	wait_until doctor_says 'map(.what) | length == 4 and
		any(test("on_away: limber-no-such: No such file")) and any(test("on_back: false:")) and
		any(test("on_card: .*was killed"))' || fail "doctor: $("$B/limber" doctor)"
	[ "$(stat -c %a "$XDG_RUNTIME_DIR/limber")" = 700 ] || fail 'others may read the folder'
	configure 'hooks : { on_back = "true"; };'
	run 0 reload
	wait_until doctor_says '.[0].state == "ok"' || fail "doctor: $("$B/limber" doctor)"
	stop "$hooks"
	[ "$(grep -c on_away "$SCRATCH/hooks.log")" = 1 ] || fail "twice: $(cat "$SCRATCH/hooks.log")"
	stop "$watch" "$limberd"
}

# Only a few run at a time, some more wait, and the rest is dropped with one line.
part_many() {
	mkfifo "$SCRATCH/go"
	printf '#!/bin/sh\necho $$ >>"%s/began"; read -r _ <"%s/go"\n' "$SCRATCH" "$SCRATCH" \
		>"$SCRATCH/wait"
	chmod +x "$SCRATCH/wait"
	: >"$SCRATCH/began"
	configure "hooks : { on_card = \"$SCRATCH/wait\"; time_limit = \"10min\"; };"
	start
	hooks_start
	local i
	for i in {1..40}; do
		run 0 try desk
	done
	wait_until logged '32 commands wait already'
	[ "$(wc -l <"$SCRATCH/began")" -le 4 ] || fail "at once: $(wc -l <"$SCRATCH/began")"
	exec 6<>"$SCRATCH/go"
	for i in {1..40}; do
		echo >&6
	done
	wait_until lines "$SCRATCH/began" 36
	[ "$(grep -c dropped "$SCRATCH/hooks.log")" = 1 ] || fail "said: $(cat "$SCRATCH/hooks.log")"
	configure "hooks : { on_card = \"sleep 1000\"; };"
	stop "$hooks" "$daemon"
	# With its end all that it started ends, too.
	exec 6>&-
	while read -r i; do
		wait_until gone "$i" || fail 'a command outlives limber hooks'
	done <"$SCRATCH/began"
}

run_parts "$@"
