/* limber has no libconfig, and needs none for what limberd has printed: its form is fixed. */
#include "cli/shared/setting.h"

#include <stdio.h>
#include <string.h>

#include "core/base/text.h"

enum { PATH_SIZE = 256, WHOLE_SIZE = 512 };

/* The group around a line: "reminders.desk." */
struct group {
	char path[PATH_SIZE];
	size_t length;
};

static void group_open(struct group *group, const char *name, size_t length)
{
	if (group->length + length + 2 > sizeof(group->path))
		return;
	memcpy(group->path + group->length, name, length);
	group->length += length;
	group->path[group->length++] = '.';
}

static void group_close(struct group *group)
{
	if (group->length > 0)
		group->length--;
	while (group->length > 0 && group->path[group->length - 1] != '.')
		group->length--;
}

static bool is_wanted(const struct group *group, const char *name, size_t length, const char *path)
{
	return strncmp(path, group->path, group->length) == 0 &&
	       strncmp(path + group->length, name, length) == 0 &&
	       path[group->length + length] == '\0';
}

/* A value up to its semicolon, without the signs around texts and lists. */
static void value_copy(const char *value, char out[SETTING_SIZE])
{
	char whole[WHOLE_SIZE];
	size_t length = 0;
	bool quoted = false;
	for (const char *at = value; *at && *at != '\n' && (quoted || *at != ';'); at++) {
		if (*at == '"') {
			quoted = !quoted;
			continue;
		}
		if (!quoted && (*at == '[' || *at == ']' || (*at == ' ' && length == 0)))
			continue;
		at += quoted && *at == '\\' && at[1];
		if (length + 1 < sizeof(whole))
			whole[length++] = *at;
	}
	while (length > 0 && whole[length - 1] == ' ')
		length--;
	whole[length] = '\0';
	size_t fits = text_fit(whole, SETTING_SIZE - sizeof("…"));
	snprintf(out, SETTING_SIZE, "%.*s%s", (int)fits, whole, whole[fits] ? "…" : "");
	if (length == 0)
		snprintf(out, SETTING_SIZE, "\"\"");
}

bool setting_find(const char *text, const char *reminder, const char *key, char out[SETTING_SIZE])
{
	struct group group = { "", 0 };
	char path[PATH_SIZE];
	snprintf(path, sizeof(path), "%s%s%s%s", reminder ? "reminders." : "",
		 reminder ? reminder : "", reminder ? "." : "", key);
	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		text += strspn(text, " ");
		size_t length = strcspn(text, " =:;\n");
		const char *sign = text + length + strspn(text + length, " ");
		if (*text == '}')
			group_close(&group);
		else if (*sign == ':' && *text != '#')
			group_open(&group, text, length);
		else if (*sign == '=' && is_wanted(&group, text, length, path)) {
			value_copy(sign + 1 + strspn(sign + 1, " "), out);
			return true;
		}
	}
	return false;
}
