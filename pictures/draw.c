/*
 * Draw the poses: `draw FOLDER` writes NAME.svg and NAME-dark.svg for each. A plate behind each
 * figure makes it readable on any card; a stroke width that does not scale makes it readable at 128
 * pixels.
 */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pictures/figure.h"

/* The side and the margin of a picture, in pixels at its natural size. */
static const int SIDE = 128;
static const double MARGIN = 8, ARROW = 3.2; /* solid: seen at 48 pixels, too */

struct theme {
	const char *ending, *plate, *near, *far, *target, *prop, *motion;
};

static const struct theme themes[] = {
	{ "", "#f6f8fa", "#2b3440", "#a3afbb", "#e8590c", "#6b7785", "#1971c2" },
	{ "-dark", "#20272f", "#eef1f4", "#74808c", "#ff922b", "#a3afbb", "#74c0fc" },
};

/* The mapping from the figure's units to pixels. */
struct view {
	FILE *stream;
	const struct theme *theme;
	double scale, left, bottom; /* left, bottom: the lower left corner, in units */
};

/* ---- the strokes ---- */

static double over(const struct view *view, double x)
{
	return MARGIN + (x - view->left) * view->scale;
}

static double down(const struct view *view, double y)
{
	return SIDE - MARGIN - (y - view->bottom) * view->scale;
}

static void stroke(const struct view *view, const struct point points[], int count,
		   const char *colour, double width, const char *more)
{
	fprintf(view->stream, "  <polyline stroke=\"%s\" stroke-width=\"%.1f\"%s points=\"", colour,
		width, more);
	for (int i = 0; i < count; i++)
		fprintf(view->stream, "%s%.1f,%.1f", i > 0 ? " " : "", over(view, points[i].x),
			down(view, points[i].y));
	fputs("\"/>\n", view->stream);
}

static void arrow_head(const struct view *view, struct point from, struct point to)
{
	double heading = atan2(to.y - from.y, to.x - from.x) * 180 / acos(-1);
	double size = 8 / view->scale;
	const struct point points[] = { point_along(to, heading + 150, size), to,
					point_along(to, heading - 150, size) };
	stroke(view, points, 3, view->theme->motion, ARROW, "");
}

static void draw_curve(const struct view *view, struct point from, struct point to)
{
	struct point middle = between(from, to, 0.5);
	struct point bend = { middle.x - (to.y - from.y) * 0.5, middle.y + (to.x - from.x) * 0.5 };
	fprintf(view->stream,
		"  <path stroke=\"%s\" stroke-width=\"%.1f\" d=\"M%.1f,%.1f Q%.1f,%.1f "
		"%.1f,%.1f\"/>\n",
		view->theme->motion, ARROW, over(view, from.x), down(view, from.y),
		over(view, bend.x), down(view, bend.y), over(view, to.x), down(view, to.y));
	arrow_head(view, bend, to);
}

static void draw_box(const struct view *view, struct point a, struct point b)
{
	fprintf(view->stream,
		"  <rect fill=\"%s\" stroke=\"none\" opacity=\"0.55\" rx=\"2.5\" x=\"%.1f\" "
		"y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
		view->theme->prop, over(view, fmin(a.x, b.x)), down(view, fmax(a.y, b.y)),
		fabs(b.x - a.x) * view->scale, fabs(b.y - a.y) * view->scale);
}

static void draw_outline(const struct view *view, struct point a, struct point b)
{
	const struct point corners[] = { a, { b.x, a.y }, b, { a.x, b.y }, a };
	stroke(view, corners, 5, view->theme->prop, 3, "");
}

static void draw_cross(const struct view *view, struct point at)
{
	double size = 5 / view->scale;
	const struct point falling[] = { add(at, -size, size), add(at, size, -size) };
	const struct point rising[] = { add(at, -size, -size), add(at, size, size) };
	stroke(view, falling, 2, "#e03131", 2.6, "");
	stroke(view, rising, 2, "#e03131", 2.6, "");
}

static void draw_moon(const struct view *view, struct point at)
{
	double x = over(view, at.x), y = down(view, at.y);
	fprintf(view->stream,
		"  <path fill=\"%s\" stroke=\"none\" d=\"M%.1f,%.1f a8,8 0 1 0 6,12 a7,7 0 0 1 "
		"-6,-12 z\"/>\n",
		view->theme->prop, x, y - 8);
}

static void draw_prop(const struct view *view, const struct body *body, const struct prop *prop)
{
	struct point at = add(joint_of(body, prop->at), prop->x, prop->y);
	const struct point line[] = { at, add(joint_of(body, prop->at), prop->to_x, prop->to_y) };
	switch (prop->kind) {
	case PROP_LINE:
		stroke(view, line, 2, view->theme->prop, 3, "");
		break;
	case PROP_FRAME:
		draw_outline(view, line[0], line[1]);
		break;
	case PROP_BOX:
		draw_box(view, line[0], line[1]);
		break;
	case PROP_CUSHION:
		stroke(view, line, 2, view->theme->target, 11 * view->scale, "");
		break;
	case PROP_ROLLER:
		fprintf(view->stream,
			"  <circle fill=\"%s\" stroke=\"none\" cx=\"%.1f\" cy=\"%.1f\" "
			"r=\"%.1f\"/>\n",
			view->theme->prop, over(view, at.x), down(view, at.y),
			prop->to_x * view->scale);
		break;
	case PROP_CROSS:
		draw_cross(view, at);
		break;
	case PROP_ARROW:
		stroke(view, line, 2, view->theme->motion, ARROW, "");
		arrow_head(view, line[0], line[1]);
		break;
	case PROP_CURVE:
		draw_curve(view, line[0], line[1]);
		break;
	case PROP_MOON:
		draw_moon(view, at);
		break;
	case PROP_NONE:
		break;
	}
}

static void draw_limbs(const struct view *view, const struct body *body, int side)
{
	const char *colour = side == 0 ? view->theme->near : view->theme->far;
	double width = (side == 0 ? 9 : 8) * view->scale;
	struct point shoulder = between(body->pelvis, body->neck, (BACK - 4.0) / BACK);
	const struct point leg[] = { body->pelvis, body->knee[side], body->ankle[side],
				     body->toes[side] };
	const struct point arm[] = { shoulder, body->elbow[side], body->hand[side] };
	stroke(view, leg, 4, colour, width, "");
	stroke(view, arm, 3, colour, width * 0.8, "");
}

/* Draw the muscle in front of the near thigh or behind it. */
static void draw_target(const struct view *view, const struct body *body, enum target target)
{
	/* The front of the hip is stretched on the thigh that is farther back. */
	int side = target == TARGET_HIP_FRONT && body->knee[1].x < body->knee[0].x &&
		   body->neck.y > body->pelvis.y + 10;
	struct point knee = body->knee[side];
	double heading = atan2(knee.y - body->pelvis.y, knee.x - body->pelvis.x) * 180 / acos(-1);
	double aside = target == TARGET_THIGH_FRONT ? 90 : -90;
	const struct point front[] = { point_along(body->belly, heading + 90, 3),
				       point_along(body->pelvis, heading + 90, 5),
				       point_along(between(body->pelvis, knee, 0.35), heading + 90,
						   4) };
	const struct point thigh[] = {
		point_along(between(body->pelvis, knee, 0.2), heading + aside, 5),
		point_along(between(body->pelvis, knee, 0.8), heading + aside, 5)
	};
	const struct point seat[] = { point_along(body->pelvis, heading + 200, 6),
				      point_along(between(body->pelvis, knee, 0.3), heading + aside,
						  6) };
	double shin = atan2(body->ankle[0].y - knee.y, body->ankle[0].x - knee.x) * 180 / acos(-1);
	const struct point calf[] = {
		point_along(between(knee, body->ankle[0], 0.15), shin - 90, 4),
		point_along(between(knee, body->ankle[0], 0.6), shin - 90, 4)
	};
	const struct point belly[] = { between(body->pelvis, body->neck, 0.15),
				       between(body->pelvis, body->neck, 0.55) };
	const struct point *const strokes[] = { NULL, front, thigh, thigh, calf, seat, belly };
	if (target != TARGET_NONE)
		stroke(view, strokes[target], target == TARGET_HIP_FRONT ? 3 : 2,
		       view->theme->target, 5 * view->scale, "");
}

static void draw_props(const struct view *view, const struct body *body, const struct frame *frame,
		       enum prop_kind first, enum prop_kind last)
{
	for (int i = 0; i < PROPS_MAX; i++)
		if (frame->props[i].kind >= first && frame->props[i].kind <= last)
			draw_prop(view, body, &frame->props[i]);
}

static void draw_frame(const struct view *view, const struct frame *frame, struct point pelvis,
		       enum target target)
{
	struct body body = body_of(frame, pelvis);
	const struct point back[] = { body.pelvis, body.neck };
	draw_props(view, &body, frame, PROP_LINE, PROP_BOX);
	draw_limbs(view, &body, 1);
	draw_props(view, &body, frame, PROP_CUSHION, PROP_CUSHION);
	stroke(view, back, 2, view->theme->near, 11 * view->scale, "");
	fprintf(view->stream,
		"  <circle fill=\"%s\" stroke=\"none\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n",
		view->theme->near, over(view, body.head.x), down(view, body.head.y),
		HEAD_RADIUS * view->scale);
	draw_limbs(view, &body, 0);
	draw_target(view, &body, target);
	draw_props(view, &body, frame, PROP_ROLLER, PROP_MOON);
}

/* ---- the picture ---- */

/* Place the pelvis of each frame, and compute their common box: lying figures one below the other,
 * the others side by side on one ground. */
static struct box lay_out(const struct pose *pose, struct point pelvis[FRAMES_MAX])
{
	struct box whole = { 0 };
	for (int i = 0; i < pose->frames; i++) {
		struct body body = body_of(&pose->frame[i], (struct point){ 0, 0 });
		struct box box = frame_box(&pose->frame[i], &body);
		bool lies = box.right - box.left > 1.6 * (box.top - box.bottom);
		pelvis[i].x = lies || i == 0 ? 0 : whole.right + FRAME_GAP - box.left;
		pelvis[i].y = -body_box(&body).bottom;
		if (lies && i > 0)
			pelvis[i].y = whole.bottom - FRAME_GAP - box.top;
		struct box here = { box.left + pelvis[i].x, box.right + pelvis[i].x,
				    box.bottom + pelvis[i].y, box.top + pelvis[i].y };
		if (i == 0)
			whole = here;
		whole.left = fmin(whole.left, here.left);
		whole.right = fmax(whole.right, here.right);
		whole.bottom = fmin(whole.bottom, here.bottom);
		whole.top = fmax(whole.top, here.top);
	}
	return whole;
}

static void draw_pose(const struct pose *pose, const struct theme *theme, FILE *stream)
{
	struct point pelvis[FRAMES_MAX];
	struct box box = lay_out(pose, pelvis);
	double wide = box.right - box.left, high = box.top - box.bottom;
	struct view view = { stream, theme, (SIDE - 2 * MARGIN) / fmax(wide, high), 0, 0 };
	view.left = box.left - (fmax(wide, high) - wide) / 2;
	view.bottom = box.bottom - (fmax(wide, high) - high) / 2;
	fprintf(stream,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" role=\"img\">\n"
		"  <title>%s</title>\n"
		"  <rect width=\"%d\" height=\"%d\" rx=\"12\" fill=\"%s\"/>\n"
		"  <g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n",
		SIDE, SIDE, SIDE, SIDE, pose->description, SIDE, SIDE, theme->plate);
	for (int i = 0; i < pose->frames; i++)
		draw_frame(&view, &pose->frame[i], pelvis[i], pose->target);
	fputs("  </g>\n</svg>\n", stream);
}

static int write_picture(const char *folder, const char *name, const struct pose *pose,
			 const struct theme *theme)
{
	char path[PATH_MAX];
	int length = snprintf(path, sizeof(path), "%s/%s%s.svg", folder, name, theme->ending);
	if (length < 0 || (size_t)length >= sizeof(path))
		return -ENAMETOOLONG;
	FILE *stream = fopen(path, "we");
	if (!stream)
		return -errno;
	draw_pose(pose, theme, stream);
	bool bad = ferror(stream) != 0;
	return fclose(stream) != 0 || bad ? -EIO : 0;
}

static int write_both(const char *folder, const char *name, const struct pose *pose)
{
	int r = write_picture(folder, name, pose, &themes[0]);
	return r < 0 ? r : write_picture(folder, name, pose, &themes[1]);
}

static const struct pose *pose_find(const char *name)
{
	const struct pose *pose = poses;
	while (pose->name && strcmp(pose->name, name) != 0)
		pose++;
	return pose->name ? pose : NULL;
}

static int write_all(const char *folder)
{
	int r = 0;
	for (const struct pose *pose = poses; r >= 0 && pose->name; pose++)
		r = write_both(folder, pose->name, pose);
	for (const struct pose_alias *alias = pose_aliases; r >= 0 && alias->name; alias++) {
		const struct pose *pose = pose_find(alias->of);
		r = pose ? write_both(folder, alias->name, pose) : -ENOENT;
	}
	return r;
}

int main(int argc, char *argv[])
{
	if (argc != 2) {
		fputs("usage: draw FOLDER\n", stderr);
		return EXIT_FAILURE;
	}
	int r = write_all(argv[1]);
	if (r < 0)
		fprintf(stderr, "draw: %s: %s\n", argv[1], strerror(-r));
	return r < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
