/*
 * A picture is composed in memory and written at once, each line to its end, to avoid flicker, on
 * the alternate screen of the terminal. The screen does not wrap or scroll: lines below it are left
 * out.
 */
#include "cli/report/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/shared/lines.h"
#include "cli/shared/say.h"
#include "core/base/text.h"
#include "core/words/play_text.h"

enum { STAGE_INDENT = 2, COLUMNS_LEAST = 40, BAR_LEAST = 10, BAR_MOST = 30 };

enum { BAR_BESIDE = 28 }; /* columns for what stands beside a bar */

#define SCREEN_TAKE "\033[?1049h\033[?25l\033[?7l\033[2J"
#define SCREEN_GIVE "\033[?7h\033[?25h\033[?1049l"
#define LINE_EMPTY "\033[K"
#define SCREEN_REST "\033[m\033[J"

bool stage_must_be_plain(void)
{
	const char *term = getenv("TERM");
	return !isatty(STDOUT_FILENO) || !term || !*term || strcmp(term, "dumb") == 0;
}

/* 24 lines if the size is unknown. */
static struct winsize screen_size(void)
{
	struct winsize size = { 0 };
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_row == 0 || size.ws_col == 0)
		return (struct winsize){ .ws_row = 24, .ws_col = LINES_WIDTH };
	if (size.ws_col > LINES_WIDTH)
		size.ws_col = LINES_WIDTH;
	return size;
}

static const char *words(const char *english)
{
	return _(english);
}

/* "0:07", counted down, rounded up. */
static void left_print(FILE *out, usec left)
{
	long seconds = (long)((left + USEC_PER_SEC - 1) / USEC_PER_SEC);
	fprintf(out, "%ld:%02ld", seconds / 60, seconds % 60);
}

static void bar_print(FILE *out, usec part, usec whole)
{
	int length = screen_size().ws_col - BAR_BESIDE;
	length = length < BAR_LEAST ? BAR_LEAST : length > BAR_MOST ? BAR_MOST : length;
	int full = whole > 0 ? (int)(part * length / whole) : length;
	for (int i = 0; i < length; i++)
		fputc(i < full ? '#' : '.', out);
}

static void text_print(FILE *out, const char *text)
{
	fprintf(out, "%*s", STAGE_INDENT, "");
	lines_wrap_to(out, text, STAGE_INDENT, STAGE_INDENT, screen_size().ws_col);
}

static void form_print(FILE *out, bool easier)
{
	text_print(out, easier ? _("These are the easier steps.") : _("These are the full steps."));
}

/* Print that the form is the easier one, and the cautions. */
static void notes_print(FILE *out, const struct stage *stage)
{
	if (stage->easier)
		form_print(out, true);
	for (int i = 0; i < STAGE_NOTES_MAX && stage->notes[i][0]; i++)
		text_print(out, stage->notes[i]);
}

/* The bar of the change-over or of the part, with the repetition. */
static void part_bar(FILE *out, const struct player *player, const struct player_place *place)
{
	const struct player_part *part = &player->parts[place->part];
	const struct item_step *step = &player->steps[part->step];
	usec whole = place->changing ? part->change : part->length;
	if (part->waits && !place->changing) {
		text_print(out, _("In your own time: n when you are done."));
		return;
	}
	fprintf(out, "%*s", STAGE_INDENT, "");
	bar_print(out, whole - place->left, whole);
	fputs("  ", out);
	left_print(out, place->left);
	if (place->changing)
		fprintf(out, "  %s", _("change over"));
	else if (step->times > 1)
		fprintf(out, _("  time %d of %d"), place->time, step->times);
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

static void keys_print(FILE *out, const struct stage *stage, bool runs)
{
	char keys[256];
	const char *form = stage->easier ? _("   [e] full steps") : _("   [e] easier");
	snprintf(keys, sizeof(keys), "%s%s",
		 runs ? _("[space] pause   [b] back   [n] next   [q] stop")
		      : _("PAUSED   [space] go on   [b] back   [n] next   [q] stop"),
		 stage->may_change ? form : "");
	text_print(out, keys);
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
	fprintf(out, "\n%s", style->faint);
	keys_print(out, stage, play->runs);
}

/* NULL: out of memory. The caller frees it. */
static char *picture_of(const struct stage *stage, const struct play *play, struct boottime now)
{
	char *picture = NULL;
	size_t size;
	FILE *out = open_memstream(&picture, &size);
	if (!out)
		return NULL;
	draw(out, stage, play, now);
	if (fclose(out) == 0)
		return picture;
	free(picture);
	return NULL;
}

bool stage_fits(const struct stage *stage)
{
	const struct winsize size = screen_size();
	const struct play first = { .runs = true };
	char *picture = picture_of(stage, &first, (struct boottime){ 0 });
	int lines = 0;
	for (const char *at = picture; at && *at; at++)
		lines += *at == '\n';
	free(picture);
	return size.ws_col >= COLUMNS_LEAST && lines <= size.ws_row;
}

/* Each line is erased first: after a line of full width that would erase its end. */
static void put(const char *picture)
{
	fputs("\033[H", stdout);
	for (int row = screen_size().ws_row; *picture && row > 0; row--) {
		size_t length = strcspn(picture, "\n");
		fputs(LINE_EMPTY, stdout);
		fwrite(picture, 1, length, stdout);
		if (row > 1)
			fputc('\n', stdout);
		picture += length + (picture[length] == '\n');
	}
	fputs(SCREEN_REST, stdout);
	fflush(stdout);
}

static void show_screen(const struct stage *stage, const struct play *play, struct boottime now)
{
	char *picture = picture_of(stage, play, now);
	if (picture)
		put(picture);
	free(picture);
}

/* Print what has changed: the part, a pause or its end. */
static void show_plain(struct stage *stage, const struct play *play, struct boottime now)
{
	char part[PLAY_TEXT_SIZE];
	struct player_place place;
	player_place(stage->player, play, now, &place);
	if (place.part < stage->player->count && place.part + 1 != stage->printed) {
		play_part_say(stage->player, place.part, false, words, part);
		text_print(stdout, part);
	}
	stage->printed = place.part + 1;
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
	if (stage->keys && stage->may_change)
		text_print(stdout, _("Key e: to the easier steps, and back."));
}

void stage_change_form(struct stage *stage, bool easier)
{
	stage->easier = easier;
	stage->printed = 0;
	if (stage->plain)
		form_print(stdout, easier);
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
