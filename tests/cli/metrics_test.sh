#!/bin/bash
# Sums for Prometheus: the text, what promtool says of it, and two stores as two machines that
# Prometheus scrapes by node-exporter, with the queries of the examples. On the loopback alone.
#
# shellcheck disable=SC2317 # parts are called by name
# shellcheck disable=SC2015 # fail after && or || says what is wrong in either case
set -u
HERE=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/cli/limber.inc
. "$HERE/limber.inc"
RULES=$HERE/../../examples/prometheus-rules.yml

today() {
	date -d '4 hours ago' +%F
}

metrics() { # FOLDER DAYS - of a store of its own, with that many days
	"$B/tests/store/history_make" "$XDG_STATE_HOME/limber" "$(today)" "$2" || fail 'history_make fails'
	mkdir -p "$1"
	run 0 stats --openmetrics -o "$1/limber.prom"
}

value() { # FILE SERIES
	sed -n "s/^$2{.*window=\"week\"} //p" "$1"
}

skipped() { # PROGRAM...: whether one is missing
	local program
	for program; do
		type -P "$program" >/dev/null || {
			echo "SKIPPED: $part: no $program"
			return 0
		}
	done
	return 1
}

part_text() {
	umask 077
	metrics "$SCRATCH/one" 10
	local file=$SCRATCH/one/limber.prom
	[ "$(stat -c %a "$file")" = 644 ] || fail 'a collector cannot read it'
	run 0 stats week --json
	json ".all.sitting_seconds == $(value "$file" limber_sitting_seconds)"
	json ".all.outcomes.natural == $(sed -n \
		's/^limber_cards{outcome="natural",.*window="week"} //p' "$file")"
	grep -Eqi 'cramp|score|water|drink|walk-break|desk' "$file" && fail 'it says too much'
	run 2 stats week --openmetrics && complains 'goes with -o alone'
	run 2 stats -o "$SCRATCH/x" && complains 'goes with --openmetrics'
	run 1 stats --openmetrics -o "$SCRATCH/none/x" && complains 'could not be written'
}

part_nothing() {
	run 0 stats --openmetrics && says 'limber_sitting_seconds{' && says '# EOF'
}

part_promtool() {
	skipped promtool && return
	metrics "$SCRATCH/one" 10
	promtool check metrics <"$SCRATCH/one/limber.prom" >"$SCRATCH/said" 2>&1 && [ ! -s "$SCRATCH/said" ] ||
		fail "promtool: $(cat "$SCRATCH/said")"
	promtool check rules "$RULES" >"$SCRATCH/said" 2>&1 || fail "promtool: $(cat "$SCRATCH/said")"
}

port() { # a free one
	python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

exporter() { # FOLDER PORT
	prometheus-node-exporter --collector.disable-defaults --collector.textfile \
		--collector.textfile.directory="$1" --web.listen-address="127.0.0.1:$2" 2>"$1/log" &
}

answer() { # QUERY - its value
	promtool query instant "http://127.0.0.1:$server" "$1" 2>/dev/null | sed -n 's/.*=> \([^ ]*\) @.*/\1/p'
}

answers() { # QUERY VALUE
	[ "$(answer "$1")" = "$2" ]
}

part_scraped() {
	skipped promtool prometheus prometheus-node-exporter python3 && return
	local ports pids=() server sum rule
	metrics "$SCRATCH/one" 10
	XDG_STATE_HOME=$SCRATCH/other metrics "$SCRATCH/two" 12
	ports=("$(port)" "$(port)")
	server=$(port)
	exporter "$SCRATCH/one" "${ports[0]}"
	pids+=($!)
	exporter "$SCRATCH/two" "${ports[1]}"
	pids+=($!)
	cp "$RULES" "$SCRATCH/rules.yml"
	cat >"$SCRATCH/prometheus.yml" <<-EOT
		global: { scrape_interval: 1s, evaluation_interval: 1s }
		rule_files: [ rules.yml ]
		scrape_configs:
		  - job_name: desks
		    static_configs: [ { targets: [ "127.0.0.1:${ports[0]}", "127.0.0.1:${ports[1]}" ] } ]
	EOT
	prometheus --config.file="$SCRATCH/prometheus.yml" --storage.tsdb.path="$SCRATCH/tsdb" \
		--web.listen-address="127.0.0.1:$server" 2>"$SCRATCH/prometheus.log" &
	pids+=($!)
	wait_until answers 'count(limber_sitting_seconds{window="week"})' 2 ||
		fail "not scraped: $(tail -3 "$SCRATCH/prometheus.log")"
	sum=$(($(value "$SCRATCH/one/limber.prom" limber_sitting_seconds) +
		$(value "$SCRATCH/two/limber.prom" limber_sitting_seconds)))
	wait_until answers 'sum(limber_sitting_seconds{window="week"})' "$sum" ||
		fail "the sum of two machines is not $sum"
	while read -r rule; do
		wait_until eval "[ -n \"\$(answer $rule)\" ]" || fail "no answer: $rule"
	done < <(sed -n 's/.*record: //p' "$RULES")
	kill "${pids[@]}"
	wait "${pids[@]}" 2>/dev/null
}

run_parts "$@"
