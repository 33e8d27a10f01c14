/* The figure of a pose: its joints and its bounding box. */
#ifndef LIMBER_FIGURE_H
#define LIMBER_FIGURE_H

#include "pictures/pose.h"

/* A figure's lengths, in its own units. */
static const double BACK = 50, NECK_TO_HEAD = 13, HEAD_RADIUS = 8, UPPER_ARM = 26, FOREARM = 24;
static const double UPPER_LEG = 40, LOWER_LEG = 40, SOLE = 14, LIMB = 5, FRAME_GAP = 14;

struct point {
	double x, y;
};

struct body {
	struct point pelvis, belly, neck, head;
	struct point knee[2], ankle[2], toes[2], elbow[2], hand[2]; /* near, far */
};

/* A bounding box. */
struct box {
	double left, right, bottom, top;
};

/* Return the point at `length` from a point, along a heading in degrees. */
struct point point_along(struct point from, double heading, double length);
struct point add(struct point point, double x, double y);
struct point between(struct point a, struct point b, double part);

/* Return the figure of a frame with its pelvis at a point. */
struct body body_of(const struct frame *frame, struct point pelvis);
struct point joint_of(const struct body *body, enum joint joint);

/* Return the box of the figure alone, and with the props of its frame. */
struct box body_box(const struct body *body);
struct box frame_box(const struct frame *frame, const struct body *body);

#endif
