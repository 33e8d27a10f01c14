/* The words of the diary, and the moments they mean. */
#include "core/model/diary_read.h"
#include "core/words/diary_text.h"
#include "tests/core/diary_typed.h"
#include "tests/core/zones.h"

static void words_are_read(void **state)
{
	static const struct typed cases[] = {
		{ "", NOW },
		{ "now", NOW },
		{ "just now", NOW },
		{ "3am left 7 woke", "03:00|left, 7 of 10, woke you" },
		{ "woke 7 left 3am", "03:00|left, 7 of 10, woke you" },
		{ "left woke 3am 7", "03:00|left, 7 of 10, woke you" },
		{ "3 am left", "03:00|left" },
		{ "3 a.m. left", "03:00|left" },
		{ "at 3am in the left calf, 7 of 10, it woke me up",
		  "03:00|left calf, 7 of 10, woke you" },
		{ "03:00", "03:00|" },
		{ "3:00", "03:00|" },
		{ "15.30", "15:30|" },
		{ "3:30pm", "15:30|" },
		{ "3:30 PM right", "15:30|right" },
		{ "12am", "00:00|" },
		{ "12pm", "12:00|" },
		{ "noon", "12:00|" },
		{ "midnight both", "00:00|both" },
		{ "3 o'clock", "03:00|" },
		{ "23 o'clock right", "23:00|right" },
		{ "last night 23:00", "23:00|" },
		{ "last night 3am left", "03:00|left" },
		{ "yesterday 22:00", "yesterday 22:00|" },
		{ "yesterday 10pm thigh", "yesterday 22:00|thigh" },
		{ "Yesterday 22:00 Left", "yesterday 22:00|left" },
		{ "thigh yesterday 10 pm 3", "yesterday 22:00|thigh, 3 of 10" },
		{ "today 6:15", "today 06:15|" },
		{ "monday 3am", "Mon 03:00|" },
		{ "sun 23:59 woke", "Sun 23:59|woke you" },
		{ "2026-11-24 03:00", "2026-11-24 03:00|" },
		{ "2026-11-24 3am hip", "2026-11-24 03:00|hip" },
		{ "20m ago", "20min ago|" },
		{ "20 min ago right", "20min ago|right" },
		{ "20m", "20min ago|" },
		{ "2h ago 4", "2h ago|4 of 10" },
		{ "an hour ago left", "1h ago|left" },
		{ "a minute ago", "1min ago|" },
		{ "in bed 20m ago", "20min ago|nocturnal" },
		{ "3am yesterday left", "yesterday 03:00|left" },
		{ "left 3 am monday 7", "Mon 03:00|left, 7 of 10" },
		{ "3am 2026-11-24", "2026-11-24 03:00|" },
		{ "3am last night", "03:00|" },
		{ "last night", "last night|" },
		{ "tonight left", "last night|left" },
		{ "6 left calf last night", "last night|left calf, 6 of 10" },
		{ "last evening", "yesterday evening|" },
		{ "this morning", "this morning|" },
		{ "woke this morning 5", "this morning|5 of 10, woke you" },
		{ "this afternoon", "this afternoon|" },
		{ "yesterday morning", "yesterday morning|" },
		{ "calf yesterday evening", "yesterday evening|calf" },
		{ "yesterday night", "yesterday night|" },
		{ "monday afternoon", "Mon afternoon|" },
		{ "2026-11-24 evening", "2026-11-24 evening|" },
		{ "yesterday evening 22:00", "yesterday 22:00|" },
		{ "10 pm yesterday evening", "yesterday 22:00|" },
		{ "yesterday at 23:00", "yesterday 23:00|" },
		{ "left yesterday at 3am", "yesterday 03:00|left" },
		{ "at 23:00 yesterday", "yesterday 23:00|" },
		{ "at 3 left", "03:00|left" },
		{ "at 3 in the morning", "03:00|" },
		{ "at 3 in the afternoon", "15:00|" },
		{ "at 12 in the afternoon", "12:00|" },
		{ "at 10 in the evening", "22:00|" },
		{ "11 o'clock night", "23:00|" },
		{ "2 o'clock night", "02:00|" },
		{ "around 3 am", "03:00|" },
		{ "at 7 of 10", NOW "7 of 10" },
		{ "at noon", "12:00|" },
		{ "half an hour ago", "30min ago|" },
		{ "a half hour ago left", "30min ago|left" },
		{ "2 hours ago", "2h ago|" },
		{ "6:15 this morning", "today 06:15|" },
		{ "this morning 6:15", "today 06:15|" },
		{ "1h30 ago", "1h30min ago|" },
		{ "1h 30min ago left", "1h30min ago|left" },
		{ "2 days ago", "2days ago|" },
		{ "90s ago", "1min30s ago|" },
		{ "ago 20m", "20min ago|" },
		{ "0", NOW "0 of 10" },
		{ "7", NOW "7 of 10" },
		{ "07", NOW "7 of 10" },
		{ "10", NOW "10 of 10" },
		{ "7/10", NOW "7 of 10" },
		{ "7 of 10", NOW "7 of 10" },
		{ "7 of 10, woke", NOW "7 of 10, woke you" },
		{ "strength 7", NOW "7 of 10" },
		{ "left right", NOW "both" },
		{ "left left", NOW "left" },
		{ "left leg", NOW "left" },
		{ "right side", NOW "right" },
		{ "both legs", NOW "both" },
		{ "both hips", NOW "both hip" },
		{ "groin", NOW "groin" },
		{ "back of the thigh", NOW "back of the thigh" },
		{ "lower back", NOW "back" },
		{ "calf calf", NOW "calf" },
		{ "toes", NOW "foot" },
		{ "sharp", NOW "sharp pain" },
		{ "sharp pain", NOW "sharp pain" },
		{ "dull ache", NOW "dull ache" },
		{ "aching", NOW "dull ache" },
		{ "throbbing", NOW "throbbing" },
		{ "burning", NOW "burning" },
		{ "twitching", NOW "spasm" },
		{ "tight stiff", NOW "tightness, stiffness" },
		{ "groin-pain", NOW "pain in the groin" },
		{ "pain in the groin", NOW "pain in the groin" },
		{ "low back pain", NOW "pain in the low back" },
		{ "belly-pain", NOW "pain in the belly" },
		{ "down the leg", NOW "pain that runs down the leg" },
		{ "standing-up", NOW "hard to stand up straight" },
		{ "limping", NOW "hurts on walking" },
		{ "climbing stairs", NOW "hurts on stairs" },
		{ "lifting the leg", NOW "hurts on lifting the leg" },
		{ "clicking", NOW "clicking hip" },
		{ "tender", NOW "tender to the touch" },
		{ "tired", NOW "tired muscle" },
		{ "weak", NOW "weak leg" },
		{ "pins and needles", NOW "numb or tingling" },
		{ "numb weak", NOW "weak leg, numb or tingling" },
		{ "swollen hot", NOW "swelling, redness or warmth" },
		{ "fever", NOW "fever" },
		{ "woken", NOW "woke you" },
		{ "awake", NOW "woke you" },
		{ "woke me up", NOW "woke you" },
		{ "acute", NOW "acute" },
		{ "chronic", NOW "chronic" },
		{ "sport", NOW "exertional" },
		{ "at night", NOW "nocturnal" },
		{ "in bed woke", NOW "woke you, nocturnal" },
		{ "referred", NOW "referred" },
		{ "at the desk", NOW "postural" },
		{ "ischemic", NOW "ischemic" },
		{ "nerve", NOW "neurological" },
		{ "sweat", NOW "electrolyte" },
		{ "heat", NOW "dehydration" },
		{ "3am left calf 7 woke nocturnal numb",
		  "03:00|left calf, 7 of 10, woke you, nocturnal, numb or tingling" },
		{ "3\xc2\xa0"
		  "am",
		  "03:00|" },
		{ "the a of in", NOW },
		{ ", left ,", NOW "left" },
	};
	typed_check(state, cases, ROWS(cases), NULL);
}

static void wrong_words_are_named(void **state)
{
	static char long_word[TEXT_MAX];
	static const struct {
		const char *text;
		enum diary_error error;
		const char *word, *near;
	} cases[] = {
		{ "lfet", DIARY_UNKNOWN, "lfet", "left" },
		{ "3am rigth", DIARY_UNKNOWN, "rigth", "right" },
		{ "thihg", DIARY_UNKNOWN, "thihg", "thigh" },
		{ "numbb", DIARY_UNKNOWN, "numbb", "numb" },
		{ "nocturnl", DIARY_UNKNOWN, "nocturnl", "nocturnal" },
		{ "yesterdey 22:00", DIARY_UNKNOWN, "yesterdey", "yesterday" },
		{ "throbing", DIARY_UNKNOWN, "throbing", "throbbing" },
		{ "banana", DIARY_UNKNOWN, "banana", "" },
		{ "tomorrow", DIARY_BAD_TIME, "tomorrow", "" },
		{ "tomorrow 3am", DIARY_BAD_TIME, "tomorrow", "" },
		{ "in an hour", DIARY_BAD_TIME, "in an hour", "" },
		{ "calf in half an hour", DIARY_BAD_TIME, "in half an hour", "" },
		{ "in the morning", DIARY_BAD_TIME, "morning", "" },
		{ "6 in the evening", DIARY_BAD_TIME, "evening", "" },
		{ "明日", DIARY_UNKNOWN, "明日", "" },
		{ "\xff\xfe", DIARY_UNKNOWN, "\xff\xfe", "" },
		{ "%s%n", DIARY_UNKNOWN, "%s%n", "" },
		{ "a|an", DIARY_UNKNOWN, "a|an", "" },
		{ "-", DIARY_UNKNOWN, "-", "" },
		{ "|", DIARY_UNKNOWN, "|", "" },
		{ long_word, DIARY_UNKNOWN, NULL, "" },
		{ "11", DIARY_BAD_SCORE, "11", "" },
		{ "007", DIARY_BAD_SCORE, "007", "" },
		{ "99999999999999999999", DIARY_BAD_SCORE, "99999999999999999999", "" },
		{ "7/11", DIARY_BAD_SCORE, "7/11", "" },
		{ "8/5", DIARY_BAD_SCORE, "8/5", "" },
		{ "7.5", DIARY_BAD_SCORE, "7.5", "" },
		{ "7,5", DIARY_BAD_SCORE, "7,5", "" },
		{ "in 5 minutes", DIARY_BAD_TIME, "in 5 minutes", "" },
		{ "in about 5 minutes", DIARY_BAD_TIME, "in about 5 minutes", "" },
		{ "left in 20m", DIARY_BAD_TIME, "in 20m", "" },
		{ "an hour", DIARY_BAD_TIME, "hour", "" },
		{ "25:00", DIARY_BAD_TIME, "25:00", "" },
		{ "13pm", DIARY_BAD_TIME, "13pm", "" },
		{ "3xm", DIARY_BAD_TIME, "3xm", "" },
		{ "yesterday", DIARY_BAD_TIME, "yesterday", "" },
		{ "left monday", DIARY_BAD_TIME, "monday", "" },
		{ "yesterday 25:00", DIARY_BAD_TIME, "yesterday", "" },
		{ "2026-02-30 03:00", DIARY_BAD_TIME, "2026-02-30", "" },
		{ "3am 4am", DIARY_TWICE, "4am", "" },
		{ "now 3am", DIARY_TWICE, "3am", "" },
		{ "7 8", DIARY_TWICE, "8", "" },
		{ "calf thigh", DIARY_TWICE, "thigh", "" },
		{ "acute chronic", DIARY_TWICE, "chronic", "" },
	};
	struct rows rows = rows_begin(state);
	memset(long_word, 'x', sizeof(long_word) - 1);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct diary_entry entry = { 0 };
		struct diary_fault fault;
		bool read = parse(cases[i].text, NULL, &entry, &fault);
		row_check(&rows,
			  !read && fault.error == cases[i].error &&
				  (!cases[i].word || strcmp(fault.word, cases[i].word) == 0) &&
				  strcmp(fault.near, cases[i].near) == 0,
			  "\"%.40s\": error %d of \"%s\", near \"%s\"", cases[i].text,
			  (int)fault.error, fault.word, fault.near);
	}
	rows_end(&rows);
}

/* Every id and every English word means its own row, alone. */
static void every_word_is_its_own(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < diary_words_count; i++) {
		const struct diary_word *word = &diary_words[i];
		const char *at = word->words;
		row_check(&rows, diary_find(word->id, strlen(word->id), NULL) == word, "%s",
			  word->id);
		for (; *at; at += strcspn(at, "|"), at += *at == '|') {
			size_t length = strcspn(at, "|");
			const struct diary_word *found = diary_find(at, length, NULL);
			row_check(&rows, found == word, "%.*s: %s", (int)length, at,
				  found ? found->id : "none");
		}
	}
	rows_end(&rows);
}

/* Moments are UTC; 2026-11-09 is a Monday. */
static void times_are_moments(void **state)
{
	static const struct {
		const char *text;
		const struct zone *zone;
		const char *now, *at;
	} cases[] = {
		{ "now", &berlin, "2026-11-09 11:00:07.5", "2026-11-09 11:00:07.5" },
		{ "20m ago", &berlin, "2026-11-09 11:00:07.5", "2026-11-09 10:40:07.5" },
		{ "3am", &berlin, "2026-11-09 11:00", "2026-11-09 02:00" },
		{ "3am", &berlin, "2026-11-09 01:00", "2026-11-08 02:00" },
		{ "03:00", &berlin, "2026-11-09 02:00", "2026-11-09 02:00" },
		{ "23:00", &berlin, "2026-11-09 11:00", "2026-11-08 22:00" },
		{ "24:00", &berlin, "2026-11-09 11:00", "2026-11-08 23:00" },
		{ "14:00", &kathmandu, "2026-11-09 08:15", "2026-11-09 08:15" },
		{ "14:00", &kathmandu, "2026-11-09 08:14", "2026-11-08 08:15" },
		{ "last night 3am", &berlin, "2026-11-09 11:00", "2026-11-09 02:00" },
		{ "yesterday 22:00", &berlin, "2026-11-09 11:00", "2026-11-08 21:00" },
		{ "yesterday 22:00", &berlin, "2026-11-09 00:30", "2026-11-08 21:00" },
		{ "yesterday 22:00", &berlin, "2026-03-30 08:00", "2026-03-29 20:00" },
		{ "today 6:15", &berlin, "2026-11-09 11:00", "2026-11-09 05:15" },
		{ "today 22:00", &berlin, "2026-11-09 11:00", "2026-11-09 21:00" },
		{ "monday 3am", &berlin, "2026-11-09 11:00", "2026-11-09 02:00" },
		{ "monday 13:00", &berlin, "2026-11-09 11:00", "2026-11-02 12:00" },
		{ "tuesday 3am", &berlin, "2026-11-09 11:00", "2026-11-03 02:00" },
		{ "sunday 23:00", &berlin, "2026-11-09 11:00", "2026-11-08 22:00" },
		{ "2026-11-05 03:00", &berlin, "2026-11-09 11:00", "2026-11-05 02:00" },
		{ "2026-12-05 03:00", &berlin, "2026-11-09 11:00", "2026-12-05 02:00" },
		{ "last night", &berlin, "2026-11-09 11:00", "2026-11-09 02:00" },
		{ "last night", &berlin, "2026-11-09 22:30", "2026-11-09 02:00" },
		{ "this morning", &berlin, "2026-11-09 11:00", "2026-11-09 06:00" },
		{ "this morning", &berlin, "2026-11-09 04:00", "2026-11-09 04:00" },
		{ "this evening", &berlin, "2026-11-09 18:00", "2026-11-09 18:00" },
		{ "this evening", &berlin, "2026-11-09 08:00", "2026-11-09 19:00" },
		{ "yesterday evening", &berlin, "2026-11-09 08:00", "2026-11-08 19:00" },
		{ "yesterday night", &berlin, "2026-11-09 08:00", "2026-11-08 22:00" },
		{ "monday morning", &berlin, "2026-11-09 04:00", "2026-11-02 06:00" },
		/* The hour that comes twice, and the one that is left out. */
		{ "2:30", &berlin, "2026-10-25 00:45", "2026-10-25 00:30" },
		{ "2:30", &berlin, "2026-10-25 01:45", "2026-10-25 01:30" },
		{ "2:30", &berlin, "2026-10-25 08:00", "2026-10-25 01:30" },
		{ "2:30", &berlin, "2026-03-29 08:00", "2026-03-29 01:00" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct ago ago;
		char text[AGO_SIZE];
		enum text_error error = ago_read(cases[i].text, &ago);
		struct realtime at = { 0 };
		if (error == TEXT_OK) {
			at = ago_resolve(&ago, cases[i].zone, utc(cases[i].now));
			ago_print(&ago, text);
			error = ago_read(text, &ago);
		}
		row_check(&rows,
			  error == TEXT_OK && at.us == utc(cases[i].at).us &&
				  ago_resolve(&ago, cases[i].zone, utc(cases[i].now)).us == at.us,
			  "\"%s\" at %s: error %d, %+d s", cases[i].text, cases[i].now, (int)error,
			  (int)((at.us - utc(cases[i].at).us) / USEC_PER_SEC));
	}
	rows_end(&rows);
}

static void scores_are_read(void **state)
{
	static const struct {
		const char *text;
		int32_t score; /* -1: none */
	} cases[] = {
		{ "0", 0 },    { "4", 4 },     { "10", 10 },
		{ "04", 4 },   { "4/10", 4 },  { "10/10", 10 },
		{ "", -1 },    { "11", -1 },   { "-1", -1 },
		{ "+4", -1 },  { "4.5", -1 },  { "4/5", -1 },
		{ "4/", -1 },  { "four", -1 }, { "4 ", -1 },
		{ " 4", -1 },  { "004", -1 },  { "4/100", -1 },
		{ "1e1", -1 }, { "0x4", -1 },  { "18446744073709551617", -1 },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		int32_t score = -1;
		bool read = diary_score(cases[i].text, &score);
		row_check(&rows, read == (cases[i].score >= 0) && score == cases[i].score,
			  "\"%s\": %d", cases[i].text, (int)score);
	}
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_read),        cmocka_unit_test(wrong_words_are_named),
		cmocka_unit_test(every_word_is_its_own), cmocka_unit_test(times_are_moments),
		cmocka_unit_test(scores_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
