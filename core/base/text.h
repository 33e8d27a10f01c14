/*
 * Parsers and printers of texts, for the configuration and the command line alike.
 *
 * A reader does not change *ret unless it returns TEXT_OK. What a printer writes, its reader reads
 * back to the same value. Independent of the locale: digits, and English unit names in any case.
 */
#ifndef LIMBER_TEXT_H
#define LIMBER_TEXT_H

#include <stddef.h>

#include "core/base/moment.h"

enum text_error {
	TEXT_OK,
	TEXT_EMPTY,
	TEXT_NO_NUMBER, /* a number was expected */
	TEXT_NO_UNIT,   /* "50" */
	TEXT_BAD_UNIT,
	TEXT_RANGE,     /* a number out of range; a length over LENGTH_MAX */
	TEXT_BAD_TIME,  /* not HH:MM */
	TEXT_NO_TIME,   /* a calendar time without its time of day */
	TEXT_BAD_DATE,  /* not a date of a calendar time */
	TEXT_BAD_WORD,  /* an unknown word instead of a calendar time */
	TEXT_TOO_OFTEN, /* more than once a minute */
	TEXT_NEVER,     /* a date that does not exist */
	TEXT_BAD_YEAR,  /* a year out of range */
	TEXT_BAD_DAY,   /* not a day of the week */
	TEXT_BAD_RANGE, /* not FROM-TO */
	TEXT_TRAILING,  /* unexpected text at the end */
	TEXT_BAD_NAME,  /* not [a-z][a-z0-9-]{0,31} */
	TEXT_BAD_UNTIL, /* not an end such as "15:30" or "tomorrow" */
	TEXT_BAD_AMOUNT,
	TEXT_NO_AMOUNT_UNIT, /* "250" */
	TEXT_AMOUNT_RANGE,   /* not DRINK_LEAST to DRINK_MOST */
	TEXT_BAD_PAST,       /* not a moment in the past such as "3am" or "20m ago" */
};

/* An English sentence part, marked for gettext, such as "is not a time of day: write 21:30". */
const char *text_error_words(enum text_error error);

/* The word that a text with that error may mean: "minutes" for TEXT_BAD_UNIT of "5 minuts". NULL:
 * none is near. */
const char *text_hint(enum text_error error, const char *text);

/* The longest length that is read: 400 days, the span of a zone's table. */
#define LENGTH_MAX (400 * USEC_PER_DAY)

/*
 * Lengths, a subset of systemd.time(7) time spans: "50min", "1h30", "1h 30min", "90s", "3days",
 * "2weeks", "250ms". Units: us ms s sec second(s) m min minute(s) h hr hour(s) d day(s) w
 * week(s). A last number without a unit is read as the next smaller unit ("1h30" is one hour
 * and thirty minutes); a number alone has none (TEXT_NO_UNIT). 0 needs no unit.
 */
enum text_error length_read(const char *text, usec *ret);

enum { LENGTH_SIZE = 64, CLOCK_SIZE = 6 };

/* Exact and readable by length_read(): "50min", "1h30min", "3days". `length` is not negative. */
void length_print(usec length, char out[LENGTH_SIZE]);

/* For people, with a blank: "50 min", "1 h 30 min", "20 s", "3 days"; at most two units. */
void length_say(usec length, char out[LENGTH_SIZE]);

/*
 * Times of day "8:00" to "24:00" as minutes after midnight, and back ("08:00"). Read are also
 * "5pm", "5:30 p.m.", "17.30", "noon", "midnight", and in each of these the look-alikes of
 * lookalike.h, as in all texts here.
 */
enum text_error clock_read(const char *text, int *ret);
void clock_print(int minutes, char out[CLOCK_SIZE]);

/* For parsers of longer texts: read the time of day at *at and move behind it. */
enum text_error clock_scan(const char **at, int *ret);

/* The length of a word for a time at `at`, such as "noon"; 0 for none. */
size_t clock_word(const char *at, int *ret);

/* As clock_scan(), but also a bare hour, whose half of the day depends on the other end. */
struct clock_part {
	enum clock_form {
		CLOCK_BARE, /* "5" */
		CLOCK_HALF, /* "5pm" */
		CLOCK_FULL, /* "17:00", "noon" */
	} form;
	int minutes;
};
enum text_error clock_part_scan(const char **at, struct clock_part *ret);

/* A day of the week, English, in full or its first three letters, any case; MONDAY …. */
enum text_error weekday_read(const char *text, size_t length, int *ret);
const char *weekday_short(int weekday);

/* A reminder's name. */
enum text_error name_read(const char *text, size_t length);

/* The bytes of a text that fit into `size` with a NUL, without a truncated character. */
size_t text_fit(const char *text, size_t size);

/* The begin of a text that somebody typed, at most 60 bytes, for a message that quotes it. */
struct text_begin {
	char text[61];
};
struct text_begin text_begin(const char *text);

/*
 * The nearest of `count` words to a mistyped one, or NULL: the first that begins with it, if it has
 * three letters or more, else the one with the fewest edits (a swap of neighbours is one): at most
 * a third of the letters of the longer word, and one if it has fewer than six.
 */
const char *text_nearest(const char *word, const char *const words[], size_t count);

#endif
