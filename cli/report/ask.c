/* The prompt goes to standard output, as it is a terminal, too. */
#include "cli/report/ask.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/shared/say.h"

bool ask_possible(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* Moves what is between the blanks to the beginning. */
static void line_trim(char *line)
{
	size_t before = strspn(line, " \t"), length = strlen(line);
	while (length > before && strchr(" \t\r\n", line[length - 1]))
		length--;
	memmove(line, line + before, length - before);
	line[length - before] = '\0';
}

bool ask_line(const char *question, const char *current, char out[ASK_SIZE])
{
	char line[ASK_SIZE];
	printf("%s%s", question, question[0] ? " " : "");
	if (current[0])
		printf("[%s] ", current);
	fflush(stdout);
	if (!fgets(line, sizeof(line), stdin) || !strchr(line, '\n')) {
		putchar('\n');
		return false;
	}
	line_trim(line);
	snprintf(out, ASK_SIZE, "%s", line[0] ? line : current);
	return true;
}

/* A word of the user's language, or its beginning. */
static bool is_local(const char *text, const char *word)
{
	return *text && strncasecmp(text, word, strlen(text)) == 0;
}

bool ask_read(const char *text, bool *ret)
{
	static const struct {
		const char *word;
		bool yes;
	} words[] = {
		{ "y", true },  { "yes", true }, { "true", true },   { "on", true },
		{ "n", false }, { "no", false }, { "false", false }, { "off", false },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcasecmp(text, words[i].word) == 0) {
			*ret = words[i].yes;
			return true;
		}
	}
	if (!is_local(text, _("yes")) && !is_local(text, _("no")))
		return false;
	*ret = is_local(text, _("yes"));
	return true;
}

enum ask ask_yes(const char *question, bool current)
{
	char line[ASK_SIZE];
	bool yes;
	while (ask_line(question, current ? _("yes") : _("no"), line)) {
		if (ask_read(line, &yes))
			return yes ? ASK_YES : ASK_NO;
		puts(_("Type yes or no."));
	}
	return ASK_ENDED;
}
