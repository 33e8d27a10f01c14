/* The words of the diary in other languages, and what these write of times. */
#include "tests/core/diary_typed.h"

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
		{ "hours|", "Stunden|Stunde" },
		{ "minutes|", "Minuten|Minute" },
		{ "in|", "in|in etwa" },
		{ "at|", "um" },
		{ "half an hour", "halbe Stunde|eine halbe Stunde" },
		{ "half", "halben" },
		{ "today|", "heute" },
		{ "morning", "Morgen" },
		{ "evening", "Abend" },
		{ "a|an|the", "ein|einer|der|die|von|mich" },
	};
	for (size_t i = 0; i < ROWS(words); i++)
		if (strncmp(english, words[i].english, strlen(words[i].english)) == 0)
			return words[i].german;
	return english;
}

/* Of a language in which a number with "h" may be a time of day or a length. */
static const char *french(const char *english)
{
	static const struct {
		const char *english, *french;
	} words[] = {
		{ "left|", "gauche|à gauche|côté gauche" },
		{ "groin", "aine|l'aine|à l'aine" },
		{ "calf|", "mollet" },
		{ "yesterday", "hier" },
		{ "ago", "il y a" },
		{ "o'clock", "heures|heure|h" },
		{ "hours|", "heures|heure|h" },
		{ "minutes|", "minutes|minute|mn" },
		{ "days|", "jours|jour" },
		{ "last night|", "cette nuit|la nuit dernière" },
		{ "monday|", "lundi|lun" },
		{ "noon", "midi" },
		{ "in|", "dans|d'ici" },
		{ "at|", "à|vers" },
		{ "half an hour", "demi-heure|une demi-heure" },
		{ "half", "demi" },
		{ "today|", "aujourd'hui|ce|cet" },
		{ "morning", "matin" },
		{ "evening", "soir|du soir|au soir" },
		{ "a|an|the", "un|une|le|la|de|du|sur" },
	};
	for (size_t i = 0; i < ROWS(words); i++)
		if (strncmp(english, words[i].english, strlen(words[i].english)) == 0)
			return words[i].french;
	return english;
}

static void words_of_a_language_are_read(void **state)
{
	static const struct typed cases[] = {
		{ "links", NOW "left" },
		{ "LINKS Wade", NOW "left calf" },
		{ "hüfte", NOW "hip" },
		{ "HÜFTE", NOW "hip" },
		{ "Hüftbeuger", NOW "hip" },
		{ "Fuß", NOW "foot" },
		{ "linkes Bein", NOW "left" },
		{ "um 3 Uhr in der linke Wade, 7 von 10, geweckt",
		  "03:00|left calf, 7 of 10, woke you" },
		{ "22:00 gestern links", "yesterday 22:00|left" },
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
		{ "gestern um 22:00 taub", "yesterday 22:00|numb or tingling" },
		{ "um 3 Uhr, 10 von 10", "03:00|10 of 10" },
		{ "um 3 Uhr 10 von 10", "03:00|10 of 10" },
		{ "um 3 Uhr 15 links", "03:15|left" },
		{ "3Uhr links", "03:00|left" },
		{ "vor 2 Stunden links", "2h ago|left" },
		{ "vor einer Stunde", "1h ago|" },
		{ "eine halbe Stunde vor", "30min ago|" },
		{ "vor 1 Stunde 20 Minuten", "1h20min ago|" },
		{ "vor 5 Minuten", "5min ago|" },
		{ "vor einer halben Stunde", "30min ago|" },
		{ "um 3", "03:00|" },
		{ "heute Morgen", "this morning|" },
		{ "gestern Abend Wade", "yesterday evening|calf" },
		{ "letzte Nacht", "last night|" },
	};
	typed_check(state, cases, ROWS(cases), german);
}

static void a_language_may_write_3h_for_a_time(void **state)
{
	static const struct typed cases[] = {
		{ "à 3h, mollet", "03:00|calf" },
		{ "3 h mollet gauche", "03:00|left calf" },
		{ "hier à 22h30 à l'aine", "yesterday 22:30|groin" },
		{ "hier 22 h 30, à l\u2019aine", "yesterday 22:30|groin" },
		{ "à 3 heures du matin, 7/10", "03:00|7 of 10" },
		{ "à 3 h, 10 de 10", "03:00|10 of 10" },
		{ "lundi à 3 heures", "Mon 03:00|" },
		{ "hier à midi", "yesterday 12:00|" },
		{ "ce matin, mollet", "this morning|calf" },
		{ "hier soir 7", "yesterday evening|7 of 10" },
		{ "vers 3h du matin", "03:00|" },
		{ "10 h du soir, mollet", "22:00|calf" },
		{ "hier à 10h15 du soir", "yesterday 22:15|" },
		{ "il y a une demi-heure à gauche", "30min ago|left" },
		{ "la nuit dernière à 3h", "03:00|" },
		{ "cette nuit à 3h15", "03:15|" },
		{ "il y a 20 minutes à gauche", "20min ago|left" },
		{ "il y a 3h", "3h ago|" },
		{ "il y a une heure", "1h ago|" },
		{ "il y a 1 h 30", "1h30min ago|" },
		{ "il y a 1h30min", "1h30min ago|" },
		{ "il y a 2 jours", "2days ago|" },
		{ "48h", "2days ago|" },
	};
	typed_check(state, cases, ROWS(cases), french);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_language_are_read),
		cmocka_unit_test(a_language_may_write_3h_for_a_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
