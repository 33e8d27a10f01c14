/* Only a page whose text changed is sent again: the countdown draws its card each second. */
#include "notifier/pages.h"

#include <string.h>

static void page_send(struct pages *pages, int index, struct popup_capabilities can,
		      const char *title, const char *body)
{
	char *escaped = popup_escape(g_strdup(body), can);
	NotifyNotification *page = pages->page[index];
	if (page)
		notify_notification_update(page, title, escaped, NULL);
	else
		page = pages->page[index] = notify_notification_new(title, escaped, NULL);
	notify_notification_set_hint(page, "desktop-entry", g_variant_new_string("limber"));
	notify_notification_set_hint(page, "suppress-sound", g_variant_new_boolean(TRUE));
	notify_notification_set_category(page, "x-limber.reminder");
	notify_notification_set_timeout(page, NOTIFY_EXPIRES_NEVER);
	(void)notify_notification_show(page, NULL);
	g_free(escaped);
}

/* Without what separates it from the next text. */
static char *text_of(const char *text, size_t bytes)
{
	return g_strchomp(g_strndup(text, bytes));
}

static void page_show(struct pages *pages, int index, struct popup_capabilities can,
		      const char *rest, const struct room_page *page)
{
	char *text = g_strndup(rest, page->title + page->body);
	if (g_strcmp0(pages->text[index], text) != 0) {
		char *title = text_of(rest, page->title);
		char *body = text_of(rest + page->title, page->body);
		page_send(pages, index, can, title, body);
		g_free(title);
		g_free(body);
	}
	g_free(pages->text[index]);
	pages->text[index] = text;
}

static void page_close(struct pages *pages, int index)
{
	if (pages->page[index])
		(void)notify_notification_close(pages->page[index], NULL);
	g_clear_object(&pages->page[index]);
	g_clear_pointer(&pages->text[index], g_free);
}

/* From the last one on: the newest notification is on top. Where there are more than before, all of
 * them are shown again, in that order. */
void pages_show(struct pages *pages, const struct card_server *server,
		struct popup_capabilities can, const char *rest)
{
	const char *texts[PAGES_MAX];
	struct room_page page[PAGES_MAX];
	int count = 0;
	for (; count < PAGES_MAX && *rest; count++) {
		texts[count] = rest;
		room_turn(server, rest, &page[count]);
		rest += page[count].title + page[count].body;
	}
	int kept = count > 0 && pages->page[count - 1] ? count : 0;
	for (int i = PAGES_MAX - 1; i >= kept; i--)
		page_close(pages, i);
	for (int i = count - 1; i >= 0; i--)
		page_show(pages, i, can, texts[i], &page[i]);
}

void pages_finish(struct pages *pages)
{
	for (int i = 0; i < PAGES_MAX; i++) {
		g_clear_object(&pages->page[i]);
		g_clear_pointer(&pages->text[i], g_free);
	}
}
