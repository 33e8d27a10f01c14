/* The locale is set for texts and characters alone: a comma in a number would break scripts. */
#include "cli/shared/say.h"

#include <fcntl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/shared/json.h"
#include "cli/shared/lines.h"
#include "core/base/text.h"

void say_init(void)
{
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
	const char *at = getenv("LIMBER_LOCALEDIR");
	bindtextdomain("limber", at ? at : LOCALEDIR);
	bind_textdomain_codeset("limber", "UTF-8");
	textdomain("limber");
}

const char *say_translate(const char *english)
{
	return *english ? gettext(english) : "";
}

void say_wrapped(const char *format, ...)
{
	char text[1024];
	va_list list;
	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	lines_wrap(stdout, text, 0, 0);
}

void say_append(char *text, size_t size, const char *format, ...)
{
	size_t length = strlen(text);
	va_list list;
	va_start(list, format);
	(void)!vsnprintf(text + length, size - length, format, list);
	va_end(list);
}

void say_list(char *text, size_t size, const char *word)
{
	say_append(text, size, "%s%s", text[0] ? ", " : "", word);
}

static FILE *document;

FILE *say_document(void)
{
	return document ? document : stdout;
}

void say_aside(const struct command *command)
{
	int fd = command->json && !document ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0) : -1;
	if (fd < 0)
		return;
	document = fdopen(fd, "w");
	if (document)
		dup2(STDERR_FILENO, STDOUT_FILENO);
	else
		close(fd);
}

bool say_written(void)
{
	FILE *const streams[] = { stdout, say_document() };
	for (int i = 0; i < 2; i++)
		if (fflush(streams[i]) != 0 || ferror(streams[i]))
			return false;
	return true;
}

static void complain_json(const char *text, enum exit_code code, bool confirm)
{
	struct json json = json_start(say_document());
	json_text(&json, "error", text);
	json_number(&json, "code", code);
	if (confirm)
		json_bool(&json, "confirm", true);
	json_finish(&json);
}

enum { WORD_MOST = 64, WORD_SHOWN = 48, SIGNS_MOST = 4 };

/* Where the punctuation after a long word begins: a closing quote, a full stop. */
static size_t word_end(const char *word, size_t length)
{
	size_t end = length;
	while (end > length - SIGNS_MOST && strchr("\".,:;?", word[end - 1]))
		end--;
	return end;
}

/* Shorten long words, which the user typed; paths stay whole. */
static void words_cut(char *text)
{
	char *to = text;
	for (const char *at = text; *at;) {
		size_t length = strcspn(at, " \n"), blanks = strspn(at + length, " \n"), from = 0;
		if (length > WORD_MOST && !memchr(at, '/', length)) {
			size_t shown = text_fit(at, WORD_SHOWN + 1);
			from = word_end(at, length);
			memmove(to, at, shown);
			to = mempcpy(to + shown, "…", strlen("…"));
		}
		memmove(to, at + from, length + blanks - from);
		to += length + blanks - from;
		at += length + blanks;
	}
	*to = '\0';
}

__attribute__((format(printf, 4, 0))) static void complain_list(const struct command *command,
								enum exit_code code, bool confirm,
								const char *format, va_list list)
{
	char *text;
	if (vasprintf(&text, format, list) < 0)
		return;
	words_cut(text);
	if (command->json)
		complain_json(text, code, confirm);
	else
		lines_wrap_each(stderr, text, 0);
	free(text);
}

enum exit_code complain(const struct command *command, enum exit_code code, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	complain_list(command, code, false, format, list);
	va_end(list);
	return code;
}

enum exit_code complain_unconfirmed(const struct command *command, enum exit_code code,
				    const char *format, ...)
{
	va_list list;
	va_start(list, format);
	complain_list(command, code, true, format, list);
	va_end(list);
	return code;
}

enum exit_code complain_text(const struct command *command, const char *text, enum text_error error)
{
	const char *hint = text_hint(error, text), *words = _(text_error_words(error));
	if (!hint)
		return complain(command, EXIT_USAGE, _("\"%s\" %s."), text, words);
	return complain(command, EXIT_USAGE, _("\"%s\" %s. Did you mean \"%s\"?"), text, words,
			hint);
}

const struct style style_none = { "", "", "", "" };
static const struct style style_colour = { "\033[1m", "\033[1;31m", "\033[2m", "\033[0m" };

const struct style *style_of(FILE *out)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	if ((no_color && no_color[0]) || !term || strcmp(term, "dumb") == 0 || !isatty(fileno(out)))
		return &style_none;
	return &style_colour;
}
