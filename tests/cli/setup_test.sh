#!/bin/bash
# The verbs that ask, on a terminal, with a limberd that keeps what is answered: health,
# warnings, setup, and what that makes of the items.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"

# typed VERB LINE...: it gets these lines on a terminal, and then its end. The screen is in
# $SCRATCH/screen, the exit code in $code.
typed() {
	printf '%s\n' "${@:2}" | script -qec "$B/limber $1" /dev/null >"$SCRATCH/screen"
	code=$?
}

shows() {
	grep -qF -- "$1" "$SCRATCH/screen"
}

# kept TEXT: it stands in the file that limberd writes.
kept() {
	grep -qF -- "$1" "$XDG_CONFIG_HOME/limber/limber.conf.d/90-limber.conf" 2>/dev/null
}

part_health() {
	local none=('' '' '' '' '' '' '' '' '' '' '' '' '' '' '' '' '')
	limberd_start
	typed health n
	check_now "the end of the input keeps nothing" [ "$code" = 1 ]
	check_now "and says so" shows 'Nothing was changed.'
	typed health maybe '?' n y 2026-11-01 y "${none[@]}" n
	check_now "a no at the end keeps nothing" [ "$code" = 1 ]
	check_now "no file was written" not kept setup_done
	check_now "? tells what a yes does" shows 'Hides: herb-food'
	typed health n y 2199-11-01 -
	check_now "an operation is no plan" shows 'That day is to come'
	check_now "a strain neither" refuses 2 'is to come' health acute=2199-12-12
	check_now "a birth may be" says 'pregnant: 2199-12-12' health pregnant=2199-12-12
	check_now "with its signs" grep -q 'waters breaking' "$SCRATCH/out"
	check_now "and what they are" grep -q 'If that fits, call' "$SCRATCH/out"
	limber undo
	typed health n y 2026-11-01 y "${none[@]}" y
	check_now "a yes keeps them" [ "$code" = 0 ]
	check_now "an operation has its sign" shows 'Call the surgical team today.'
	check_now "and what makes it one" shows 'An emergency if'
	check_now "the date" kept 'op = "2026-11-01";'
	check_now "the yes" kept 'hiprep = true;'
	check_now "only what is new" not kept kidney
	check_now "that they are answered" kept 'setup_done = true;'
	check_now "and when" kept "health_asked = \"$(date +%F)\";"
	check_now "limberd goes by it" state .setup_done
	typed health
	check_now "then the answers are shown" shows 'your answers'
	limber undo
	check_now "one step takes all back" not kept hiprep
	limberd_stop
}

part_warnings() {
	limberd_start
	typed warnings n
	check_now "a no is the end of it" [ "$code" = 0 ]
	check_now "and keeps nothing" not kept warning
	typed warnings y
	check_now "a yes is kept" kept "warning = \"$(date +%F)\";"
	typed warnings
	check_now "it does not ask again" not shows 'fit now?'
	check_now "clear" limber warnings clear
	check_now "is kept" kept 'warning = "";'
	limberd_stop
}

part_setup() {
	limberd_start
	typed setup 4 calf
	check_now "the end of the input keeps nothing" [ "$code" = 1 ]
	check_now "the disclaimer was shown" shows 'it is no medical device'
	check_now "the ready plans come first" shows '1  Sit less'
	typed setup 4 hip sitting '' '' '' '' 'none thin' '?' '? hernya' '? hernia' n
	check_now "Enter is no answer on health" [ "$code" = 1 ]
	check_now "it is asked for" shows 'Type the words that hold, or none.'
	check_now "none stands alone" shows '"none" stands alone'
	check_now "? shows the whole questions" shows 'Could a bone be broken?'
	check_now "a known one" shows 'the nearest is "hernia"'
	check_now "and tells what it does" shows 'hernia: yes'
	typed setup 4 hip 'sitting night' 9 'Mon..Fri 09:00-17:00' 22:15 kidny 'kidney' \
		'' '' '' '' n
	check_now "a no at the end keeps nothing" not kept setup_done
	check_now "bad hours are told" shows '"9" is not a range'
	check_now "a bad fact is told" shows 'the nearest is "kidney"'
	check_now "what a yes does is told" shows 'Hides: water-glass'
	check_now "in four parts" [ "$(grep -c 'Warning signs [1-4] of 4' "$SCRATCH/screen")" = 4 ]
	check_now "the day is told" shows 'desk cards (first week'
	typed setup 4 hip 'sitting night' 'Mon..Fri 09:00-17:00' 22:15 kidney '' '' '' '' ''
	check_now "it is written" [ "$code" = 0 ]
	check_now "the desk is offered, once" shows 'limber start desk-setup'
	check_now "the day is told once" not shows 'cards a day'
	check_now "quiet moves" shows 'quiet 23:45-07:00, not 22:30-07:00'
	check_now "the kinds" kept 'kinds = [ "nocturnal", "postural" ];'
	check_now "the hours" kept 'hours = [ "Mon..Fri 09:00-17:00" ];'
	check_now "the evening card" kept 'at = [ "22:15" ];'
	check_now "the quiet" kept 'quiet = [ "23:45-07:00" ];'
	check_now "the fact" kept 'kidney = true;'
	check_now "limberd goes by it" state '.setup_done and
		any(.reminders[]; .schedule == "every day 22:15")'
	typed setup '' '' '' '' '' '' n n n n
	check_now "Enter keeps what is" shows 'it is set like that already'
	limber undo
	check_now "one step takes all back" not kept kidney
	limberd_stop
}

# Every prompt knows ? and back, and nothing is an answer to it.
part_prompts() {
	limberd_start
	typed setup '?' back 4 '?' nothing '?' nothing '?' nothing '?' nothing '?' nothing '?' nothing \
		'?' nothing '?' nothing '?' nothing '?' nothing '?' nothing
	check_now "nothing is written" [ "$code" = 1 ]
	check_now "nothing comes before the first" shows 'This is the first question.'
	for help in 'A card after 50 min' 'where most cramps at night are' 'no cramps: what sitting needs' \
		'Desk cards come in these hours' 'One card with a stretch' 'Could a bone be broken?' \
		'Every 90 min of sitting' 'Numb between the legs, new trouble' 'waters breaking' \
		'rest does not ease? Be seen' 'surgical team' 'limber undo takes it back'; do
		check_now "? explains: $help" shows "$help"
	done
	check_now "without codes" not grep -qE '\b(R0[1-9]|R10|E[0-9]+)\b' "$SCRATCH/screen"
	check_now "no hours are all" shows 'understood: 00:00-24:00'
	typed setup 4 calf night 9-5 22:30 back back back back numb night 10am-4pm 22:00 none \
		back none yes no back no no no no back no yes
	check_now "back goes back" [ "$code" = 0 ]
	check_now "quiet is moved again" kept 'quiet = [ "23:30-07:00" ];'
	check_now "the last answer holds" kept 'hours = [ "10:00-16:00" ];'
	check_now "to each question" kept 'kinds = [ "nocturnal", "neurological" ];'
	limberd_stop
}

# A yes to a sign ends it: what to do, and the sign and the health answers are kept.
part_sign() {
	limberd_start
	typed setup 1 22-6 kidney no no yes
	check_now "it ends well" [ "$code" = 0 ]
	check_now "with what to do" shows 'Be seen within a day.'
	check_now "and what makes it an emergency" shows 'An emergency if'
	check_now "nothing else is asked" not shows 'Write it?'
	check_now "the sign is kept" kept "warning = \"$(date +%F)\";"
	check_now "and the health answers" kept 'kidney = true;'
	check_now "not the rest" not kept hours
	check_now "no day is told" not shows 'cards a day'
	limber undo
	limber set emergency_number=112
	typed setup 1 '' none yes
	check_now "an emergency" shows 'Call your local emergency number now: 112.'
	typed setup 1 '' none
	check_now "a sign that is kept is not asked for again" not shows 'fit now?'
	limber warnings clear
	typed setup 4 hip 'strain' '' '' none no '' '' '' '' ''
	check_now "a strain is a fact of today" kept "acute = \"$(date +%F)\";"
	check_now "whatever else is none" kept 'kinds = [ "acute" ];'
	limberd_stop
}

# The ready plans as options, one after the other.
part_plans() {
	limberd_start
	check_now "water" limber setup --yes --plan water --health none --hours 9-5
	check_now "and standing up" state '[.reminders[] | select(.enabled) | .name] ==
		["desk", "water"]'
	check_now "with these items" kept 'items = [ "walk-break", "sit-stand-switch" ];'
	cp "$XDG_CONFIG_HOME/limber/limber.conf.d/90-limber.conf" "$SCRATCH/water"
	check_now "the next plan takes that back" says 'Taken back from the water plan: desk.items' \
		setup --yes --plan night --bedtime 10:30pm
	limber undo
	check_now "one step takes both back" cmp -s "$SCRATCH/water" \
		"$XDG_CONFIG_HOME/limber/limber.conf.d/90-limber.conf"
	check_now "and again" limber setup --yes --plan night --bedtime 10:30pm
	check_now "all of it" not kept sit-stand-switch
	check_now "the evening is there" state '[.reminders[] | select(.enabled and
		.schedule == "every day 22:30") | .name] == ["bedtime", "pillow"]'
	check_now "the whole evening" kept 'at = [ "Tue,Thu,Sat 22:30" ];'
	check_now "an evening of before" limber kinds remove nocturnal
	check_now "is that of a new kind" limber setup --yes --plan night
	check_now "in all of its parts" kept 'at = [ "Tue,Thu,Sat 22:30" ];'
	check_now "quiet makes room" kept 'quiet = [ "00:00-07:00" ];'
	check_now "the kind" kept 'kinds = [ "nocturnal" ];'
	limber add lunch --at 'Mon..Fri 12:30' --say 'Eat away from the desk'
	limber set cap=3
	check_now "a cap that binds is told" says 'The cap of 3 spreads the cards' setup --yes --hours 8-8
	limber unset cap
	check_now "sit less, at night" says 'quiet 09:00-20:00' setup --yes --plan sit \
		--hours 22:00-06:00 --bedtime 07:30
	check_now "what is the user's has a remedy" grep -q 'lunch never comes' "$SCRATCH/out"
	check_now "the check-up is at work" kept 'at = [ "Mon *-*-01..07 00:45" ];'
	check_now "lunch is the user's" kept 'at = [ "Mon..Fri 12:30" ];'
	check_now "by day again" limber setup --yes --hours 9-5
	check_now "lunch is at noon" kept 'at = [ "Mon..Fri 12:30" ];'
	check_now "quiet is that of the default" kept 'quiet = [ "22:30-07:00" ];'
	check_now "and so is the check-up" kept 'at = [ "Mon *-*-01..07 12:15" ];'
	check_now "and the evening" kept 'at = [ "21:30" ];'
	limber kinds add referred
	check_now "what wants a clinician stays" limber setup --yes --plan water
	check_now "whatever the plan" kept 'kinds = [ "referred", "postural" ];'
	check_now "a plan that is none" refuses 2 'none of the plans' setup --yes --plan sleep
	check_now "what is silent is told" says 'Silent, because of your answers: water' \
		setup --yes --plan water --health kidney
	limberd_stop
}

# What the user added, set or wrote stays, and the questions take the water plan back.
part_users() {
	local conf=$XDG_CONFIG_HOME/limber/limber.conf
	limberd_start
	limber health --none --yes
	limber add pills --at 21:30 --say 'Take your tablets'
	limber setup --yes --plan questions --bedtime no
	check_now "a reminder at bedtime's hour stays on" \
		state 'any(.reminders[]; .name == "pills" and .enabled)'
	limber setup --yes --plan night --bedtime 23:00
	check_now "and where it is" state 'any(.reminders[]; .name == "pills" and
		.schedule == "every day 21:30")'
	check_now "what moves is told" says 'pillow 22:15, not 23:00' setup --yes --bedtime 22:15
	check_now "without its days" grep -q 'warmth 22:15, not' "$SCRATCH/out"
	check_now "what is off is told" says 'pillow off, not 22:15' setup --yes --bedtime no
	check_now "none of the evening is left" state 'all(.reminders[]; (.enabled | not) or
		(.name | IN("bedtime", "pillow", "warmth") | not))'
	limber remove pills
	limber setup --yes --plan water
	limber set water every=60min
	check_now "water is the plan of now" bash -c \
		"printf '%s\n' back | script -qec '$B/limber setup' /dev/null | grep -qF '[3]'"
	check_now "only hours leave the plan" limber setup --yes --hours 8-4
	check_now "all of it" kept sit-stand-switch
	check_now "the questions take it back" says 'Taken back from the water plan: desk.items' \
		setup --yes --where hip --when sitting
	check_now "all but what was set" kept 'every = "60min";'
	check_now "all the rest" not kept sit-stand-switch
	limber disable check-up
	limber set desk items=walk-break
	limber setup --yes --plan sit --hours 9-5
	check_now "settings by command stay" kept 'items = [ "walk-break" ];'
	check_now "both" state 'any(.reminders[]; .name == "check-up" and (.enabled | not))'
	limberd_stop
	rm -r "$XDG_CONFIG_HOME/limber/limber.conf.d"
	cat >"$conf" <<-CONF
		quiet = [ "22:30-07:00", "13:00-17:00" ];
		reminders : { pills : { at = "06:30"; say = "Pills"; }; };
	CONF
	limberd_start
	limber setup --yes --health none
	check_now "quiet of a file stays" not kept quiet
	check_now "and times of it" not kept 06:30
	check_now "a break by day is no night" limber setup --yes --hours 9-5
	check_now "it stays" not kept quiet
	check_now "a night is named" says 'Your own quiet stays.' setup --yes --hours 6-2
	check_now "still" not kept quiet
	rm "$conf"
	limberd_stop
}

# Options that contradict each other, and what a plan that was left had asked.
part_odd() {
	limberd_start
	check_now "a plan and where" refuses 2 '--plan sit does not go' \
		setup --yes --plan sit --when night --health none
	check_now "no plan and where" refuses 2 'none of the plans' \
		setup --yes --plan nonsense --when night --health none
	check_now "water and bedtime" refuses 2 'no card before bed' \
		setup --yes --plan water --bedtime 22:00 --health none
	check_now "the questions go with them" limber setup --yes --plan questions --when night \
		--health none
	limber undo
	typed setup 4 hip sitting 9-5 no back back back back back 1 9-5 none '' '' '' '' yes
	check_now "another plan forgets" not kept 'enabled = false;'
	check_now "and is written" kept setup_done
	check_now "an error has no key" refuses 2 '"25:00" is not a time' setup --yes --health none \
		--bedtime 25:00
	check_now "it has none" not grep -q 'reminders.bedtime' "$SCRATCH/err"
	limberd_stop
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale says 'Alle Befehle' help || {
		echo 'SKIPPED: no locale here speaks German'
		return
	}
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale limberd_start
	LANGUAGE=de LIMBER_LOCALEDIR=$B/locale typed setup 4 '?' Hüfte '?' 'nachts, Sitzen' back
	check_now "words of one language" shows '  Hüfte'
	check_now "at ?" shows '  nachts'
	check_now "and in the brackets" shows '[Sitzen, nachts]'
	limberd_stop
}

# Whether an item is for the user, and what would change that.
part_verdict() {
	limberd_start
	check_now "unknown before the questions" says 'not answered yet' catalogue walk-break
	limber health kidney=yes acute=yes pregnant=yes --none --yes
	check_now "stopped" says 'no, because of your answer to kidney' catalogue water-glass
	check_now "with its end" says "until $(date -d '4 days' +%F)" catalogue heat-pack
	check_now "and so is what is not for a strain" says 'your answer to acute' catalogue core-strength
	limber health acute=no
	check_now "to be asked" says 'limber set agreed="warm-bath"' catalogue warm-bath
	check_now "in the safer form" says 'yes, in the safer form: ' catalogue chair-tai-chi
	check_now "marked in the list" says 'Drink a glass of water (not for you)' catalogue
	limber set agreed=warm-bath
	check_now "agreed to" says 'For you   yes' catalogue warm-bath
	check_now "one more to agree to" says 'agreed="warm-bath, massage-visit"' \
		catalogue massage-visit
	limber warnings yes
	check_now "held" says 'a warning sign fits' catalogue warm-bath
	limber catalogue water-glass --json
	check_now "for scripts" jq -e '.for_you == {ruling: "stop", fact: "kidney"}' \
		"$SCRATCH/out" >/dev/null
	limberd_stop
}

# An item of the user's own is listed and checked like the others.
part_own() {
	local folder=$XDG_CONFIG_HOME/limber/catalogue
	mkdir -p "$folder"
	cat >"$folder/my-plan.conf" <<-ITEM
		id = "my-plan"; category = "stretch"; kind = "routine";
		title = "Do my own plan"; cue = "Do what you were shown.";
		steps = ( { text = "As you were shown."; time = "20s"; } );
		cautions : { hernia = "stop"; };
	ITEM
	sed 's/20s/0s/; s/hernia/hernja/' "$folder/my-plan.conf" >"$SCRATCH/bad.conf"
	limberd_start
	check_now "it is in the list" says 'Do my own plan' catalogue
	check_now "it is shown" says 'As you were shown.' catalogue my-plan
	check_now "it is for scripts, too" limber catalogue --json
	check_now "behind the others" [ "$(jq -r '.items[-1].id' "$SCRATCH/out")" = my-plan ]
	check_now "its file is good" says 'good' catalogue check "$folder/my-plan.conf"
	check_now "a bad one is not" refuses 1 '"hernia"' catalogue check "$SCRATCH/bad.conf"
	check_now "each fault is told" grep -q '0s' "$SCRATCH/err"
	check_now "nor is one that is not there" refuses 1 'no.conf' catalogue check no.conf
	limber health hernia=yes --none --yes
	check_now "its own caution holds" says 'your answer to hernia' catalogue my-plan
	limber health hernia=no fracture=yes
	check_now "and what stops all, too" says 'your answer to fracture' catalogue my-plan
	limberd_stop
}

part_options() {
	limberd_start
	check_now "there is no terminal" refuses 1 'no terminal' setup
	check_now "health must be said" refuses 2 '--health none' setup --yes
	check_now "a day" says 'desk cards' setup --yes --health none --when night --bedtime no
	check_now "only what was said is kept" not kept hours
	check_now "no evening card" kept 'enabled = false;'
	check_now "the kind" kept 'kinds = [ "nocturnal" ];'
	check_now "what comes with the evening card moves, too" limber setup --yes --bedtime 22:00
	check_now "both" state '[.reminders[] | select(.schedule == "every day 22:00") | .name] ==
		["bedtime", "pillow"]'
	check_now "see someone first" says 'See a doctor' setup --yes --where walking
	check_now "a bad word" refuses 2 'none of the words' setup --yes --where knee
	check_now "bad hours" refuses 2 '"7" is not a range' setup --yes --hours 7
	check_now "a bad choice" refuses 2 'yes or no' setup --yes --water some
	check_now "nothing new" says 'like that already' setup --yes --when night
	check_now "a strain is a fact" limber setup --yes --when night,strain
	check_now "of today" kept "acute = \"$(date +%F)\";"
	limber health acute=no
	check_now "while it is one of the kinds" limber setup --yes --when night,strain
	check_now "it is none again" not kept 'acute = "'
	limber kinds remove acute
	check_now "it counts from today" says 'The strain counts from today' kinds add acute
	limber kinds remove acute
	check_now "an emergency of sport" says 'urine like cola' setup --yes --when night,sport
	check_now "health is said" refuses 2 'or none' setup --yes --health ''
	echo 'hours = [ "9" ];' >"$XDG_CONFIG_HOME/limber/limber.conf"
	check_now "a broken file keeps a change out" refuses 1 'Nothing was set.' set gap=20min
	rm "$XDG_CONFIG_HOME/limber/limber.conf"
	check_now "a date is a time" says 'until' pause until "$(date -d '9 days' +%F)" 9:00
	check_now "a time that is over never comes" says 'past never comes: its time' \
		add past --at '2020-01-01 12:00' --say x
	check_now "nor one in quiet" says 'late never comes: quiet' add late --at 3:00 --say x
	check_now "not one that was" refuses 1 'has passed already' pause 2026-01-01
	limberd_stop
	check_now "without limberd" refuses 3 'at each login: limber on' setup --yes --health none
}

need script
begin "$@"
for part in health warnings setup prompts sign plans users odd options verdict own; do
	surrounded with-bus.sh $part # with a home of its own
done
tell
