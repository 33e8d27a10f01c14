/* Not libconfig's writer, because that splits short groups and lists into lines. */
#include "config/print.h"

#include <stdbool.h>

#include "core/base/utf8.h"

static void print_escaped(const char *bytes, size_t count, FILE *stream)
{
	for (size_t i = 0; i < count; i++)
		fprintf(stream, "\\x%02x", (unsigned char)bytes[i]);
}

/* Print a quoted string; invisible and direction-changing characters are escaped by their bytes. */
static void print_string(const char *text, FILE *stream)
{
	fputc('"', stream);
	while (*text) {
		size_t bytes;
		(void)utf8_value(text, &bytes);
		if (*text == '"' || *text == '\\')
			fputc('\\', stream);
		if (utf8_visible(text) > 0)
			fwrite(text, 1, bytes, stream);
		else
			print_escaped(text, bytes, stream);
		text += bytes;
	}
	fputc('"', stream);
}

static void print_scalar(const config_setting_t *setting, FILE *stream)
{
	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_STRING:
		print_string(config_setting_get_string(setting), stream);
		break;
	case CONFIG_TYPE_BOOL:
		fputs(config_setting_get_bool(setting) ? "true" : "false", stream);
		break;
	case CONFIG_TYPE_INT:
		fprintf(stream, "%d", config_setting_get_int(setting));
		break;
	case CONFIG_TYPE_INT64:
		fprintf(stream, "%lldL", config_setting_get_int64(setting));
		break;
	default: /* no key has such a value, but a file may */
		fprintf(stream, "%.6f", config_setting_get_float(setting));
		break;
	}
}

void print_value(const config_setting_t *setting, FILE *stream)
{
	bool group = config_setting_is_group(setting), list = config_setting_is_list(setting);
	if (!group && !list && !config_setting_is_array(setting)) {
		print_scalar(setting, stream);
		return;
	}
	fputs(group ? "{" : list ? "(" : "[", stream);
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *member = config_setting_get_elem(setting, (unsigned)i);
		fputs(i > 0 && !group ? ", " : " ", stream);
		if (group)
			fprintf(stream, "%s = ", config_setting_name(member));
		print_value(member, stream);
		if (group)
			fputc(';', stream);
	}
	fputs(group ? " }" : list ? " )" : " ]", stream);
}

void print_members(const config_setting_t *group, int depth, FILE *stream)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *member = config_setting_get_elem(group, (unsigned)i);
		const char *name = config_setting_name(member);
		if (config_setting_is_group(member)) {
			fprintf(stream, "%*s%s : {\n", 2 * depth, "", name);
			print_members(member, depth + 1, stream);
			fprintf(stream, "%*s};\n", 2 * depth, "");
			continue;
		}
		fprintf(stream, "%*s%s = ", 2 * depth, "", name);
		print_value(member, stream);
		fputs(";\n", stream);
	}
}
