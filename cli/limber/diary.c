/* The words are read here, so that a typo starts nothing; limberd alone knows which moment a time
 * is. */
#include "cli/limber/diary.h"

#include <string.h>

#include "cli/limber/verbs.h"
#include "cli/shared/reply.h"
#include "cli/shared/say.h"
#include "cli/shared/when.h"
#include "core/model/diary_read.h"
#include "core/words/diary_text.h"

static enum exit_code words_complain(const struct command *command, const struct diary_fault *fault)
{
	switch (fault->error) {
	case DIARY_BAD_TIME:
		return complain_text(command, fault->word, fault->time);
	case DIARY_BAD_SCORE:
		return complain(command, EXIT_USAGE,
				_("\"%s\" is no strength: write a number from 0 to 10."),
				fault->word);
	case DIARY_TWICE:
		return complain(command, EXIT_USAGE,
				_("\"%s\" is one too many: a cramp has one time, place, kind and "
				  "strength. Book two cramps one by one."),
				fault->word);
	default:
		break;
	}
	if (fault->near[0])
		return complain(command, EXIT_USAGE,
				_("\"%s\" is not a word of the diary. Did you mean \"%s\"?"),
				fault->word, fault->near);
	return complain(command, EXIT_USAGE,
			_("\"%s\" is not a word of the diary: limber help cramp"), fault->word);
}

static int symptoms_append(sd_bus_message *call, uint32_t marks)
{
	const char *ids[DIARY_SYMPTOMS + 1] = { NULL };
	int count = 0;
	for (size_t i = 0; i < diary_words_count; i++)
		if (diary_words[i].group == DIARY_SYMPTOM &&
		    diary_words[i].value & marks & DIARY_SYMPTOM_BITS)
			ids[count++] = diary_words[i].id;
	TRY(sd_bus_message_open_container(call, 'e', "sv"));
	TRY(sd_bus_message_append_basic(call, 's', "Symptoms"));
	TRY(sd_bus_message_open_container(call, 'v', "as"));
	TRY(sd_bus_message_append_strv(call, (char **)(void *)ids));
	TRY(sd_bus_message_close_container(call));
	return sd_bus_message_close_container(call);
}

/* The arguments of Record. */
static int entry_append(sd_bus_message *call, void *user)
{
	const struct diary_entry *entry = user;
	enum cramp kind = diary_kind(entry->marks);
	char when[AGO_SIZE];
	ago_print(&entry->when, when);
	int r = sd_bus_message_append(call, "s", "cramp");
	if (r >= 0)
		r = sd_bus_message_open_container(call, 'a', "{sv}");
	if (r >= 0)
		r = sd_bus_message_append(call, "{sv}{sv}{sv}{sv}{sv}", "When", "s", when, "Where",
					  "s", entry->place ? entry->place->id : "", "Side", "s",
					  entry->sides ? diary_side(entry->sides)->id : "", "Kind",
					  "s", kind == CRAMP_COUNT ? "" : item_cramp_kinds[kind],
					  "Woke", "b", (entry->marks & DIARY_WOKE) != 0);
	if (r >= 0 && entry->marks & DIARY_RATED)
		r = sd_bus_message_append(call, "{sv}", "Strength", "u", (uint32_t)entry->strength);
	if (r >= 0)
		r = symptoms_append(call, entry->marks);
	return r < 0 ? r : sd_bus_message_close_container(call);
}

static void see_say(sd_bus_message *reply)
{
	if (reply_has_texts(reply, "See"))
		say_wrapped("%s", _("Seen someone about it? limber warnings"));
}

static void cramp_say(sd_bus_message *reply)
{
	char when[WHEN_SIZE];
	uint32_t nights = 0;
	const char *what = reply_text(reply, "What"), *hint = reply_text(reply, "Hint");
	when_say(reply_number(reply, "At"), when_now(), when);
	reply_count(reply, "Nights", &nights);
	const char *night = say_translate(diary_nights_say((int)nights));
	say_wrapped(_("Booked: cramp %s%s%s.%s%s Undo: limber undo"), when, what[0] ? ", " : "",
		    what, night[0] ? " " : "", night);
	if (hint[0])
		say_wrapped(_("Reminders for such cramps may help: limber kinds add %s"), hint);
	see_say(reply);
}

enum exit_code diary_book(struct command *command, const char *const words[], int count)
{
	BUS_MESSAGE *reply = NULL;
	struct diary_entry entry;
	struct diary_fault fault;
	if (!diary_read(words, count, say_translate, &entry, &fault))
		return words_complain(command, &fault);
	enum exit_code code = bus_call_with(command, NULL, "Record", &reply, entry_append, &entry);
	if (code == EXIT_FINE && !reply_json(command, reply))
		cramp_say(reply);
	return code;
}

enum exit_code verb_how(struct command *command)
{
	BUS_MESSAGE *reply = NULL;
	int32_t score;
	uint32_t before;
	if (!diary_score(command->words[0], &score))
		return complain(command, EXIT_USAGE,
				_("\"%s\" is no score of a day: write a number from 0 (no trouble) "
				  "to 10 (the worst you know)."),
				command->words[0]);
	enum exit_code code = bus_call(command, "Record", &reply, "sa{sv}", "score", 1, "Score",
				       "u", (uint32_t)score);
	if (code != EXIT_FINE || reply_json(command, reply))
		return code;
	if (reply_count(reply, "Before", &before))
		say_wrapped(
			_("Today: %d of 10, %u until now (10: the worst you know). Undo: limber "
			  "undo"),
			(int)score, before);
	else
		say_wrapped(_("Today: %d of 10 (0: no trouble, 10: the worst you know). Undo: "
			      "limber undo"),
			    (int)score);
	see_say(reply);
	return code;
}

void diary_names(void)
{
	char said[DIARY_WORD_SIZE];
	for (size_t i = 0; i < diary_words_count; i++) {
		const struct diary_word *word = &diary_words[i];
		if (word->group == DIARY_FILLER || strpbrk(word->id, " '"))
			continue;
		diary_say(word, say_translate, said);
		printf("%s\t%s\n", word->id, said);
		if (strcmp(said, word->id) != 0 && !strpbrk(said, " ,'"))
			printf("%s\t%s\n", said, word->id);
	}
}
