/* The words of the diary, the moments they mean, its sums, and its entries in the state. */
#include "core/model/diary_read.h"
#include "core/model/diary_sum.h"
#include "core/policy/step.h"
#include "core/words/diary_text.h"
#include "tests/core/plans.h"
#include "tests/core/zones.h"

enum { WORDS_MAX = 24, TEXT_MAX = 600 };

/* Some words of a translation. */
static const char *german(const char *english)
{
	static const struct {
		const char *english, *german;
	} words[] = {
		{ "left|", "links|linkes Bein|linke" },
		{ "hip|", "Hüfte|Hüftbeuger" },
		{ "foot|", "Fuß|Füße" },
		{ "calf|", "Wade|Waden" },
		{ "woke you|", "geweckt|aufgewacht" },
		{ "numb or", "taub oder kribbelnd|taub|Kribbeln" },
		{ "nocturnal|", "nächtlich|nachts" },
		{ "yesterday", "gestern" },
		{ "ago", "vor" },
		{ "o'clock", "Uhr" },
		{ "last night|", "letzte Nacht" },
		{ "monday|", "Montag|Mo" },
		{ "now|", "jetzt" },
		{ "a|an|the", "ein|in|der|um|die|von|mich" },
	};
	for (size_t i = 0; i < ROWS(words); i++)
		if (strncmp(english, words[i].english, strlen(words[i].english)) == 0)
			return words[i].german;
	return english;
}

/* Splits a text at its blanks. */
static bool parse(const char *text, words_translate *translate, struct diary_entry *entry,
		  struct diary_fault *fault)
{
	static char copy[TEXT_MAX];
	const char *words[WORDS_MAX];
	int count = 0;
	snprintf(copy, sizeof(copy), "%s", text);
	for (char *word = strtok(copy, " "); word && count < WORDS_MAX; word = strtok(NULL, " "))
		words[count++] = word;
	return diary_read(words, count, translate, entry, fault);
}

/* "22:00|left calf, 7 of 10": the time as ago_print() has it, and what the row says. */
static const char *entry_say(const struct diary_entry *entry)
{
	static char out[AGO_SIZE + DIARY_SAID];
	char when[AGO_SIZE], what[DIARY_SAID];
	struct record row = { .kind = RECORD_CRAMP,
			      .sides = entry->sides,
			      .marks = entry->marks,
			      .amount = entry->strength };
	if (entry->place)
		snprintf(row.item, sizeof(row.item), "%s", entry->place->id);
	ago_print(&entry->when, when);
	diary_row_say(&row, NULL, what);
	snprintf(out, sizeof(out), "%s|%s", when, what);
	return out;
}

#define NOW "now|"

static void words_are_read(void **state)
{
	static const struct {
		const char *text, *entry;
	} cases[] = {
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
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct diary_entry entry = { 0 };
		struct diary_fault fault;
		bool read = parse(cases[i].text, NULL, &entry, &fault);
		row_check(&rows, read && strcmp(entry_say(&entry), cases[i].entry) == 0,
			  "\"%s\": %s%s, %d", cases[i].text,
			  read ? "" : "not read: ", read ? entry_say(&entry) : fault.word,
			  (int)fault.error);
	}
	rows_end(&rows);
}

static void words_of_a_language_are_read(void **state)
{
	static const struct {
		const char *text, *entry;
	} cases[] = {
		{ "links", NOW "left" },
		{ "LINKS Wade", NOW "left calf" },
		{ "hüfte", NOW "hip" },
		{ "HÜFTE", NOW "hip" },
		{ "Hüftbeuger", NOW "hip" },
		{ "Fuß", NOW "foot" },
		{ "linkes Bein", NOW "left" },
		{ "um 3 Uhr in der linke Wade, 7 von 10, geweckt",
		  "03:00|left calf, 7 of 10, woke you" },
		{ "gestern 22:00 taub", "yesterday 22:00|numb or tingling" },
		{ "vor 20m", "20min ago|" },
		{ "vor 1h 30min links", "1h30min ago|left" },
		{ "letzte Nacht 3:00", "03:00|" },
		{ "Montag 3:00", "Mon 03:00|" },
		{ "Mo 3:00", "Mon 03:00|" },
		{ "jetzt nachts", NOW "nocturnal" },
		{ "nächtlich", NOW "nocturnal" },
		/* The English words are read in every language. */
		{ "yesterday 22:00 left calf woke numb",
		  "yesterday 22:00|left calf, woke you, numb or "
		  "tingling" },
		{ "20m ago nocturnal", "20min ago|nocturnal" },
	};
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct diary_entry entry = { 0 };
		struct diary_fault fault;
		bool read = parse(cases[i].text, german, &entry, &fault);
		row_check(&rows, read && strcmp(entry_say(&entry), cases[i].entry) == 0,
			  "\"%s\": %s", cases[i].text, read ? entry_say(&entry) : fault.word);
	}
	rows_end(&rows);
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
		{ "tomorrow", DIARY_UNKNOWN, "tomorrow", "" },
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
		{ "7/11", DIARY_BAD_TIME, "7/11", "" },
		{ "25:00", DIARY_BAD_TIME, "25:00", "" },
		{ "13pm", DIARY_BAD_TIME, "13pm", "" },
		{ "3xm", DIARY_BAD_TIME, "3xm", "" },
		{ "yesterday", DIARY_BAD_TIME, "yesterday", "" },
		{ "left monday", DIARY_BAD_TIME, "monday", "" },
		{ "yesterday 25:00", DIARY_BAD_TIME, "yesterday", "" },
		{ "last night", DIARY_BAD_TIME, "last", "" },
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

enum { TODAY = 20000 };

/* "w0.03" a cramp that woke the user at 3:00 of the day 0 days ago; "c3" a cramp of 3 days ago;
 * "s7=4" a score; "n2" numbness; "x" before it: taken back. */
static void rows_add(struct diary_sum *sum, const char *text)
{
	char copy[TEXT_MAX];
	snprintf(copy, sizeof(copy), "%s", text);
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
		bool gone = word[0] == 'x';
		char kind = word[gone];
		char *end;
		long ago = strtol(word + gone + 1, &end, 10);
		long value = *end ? strtol(end + 1, NULL, 10) : 12;
		struct record row = { .kind = kind == 's' ? RECORD_SCORE : RECORD_CRAMP,
				      .outcome = gone ? OUTCOME_NONE : OUTCOME_DONE,
				      .day = TODAY - (int32_t)ago,
				      .zone = 3600 };
		int64_t hour = kind == 'w' ? value : 12;
		row.ended.us = ((int64_t)(TODAY - ago) * 24 + hour - 1) * USEC_PER_HOUR;
		if (kind == 's')
			row.amount = (int32_t)value;
		if (kind == 'w') {
			row.marks = DIARY_WOKE;
			row.day -= hour < 4;
		}
		if (kind == 'n')
			row.marks = diary_id(DIARY_SYMPTOM, "numb")->value;
		diary_sum_add(sum, &row);
	}
}

static void reasons_are_found(void **state)
{
	static const struct {
		const char *what, *rows;
		uint32_t reasons;
	} cases[] = {
		{ "nothing", "", 0 },
		{ "two nights", "w0.03 w2.03", 0 },
		{ "three nights", "w0.03 w2.03 w5.02", DIARY_NIGHTS },
		{ "three cramps of one night", "w1.23 w0.01 w0.05", 0 },
		{ "the third night is the seventh one back", "w0.03 w2.03 w6.02", DIARY_NIGHTS },
		{ "it is the eighth", "w0.03 w2.03 w7.02", 0 },
		{ "the second half of a night is the same night", "w0.03 w1.23 w3.03", 0 },
		{ "one was taken back", "w0.03 xw2.03 w5.02", 0 },
		{ "cramps that woke nobody", "c0 c2 c4", 0 },
		{ "a warning sign", "n0", DIARY_SIGN },
		{ "six days ago", "n6", DIARY_SIGN },
		{ "seven days ago", "n7", 0 },
		{ "taken back", "xn0", 0 },
		{ "more cramps twice", "c15 c8 c9 c0 c1 c2", DIARY_WORSE },
		{ "more cramps once", "c8 c0 c1", 0 },
		{ "as many", "c15 c8 c9 c0 c1", 0 },
		{ "fewer again", "c15 c8 c9 c10 c0 c1", 0 },
		{ "nothing is known of the week before", "c8 c0 c1 c2", 0 },
		{ "no cramp in it, but scores", "s15=2 c8 c0 c1", DIARY_WORSE },
		{ "higher scores twice", "s15=2 s16=2 s8=3 s9=3 s0=4 s1=4", DIARY_WORSE },
		{ "by the mean", "s15=2 s16=2 s8=9 s9=1 s10=1 s0=4 s1=4", DIARY_WORSE },
		{ "the same mean", "s15=2 s16=2 s8=3 s9=3 s0=3 s1=3", 0 },
		{ "one score is no mean", "s15=2 s16=2 s8=3 s9=3 s0=9", 0 },
		{ "lower scores", "s15=9 s16=9 s8=5 s9=5 s0=1 s1=1", 0 },
		{ "all at once", "n0 w0.03 w1.03 w2.03 c8 c9 c15",
		  DIARY_SIGN | DIARY_NIGHTS | DIARY_WORSE },
		{ "of days to come", "w-1.03 w-2.03 w-3.03 n-1", 0 },
		{ "of years ago", "w9000.03 n9000", 0 },
	};
	struct rows rows = rows_begin(state);
	struct realtime now = { ((int64_t)TODAY * 24 + 9 - 1) * USEC_PER_HOUR };
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct diary_sum sum = diary_sum_begin(TODAY, diary_night(now, 3600));
		char said[DIARY_REASONS][DIARY_SAID];
		rows_add(&sum, cases[i].rows);
		uint32_t reasons = diary_reasons(&sum), bits = reasons;
		int count = 0;
		for (; bits; bits &= bits - 1)
			count++;
		row_check(&rows,
			  reasons == cases[i].reasons && diary_reasons_say(&sum, NULL, said) ==
								 (count > 0 ? count + 1 : 0),
			  "%s: %#x", cases[i].what, reasons);
	}
	rows_end(&rows);
}

static void weeks_are_summed(void **state)
{
	struct diary_sum sum = diary_sum_begin(TODAY, TODAY - 1);
	struct record row = { .kind = RECORD_CRAMP,
			      .outcome = OUTCOME_DONE,
			      .day = TODAY - 27,
			      .amount = 8,
			      .marks = DIARY_RATED };
	rows_add(&sum, "c0 c6 w7.03 w7.05 s7=4 s8=7");
	diary_sum_add(&sum, &row);
	row.day--;
	diary_sum_add(&sum, &row);
	assert_int_equal(sum.weeks[0].cramps, 2);
	assert_int_equal(sum.weeks[0].rated, 0);
	assert_int_equal(sum.weeks[1].cramps, 2);
	assert_int_equal(sum.weeks[1].nights, 1);
	assert_int_equal(sum.weeks[1].scores, 2);
	assert_int_equal(sum.weeks[1].score_sum, 11);
	assert_int_equal(sum.weeks[3].cramps, 1);
	assert_int_equal(sum.weeks[3].worst, 8);
}

static void kinds_are_kept_in_marks(void **state)
{
	(void)state;
	assert_int_equal(diary_kind(0), CRAMP_COUNT);
	for (enum cramp cramp = 0; cramp < CRAMP_COUNT; cramp++)
		assert_int_equal(diary_kind(diary_kind_bits(cramp) | DIARY_SYMPTOM_BITS |
					    DIARY_WOKE | DIARY_RATED),
				 cramp);
	assert_int_equal(diary_kind(UINT32_MAX), CRAMP_COUNT);
}

/* The row that a step booked; kind RECORD_COUNT for none. */
static struct record booked(const struct result *result)
{
	for (int i = 0; i < result->count; i++)
		if (result->actions[i].kind == ACTION_ROW)
			return result->actions[i].record;
	return (struct record){ .kind = RECORD_COUNT };
}

static void entries_are_booked_and_taken_back(void **state)
{
	static struct state now;
	static struct test_plan plan;
	static struct result result;
	struct event event = { .kind = EVENT_START };
	plan_make(&plan, "desk");
	event.now = (struct moment){ { USEC_PER_HOUR }, utc("2026-11-09 08:00") };
	state_init(&now, &plan.plan, &berlin, event.now);
	step(&plan.plan, &now, &event, &result);
	event.kind = EVENT_BOOK;
	event.book.row = (struct record){ .kind = RECORD_SCORE,
					  .outcome = OUTCOME_DONE,
					  .amount = 4,
					  .ended = utc("2026-11-08 02:00") };
	event.book.before = (struct record){ 0 };
	step(&plan.plan, &now, &event, &result);
	struct record first = booked(&result);
	assert_int_equal(first.kind, RECORD_SCORE);
	assert_int_equal(first.sequence, 1);
	assert_int_equal(first.revision, 1);
	assert_int_equal(first.zone, 3600);
	assert_int_equal(first.day,
			 civil_day((struct civil){ .year = 2026, .month = 11, .day = 8 }) -
				 (plan.plan.day_starts > 3 * USEC_PER_HOUR));
	event.book.row = event.book.before = first;
	event.book.row.amount = 6;
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(booked(&result).sequence, 1);
	assert_int_equal(booked(&result).revision, 2);
	event.kind = EVENT_UNDO;
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(result.undone, UNDO_BOOK);
	assert_int_equal(booked(&result).revision, 3);
	assert_int_equal(booked(&result).amount, 4);
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(result.answer, ANSWER_NOTHING_TO_UNDO);
	event.kind = EVENT_BOOK;
	event.book.row = (struct record){ .kind = RECORD_CRAMP,
					  .outcome = OUTCOME_DONE,
					  .item = "calf",
					  .sides = SIDES_LEFT,
					  .amount = 7,
					  .marks = DIARY_WOKE };
	step(&plan.plan, &now, &event, &result);
	assert_int_equal(booked(&result).sequence, 2);
	event.kind = EVENT_UNDO;
	step(&plan.plan, &now, &event, &result);
	struct record gone = booked(&result);
	assert_int_equal(gone.outcome, OUTCOME_NONE);
	assert_int_equal(gone.revision, 2);
	/* Nothing of what it was about is kept. */
	assert_int_equal(gone.marks | gone.sides | (uint32_t)gone.amount, 0);
	assert_string_equal(gone.item, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_read),
		cmocka_unit_test(words_of_a_language_are_read),
		cmocka_unit_test(wrong_words_are_named),
		cmocka_unit_test(every_word_is_its_own),
		cmocka_unit_test(times_are_moments),
		cmocka_unit_test(scores_are_read),
		cmocka_unit_test(reasons_are_found),
		cmocka_unit_test(weeks_are_summed),
		cmocka_unit_test(kinds_are_kept_in_marks),
		cmocka_unit_test(entries_are_booked_and_taken_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
