/* The icon: readable on light and dark, eighths in turn, and no two states alike without colour. */
#include "tests/rows.h"

#include <string.h>

#include "tray/icon.h"

static const int sides[] = { ICON_SIDES };
enum { LARGEST = 44 };

struct pixel {
	uint8_t alpha, red, green, blue;
};

static struct pixel picture[LARGEST * LARGEST];

static void draw(enum icon_state state, int parts, int side)
{
	const struct icon icon = { state, parts };
	static uint8_t bytes[LARGEST * LARGEST * 4];
	icon_draw(&icon, side, bytes);
	memcpy(picture, bytes, sizeof(picture));
}

static int brightness(struct pixel pixel)
{
	return (pixel.red * 299 + pixel.green * 587 + pixel.blue * 114) / 1000;
}

/* The pixel at these thousandths of a side. */
static struct pixel at(int side, int x, int y)
{
	return picture[y * side / 1000 * side + x * side / 1000];
}

static bool is_light(struct pixel pixel)
{
	return pixel.alpha == 255 && brightness(pixel) > 220;
}

/* The middle of each eighth, clockwise from the top. */
static const int middles[ICON_PARTS][2] = {
	{ 600, 260 }, { 740, 400 }, { 740, 600 }, { 600, 740 },
	{ 400, 740 }, { 260, 600 }, { 260, 400 }, { 400, 260 },
};

static void eighths(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(sides); i++)
		for (int parts = 0; parts <= ICON_PARTS; parts++) {
			draw(ICON_ON, parts, sides[i]);
			for (int part = 0; part < ICON_PARTS; part++)
				row_check(&rows,
					  is_light(at(sides[i], middles[part][0],
						      middles[part][1])) == (part < parts),
					  "%d pixels, %d parts: part %d", sides[i], parts, part);
		}
	rows_end(&rows);
}

static void outline(void **state)
{
	struct rows rows = rows_begin(state);
	for (size_t i = 0; i < ROWS(sides); i++)
		for (int kind = 0; kind < ICON_STATES; kind++) {
			int side = sides[i];
			draw((enum icon_state)kind, 3, side);
			row_check(&rows, at(side, 0, 0).alpha == 0 && at(side, 999, 999).alpha == 0,
				  "state %d: the corners are clear", kind);
			struct pixel edge = at(side, 500, 60);
			row_check(&rows,
				  edge.alpha == 255 && brightness(edge) > 60 &&
					  brightness(edge) < 160,
				  "state %d: the edge is neither light nor dark: %d", kind,
				  brightness(edge));
		}
	rows_end(&rows);
}

/* For eyes that see no colour: by which points are light, dark or clear. */
static void shapes(void **state)
{
	enum { SIDE = 22 };
	static char seen[ICON_STATES][SIDE * SIDE + 1];
	struct rows rows = rows_begin(state);
	for (int kind = 0; kind < ICON_STATES; kind++) {
		draw((enum icon_state)kind, 3, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++)
			seen[kind][i] = picture[i].alpha < 128         ? ' '
					: brightness(picture[i]) > 200 ? '*'
								       : '.';
	}
	for (int a = 0; a < ICON_STATES; a++)
		for (int b = a + 1; b < ICON_STATES; b++)
			row_check(&rows,
				  (a == ICON_AWAY && b == ICON_ON) || strcmp(seen[a], seen[b]) != 0,
				  "states %d and %d", a, b);
	rows_end(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(eighths),
		cmocka_unit_test(outline),
		cmocka_unit_test(shapes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
