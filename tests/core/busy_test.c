/* Holds from outside, and their sentences. Cards are shown as soon as they end. */
#include "tests/core/script.h"

/* One kind after the other, and who it binds. */
static void holds(void **state)
{
	static const struct row rows[] = {
		{ "do-not-disturb holds, and the card comes when it ends", "desk",
		  "dnd GNOME on; 09:00; holds desk; explain desk; dnd off; explain desk",
		  "09:00 holds desk dnd, explain desk Due since 08:50. Waiting: do-not-disturb "
		  "(GNOME) is on since 08:00: the card comes when it ends. No card yet., show "
		  "desk walk, explain desk Its card is up. It came when do-not-disturb ended "
		  "(09:00)." },
		{ "nobody knows who", "desk", "dnd on; 09:00; explain desk; dnd off",
		  "09:00 explain desk Due since 08:50. Waiting: do-not-disturb is on since 08:00:"
		  " the card comes when it ends. No card yet., show desk walk" },
		{ "a film", "desk",
		  "08:30; awake Firefox on; 09:00; explain desk; 09:10; awake off; explain desk",
		  "09:00 explain desk Due since 08:50. Waiting: Firefox keeps the screen awake "
		  "since 08:30: not after 11:30. No card yet.; 09:10 show desk walk, explain desk"
		  " Its card is up. It came when the screen was no longer kept awake (09:10)." },
		{ "asked for", "desk",
		  "asked demo on; 09:00; explain desk; asked off; explain desk",
		  "09:00 explain desk Due since 08:50. Waiting: asked for by demo, since 08:00: "
		  "the card comes when that ends. No card yet., show desk walk, explain desk Its "
		  "card is up. It came when the silence that was asked for ended (09:00)." },
		{ "a source that goes has not ended", "desk wait=10m",
		  "source on; dnd on; 09:00; dnd gone; holds desk; 09:15; explain desk",
		  "09:00 holds desk moment; 09:10 show desk walk; 09:12 close, #1.1 desk walk "
		  "unanswered; 09:15 explain desk Next: 10:02, after 50 min of sitting (3 min so "
		  "far). Last card 09:12: unanswered. It came when its wait was over (09:10)." },
		{ "every reminder is held", "lunch hello round",
		  "dnd on; lock; 08:10; unlock; 12:40; holds lunch; holds hello; holds round",
		  "09:40 #1.1 hello not_shown; 10:00 #2.1 round stand not_shown; "
		  "12:40 holds lunch dnd, holds hello dnd, holds round dnd" },
		{ "a called-for card is not", "desk", "dnd on; call on; 08:10; ring desk",
		  "08:10 show desk walk" },
		{ "nor what was never to be silent", "desk never_during=none",
		  "call on; awake on; dnd on; 08:50; holds desk",
		  "08:50 show desk walk, holds desk gap" },
		{ "full screen holds nobody who did not ask for it", "desk", "full on; 08:50",
		  "08:50 show desk walk" },
		{ "full screen", "desk never_during=full",
		  "full on; 09:00; holds desk; explain desk; full off; explain desk",
		  "09:00 holds desk fullscreen, explain desk Due since 08:50. Waiting: a window "
		  "fills the screen since 08:00: the card comes when it does not. No card yet., "
		  "show "
		  "desk walk, explain desk Its card is up. It came when no window filled the "
		  "screen "
		  "any more (09:00)." },
		{ "asked for is asked for", "desk never_during=none",
		  "asked demo on; 08:50; holds desk; asked off",
		  "08:50 holds desk inhibited, show desk walk" },
		{ "one ends and another goes on", "desk",
		  "dnd on; asked demo on; 08:50; dnd off; holds desk; asked off",
		  "08:50 holds desk inhibited, show desk walk" },
		{ "a card that is up stays", "desk", "08:50; dnd on; 08:53",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "a restart forgets, and waits for new reports", "desk",
		  "dnd on; 08:55; crash 1m; holds desk; dnd on; 08:57; holds desk",
		  "08:56 holds desk starting; 08:57 holds desk dnd" },
		{ "or gets no report", "desk", "dnd on; 08:55; crash 1m; 08:57",
		  "08:56:02 show desk walk" },
		{ "the first start waits for reports, too", "enter",
		  "dnd on; 08:05; holds enter; dnd off", "08:05 holds enter dnd, show enter" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* An application that keeps the session awake, for awake_limit at most. */
static void limits(void **state)
{
	static const struct row rows[] = {
		{ "not longer than the limit", "desk awake_limit=1h",
		  "08:10; awake Caffeine on; 08:55; holds desk; next desk; 09:20",
		  "08:55 holds desk awake, next desk 08:50 09:10; 09:10 show desk walk; 09:12 "
		  "close, #1.1 desk walk unanswered" },
		{ "the wait begins when it no longer counts", "desk awake_limit=1h wait=10m",
		  "source on; awake on; 08:55; 09:05; holds desk; 09:15; explain desk",
		  "09:05 holds desk moment; 09:10 show desk walk; 09:12 close, #1.1 desk walk "
		  "unanswered; 09:15 explain desk Next: 10:02, after 50 min of sitting (3 min so "
		  "far). Last card 09:12: unanswered. It came when its wait was over (09:10)." },
		{ "told that it is old", "desk awake_limit=1h",
		  "08:40; awake on 40m; 08:50; holds desk; 09:02",
		  "08:50 holds desk awake; 09:00 show desk walk; 09:02 close, #1.1 desk walk "
		  "unanswered" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What holds cards back no longer is no sign of somebody at the machine. */
static void lapses(void **state)
{
	static const struct row rows[] = {
		{ "nobody since long: away at once", "desk awake_limit=1h wait=10m",
		  "source on; awake chrome on; 08:04; idle 3m; 08:55; holds desk; 09:00; holds "
		  "desk; watch; 09:00:05; moment; 09:05; holds desk; ledger desk",
		  "08:55 holds desk awake; 09:00 holds desk away, watch idle 3:00; 09:05 holds "
		  "desk away, ledger desk 10:00" },
		{ "whoever touched something last is there still", "desk awake_limit=1h",
		  "source on; awake chrome on; 08:59; idle 30s; 09:01; holds desk",
		  "09:01 holds desk chair" },
		{ "a word of its end after that changes nothing", "desk awake_limit=1h wait=10m",
		  "source on; awake chrome on; 08:04; idle 3m; 09:01; awake off; holds desk; "
		  "moment; 09:05; holds desk",
		  "09:01 holds desk away; 09:05 holds desk away" },
		{ "a rest that went on is no gap", "desk never_during=none wait=10m",
		  "source on; awake mpv on; 08:34; idle 3m; 08:50:05; moment; holds desk; 09:01; "
		  "explain desk",
		  "08:50:05 holds desk moment; 09:00 show desk walk; 09:01 explain desk Its card "
		  "is up. It came when its wait was over (09:00)." },
		{ "a card up at the lapse is answered by nobody",
		  "desk never_during=none awake_limit=51m",
		  "source on; awake mpv on; 08:34; idle 3m; 08:56; last desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:56 last desk "
		  "due 08:50 shown 08:50 ended 08:52" },
		{ "nor one that is gone by then", "desk never_during=none awake_limit=54m",
		  "source on; awake mpv on; 08:34; idle 3m; 08:59; last desk",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered; 08:59 last desk "
		  "due 08:50 shown 08:50 ended 08:52" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Microphones are read before a card, and while a call alone keeps one back. */
static void calls(void **state)
{
	static const struct row rows[] = {
		{ "looked for before a card", "desk", "call off; 08:52",
		  "08:50 read off, show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "nobody can", "desk", "08:52",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
		{ "nobody can any more", "desk", "call off; mic gone; 08:52; 10:00",
		  "08:50 read gone, show desk walk; 08:52 close, #1.1 desk walk unanswered; 09:42"
		  " show desk hip; 09:44 close, #2.1 desk hip unanswered" },
		{ "after 1, 2, 4, 5, 5 minutes, until it ends", "desk",
		  "call off; mic on; 09:04; mic off; 09:10; explain desk",
		  "08:50 read on; 09:04:15 read off, show desk walk; 09:06:15 close, #1.1 desk "
		  "walk unanswered; 09:10 explain desk Next: 09:56, after 50 min of sitting (3 "
		  "min so far). Last card 09:06: unanswered. It came when the call ended "
		  "(09:04)." },
		{ "nothing due, no look", "desk", "call on; 08:30", "" },
		{ "nor while something else holds", "desk",
		  "call off; dnd on; 09:00; dnd off; 09:02",
		  "09:00 read off, show desk walk; 09:02 close, #1.1 desk walk unanswered" },
		{ "a pause in typing is kept in mind while looking", "desk wait=10m",
		  "source on; call off; 08:52; moment; explain desk",
		  "08:52 read off, show desk walk, explain desk Its card is up. It came at a "
		  "pause in your typing (08:52)." },
		{ "a call in it: the card comes when it ends, not at the next pause",
		  "desk wait=10m",
		  "source on; call off; 08:52; mic on; moment; holds desk; watch; 08:53:30; mic "
		  "off; "
		  "08:56; explain desk",
		  "08:52 read on, holds desk call, watch idle 0:40; 08:53:45 read off, show "
		  "desk walk; 08:55:45 close, #1.1 desk walk unanswered; 08:56 explain desk "
		  "Next: 09:45, after 50 min of sitting (0 s so far). Last card 08:55: "
		  "unanswered. It came when the call ended (08:53)." },
		{ "a word that nobody asked for counts as well", "desk",
		  "call off; mic on; 08:52; call off", "08:50 read on; 08:52 show desk walk" },
		{ "an old word is none", "desk", "call on; 08:50; done; 09:20; mic off; 09:41",
		  "08:50 read on, #1.1 desk walk done; 09:40 read off, show desk hip" },
		{ "not where calls do not matter", "desk never_during=dnd", "call on; 08:52",
		  "08:50 show desk walk; 08:52 close, #1.1 desk walk unanswered" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The end of a call is not signalled: it is read, whatever other holds there were. */
static void calls_end(void **state)
{
	static const struct row rows[] = {
		{ "put off in a call", "desk",
		  "only shows; call off; mic on; 08:52; snooze desk +10m; mic off; 09:03",
		  "09:02 show desk walk" },
		{ "put off, and the call lasts longer", "desk",
		  "only shows; call off; mic on; 08:52; snooze desk +3m; 08:58; mic off; 09:04",
		  "08:58:15 show desk walk" },
		{ "a window that keeps the screen awake for good", "desk awake_limit=1h",
		  "only shows; call off; mic on; 08:52; awake Firefox on; mic off; 09:53",
		  "09:52 show desk walk" },
		{ "a restart in the call", "desk",
		  "only shows; call off; mic on; 08:51; crash 1s; call on; 09:00; mic off; 09:06",
		  "09:00:01 show desk walk" },
		{ "a break in the hours", "desk hours=08:00-09:00,10:00-12:00",
		  "only shows; call off; mic on; 08:58; mic off; 10:01",
		  "08:58:15 show desk walk; 10:00 show desk hip" },
		{ "no display, and then a call", "desk",
		  "display fails; 08:51; display good; only shows; call on; mic off; 08:54",
		  "08:50 show desk walk; 08:51 show desk walk; 08:53 show desk walk" },
		{ "no look while it is not the last that holds", "desk",
		  "call off; mic on; 08:52; dnd on; 08:53; alarm",
		  "08:50 read on; 08:53 alarm none" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Who listens in a call sits: that is looked for when no input is about to be an absence. */
static void attending(void **state)
{
	static const struct row rows[] = {
		{ "looked for once, and not while nobody is there", "desk",
		  "call off; 08:20; idle 3m; alarm; 08:40; ledger desk; alarm",
		  "08:20 read off, alarm none; 08:40 ledger desk 0:00, alarm none" },
		{ "in a call, and again as it lasts", "desk never_during=none",
		  "call off; mic on; 08:20; idle 3m; 08:46; ledger desk",
		  "08:20 read on; 08:21 read on; 08:23 read on; 08:27 read on; 08:32 read on; "
		  "08:37 read on; 08:42 read on; 08:46 ledger desk 46:00" },
		{ "who is silent at its end is away from then on", "desk",
		  "call off; mic on; 08:20; idle 3m; 08:31; mic off; 08:36; alarm; 08:37; ledger "
		  "desk",
		  "08:20 read on; 08:21 read on; 08:23 read on; 08:27 read on; 08:32 read off; "
		  "08:36 alarm none; 08:37 ledger desk 7:00" },
		{ "a call that was known before, and not asked for since", "desk",
		  "call on; mic off; 08:20; idle 3m; 08:30; ledger desk; input; 08:36; alarm",
		  "08:20 read off; 08:30 ledger desk 0:00; 08:36 alarm Mon 09:20" },
		{ "told late: what was not looked at is not decided", "desk",
		  "call off; mic on; 08:20; idle 9m; 08:22; ledger desk",
		  "08:20 read on; 08:21 read on; 08:22 ledger desk 22:00" },
		{ "nobody can", "desk", "08:20; idle 3m; 08:30; ledger desk",
		  "08:30 ledger desk 0:00" },
		{ "nobody can any more", "desk",
		  "call off; mic gone; 08:20; idle 3m; 08:30; ledger desk",
		  "08:20 read gone; 08:30 ledger desk 0:00" },
		{ "not where a call counts as away", "desk video=away",
		  "call off; mic on; 08:20; idle 3m; 08:30; ledger desk",
		  "08:30 ledger desk 0:00" },
		{ "a locked screen has nobody at it", "desk",
		  "call off; mic on; 08:20; lock; idle 3m; 08:30; ledger desk",
		  "08:30 ledger desk 0:00" },
		{ "a film ends, and it was a call", "desk never_during=none",
		  "call off; mic on; awake Firefox on; 08:20; idle 3m; 08:30; awake off; 08:35; "
		  "ledger desk",
		  "08:30 read on; 08:31 read on; 08:33 read on; 08:35 ledger desk 35:00" },
		{ "not for longer than the limit", "desk never_during=none awake_limit=20m",
		  "call off; mic on; 08:10; idle 3m; 08:45; ledger desk; alarm",
		  "08:10 read on; 08:11 read on; 08:13 read on; 08:17 read on; 08:22 read on; "
		  "08:27 read on; 08:32 read on; 08:45 ledger desk 0:00, alarm none" },
		{ "its card comes at its end", "desk",
		  "call off; mic on; 08:35; idle 3m; 08:59; mic off; 09:03",
		  "08:35 read on; 08:36 read on; 08:38 read on; 08:42 read on; 08:47 read on; "
		  "08:50 read on; 08:59:15 read off, show desk walk; 09:01:15 close, #1.1 desk "
		  "walk unanswered; 09:02:15 read off, #1.2 desk walk natural" },
		{ "still, where ledgers stand", "desk video=frozen",
		  "call off; mic on; 08:20; idle 3m; 08:29; ledger desk",
		  "08:20 read on; 08:21 read on; 08:23 read on; 08:27 read on; 08:29 ledger desk "
		  "20:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* What no input is during a film, and after it. */
static void films(void **state)
{
	static const struct row rows[] = {
		{ "sitting", "desk video=sitting",
		  "08:10; awake mpv on; 08:15; idle 3m; 08:40; ledger desk; input; ledger desk",
		  "08:40 ledger desk 40:00, ledger desk 40:00" },
		{ "away", "desk video=away",
		  "08:10; awake mpv on; 08:15; idle 3m; 08:17; ledger desk; input; ledger desk",
		  "08:17 ledger desk 0:00, ledger desk 0:00" },
		{ "frozen", "desk video=frozen",
		  "08:10; awake mpv on; 08:15; idle 3m; 08:40; ledger desk; next desk; explain "
		  "desk; "
		  "input; ledger desk; 08:45; ledger desk",
		  "08:40 ledger desk 12:00, next desk open open, explain desk Nothing is typed in"
		  " a film or a call, so sitting stands still: 12 min of 50 min counted. No card "
		  "yet., ledger desk 12:00; 08:45 ledger desk 17:00" },
		{ "it ends and nobody is there: absent from then on", "desk",
		  "awake mpv on; 08:05; idle 3m; 08:30; awake off; 08:32; ledger desk; 08:34; "
		  "ledger desk; input; ledger desk",
		  "08:32 ledger desk 32:00; 08:34 ledger desk 10:00, ledger desk 10:00" },
		{ "it counts no longer: likewise", "desk awake_limit=20m",
		  "awake mpv on; 08:05; idle 3m; 08:24; timer; ledger desk",
		  "08:24 ledger desk 0:00" },
		{ "the next film begins in time", "desk",
		  "awake mpv on; 08:05; idle 3m; 08:30; awake off; 08:31; awake mpv on; 08:40; "
		  "ledger desk",
		  "08:40 ledger desk 40:00" },
		{ "a program that starts brings nobody back", "desk",
		  "08:20; idle 3m; 08:22; awake backup on; 08:25; ledger desk",
		  "08:25 ledger desk 0:00" },
		{ "a locked screen is an absence all the same", "desk",
		  "08:20; awake mpv on; 08:25; idle 3m; lock; 08:30; ledger desk",
		  "08:30 ledger desk 0:00" },
		{ "what is due stays so in a call", "desk",
		  "call off; mic on; 08:51; idle 3m; 09:00; holds desk; mic off; 09:03",
		  "08:50 read on; 09:00 holds desk call; 09:00:15 read off, show desk walk; "
		  "09:02:15 close, #1.1 desk walk unanswered" },
		{ "frozen, locked", "desk video=frozen",
		  "08:10; awake mpv on; 08:20; idle 3m; 08:30; lock; ledger desk; 08:35; ledger "
		  "desk",
		  "08:30 ledger desk 17:00; 08:35 ledger desk 0:00" },
		{ "frozen, and what is due stays so", "desk video=frozen",
		  "08:10; awake mpv on; 08:51; idle 3m; 08:55; ledger desk; holds desk; input; "
		  "awake "
		  "off",
		  "08:55 ledger desk 50:00, holds desk awake, show desk walk" },
		{ "frozen, killed and back", "desk video=frozen",
		  "08:10; awake mpv on; 08:20; idle 3m; 08:30; ledger desk; crash 5m; ledger desk; "
		  "08:40; ledger desk",
		  "08:30 ledger desk 17:00; 08:35 ledger desk 17:00; 08:40 ledger desk 22:00" },
		{ "frozen, over a reboot", "desk video=frozen",
		  "08:10; awake mpv on; 08:20; idle 3m; 08:30; reboot 2m; ledger desk; 08:40; "
		  "ledger "
		  "desk",
		  "08:32 ledger desk 0:00; 08:40 ledger desk 8:00" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* Getting up is no answer of one who listens in a call. */
static void listening(void **state)
{
	static const struct row rows[] = {
		{ "up", "desk", "call off; 08:51; idle 30s; 08:53",
		  "08:50 read off, show desk walk; 08:51 read off; 08:52 close, #1.1 desk walk "
		  "unanswered" },
		{ "in a call", "desk", "call off; 08:51; idle 30s; mic on; 08:54",
		  "08:50 read off, show desk walk; 08:51 read off; 08:52 close, #1.1 desk walk "
		  "unanswered; 08:53:30 read on" },
		{ "in a call, where a film is an absence", "desk video=away",
		  "call off; 08:51; idle 30s; mic on; 08:54",
		  "08:50 read off, show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "08:53:30 read on" },
		{ "after the card", "desk", "call off; 08:53; idle 20s; 08:56",
		  "08:50 read off, show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "08:53 read off; 08:55:40 read off, #1.2 desk walk natural" },
		{ "after the card, in a call", "desk video=away",
		  "call off; 08:53; idle 20s; mic on; 08:56",
		  "08:50 read off, show desk walk; 08:52 close, #1.1 desk walk unanswered; "
		  "08:55:40 read on" },
	};
	script_rows(state, rows, ROWS(rows));
}

/* The good moment of a card. */
static void moments(void **state)
{
	static const struct row rows[] = {
		{ "a pause", "desk wait=10m", "source on; 08:52; moment; explain desk",
		  "08:52 show desk walk, explain desk Its card is up. It came at a pause in your "
		  "typing (08:52)." },
		{ "the wait", "desk wait=10m", "source on; 09:01; explain desk",
		  "09:00 show desk walk; 09:01 explain desk Its card is up. It came when its wait"
		  " was over (09:00)." },
		{ "no wait", "desk wait=10m", "08:51; explain desk",
		  "08:50 show desk walk; 08:51 explain desk Its card is up. It came as soon as "
		  "nothing held it (08:50)." },
		{ "a lock", "desk wait=10m", "source on; 08:51; lock; 08:52; unlock; explain desk",
		  "08:52 show desk walk, explain desk Its card is up. It came after a short lock "
		  "(08:52)." },
		{ "called for", "desk", "08:10; ring desk; explain desk",
		  "08:10 show desk walk, explain desk Its card is up. It came because it was "
		  "called for (08:10)." },
		{ "answered, and still reported", "desk wait=10m",
		  "source on; 08:52; moment; 08:53; done; 09:00; explain desk",
		  "08:52 show desk walk; 08:53 close, #1.1 desk walk done; 09:00 explain desk "
		  "Next: 09:43, after 50 min of sitting (7 min so far). Last card 08:53: done. It"
		  " came at a pause in your typing (08:52)." },
		{ "who went with it, too", "desk soon", "08:51; done; explain soon",
		  "08:50 show desk walk + soon calf; 08:51 close, #1.1 desk walk done, #2.1 soon "
		  "calf done, explain soon Next: 09:49, after 58 min of sitting (0 s so far). "
		  "Last card 08:51: done. It came as soon as nothing held it (08:50)." },
		{ "another boot", "desk", "08:51; done; reboot 1h; explain desk",
		  "08:50 show desk walk; 08:51 close, #1.1 desk walk done; 09:51 explain desk "
		  "Next: 10:41, after 50 min of sitting (0 s so far). Last card 08:51: done. It "
		  "came as soon as nothing held it (08:50)." },
	};
	script_rows(state, rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds),     cmocka_unit_test(limits),    cmocka_unit_test(lapses),
		cmocka_unit_test(calls),     cmocka_unit_test(calls_end), cmocka_unit_test(films),
		cmocka_unit_test(attending), cmocka_unit_test(listening), cmocka_unit_test(moments)
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
