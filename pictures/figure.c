/* Compute the joints of a pose, starting at the pelvis. */
#include "pictures/figure.h"

#include <math.h>
#include <stdbool.h>

struct point point_along(struct point from, double heading, double length)
{
	double turn = heading * acos(-1) / 180;
	return (struct point){ from.x + cos(turn) * length, from.y + sin(turn) * length };
}

struct point add(struct point point, double x, double y)
{
	return (struct point){ point.x + x, point.y + y };
}

struct point between(struct point a, struct point b, double part)
{
	return (struct point){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

static void bend_leg(struct body *body, int side, double back, const struct leg *leg)
{
	double thigh = back + 180 + leg->hip, shin = thigh - leg->knee;
	body->knee[side] = point_along(body->pelvis, thigh, UPPER_LEG);
	body->ankle[side] = point_along(body->knee[side], shin, LOWER_LEG);
	body->toes[side] = point_along(body->ankle[side], shin + 90 + leg->ankle, SOLE);
}

static void bend_arm(struct body *body, int side, double back, const struct arm *arm)
{
	double upper = back + 180 + arm->shoulder;
	struct point shoulder = point_along(body->pelvis, back, BACK - 4);
	body->elbow[side] = point_along(shoulder, upper, UPPER_ARM);
	body->hand[side] = point_along(body->elbow[side], upper + arm->elbow, FOREARM);
}

struct body body_of(const struct frame *frame, struct point pelvis)
{
	struct body body = { .pelvis = pelvis };
	body.neck = point_along(pelvis, frame->back, BACK);
	body.head = point_along(body.neck, frame->back + frame->head, NECK_TO_HEAD);
	body.belly = point_along(pelvis, frame->back, BACK * 0.35);
	bend_leg(&body, 0, frame->back, &frame->near_leg);
	bend_leg(&body, 1, frame->back, &frame->far_leg);
	bend_arm(&body, 0, frame->back, &frame->near_arm);
	bend_arm(&body, 1, frame->back, &frame->far_arm);
	return body;
}

static void box_take(struct box *box, struct point point, double radius)
{
	box->left = fmin(box->left, point.x - radius);
	box->right = fmax(box->right, point.x + radius);
	box->bottom = fmin(box->bottom, point.y - radius);
	box->top = fmax(box->top, point.y + radius);
}

struct box body_box(const struct body *body)
{
	struct box box = { body->pelvis.x, body->pelvis.x, body->pelvis.y, body->pelvis.y };
	box_take(&box, body->pelvis, LIMB);
	box_take(&box, body->neck, LIMB);
	box_take(&box, body->head, HEAD_RADIUS);
	for (int side = 0; side < 2; side++) {
		box_take(&box, body->knee[side], LIMB);
		box_take(&box, body->ankle[side], LIMB);
		box_take(&box, body->toes[side], LIMB);
		box_take(&box, body->elbow[side], LIMB);
		box_take(&box, body->hand[side], LIMB);
	}
	return box;
}

struct point joint_of(const struct body *body, enum joint joint)
{
	const struct point places[JOINT_COUNT] = {
		[PELVIS] = body->pelvis,     [NECK] = body->neck,
		[HEAD] = body->head,         [HAND] = body->hand[0],
		[FAR_HAND] = body->hand[1],  [KNEE] = body->knee[0],
		[FAR_KNEE] = body->knee[1],  [FOOT] = body->ankle[0],
		[FAR_FOOT] = body->ankle[1], [THIGH] = between(body->pelvis, body->knee[0], 0.5),
		[BELLY] = body->belly,       [GROUND] = { body->pelvis.x, body_box(body).bottom },
	};
	return places[joint];
}

struct box frame_box(const struct frame *frame, const struct body *body)
{
	struct box box = body_box(body);
	for (int i = 0; i < PROPS_MAX && frame->props[i].kind != PROP_NONE; i++) {
		const struct prop *prop = &frame->props[i];
		struct point at = joint_of(body, prop->at);
		bool radius = prop->kind == PROP_ROLLER || prop->kind == PROP_MOON;
		box_take(&box, add(at, prop->x, prop->y), radius ? 9 : 3);
		if (!radius && prop->kind != PROP_CROSS)
			box_take(&box, add(at, prop->to_x, prop->to_y), 3);
	}
	return box;
}
