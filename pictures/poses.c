/* The poses, a row each. The angles follow the descriptions of the catalogue; see pose.h. */
#include "pictures/pose.h"

/* A pose is read frame by frame: angles, then props. */
/* clang-format off */
#define LEG(hip, knee, ankle) { hip, knee, ankle }
#define ARM(shoulder, elbow) { shoulder, elbow }
#define FLOOR(from, to) { PROP_LINE, GROUND, from, 0, to, 0 }
#define CHAIR { PROP_LINE, PELVIS, -16, -7, 24, -7 }, { PROP_LINE, PELVIS, -16, -7, -20, 40 }

const struct pose poses[] = {
	{ "hip-flexor-stretch", "Standing lunge at a desk, one foot back, tail tucked under",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(35, 45, 10), LEG(-20, 5, 25), ARM(40, 25), ARM(40, 25), {
		  FLOOR(-45, 60), { PROP_LINE, HAND, -6, -5, 34, -5 },
		  { PROP_CURVE, PELVIS, -22, -4, -6, -24 } } },
	  } },
	{ "hip-flexor-stretch-kneeling", "Half kneeling, the back knee on a pad, hips moved forward",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(90, 95, 5), LEG(-10, 80, -80), ARM(20, 60), ARM(20, 60), {
		  FLOOR(-60, 60), { PROP_BOX, FAR_KNEE, -12, 4, 14, -5 },
		  { PROP_ARROW, PELVIS, 14, 2, 34, 2 } } },
	  } },
	{ "bedtime-stretch", "On the back at the edge of the bed: one knee hugged, one leg hanging",
	  TARGET_HIP_FRONT, 1, {
		{ 180, 0, LEG(-15, 60, 0), LEG(120, 130, 0), ARM(42, 25), ARM(42, 25), {
		  { PROP_BOX, PELVIS, -78, -8, 16, -18 },
		  { PROP_ARROW, KNEE, 8, -4, 8, -22 } } },
	  } },
	{ "core-strength-2", "On the back, knees bent: the hips down, then up to a straight line",
	  TARGET_BUTTOCK, 2, {
		{ 180, 0, LEG(50, 100, -40), LEG(50, 100, -40), ARM(5, 0), ARM(5, 0), {
		  FLOOR(-75, 50) } },
		{ 206, -20, LEG(0, 116, 0), LEG(0, 116, 0), ARM(-26, 0), ARM(-26, 0), {
		  FLOOR(-75, 50), { PROP_ARROW, PELVIS, 0, 12, 0, 32 } } },
	  } },
	{ "core-strength-3", "On the back, knees over hips: one arm and the other heel are lowered",
	  TARGET_BELLY, 1, {
		{ 180, 0, LEG(90, 90, 0), LEG(20, 15, 0), ARM(165, 0), ARM(90, 0), {
		  FLOOR(-95, 90), { PROP_ARROW, FAR_FOOT, 0, 26, 0, 8 },
		  { PROP_ARROW, HAND, 0, 26, 0, 8 } } },
	  } },
	{ "core-strength-5", "On hands and knees: one arm and the other leg reach out",
	  TARGET_BUTTOCK, 1, {
		{ 11, 10, LEG(79, 90, -90), LEG(0, 0, -40), ARM(180, 0), ARM(79, 0), {
		  FLOOR(-60, 90) } },
	  } },
	{ "sit-stand-switch", "From sitting to leaning forward to standing",
	  TARGET_THIGH_FRONT, 3, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(40, 80), ARM(40, 80), {
		  FLOOR(-20, 55), CHAIR } },
		{ 60, 0, LEG(120, 100, 10), LEG(120, 100, 10), ARM(70, 20), ARM(70, 20), {
		  FLOOR(-20, 55), CHAIR } },
		{ 90, 0, LEG(0, 0, 0), LEG(0, 0, 0), ARM(10, 10), ARM(10, 10), {
		  FLOOR(-20, 30), { PROP_ARROW, PELVIS, -22, -10, -22, 40 } } },
	  } },
	{ "walk-break", "Walking with long, easy steps",
	  TARGET_NONE, 1, {
		{ 88, 0, LEG(25, 5, 0), LEG(-18, 12, -10), ARM(25, 15), ARM(-25, 15), {
		  FLOOR(-50, 50), { PROP_LINE, NECK, -34, -10, -50, -10 },
		  { PROP_LINE, PELVIS, -34, 4, -54, 4 }, { PROP_LINE, KNEE, -66, 6, -80, 6 } } },
	  } },
	{ "posture-drill-1", "On the back, knees bent: the low back meets the floor and lets go",
	  TARGET_BELLY, 2, {
		{ 180, 0, LEG(50, 100, -40), LEG(50, 100, -40), ARM(5, 0), ARM(5, 0), {
		  FLOOR(-75, 50), { PROP_CURVE, PELVIS, 8, 14, -14, 14 } } },
		{ 184, -4, LEG(44, 98, -36), LEG(44, 98, -36), ARM(1, 0), ARM(1, 0), {
		  FLOOR(-75, 50), { PROP_ARROW, BELLY, 0, 26, 0, 8 } } },
	  } },
	{ "foam-roll-thighs", "Face down on the forearms, a roller under the front of the thigh",
	  TARGET_THIGH_FRONT, 1, {
		{ 12, 15, LEG(-6, 10, -80), LEG(-6, 10, -80), ARM(78, 90), ARM(78, 90), {
		  FLOOR(-90, 85), { PROP_ROLLER, THIGH, 0, -12, 8, 0 },
		  { PROP_CROSS, BELLY, 0, -16, 0, 0 },
		  { PROP_ARROW, THIGH, -10, 16, 12, 16 } } },
	  } },
	{ "chair-tai-chi", "Sitting tall, the arms move like clouds from side to side",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(85, 60, 15), ARM(75, 35), ARM(45, 60), {
		  FLOOR(-25, 70), CHAIR, { PROP_CURVE, NECK, 46, -34, 46, 8 } } },
	  } },
	{ "yoga-low-lunge", "Low lunge, the back knee on a towel, arms up only if easy",
	  TARGET_HIP_FRONT, 1, {
		{ 90, 0, LEG(100, 100, 0), LEG(-35, 55, -90), ARM(170, 5), ARM(170, 5), {
		  FLOOR(-75, 60), { PROP_BOX, FAR_KNEE, -12, 4, 14, -5 },
		  { PROP_CURVE, NECK, 34, 16, 34, -22 } } },
	  } },
	{ "sleep-position", "On the side, hips a little bent, a pillow from knee to ankle",
	  TARGET_NONE, 1, {
		{ 180, 0, LEG(45, 70, -20), LEG(50, 75, -20), ARM(60, 80), ARM(60, 80), {
		  { PROP_BOX, HEAD, -14, -9, 12, -17 }, { PROP_BOX, KNEE, -4, -6, 24, -30 },
		  { PROP_MOON, PELVIS, 6, 50, 0, 0 } } },
	  } },
	{ "slow-breath-4-6", "Sitting, feet flat, a hand on the belly: in for four, out for six",
	  TARGET_NONE, 1, {
		{ 90, 0, LEG(90, 90, 0), LEG(90, 90, 0), ARM(-35, 110), ARM(-20, 80), {
		  FLOOR(-25, 60), CHAIR, { PROP_ARROW, HEAD, 34, 2, 14, 2 },
		  { PROP_ARROW, HEAD, 14, -10, 40, -10 } } },
	  } },
	{ "muscle-relaxation", "Lying on the back, heavy and still",
	  TARGET_NONE, 1, {
		{ 180, 0, LEG(0, 0, 0), LEG(0, 0, 0), ARM(8, 4), ARM(8, 4), {
		  FLOOR(-85, 100), { PROP_BOX, HEAD, -14, -6, 12, -13 },
		  { PROP_MOON, PELVIS, 20, 46, 0, 0 } } },
	  } },
	{ 0 },
};
/* clang-format on */

const struct pose_alias pose_aliases[] = {
	{ "core-strength", "core-strength-3" },
	{ "core-strength-1", "posture-drill-1" },
	{ "pilates-core", "core-strength-3" },
	{ "pilates-core-1", "posture-drill-1" },
	{ "pilates-core-3", "core-strength-2" },
	{ "pilates-core-5", "core-strength-5" },
	{ "yoga-low-lunge-4", "core-strength-2" },
	{ "posture-drill", "posture-drill-1" },
	{ "posture-drill-4", "walk-break" },
	{ "cool-down", "walk-break" },
	{ "cool-down-2", "hip-flexor-stretch" },
	{ "warm-up", "walk-break" },
	{ "warm-up-4", "sit-stand-switch" },
	{ "move-most-days", "walk-break" },
	{ "micro-pause", "slow-breath-4-6" },
	{ "mindful-pause", "slow-breath-4-6" },
	{ 0 },
};
