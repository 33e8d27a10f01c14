/*
 * Each pixel is the mean of 4 x 4 samples. The colours have a contrast of 4 or more with white and
 * with black, since an icon that is sent as pixels does not know the colour of its panel; no two
 * states differ by colour alone.
 */
#include "tray/icon.h"

#include <stdbool.h>

enum { SAMPLES = 4, HALF = 512 }; /* half a side, in the units of a point */

struct point {
	int x, y; /* from the centre, y downwards: -HALF to HALF */
};

enum { CLEAR, BACK, DARK, LIGHT };

static const uint32_t light = 0xf4f1e6;
static const struct {
	uint32_t back, dark; /* of the disc, and of the part of the pie that is empty */
} colours[ICON_STATES] = {
	[ICON_OFF] = { 0x6f7781, 0x6f7781 },    [ICON_UNWELL] = { 0xc9302c, 0xc9302c },
	[ICON_PAUSED] = { 0x6f7781, 0x6f7781 }, [ICON_AWAY] = { 0x6f7781, 0x4a5058 },
	[ICON_DUE] = { 0xb35c00, 0xb35c00 },    [ICON_ON] = { 0x2a7f78, 0x174d49 },
};

static bool within(struct point point, int radius)
{
	return point.x * point.x + point.y * point.y <= radius * radius;
}

static bool in_box(struct point point, int left, int top, int right, int bottom)
{
	return point.x >= left && point.x < right && point.y >= top && point.y < bottom;
}

/* The eighth of the circle that a point lies in, clockwise from the top. */
static int eighth(struct point point)
{
	int x = point.x < 0 ? -point.x : point.x, y = point.y < 0 ? -point.y : point.y;
	bool flat = x > y; /* nearer to the horizontal line */
	if (point.x >= 0)
		return point.y < 0 ? (flat ? 1 : 0) : (flat ? 2 : 3);
	return point.y >= 0 ? (flat ? 5 : 4) : (flat ? 6 : 7);
}

static int sample_sign(enum icon_state state, struct point point)
{
	bool bars = in_box(point, -200, -230, -60, 230) || in_box(point, 60, -230, 200, 230);
	bool mark = in_box(point, -60, -310, 60, 90) || in_box(point, -60, 170, 60, 290);
	return (state == ICON_PAUSED ? bars : mark) ? LIGHT : BACK;
}

static int sample(const struct icon *icon, struct point point)
{
	if (!within(point, 490))
		return CLEAR;
	switch (icon->state) {
	case ICON_OFF:
		return within(point, 370) && point.x - point.y < -70  ? CLEAR
		       : within(point, 370) && point.x - point.y > 70 ? CLEAR
								      : BACK;
	case ICON_PAUSED:
	case ICON_UNWELL:
		return sample_sign(icon->state, point);
	case ICON_DUE: /* a ring: full, with a hole */
		return within(point, 350) && !within(point, 150) ? LIGHT : BACK;
	default:
		return !within(point, 370) ? BACK : eighth(point) < icon->parts ? LIGHT : DARK;
	}
}

static void pixel_put(const struct icon *icon, const int counts[4], uint8_t out[4])
{
	const uint32_t of[] = { 0, colours[icon->state].back, colours[icon->state].dark, light };
	int drawn = counts[BACK] + counts[DARK] + counts[LIGHT];
	out[0] = (uint8_t)(drawn * 255 / (SAMPLES * SAMPLES));
	for (int channel = 0; channel < 3; channel++) {
		int sum = 0, shift = 16 - 8 * channel;
		for (int kind = BACK; kind <= LIGHT; kind++)
			sum += counts[kind] * (int)(of[kind] >> shift & 0xff);
		out[1 + channel] = (uint8_t)(drawn ? sum / drawn : 0);
	}
}

void icon_draw(const struct icon *icon, int side, uint8_t *out)
{
	const int fine = side * SAMPLES;
	for (int pixel = 0; pixel < side * side; pixel++) {
		int counts[4] = { 0 };
		for (int i = 0; i < SAMPLES * SAMPLES; i++) {
			int x = pixel % side * SAMPLES + i % SAMPLES;
			int y = pixel / side * SAMPLES + i / SAMPLES;
			struct point point = { (2 * x + 1) * HALF / fine - HALF,
					       (2 * y + 1) * HALF / fine - HALF };
			counts[sample(icon, point)]++;
		}
		pixel_put(icon, counts, out + pixel * 4);
	}
}
