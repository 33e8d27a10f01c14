/* The prompt is printed to standard output, which is a terminal. */
#include "cli/report/ask.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"

bool ask_possible(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool ask_confirms(const struct command *command)
{
	return !command->json && ask_possible();
}

/* Remove the blanks at both ends. */
static void line_trim(char *line)
{
	size_t before = strspn(line, " \t"), length = strlen(line);
	while (length > before && strchr(" \t\r\n", line[length - 1]))
		length--;
	memmove(line, line + before, length - before);
	line[length - before] = '\0';
}

/* Print the first `length` bytes of a question. */
static void line_print(const char *text, size_t length)
{
	char line[LINES_WIDTH * 4 + 1];
	snprintf(line, sizeof(line), "%.*s", (int)length, text);
	lines_put(stdout, line);
}

/* Print a question, wrapped, with room for an answer of `answer` columns after it. */
static void question_print(const char *text, int answer)
{
	enum { INDENT = 2 };
	int room = lines_room(stdout);
	for (int indent = 0; *text; indent = INDENT) {
		const char *rest;
		size_t length = lines_first(text, room - indent, &rest);
		if (!*rest && lines_width(text) > room - indent - answer)
			length = lines_first(text, room - indent - answer, &rest);
		printf("%*s", indent, "");
		line_print(text, length);
		putchar(*rest ? '\n' : ' ');
		text = rest;
	}
}

/* The columns of an answer: a time is long. */
enum { SHORT_ANSWER = 10, LONG_ANSWER = 20 };

bool ask_line(const char *question, const char *current, char out[ASK_SIZE])
{
	char line[ASK_SIZE], text[ASK_TEXT];
	snprintf(text, sizeof(text), "%s%s%s%s%s", question, question[0] && current[0] ? " " : "",
		 current[0] ? "[" : "", current, current[0] ? "]" : "");
	question_print(text, strpbrk(current, ":") ? LONG_ANSWER : SHORT_ANSWER);
	fflush(stdout);
	if (!fgets(line, sizeof(line), stdin) || !strchr(line, '\n')) {
		putchar('\n');
		return false;
	}
	line_trim(line);
	snprintf(out, ASK_SIZE, "%s", line[0] ? line : current);
	return true;
}

/* Whether a text is a word of the user's language, or the start of it. */
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
		{ "y", true },     { "yes", true },      { "true", true },   { "on", true },
		{ "n", false },    { "no", false },      { "false", false }, { "off", false },
		{ "none", false }, { "nothing", false },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcasecmp(text, words[i].word) == 0) {
			*ret = words[i].yes;
			return true;
		}
	}
	bool yes = is_local(text, _("yes"));
	bool no = is_local(text, _("no")) || strcasecmp(text, _("none")) == 0 ||
		  strcasecmp(text, _("nothing")) == 0;
	*ret = yes;
	return yes || no;
}

bool ask_is_back(const char *line)
{
	return strcasecmp(line, "back") == 0 || strcasecmp(line, _("back")) == 0;
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
