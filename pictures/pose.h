/*
 * A pose: a figure seen from its side, facing right, as the angles of its joints. draw.c makes an
 * SVG of each row of poses.c for a light and a dark background.
 *
 * Headings are degrees, 0 to the right, anticlockwise. From `back`, the heading from pelvis to
 * neck, the others follow (flexion, forward and toes up are positive):
 *
 *	thigh = back + 180 + hip     shin = thigh - knee        foot = shin + 90 + ankle
 *	upper arm = back + 180 + shoulder                       forearm = upper arm + elbow
 */
#ifndef LIMBER_POSE_H
#define LIMBER_POSE_H

struct leg {
	double hip, knee, ankle;
};

struct arm {
	double shoulder, elbow;
};

/* The position of a prop: a joint of the frame, or the ground below its pelvis. */
enum joint {
	PELVIS,
	NECK,
	HEAD,
	HAND,
	FAR_HAND,
	KNEE,
	FAR_KNEE,
	FOOT,
	FAR_FOOT,
	THIGH, /* its middle, nearer leg */
	BELLY,
	GROUND,
	JOINT_COUNT
};

enum prop_kind {
	PROP_NONE,
	PROP_LINE,    /* something solid: a desk, a mat */
	PROP_FRAME,   /* a window, a bed from above: two corners */
	PROP_BOX,     /* a pad, a pillow: two corners. It and those above are behind the figure */
	PROP_CUSHION, /* what it is about: a thick line between the far limbs and the near ones */
	PROP_ROLLER,  /* a circle at (x, y) with radius `to_x` */
	PROP_CROSS,   /* "not here", at (x, y) */
	PROP_ARROW,   /* a motion */
	PROP_CURVE,   /* a motion along an arc, bent to the left */
	PROP_MOON,    /* at (x, y) */
};

/* Offsets from the joint; y upwards, in the figure's units (a thigh has 40). */
struct prop {
	enum prop_kind kind;
	enum joint at;
	double x, y, to_x, to_y;
};

/* The muscle that the pose is about: a coloured stroke. */
enum target {
	TARGET_NONE,
	TARGET_HIP_FRONT,
	TARGET_THIGH_FRONT,
	TARGET_THIGH_BACK,
	TARGET_CALF,
	TARGET_BUTTOCK,
	TARGET_BELLY
};

enum { FRAMES_MAX = 2, PROPS_MAX = 8 };

struct frame {
	double back, head; /* the head's heading, from that of the back */
	struct leg near_leg, far_leg;
	struct arm near_arm, far_arm;
	struct prop props[PROPS_MAX];
};

struct pose {
	const char *name;        /* of the files: the item's id, or "ID-N" for its step N */
	const char *description; /* for screen readers */
	enum target target;
	int frames; /* one after another, side by side; lying figures one below the other */
	struct frame frame[FRAMES_MAX];
};

/* The same picture for another item or step. */
struct pose_alias {
	const char *name, *of;
};

extern const struct pose poses[];              /* ended by a NULL name */
extern const struct pose_alias pose_aliases[]; /* ended by a NULL name */

#endif
