#!/bin/bash
# The files of examples/ for bars of a desktop, each with the real program: Waybar on sway, Polybar
# and Xfce's Generic Monitor on X11. There is text in the bar, it changes when a card with a hostile
# title comes, and limber ends with the bar.
#
# shellcheck disable=SC2317 # functions are called by name
set -u
# shellcheck source=tests/desktop/daemon.inc
. "$(dirname "$(readlink -f "$0")")/daemon.inc"
EXAMPLES=$HERE/../../examples
PANEL=p=8\;x=512\;y=740 # at the bottom of the screen of with-dunst.sh

# The strip of the screen that each bar has, as a picture on standard output.
strip_waybar() {
	grim -g "0,0 1280x18" -
}

strip_polybar() {
	import -window root -crop 1024x20+0+0 png:-
}

strip_panel() {
	import -window root -crop 1024x26+0+730 png:-
}

colours_of() { # STRIP: more than one, so there is text
	[ "$("$1" | identify -format %k -)" -gt 1 ]
}

# much_more BYTES STRIP: its picture is half as large again: a title is longer than a time of day.
much_more() {
	[ "$("$2" | wc -c)" -gt $(($1 * 3 / 2)) ]
}

# bar_begin: a limberd with a display, whose card says what would be markup and commands.
bar_begin() {
	export PATH=$SCRATCH/bin:$PATH
	mkdir -p "$SCRATCH/bin"
	printf '#!/bin/sh\necho $$ >>"%s/limbers"\nexec "%s/limber" "$@"\n' "$SCRATCH" "$B" \
		>"$SCRATCH/bin/limber"
	chmod +x "$SCRATCH/bin/limber"
	configure "$ANYTIME setup_done = true;" 'reminders : { tea : { every = "1h"; say = "Drink";' \
		"title = \"Tea & <b>\\\"x\\\"</b> 'y' %{A1:touch bad:}%{F#000000}\"; }; };"
	limberd_start
	"$B/limber" watch >"$SCRATCH/watch" </dev/null 2>&1 &
	watch=$!
	check 'a display is there' grep -q . "$SCRATCH/watch"
}

# bar_shows STRIP PID...: what the bar shows; the bar is these processes.
bar_shows() {
	local before strip=$1
	shift
	check "$strip: text is in the bar" colours_of "$strip"
	before=$("$strip" | wc -c)
	check_now "$strip: a card" limber try tea
	check "$strip: the card is in the bar" much_more "$before" "$strip"
	[ -z "${KEEP:-}" ] || "$strip" >"$KEEP/$strip.png"
	{ kill -KILL "$@" && wait "$@"; } 2>/dev/null
	check "$strip: limber ends with the bar" none_runs
	check_now "$strip: no title is run" [ -z "$(find "$SCRATCH" -name bad 2>/dev/null)" ]
	stop "$watch"
	limberd_stop
}

none_runs() {
	local process
	while read -r process; do
		! kill -0 "$process" 2>/dev/null || return 1
	done <"$SCRATCH/limbers"
}

part_waybar() {
	need waybar grim
	bar_begin
	waybar -c "$EXAMPLES/waybar.jsonc" -s "$EXAMPLES/waybar.css" >"$SCRATCH/waybar.log" 2>&1 &
	local bar=$!
	check 'waybar has a bar' grep -q 'Bar configured' "$SCRATCH/waybar.log"
	bar_shows strip_waybar "$bar"
	check_now 'waybar complains about no markup' not grep -qi 'markup' "$SCRATCH/waybar.log"
}

part_polybar() {
	need polybar
	stop "$DUNST_PID" # its cards lie above the bar
	bar_begin
	polybar -c "$EXAMPLES/polybar.ini" limber >"$SCRATCH/polybar.log" 2>&1 &
	bar_shows strip_polybar $!
}

part_genmon() {
	local daemons=(/usr/lib/*/xfce4/xfconf/xfconfd)
	need xfce4-panel
	compgen -G '/usr/lib/*/xfce4/panel/plugins/libgenmon.so' >/dev/null ||
		skip 'xfce4-genmon-plugin is not installed'
	stop "$DUNST_PID"
	bar_begin
	mkdir -p "$XDG_CONFIG_HOME"/xfce4/{panel,xfconf/xfce-perchannel-xml}
	printf '%s\n' "Command=$EXAMPLES/xfce-genmon.sh" UseLabel=0 Text= UpdatePeriod=500 \
		'Font=Sans 10' >"$XDG_CONFIG_HOME/xfce4/panel/genmon-1.rc"
	cat >"$XDG_CONFIG_HOME/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml" <<-XML
		<channel name="xfce4-panel" version="1.0">
		  <property name="configver" type="int" value="2"/>
		  <property name="panels" type="array"><value type="int" value="1"/>
		    <property name="panel-1" type="empty">
		      <property name="position" type="string" value="$PANEL"/>
		      <property name="length" type="uint" value="100"/>
		      <property name="size" type="uint" value="32"/>
		      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
		    </property>
		  </property>
		  <property name="plugins" type="empty">
		    <property name="plugin-1" type="string" value="genmon"/>
		  </property>
		</channel>
	XML
	"${daemons[0]}" >"$SCRATCH/xfconf.log" 2>&1 &
	local xfconf=$!
	check 'the settings of Xfce' name_owned org.xfce.Xfconf
	xfce4-panel --disable-wm-check >"$SCRATCH/panel.log" 2>&1 &
	bar_shows strip_panel $! "$xfconf"
}

begin "$@"
surrounded with-sway.sh waybar
surrounded with-dunst.sh polybar
surrounded with-dunst.sh genmon
tell
