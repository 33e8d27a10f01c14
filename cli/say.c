/* The locale is set for texts and characters alone: a comma in a number would break scripts. */
#include "cli/say.h"

#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/json.h"
#include "cli/lines.h"

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

static void complain_json(const char *text, enum exit_code code)
{
	struct json json = json_begin(stdout);
	json_open(&json, NULL, '{');
	json_text(&json, "error", text);
	json_number(&json, "code", code);
	json_close(&json, '}');
	json_end(&json);
}

enum exit_code complain(const struct command *command, enum exit_code code, const char *format, ...)
{
	char text[1024];
	va_list list;
	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	if (command->json)
		complain_json(text, code);
	else
		lines_wrap_each(stderr, text, 0);
	return code;
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
