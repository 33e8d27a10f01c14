#!/bin/bash
# Answers to the health questions: known to every verb whatever layer has them, and missed when the
# file with them is gone.
#
# shellcheck disable=SC2317 # parts are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/../desktop/daemon.inc"
KEPT=limber/limber.conf.d/90-limber.conf
LUNGE=hip-flexor-stretch

refused() { # ITEM [OPTION...]
	refuses 1 'is not played' start "$@"
}

# What is set for the run of limberd only, on every verb of limber-report.
part_runtime() {
	configure 'setup_done = true; health_asked = "2026-01-02";'
	limberd_start
	check_now "nothing speaks against it" says 'For you   yes' catalogue "$LUNGE"
	check_now "a fact" limber set health.fracture=true --runtime
	check_now "start" refused "$LUNGE"
	check_now "start, easier" refused "$LUNGE" --easier
	check_now "catalogue" says 'no, because of your answer to fracture' catalogue "$LUNGE"
	check_now "for you stands under the title" \
		[ "$(grep -n 'For you' "$SCRATCH/out" | cut -d: -f1)" = 3 ]
	check_now "its picture says so" limber catalogue "$LUNGE" --picture
	check_now "beside the picture" stands_in 'no, because of your answer to fracture' "$SCRATCH/err"
	check_now "health" says 'fracture  yes' health
	check_now "kept for good where it is answered" limber health fracture=yes
	check_now "in the file" grep -q 'fracture = true' "$XDG_CONFIG_HOME/$KEPT"
	limber health fracture=no
	limber unset health.fracture --runtime
	check_now "a warning" limber set warning=2026-11-30 --runtime
	check_now "start with it" refused core-strength
	check_now "warnings" says 'You said on 2026-11-30' warnings
	check_now "is not cleared by the file" says 'limber unset warning --runtime' warnings clear
	limber unset warning --runtime
	check_now "a kind" limber set kinds=ischemic --runtime
	check_now "start with that" refused core-strength
	check_now "kinds" says 'on  ischemic' kinds
	check_now "checked" limber set cleared=ischemic --runtime
	check_now "start once it is" not refused posture-shift
	limberd_stop
}

# A strain and its cards.
part_strain() {
	configure 'setup_done = true; health_asked = "2026-01-02";'
	limberd_start
	check_now "it counts from today" says 'The strain counts from today, for 72 hours' kinds add acute
	check_now "as a fact" grep -q "acute = \"$(date +%F)\"" "$XDG_CONFIG_HOME/$KEPT"
	check_now "ten of sit-to-stand wait" refused sit-stand-switch
	check_now "the daily cards come" state '[.reminders[] | select(.name == "rest" or
		.name == "check-day") | .next_due] | all'
	check_now "known by its day" limber set kinds=acute
	check_now "which is told once" not stands_in 'The day of the strain' "$SCRATCH/out"
	limber kinds add postural
	check_now "it was days ago" limber health "acute=$(date +%F -d '4 days ago')"
	check_now "they end with it" state '[.reminders[] | select(.name == "rest" or
		.name == "check-day") | .next_due] | any | not'
	check_now "and one asks" says 'on day 4 of acute' show check-over
	check_now "whether it is gone" says 'Is the strain gone? Type: limber kinds remove acute' \
		config show
	check_now "as it says" limber kinds remove postural acute
	check_now "one kind stays" stands_in 'it is postural now' "$SCRATCH/out"
	limber health acute=no
	check_now "without its day" says 'The day of the strain is not known' set kinds=acute
	limber set kinds=postural
	check_now "an infection is for somebody else" says 'see someone today (R06): limber warnings' \
		catalogue --cause infection
	limber catalogue --cause infection --json
	check_now "in JSON" jq -e '.items == [] and .sign == "R06"' "$SCRATCH/out"
	check_now "a kind that is seen first" says 'See a doctor about the blood flow' \
		catalogue --kind ischemic
	limber health kidney=yes
	check_now "a clinic's target" says "Booked. Your clinic's own target comes before ours." drink
	limber health kidney=no
	check_now "is not there for others" limber drink
	check_now "no word of it" not stands_in 'clinic' "$SCRATCH/out"
	limberd_stop
}

# ruin FILE WAY: as a crash or a hand leaves it.
ruin() {
	local size
	size=$(stat -c %s "$1")
	case $2 in
	gone) rm "$1" ;;
	empty) : >"$1" ;;
	NUL) head -c "$size" /dev/zero >"$1" ;;
	cut) sed -i '/health/,$d' "$1" ;;
	half) truncate -s $((size / 2)) "$1" ;;
	esac
}

answered() {
	configure 'setup_done = true;'
	limberd_start
	limber health op=yes
	limber kinds add nocturnal
	limberd_stop
}

part_missing() {
	local way file=$XDG_CONFIG_HOME/$KEPT
	for way in gone empty NUL cut half; do
		rm -rf "$XDG_CONFIG_HOME/limber" "$XDG_STATE_HOME/limber"
		answered
		ruin "$file" "$way"
		check_now "$way: start without limberd" refuses 1 '' start "$LUNGE"
		limber preview --json --days 3
		check_now "$way: preview without limberd" not stands_in "$LUNGE" "$SCRATCH/out"
		limber config check
		check_now "$way: config check" grep -qE 'no longer in the files|90-limber.conf:[0-9]' \
			"$SCRATCH/out" "$SCRATCH/err"
		limberd_start
		check_now "$way: start" refuses 1 '' start "$LUNGE"
		limber preview --json --days 3
		check_now "$way: preview" not stands_in "$LUNGE" "$SCRATCH/out"
		check_now "$way: status" problem 'walks and short pauses'
		limber doctor
		check_now "$way: doctor" grep -qE 'no longer in|about your health' "$SCRATCH/out"
		check_now "$way: it stays so" problem 'walks and short pauses'
		limberd_stop
		limberd_start
		check_now "$way: after another start" problem 'walks and short pauses'
		limberd_stop
	done
}

# What a user types who meant it, or answers again.
part_again() {
	local file=$XDG_CONFIG_HOME/$KEPT
	answered
	rm "$file"
	limberd_start
	check_now "what to type stands there" problem 'limber unset health.op kinds'
	check_now "in words" problem '(op); kinds of cramp (nocturnal, postural)'
	check_now "a part of it" limber unset health.op
	check_now "the rest is missing" problem 'limber unset kinds'
	check_now "all of it" limber unset kinds
	check_now "nothing is" not problem 'no longer in the files'
	check_now "taken back" limber undo
	check_now "it is again" problem 'limber unset kinds'
	check_now "and then not" limber unset kinds
	check_now "it comes again" says 'For you   yes' catalogue "$LUNGE"
	limberd_stop
	limberd_start
	check_now "for good" not problem 'no longer in the files'
	check_now "a fact" limber health op=yes
	rm "$file"
	check "while it runs" problem 'no longer in the files: the health questions (op)'
	check_now "answered again" limber health op=no
	check_now "that is enough" not problem 'no longer'
	check_now "a fact again" limber health op=yes
	check_now "unset" limber unset health.op
	check_now "is no loss" not problem 'no longer'
	limber health op=yes
	limber undo
	check_now "nor an undo" not problem 'no longer'
	limber health op=yes
	rm "$file"
	check "gone again" problem 'no longer'
	check_now "no to all" limber health --none --yes
	check_now "answers it" not problem 'no longer'
	check_now "a warning" limber warnings yes
	rm "$file"
	check "is missed" problem 'a warning sign'
	check_now "until it is cleared" limber warnings clear
	check_now "which is a word" problem 'the health questions of'
	limberd_stop
}

# The first answer, and its file is removed at once.
part_first() {
	configure 'setup_done = true;'
	limberd_start
	check_now "a fact" limber health op=yes
	rm "$XDG_CONFIG_HOME/$KEPT"
	check "its file is gone" problem 'no longer in the files: the health questions (op)'
	limberd_stop
}

begin "$@"
for part in runtime strain missing again first; do
	surrounded with-bus.sh $part
done
tell
