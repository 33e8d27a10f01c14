/*
 * Every card on every server whose room is known: each item, plain, with each caution of the
 * user's health, merged with others, and each step of it while it is played, in each language.
 * Nothing of it but the line that may be left out is cut. `build/tests/config/room_test` prints
 * the table.
 */
#include <string.h>

#include "config/catalogue.h"
#include "core/base/utf8.h"
#include "core/codec/card_room.h"
#include "core/policy/card.h"
#include "core/policy/play.h"
#include "core/policy/step.h"
#include "core/words/card_text.h"
#include "tests/config/load_rows.h"
#include "tests/languages.h"

enum { PAGES_MOST = 4 }; /* behind the card */

static const char *const servers[] = { "mako", "dunst", "gnome-shell", "Plasma" };

/* What the cards of a kind come to on a server. */
struct sum {
	int cards, lines, characters, no_picture, pages, most_pages, cut;
};

static int characters(const char *text)
{
	int count = 0;
	for (size_t bytes; *text; text += bytes, count++)
		(void)utf8_value(text, &bytes);
	return count;
}

/* The same without its last line. */
static void cut_last(char *text)
{
	char *feed = strrchr(text, '\n');
	if (feed)
		*feed = '\0';
}

/* As limber-notify makes them. */
struct bodies {
	char text[ROOM_BODIES][4096];
	const char *list[ROOM_BODIES];
	int count;
};

static void bodies_make(const struct card_server *server, const struct card_text *text,
			struct bodies *ret)
{
	ret->count = text->spare + (server->no_buttons ? 2 : 1);
	for (int i = 0; i < ret->count; i++) {
		snprintf(ret->text[i], sizeof(ret->text[i]), "%s", text->body);
		for (int line = 0; line < i && line < text->spare; line++)
			cut_last(ret->text[i]);
		if (server->no_buttons && i <= text->spare)
			strcat(ret->text[i], "\nType: limber start, limber done, limber snooze");
		ret->list[i] = ret->text[i];
	}
}

static void lay(struct rows *rows, const struct card_server *server, const struct card_text *text,
		const char *what, struct sum *sum)
{
	static struct bodies bodies;
	struct room_layout layout;
	bodies_make(server, text, &bodies);
	room_lay(server, text->title, bodies.list, bodies.count, text->picture[0], &layout);
	const char *shown = bodies.list[layout.body];
	int lines = room_lines(text->title, server->columns) + room_lines(shown, server->columns);
	int pages = room_pages(server, shown + layout.bytes);
	sum->cards++;
	sum->lines = lines > sum->lines ? lines : sum->lines;
	sum->characters = characters(shown) > sum->characters ? characters(shown) : sum->characters;
	sum->no_picture += text->picture[0] && !layout.picture;
	sum->pages += pages > 0;
	sum->most_pages = pages > sum->most_pages ? pages : sum->most_pages;
	sum->cut += pages > PAGES_MOST;
	row_check(rows, pages <= PAGES_MOST, "%s cuts %s: %s\n%s", server->name, what, text->title,
		  shown);
}

struct up {
	struct config *config;
	const struct item *item;
	struct state state;
	struct moment now;
	struct sum *sums; /* of each server */
	struct rows *rows;
	const char *kind;
};

static void send(struct up *up, struct event event)
{
	struct result result;
	event.now = up->now;
	step(config_plan(up->config), &up->state, &event, &result);
}

/* A card of an item that was not called for; `with`: more of the plan. */
static bool put_up(struct up *up, enum fact fact, const char *with)
{
	struct zone zone = { .name = "UTC", .until = REALTIME_OPEN };
	char text[1024];
	snprintf(text, sizeof(text),
		 "setup_done = true; hours = \"00:00-24:00\"; quiet = [ ]; first_week = \"full\";"
		 "cleared = [ \"chronic\" ]; health : { %s%s };"
		 "reminders : { water : { enabled = false; }; shift : { enabled = false; };"
		 "bedtime : { enabled = false; }; check-up : { enabled = false; };"
		 "desk : { every = \"2h\"; wait = \"0\"; items = \"%s\"; }; %s };",
		 fact < FACT_COUNT ? item_facts[fact] : "", fact < FACT_COUNT ? " = true; " : "",
		 up->item->id, with);
	char *lines = load(text, strlen(text), &up->config);
	assert_string_equal(lines, "");
	free(lines);
	const struct plan *plan = config_plan(up->config);
	up->now = (struct moment){ { USEC_PER_DAY }, { 20000 * USEC_PER_DAY } };
	state_init(&up->state, plan, &zone, up->now);
	send(up, (struct event){ .kind = EVENT_START });
	up->now.boot.us += 2 * USEC_PER_HOUR;
	up->now.real.us += 2 * USEC_PER_HOUR;
	send(up, (struct event){ .kind = EVENT_WAKE });
	send(up, (struct event){ .kind = EVENT_SHOWN, .card = up->state.card.id });
	return up->state.card.id != 0;
}

static void look(struct up *up)
{
	struct card_text text;
	char what[128];
	snprintf(what, sizeof(what), "%s (%s)", up->item->id, up->kind);
	card_text(config_plan(up->config), &up->state, up->item, language_words, &text);
	for (size_t i = 0; i < ROWS(servers); i++)
		lay(up->rows, card_server_find(servers[i]), &text, what, &up->sums[i]);
	/* GNOME's banner shows the title and fifty characters: what to do is in them. */
	const char *cue = language_words(up->item->cue);
	if (!up->state.card.played)
		row_check(up->rows,
			  strncmp(text.body, cue, strlen(cue)) == 0 || strcmp(cue, text.title) == 0,
			  "%s does not begin with what to do: %s", what, text.body);
}

static void plain(struct up *up, enum fact fact, const char *with)
{
	if (put_up(up, fact, with))
		look(up);
	config_free(up->config);
}

static void plain_cards(struct up *up)
{
	plain(up, FACT_COUNT, "");
}

static void cautious_cards(struct up *up)
{
	for (int fact = 0; fact < FACT_COUNT; fact++)
		plain(up, (enum fact)fact, "");
}

static void merged_cards(struct up *up)
{
	static const char with[] =
		"glass : { every = \"2h\"; with = \"desk\"; items = \"water-glass\"; };"
		"sit : { every = \"2h\"; with = \"desk\"; items = \"posture-shift\"; };"
		"more : { every = \"2h\"; items = \"walk-break\"; };";
	plain(up, FACT_COUNT, with);
	plain(up, FACT_KIDNEY, with);
}

static void play(struct up *up, enum fact fact, enum play_key key)
{
	if (put_up(up, fact, "")) {
		send(up, (struct event){ .kind = EVENT_PLAY, .play = { 0, key } });
		for (int i = 0; i < 60 && up->state.card.played; i++) {
			look(up);
			send(up, (struct event){ .kind = EVENT_PLAY, .play = { 0, PLAY_NEXT } });
		}
	}
	config_free(up->config);
}

static void played_cards(struct up *up)
{
	play(up, FACT_COUNT, PLAY_START);
	play(up, FACT_COUNT, PLAY_EASIER);
	play(up, FACT_PREGNANT, PLAY_START);
	play(up, FACT_THIN, PLAY_START);
}

static const struct {
	const char *name;
	void (*cards)(struct up *up);
} kinds[] = {
	{ "plain", plain_cards },
	{ "cautions", cautious_cards },
	{ "merged", merged_cards },
	{ "played", played_cards },
};

static void table(struct rows *rows, const char *language)
{
	for (size_t kind = 0; kind < ROWS(kinds); kind++) {
		struct sum sums[ROWS(servers)] = { 0 };
		struct up up = { .sums = sums, .rows = rows, .kind = kinds[kind].name };
		for (size_t i = 0; i < catalogue_count; i++) {
			up.item = &catalogue_items[i];
			kinds[kind].cards(&up);
		}
		for (size_t i = 0; i < ROWS(servers); i++)
			printf("%-3s %-9s %-12s %5d %6d %6d %8d %6d %6d %4d\n", language,
			       kinds[kind].name, servers[i], sums[i].cards, sums[i].lines,
			       sums[i].characters, sums[i].no_picture, sums[i].pages,
			       sums[i].most_pages, sums[i].cut);
	}
}

static void table_of(void *user, const char *language)
{
	table(user, language);
}

static void every_card(void **state)
{
	struct rows rows = rows_begin(state);
	printf("%-3s %-9s %-12s %5s %6s %6s %8s %6s %6s %4s\n", "", "", "", "cards", "lines",
	       "chars", "no image", "paged", "pages", "cut");
	language_set("en");
	table(&rows, "en");
	languages_each(table_of, &rows);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_card) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
