/*
 * A picture is made whole in memory and written at once, each line to its end, so that nothing
 * flickers; the screen is the terminal's second one, so that the first is as it was afterwards.
 */
#include "cli/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/lines.h"
#include "cli/say.h"
#include "core/play_text.h"
#include "core/text.h"

enum { STAGE_BAR = 30, STAGE_INDENT = 2 };

#define SCREEN_TAKE "\033[?1049h\033[?25l\033[2J"
#define SCREEN_GIVE "\033[?25h\033[?1049l"
#define LINE_REST "\033[K\n"
#define SCREEN_REST "\033[J"

bool stage_must_be_plain(void)
{
	const char *term = getenv("TERM");
	return !isatty(STDOUT_FILENO) || !term || !*term || strcmp(term, "dumb") == 0;
}

static const char *words(const char *english)
{
	return _(english);
}

/* "0:07", counted down: a second that has begun is whole. */
static void left_print(FILE *out, usec left)
{
	long seconds = (long)((left + USEC_PER_SEC - 1) / USEC_PER_SEC);
	fprintf(out, "%ld:%02ld", seconds / 60, seconds % 60);
}

static void bar_print(FILE *out, usec part, usec whole)
{
	int full = whole > 0 ? (int)(part * STAGE_BAR / whole) : STAGE_BAR;
	for (int i = 0; i < STAGE_BAR; i++)
		fputc(i < full ? '#' : '.', out);
}

static void text_print(FILE *out, const char *text)
{
	fprintf(out, "%*s", STAGE_INDENT, "");
	lines_wrap(out, text, STAGE_INDENT, STAGE_INDENT);
}

static void notes_print(FILE *out, const struct stage *stage)
{
	for (int i = 0; i < STAGE_NOTES_MAX && stage->notes[i][0]; i++)
		text_print(out, stage->notes[i]);
}

/* The part's own bar: of its change-over, then of itself, with the repetition. */
static void part_bar(FILE *out, const struct player *player, const struct player_place *place)
{
	const struct player_part *part = &player->parts[place->part];
	const struct item_step *step = &player->steps[part->step];
	usec whole = place->changing ? part->change : part->length;
	fprintf(out, "%*s", STAGE_INDENT, "");
	if (part->waits && !place->changing) {
		fprintf(out, "%s\n", _("In your own time: n when you are done."));
		return;
	}
	bar_print(out, whole - place->left, whole);
	fputs("  ", out);
	left_print(out, place->left);
	if (place->changing)
		fprintf(out, "  %s", _("change over"));
	else if (step->times > 1)
		fprintf(out, _("  %d of %d"), place->time, step->times);
	fputc('\n', out);
}

static void whole_bar(FILE *out, const struct player *player, const struct player_place *place)
{
	fprintf(out, "%*s", STAGE_INDENT, "");
	bar_print(out, place->at, player->total);
	fputs("  ", out);
	left_print(out, player->total - place->at);
	fprintf(out, "  %s\n", _("in all"));
}

static void draw(FILE *out, const struct stage *stage, const struct play *play, struct boottime now)
{
	const struct style *style = style_of(stdout);
	char part[PLAY_TEXT_SIZE], next[PLAY_TEXT_SIZE];
	struct player_place place;
	player_place(stage->player, play, now, &place);
	fprintf(out, "%s%s%s\n", style->bold, _(stage->item->title), style->plain);
	notes_print(out, stage);
	fputc('\n', out);
	if (place.part < stage->player->count) {
		play_part_say(stage->player, place.part, false, words, part);
		play_next_say(stage->player, place.part, false, words, next);
		text_print(out, part);
		part_bar(out, stage->player, &place);
		text_print(out, next);
	}
	fputc('\n', out);
	whole_bar(out, stage->player, &place);
	fprintf(out, "\n  %s%s%s\n", style->faint,
		play->runs ? _("[space] pause   [b] back   [n] next   [q] stop")
			   : _("PAUSED   [space] go on   [b] back   [n] next   [q] stop"),
		style->plain);
}

/* Each line to the screen's edge, as what stood there before may be longer. */
static void put(const char *picture)
{
	fputs("\033[H", stdout);
	for (const char *at = picture; *at; at++)
		if (*at == '\n')
			fputs(LINE_REST, stdout);
		else
			fputc(*at, stdout);
	fputs(SCREEN_REST, stdout);
	fflush(stdout);
}

static void show_screen(const struct stage *stage, const struct play *play, struct boottime now)
{
	char *picture = NULL;
	size_t size;
	FILE *out = open_memstream(&picture, &size);
	if (!out)
		return;
	draw(out, stage, play, now);
	if (fclose(out) == 0)
		put(picture);
	free(picture);
}

/* What has not been told yet: a part, a pause or its end. */
static void show_plain(struct stage *stage, const struct play *play, struct boottime now)
{
	char part[PLAY_TEXT_SIZE];
	struct player_place place;
	player_place(stage->player, play, now, &place);
	if (place.part < stage->player->count && place.part + 1 != stage->told) {
		play_part_say(stage->player, place.part, false, words, part);
		text_print(stdout, part);
	}
	stage->told = place.part + 1;
	if (play->runs != stage->ran)
		text_print(stdout, play->runs ? _("Going on.") : _("Paused."));
	stage->ran = play->runs;
	fflush(stdout);
}

void stage_show(struct stage *stage, const struct play *play, struct boottime now)
{
	if (stage->plain)
		show_plain(stage, play, now);
	else if (stage->open)
		show_screen(stage, play, now);
}

void stage_open(struct stage *stage)
{
	char length[LENGTH_SIZE];
	if (!stage->plain) {
		fputs(SCREEN_TAKE, stdout);
		stage->open = true;
		return;
	}
	stage->ran = true;
	length_say(stage->player->total, length);
	printf("%s, %s\n", _(stage->item->title), length);
	notes_print(stdout, stage);
	if (stage->keys)
		text_print(stdout, _("Keys: space pauses, b back, n next, q stops."));
}

void stage_close(struct stage *stage)
{
	if (stage->open)
		fputs(SCREEN_GIVE, stdout);
	fflush(stdout);
	stage->open = false;
}

bool stage_next(const struct stage *stage, const struct play *play, struct boottime now,
		struct boottime *ret)
{
	struct player_place place;
	if (!player_next_change(stage->player, play, now, ret))
		return false;
	if (stage->plain)
		return true;
	player_place(stage->player, play, now, &place);
	usec rest = place.left % USEC_PER_SEC;
	usec second = now.us + (rest > 0 ? rest : USEC_PER_SEC);
	if (second < ret->us)
		ret->us = second;
	return true;
}
