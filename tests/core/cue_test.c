/* Whether a routine is heard, and what a voice says. "floor" has the lunge: 30 s, then 4 + 20 s,
 * and 4 + 20 s for the right. */
#include "core/codec/cue_wire.h"
#include "core/words/cue_text.h"
#include "tests/core/script.h"

static const char *const words[] = { "off", "tone", "voice" };

/* "voice 2", the part from 1; "voice 2 paused"; "off". */
static void place_print(const struct cue_place *place, char out[64])
{
	if (place->cues == CUES_OFF)
		snprintf(out, 64, "off");
	else
		snprintf(out, 64, "%s %d%s%s", words[place->cues], place->part + 1,
			 place->runs ? "" : " paused", place->hurt ? " hurt" : "");
}

static void heard(void **state)
{
	static const struct {
		const char *name, *plan, *script, *heard;
	} cases[] = {
		{ "off, as it is without a word", "floor", "08:51; play start", "off" },
		{ "spoken", "floor cues=voice", "08:51; play start", "voice 1" },
		{ "not before it is played", "floor cues=voice", "08:51", "off" },
		{ "its own word", "floor floor.cues=tone cues=voice", "08:51; play start",
		  "tone 1" },
		{ "its own, off", "floor floor.cues=off cues=voice", "08:51; play start", "off" },
		{ "the second part", "floor cues=voice", "08:51; play start; +30s", "voice 2" },
		{ "paused", "floor cues=voice", "08:51; play start; +3s; play pause",
		  "voice 1 paused" },
		{ "its end", "floor cues=voice", "08:51; play start; +78s", "voice 4" },
		{ "it hurt", "floor cues=voice", "08:51; play start; play hurt",
		  "voice 1 paused hurt" },
		{ "for once", "floor", "08:51; play voice", "voice 1" },
		{ "for once, in place of tones", "floor cues=tone", "08:51; play voice",
		  "voice 1" },
		{ "for once, and going on", "floor", "08:51; play voice; play pause; play start",
		  "voice 1" },
		{ "answered", "floor cues=voice", "08:51; play start; done", "off" },
		{ "in quiet hours", "floor cues=voice quiet=08:00-09:00",
		  "08:10; ring floor; play start", "off" },
		{ "in its own", "floor cues=voice floor.quiet=08:00-09:00",
		  "08:10; ring floor; play voice", "off" },
		{ "quiet begins", "floor cues=voice quiet=08:51-09:00",
		  "08:50:40; play start; +25s", "off" },
		{ "in a call", "floor cues=voice", "08:51; call on; play start", "off" },
		{ "in a call, for once", "floor", "08:51; call on; play voice", "off" },
		{ "in a call that holds no cards", "floor cues=voice never_during=dnd",
		  "08:51; call on; play start", "off" },
		{ "a call begins", "floor cues=voice", "08:51; call off; play start; mic on; +5s",
		  "off" },
		{ "a call begins that holds no cards", "floor cues=voice never_during=none",
		  "08:51; call off; play start; mic on; +5s", "off" },
		{ "a call began before", "floor cues=voice",
		  "08:51; call off; +1m; mic on; play start", "off" },
		{ "a call began a moment before", "floor cues=voice",
		  "08:51; call off; +1s; mic on; play start", "off" },
		{ "a call ends", "floor cues=voice",
		  "08:51; call off; play start; mic on; +5s; mic off; +5s", "voice 1" },
		{ "no sound card", "floor cues=voice", "08:51; play start; +20s", "voice 1" },
		{ "a film", "floor cues=voice", "08:51; awake on; play start", "off" },
		{ "a film that may be", "floor cues=voice never_during=call",
		  "08:51; awake on; play start", "voice 1" },
		{ "do-not-disturb", "floor cues=voice", "08:51; dnd on; play start", "off" },
		{ "it begins", "floor cues=voice", "08:51; play start; dnd on", "off" },
		{ "asked for", "floor cues=voice never_during=none", "08:51; asked on; play start",
		  "off" },
	};
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct cue_place place;
		char found[64];
		bool played = script_play(&story, cases[i].plan, cases[i].script);
		row_check(&rows, played, "%s: %s", cases[i].name, story.text);
		cue_place(&story.plan.plan, &story.state, story.now, &place);
		place_print(&place, found);
		row_check(&rows, strcmp(found, cases[i].heard) == 0, "%s: %s", cases[i].name,
			  found);
	}
	rows_end(&rows);
}

static void silences(void **state)
{
	static const struct {
		const char *script, *why;
	} cases[] = {
		{ "08:51", "" },
		{ "08:51; call on", "a microphone is in use" },
		{ "23:00", "it is quiet time" },
		{ "08:51; lock", "the screen is locked" },
		{ "08:51; dnd on", "a film, do-not-disturb or a program asks for silence" },
	};
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		enum hold_kind why;
		(void)script_play(&story, "floor quiet=22:30-07:00", cases[i].script);
		enum cues cues =
			cue_of(&story.plan.plan, &story.state, REMINDER_ANY, true, story.now, &why);
		row_check(&rows, (cues == CUES_OFF) == (cases[i].why[0] != '\0'), "%s",
			  cases[i].script);
		row_check(&rows, strcmp(cue_silence(why), cases[i].why) == 0, "%s: %s",
			  cases[i].script, cue_silence(why));
	}
	rows_end(&rows);
}

/* Only while one is played with cues. */
static void listening(void **state)
{
	static const struct {
		const char *plan, *script;
		bool runs;
	} cases[] = {
		{ "floor cues=voice", "08:51; call off; play start", true },
		{ "floor cues=tone", "08:51; call off; play start", true },
		{ "floor", "08:51; call off; play voice", true },
		{ "floor cues=voice", "08:51; play start", true },
		{ "floor cues=voice", "08:51; call off", false },
		{ "floor", "08:51; call off; play start", false },
		{ "floor cues=voice", "08:51; call off; play start; play pause", false },
		{ "floor cues=voice", "08:51; call off; play start; +78s", false },
		{ "floor cues=voice", "08:51; call off; play start; done", false },
	};
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		(void)script_play(&story, cases[i].plan, cases[i].script);
		row_check(&rows,
			  cue_runs(&story.plan.plan, &story.state, story.now) == cases[i].runs,
			  "%s: %s", cases[i].plan, cases[i].script);
	}
	rows_end(&rows);
}

/* "Step" is "Schritt", and nothing else is translated. */
static const char *german(const char *english)
{
	return strcmp(english, "Now the right side. {time}") == 0 ? "Nun rechts. {time}" : english;
}

static void said(void **state)
{
	static const struct item_step steps[] = {
		{ .text = "Kneel down.", .seconds = 30, .times = 1, .both_sides = true },
		{ .text = "Rock.", .seconds = 2, .times = 5 },
		{ .text = "Walk.", .seconds = 180, .times = 1 },
		{ .text = "Walk on.", .seconds = 120, .times = 2 },
		{ .text = "Clap.", .seconds = 1, .times = 1 },
		{ .text = "Walk.", .seconds = 90, .times = 1 },
		{ .text = "Rest.", .times = 1 },
	};
	static const struct {
		int part;
		bool discreet;
		const char *said;
	} cases[] = {
		{ 0, false, "Step 1 of 7, left side. Kneel down. 30 seconds." },
		{ 0, true, "Step 1 of 7, left side. 30 seconds." },
		{ 1, false, "Nun rechts. 30 seconds." },
		{ 1, true, "Nun rechts. 30 seconds." },
		{ 2, false, "Step 2 of 7. Rock. 5 times 2 seconds." },
		{ 2, true, "Step 2 of 7. 5 times 2 seconds." },
		{ 3, false, "Step 3 of 7. Walk. 3 minutes." },
		{ 4, false, "Step 4 of 7. Walk on. 2 times 2 minutes." },
		{ 5, false, "Step 5 of 7. Clap. 1 second." },
		{ 6, false, "Step 6 of 7. Walk. 90 seconds." },
		{ 7, false, "Step 7 of 7. Rest. In your own time: n when you are done." },
	};
	struct rows rows = rows_begin(state);
	struct player player;
	char text[PLAY_TEXT_SIZE];
	player_init(&player, steps, ROWS(steps), true);
	for (size_t i = 0; i < ROWS(cases); i++) {
		cue_part_say(&player, cases[i].part, cases[i].discreet, german, text);
		row_check(&rows, strcmp(text, cases[i].said) == 0, "%s", text);
	}
	rows_end(&rows);
}

static void said_of_a_card(void **state)
{
	static const struct {
		const char *script, *said;
	} cases[] = {
		{ "08:51; play start; play pause", "Paused." },
		{ "08:51; play start; +78s", "Done. That was it." },
		{ "08:51; play start; play hurt",
		  "Leave it for today. Next time do less, or leave it out." },
		{ "08:51; play start; +54s", "Now the right side. 2 times 10 seconds." },
	};
	struct rows rows = rows_begin(state);
	static struct story story;
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct cue_place place;
		char text[PLAY_TEXT_SIZE];
		row_check(&rows, script_play(&story, "floor cues=voice", cases[i].script), "%s",
			  story.text);
		cue_place(&story.plan.plan, &story.state, story.now, &place);
		cue_say(&story.plan.plan, &story.state, &place, NULL, text);
		row_check(&rows, strcmp(text, cases[i].said) == 0, "%s: %s", cases[i].script, text);
	}
	rows_end(&rows);
}

static void over_the_wire(void **state)
{
	const struct cue cue = { .cues = CUES_VOICE,
				 .say = "Two\nlines \\ and Füße",
				 .clock = { 1, 2, 3000000, 4, 5, 3 },
				 .last = true };
	static const char *const bad[] = { "say x\n\n", "cue loud\n\n", "cue \n\n" };
	struct wire_writer writer;
	struct wire_reader reader;
	struct wire_message message;
	struct cue back;
	char *to;
	assert_true(cue_write(&writer, &cue));
	wire_reader_init(&reader);
	(void)wire_space(&reader, &to);
	memcpy(to, writer.bytes, writer.length);
	wire_got(&reader, writer.length);
	assert_int_equal(wire_next(&reader, &message), WIRE_MESSAGE);
	assert_true(cue_read(&message, &back));
	assert_memory_equal(&back, &cue, sizeof(cue));
	for (size_t i = 0; i < ROWS(bad); i++) {
		wire_reader_init(&reader);
		(void)wire_space(&reader, &to);
		memcpy(to, bad[i], strlen(bad[i]));
		wire_got(&reader, strlen(bad[i]));
		assert_int_equal(wire_next(&reader, &message), WIRE_MESSAGE);
		assert_false(cue_read(&message, &back));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heard),          cmocka_unit_test(silences),
		cmocka_unit_test(listening),      cmocka_unit_test(said),
		cmocka_unit_test(said_of_a_card), cmocka_unit_test(over_the_wire),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
