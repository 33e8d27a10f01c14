/* The words of outcomes and of rows. */
#include "core/model/outcome.h"

#include <string.h>

#include "core/base/translate.h"

static const struct {
	const char *word, *say;
} outcomes[OUTCOME_COUNT] = {
	[OUTCOME_NONE] = { "taken_back", N_("taken back") },
	[OUTCOME_DONE] = { "done", N_("done") },
	[OUTCOME_PARTLY] = { "partly", N_("partly done") },
	[OUTCOME_SKIPPED] = { "skipped", N_("skipped") },
	[OUTCOME_SNOOZED] = { "snoozed", N_("snoozed") },
	[OUTCOME_NATURAL] = { "natural", N_("up on your own") },
	[OUTCOME_PERHAPS] = { "perhaps", N_("perhaps up") },
	[OUTCOME_UNANSWERED] = { "unanswered", N_("unanswered") },
	[OUTCOME_NOT_SHOWN] = { "not_shown", N_("not shown") },
	[OUTCOME_OFFERED] = { "offered", N_("offered") },
};

const char *outcome_word(enum outcome outcome)
{
	return outcomes[outcome].word;
}

enum outcome outcome_read(const char *word)
{
	int outcome = 0;
	while (outcome < OUTCOME_COUNT && strcmp(outcomes[outcome].word, word) != 0)
		outcome++;
	return (enum outcome)outcome;
}

const char *outcome_say(enum outcome outcome)
{
	return outcomes[outcome].say;
}

/* On the bus; cli/report/log_row.c marks them for gettext, too. */
static const char *const kinds[RECORD_COUNT] = {
	[RECORD_CARD] = "card",   [RECORD_SITTING] = "sitting", [RECORD_AWAY] = "away",
	[RECORD_DRINK] = "drink", [RECORD_CRAMP] = "cramp",     [RECORD_SCORE] = "score",
};

const char *record_word(enum record_kind kind)
{
	return kinds[kind];
}

enum record_kind record_read(const char *word)
{
	int kind = 0;
	while (kind < RECORD_COUNT && strcmp(kinds[kind], word) != 0)
		kind++;
	return (enum record_kind)kind;
}

static const char *const sides_words[SIDES_BOTH + 1] = { "", "left", "right", "both" };

const char *sides_word(uint32_t sides)
{
	return sides_words[sides & SIDES_BOTH];
}

bool sides_read(const char *word, uint32_t *ret)
{
	for (uint32_t sides = 0; sides <= SIDES_BOTH; sides++) {
		if (strcmp(sides_words[sides], word) != 0)
			continue;
		*ret = sides;
		return true;
	}
	return false;
}
